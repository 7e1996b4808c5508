/** A sheet of documents read, checked and taken in, against a plain COPY of its lines; a long list as a workbook, and its memory. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { from as copyFrom } from 'pg-copy-streams';
import { paperSheet } from '../../src/funds/sheets/paper-sheet.ts';
import { addJob, jobFor, moveJob } from '../../src/imports/store/job.ts';
import { dropLines, putLines } from '../../src/imports/store/lines.ts';
import { gather, keepMade, runAll } from '../../src/imports/store/run.ts';
import type { Client } from '../../src/platform/db/pool.ts';
import { inScope } from '../../src/platform/db/scope.ts';
import type { Caller } from '../../src/platform/http/endpoint.ts';
import { newId } from '../../src/platform/new-id.ts';
import { readBeside } from '../../src/platform/sheets/reading/beside.ts';
import { mark, placed } from '../../src/platform/sheets/template.ts';
import { filled } from '../sheets.ts';
import { median } from './load.ts';
import type { Result } from './report.ts';
import { province, type Stage } from './stage.ts';

const exportRows = 300_000;

/** @param count lines, a thousand a document */
export async function benchSheets(on: Stage, count = 100_000): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuzhen-bench-sheet-'));
  try {
    return [...(await takingIn(on, folder, count)), await writingOut(on, folder)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takingIn(on: Stage, folder: string, count: number): Promise<Result[]> {
  const path = join(folder, 'lines.xlsx');
  const { rows: towns } = await on.owner.query<{ key: string }>(
    `select key::text as key from regions.region where level = 'town' and valid_to is null order by key limit 1000`,
  );
  const keys = towns.map(({ key }) => key);
  await writeFile(path, await filled(paperSheet, linesOf(keys, count)));
  const caller = await callerOf(on);
  const scope = { actor: caller.account, ranges: caller.ranges };
  const id = newId();
  const within = <T>(work: (client: Client) => Promise<T>) =>
    inScope(on.app, scope, (_, client) => work(client));
  await within((client) =>
    addJob(client, caller, {
      id,
      kind: paperSheet.code,
      name: 'x',
      sha256: 'a'.repeat(64),
      size: 1,
    }),
  );
  const times: number[] = [];
  const timed = async (work: () => Promise<unknown>) => {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  };
  await timed(async () => {
    const read = await readBeside({ path, mark }, async ({ heads }, lines) =>
      within(async (client) => {
        const job = await jobFor(client, caller, id, 'held');
        await putLines(client, job, lines, placed(paperSheet, heads).at);
        return null;
      }),
    );
    if (read !== null) throw new Error(read.fault);
  });
  for (const keep of [false, true])
    await timed(() =>
      within(async (client) => {
        const job = await jobFor(client, caller, id, 'held');
        const things = await gather(client, caller, job, paperSheet);
        await client.query('savepoint trial');
        const ran = await runAll(client, caller, job, paperSheet, things, '2022-07-28');
        if (ran.made.length !== things.length)
          throw new Error(JSON.stringify([...ran.problems].slice(0, 3)));
        if (!keep) return client.query('rollback to savepoint trial');
        await keepMade(client, job, ran.made);
        await dropLines(client, job);
        return moveJob(client, caller, job, 'committed');
      }),
    );
  const copies: number[] = [];
  for (let round = 0; round < 3; round += 1) copies.push(await copied(on, keys, count));
  const bare = median(copies);
  const [read = 0, check = 0, commit = 0] = times;
  const ms = (time: number) => `${time.toFixed(0)} ms`;
  const row = (what: string, time: number, goal: string): Result => ({
    what: `${what} ${count.toLocaleString('en')} lines of documents`,
    ...{
      ours: ms(time),
      baseline: `COPY of the same lines: ${ms(bare)}`,
      ratio: time / bare,
      goal,
    },
  });
  return [
    row('taking in (the confirmed write)', commit, 'at most 6'),
    row('reading and keeping', read, 'said, no goal'),
    row('checking (written and taken back)', check, 'said, no goal'),
  ];
}

/** The same lines into a table of the same kind, with the same keys and indexes, nothing checked. */
async function copied({ owner }: Stage, keys: readonly string[], count: number): Promise<number> {
  await owner.query('create table funds.bench_line (like funds.paper_line including all)');
  const client = await owner.connect();
  try {
    const paper = newId();
    const lines = Array.from({ length: count }, (_, n) => {
      const key = keys[n % keys.length] ?? '';
      const of = `${paper.slice(0, -4)}${String(Math.floor(n / keys.length)).padStart(4, '0')}`;
      return `${key.slice(0, 6)}\t${newId()}\t${of}\t${key}\t${100 + n}\t\\N\n`;
    });
    const text = lines.join(''); // made before: the baseline is the database's work alone
    const before = performance.now();
    await client.query('begin');
    await pipeline(
      Readable.from([Buffer.from(text)]),
      client.query(
        copyFrom(
          'copy funds.bench_line (county, id, paper_id, place_key, amount, note) from stdin',
        ),
      ),
    );
    await client.query('commit');
    return performance.now() - before;
  } finally {
    client.release();
    await owner.query('drop table funds.bench_line');
  }
}

function* linesOf(keys: readonly string[], count: number) {
  for (let n = 0; n < count; n += 1) {
    const number = `粤财农〔2022〕${90_000 + Math.floor(n / keys.length)}号`;
    const line = { number, place: keys[n % keys.length] ?? '', amount: 100 };
    const lines = Math.min(keys.length, count - Math.floor(n / keys.length) * keys.length);
    yield n % keys.length > 0
      ? line
      : {
          ...{ ...line, title: '下达资金', measure: '下达', payer: '省级', payerPlace: province },
          ...{ source: '省级资金', programme: '驻镇帮镇扶村专项资金', year: 2022 },
          ...{ dated: '2022-06-01', total: lines * 100 },
        };
  }
}

async function callerOf({ owner }: Stage): Promise<Caller> {
  const { rows } = await owner.query<{ id: string; lo: string; hi: string }>(
    `select a.id, r.lo::text as lo, r.hi::text as hi from access.account a join regions.region r on r.key = a.home_key
     where a.name = 'bench'`,
  );
  const [one] = rows;
  if (!one) throw new Error('nobody to import as');
  const ranges = [{ lo: one.lo, hi: one.hi }];
  return {
    ...{ session: '', account: one.id, name: 'bench', role: 'province', owes: null },
    ...{ permissions: new Set(['imports.write', 'funds.register']), ranges, ownRanges: ranges },
    ...{ home: province, seat: province, steppedUp: false, emergency: false },
  };
}

async function writingOut({ url }: Stage, folder: string): Promise<Result> {
  const out = join(folder, 'list.xlsx');
  const program = fileURLToPath(new URL('./export-rows.ts', import.meta.url));
  const peakOf = async (rows: number) => {
    const said = await promisify(execFile)(process.execPath, [program, url, out, String(rows)]);
    return (JSON.parse(said.stdout) as { peak: number }).peak / 1_048_576; // our own program wrote it
  };
  const small = await peakOf(1_000);
  const before = performance.now();
  const peak = await peakOf(exportRows);
  const took = (performance.now() - before) / 1_000;
  const { size } = await stat(out);
  return {
    what: `memory of an export of ${exportRows.toLocaleString('en')} rows`,
    ours: `${peak.toFixed(0)} MB at most; ${took.toFixed(1)} s, ${(size / 1_048_576).toFixed(0)} MB`,
    baseline: `of 1,000 rows: ${small.toFixed(0)} MB`,
    ratio: peak / small,
    goal: 'below 256 MB',
  };
}
