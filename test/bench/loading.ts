/** Loading an edition against a plain COPY of the same file; the demonstration in rows a second. */
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { loadEdition } from '../../src/regions/load.ts';
import { timed } from './load.ts';
import type { Result } from './report.ts';
import type { Stage } from './stage.ts';

export async function benchLoading(on: Stage): Promise<Result[]> {
  const text = await readFile(
    new URL('../../src/regions/data/guangdong-divisions-2021.csv', import.meta.url),
    'utf8',
  );
  let year = 2030;
  const ours = await timed(async () => {
    year += 1;
    const loaded = await loadEdition(on.db, {
      edition: String(year),
      cutOff: `${year}-10-31`,
      text,
      source: 'bench',
    });
    if (loaded.status !== 'loaded') throw new Error(`edition not loaded: ${loaded.status}`);
  }, 3);
  const copy = await timed(() => plainCopy(on, text), 3);
  await on.owner.query("delete from regions.edition where edition >= '2030'");
  return [
    {
      what: 'loading an edition of 28,639 rows',
      ours: `${ours.toFixed(0)} ms`,
      baseline: `insert from one array: ${copy.toFixed(0)} ms`,
      ratio: ours / copy,
      goal: 'at most 3',
    },
  ];
}

/** The file's rows into a bare table with a primary key; arrays, because pg has no COPY without another package. */
async function plainCopy({ owner }: Stage, text: string): Promise<void> {
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
