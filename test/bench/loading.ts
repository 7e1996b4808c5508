/** Loading an edition against the bare rows of the same file; the two take turns, so that what else runs slows both. */
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { loadEdition } from '../../src/regions/load.ts';
import { median, timed } from './load.ts';
import type { Result } from './report.ts';
import type { Stage } from './stage.ts';

const ROUNDS = 9;

export async function benchLoading(on: Stage): Promise<Result[]> {
  const text = await readFile(
    new URL('../../src/regions/data/guangdong-divisions-2021.csv', import.meta.url),
    'utf8',
  );
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => load(on, 2030 + round, text), 1));
    bare.push(await timed(() => bareRows(on, text), 1));
  }
  await on.owner.query("delete from regions.code where edition >= '2030'");
  await on.owner.query("delete from regions.edition where edition >= '2030'");
  const [taken, base] = [median(ours), median(bare)];
  return [
    {
      what: 'loading an edition of 28,639 rows',
      ours: `${taken.toFixed(0)} ms`,
      baseline: `insert from one array: ${base.toFixed(0)} ms`,
      ratio: taken / base,
      goal: 'at most 3',
    },
  ];
}

async function load({ db }: Stage, year: number, text: string): Promise<void> {
  const edition = String(year);
  const toLoad = { edition, cutOff: `${year}-10-31`, text, source: 'bench' };
  const loaded = await loadEdition(db, toLoad);
  if (loaded.status !== 'loaded') throw new Error(`edition not loaded: ${loaded.status}`);
}

/** The file's rows into a bare table with a primary key; arrays, because pg has no COPY without another package. */
async function bareRows({ owner }: Stage, text: string): Promise<void> {
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const column = (i: number) => rows.map((r) => r[i] ?? null);
  const client: pg.PoolClient = await owner.connect();
  try {
    await client.query('begin');
    await client.query(
      'create temporary table plain (code char(12) primary key, name text, level text, parent text) on commit drop',
    );
    await client.query(
      'insert into plain select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])',
      [column(0), column(1), column(2), column(3)],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
