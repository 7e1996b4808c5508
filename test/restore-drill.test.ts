/**
 * G11: a backup under load is restored to a named second, with exactly the rows committed by then, figures that
 * equal their facts, references and structures (amcheck) sound; and to the last moment, with nothing acknowledged
 * lost. A killed backup leaves nothing that looks like one. RESTORE_DRILL_SECONDS=60 writes that long and drills, too.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { product } from '../src/app/operations/product.ts';
import { prepare } from '../src/app/prepare.ts';
import { drill, drillFolder } from '../src/platform/backup/drill.ts';
import { backupsIn } from '../src/platform/backup/format/folder.ts';
import { readKey } from '../src/platform/backup/format/key.ts';
import { locked, makeBackup, type Subject } from '../src/platform/backup/make.ts';
import { forgetArchive, ship } from '../src/platform/backup/physical/archive.ts';
import type { Target } from '../src/platform/backup/physical/plan.ts';
import { type Restored, restoreInto } from '../src/platform/backup/restore.ts';
import { inBeijing } from '../src/platform/backup/rules.ts';
import { readBackupSettings } from '../src/platform/backup/settings.ts';
import { latestRuns, lineOf } from '../src/platform/backup/store.ts';
import { type Embedded, startEmbedded } from '../src/platform/db/embedded.ts';
import { type Db, kyselyOver, openPool, type Pool } from '../src/platform/db/pool.ts';
import { put, putSale } from './facts.ts';
import { aProvince, places } from './places.ts';

// Slow on purpose: clusters are copied, replayed and read through.
const long = process.env.RESTORE_DRILL_SECONDS !== undefined;
const loadMs = 1_000 * Number(process.env.RESTORE_DRILL_SECONDS ?? 2);
const limit = 300_000 + 2 * loadMs;

const folder = mkdtempSync(join(tmpdir(), 'zhuzhen-drill-'));
const [dataDir, dir] = [join(folder, 'data'), join(folder, 'backups')];
const settings = readBackupSettings({ BACKUP_DIR: dir }, dataDir);
const quiet = () => {};
let server: Embedded;
let owner: Pool;
let db: Db;
let subject: Subject;

beforeAll(async () => {
  chmodSync(folder, 0o755); // the database's own account must be able to enter
  server = await startEmbedded({ dataDir, log: quiet, fast: true });
  const { urls } = await prepare(server.adminUrl);
  owner = openPool(urls.zz_owner, { max: 6 });
  db = kyselyOver(owner);
  subject = { adminUrl: server.adminUrl, ownerUrl: urls.zz_owner, dataDir, embedded: true };
  await aProvince(db);
  await put(owner, 'livelihoods.sales_event', {
    ...{ county: '440823', id: '0190a000-0000-7000-8000-00000000000c', place_key: places.county },
    ...{ name: '展销会', kind: 'fair', starts_on: '2021-07-01', ends_on: '2021-07-02' },
  });
  await owner.query('create table platform.mark (n int primary key)');
}, limit);
afterAll(async () => {
  await owner.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writers that insert and change rows until told to stop; of each row it is known when it was begun and acknowledged. */
function load(writers: number) {
  const rows = new Map<string, { begun: number; acknowledged: number }>();
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      const begun = Date.now();
      const id = await putSale(owner, places.village, { amount: '7' });
      rows.set(id, { begun, acknowledged: Date.now() });
      if (rows.size % 3 === 0)
        await owner.query('update livelihoods.sale set amount = amount + 1 where id = $1', [id]);
    }
  };
  const all = Array.from({ length: writers }, write);
  return {
    rows,
    stop: async () => {
      stopped = true;
      await Promise.all(all);
    },
  };
}

let marks = 0;
/** Marks in the log, until the moment. */
async function markUntil(moment: number): Promise<void> {
  while (Date.now() < moment) {
    marks += 1;
    await owner.query('insert into platform.mark values ($1)', [marks]);
    await sleep(20);
  }
}

const archive = async () =>
  ship(server.adminUrl, { dir, line: await lineOf(db), key: readKey(settings.keyFile) });
const back = () =>
  makeBackup({ subject, settings, dir, kind: 'physical', product: 'test', tell: quiet });
const restore = (into: string, target: Target): Promise<Restored> =>
  restoreInto(
    into,
    { dir, target, key: readKey(settings.keyFile), product, log: quiet, fast: true },
    { startedAt: new Date() },
  );

async function inside<T>(at: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const restored = await startEmbedded({ dataDir: at, log: quiet, fast: true });
  const client = new pg.Client({ connectionString: restored.adminUrl });
  await client.connect();
  try {
    return await look(client);
  } finally {
    await client.end();
    await restored.stop();
  }
}
const column = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<{ v: string }>(sql)).rows.map(({ v }) => String(v));

function expectSound({ verified }: Restored): void {
  expect(verified.faults).toEqual([]);
  expect(verified.references).toBeGreaterThan(30);
  expect(verified.structures).toBeGreaterThan(300);
}

test(
  'a backup under load comes back to a named second and to the last moment',
  async () => {
    const writers = load(3);
    await sleep(loadMs / 2);
    const made = await back();
    expect(made.manifest.physical?.point).not.toBeNull();
    expect(made.manifest.tables.length).toBeGreaterThan(40);
    await archive();

    // A named second: nothing is marked around it, the other writers go on.
    await sleep(loadMs / 2);
    let second: number;
    let early: number;
    do {
      second = Math.ceil((Date.now() + 700) / 1000) * 1000;
      await markUntil(second - 300);
      early = marks;
    } while (Date.now() >= second); // a busy machine: that second was not ours
    await sleep(second + 300 - Date.now());
    await markUntil(second + 800);
    expect(early).toBeGreaterThan(3);
    expect(marks).toBeGreaterThan(early);
    await archive();
    await writers.stop();
    await archive();

    const moment = join(folder, 'moment');
    const done = await restore(moment, { at: second });
    expectSound(done);
    expect(existsSync(`${moment}.partial`)).toBe(false);
    await inside(moment, async (client) => {
      expect(await column(client, 'select count(*) as v from platform.mark')).toEqual([
        String(early),
      ]);
      expect(await column(client, 'select max(n) as v from platform.mark')).toEqual([
        String(early),
      ]);
      const sales = new Set(await column(client, 'select id as v from livelihoods.sale'));
      const of = (when: (row: { begun: number; acknowledged: number }) => boolean) =>
        [...writers.rows].filter(([, row]) => when(row)).map(([id]) => id);
      const [before, after] = [of((r) => r.acknowledged < second), of((r) => r.begun > second)];
      expect(Math.min(before.length, after.length)).toBeGreaterThan(3);
      expect(before.filter((id) => !sales.has(id))).toEqual([]);
      expect(after.filter((id) => sales.has(id))).toEqual([]);
      const runs = await column(
        client,
        `select kind || ' ' || outcome as v from platform.backup_run order by started_at`,
      );
      expect(runs).toEqual(['backup done', 'restore done']);
      const [line] = await column(
        client,
        `select value #>> '{}' as v from platform.setting where name = 'backup_line'`,
      );
      expect(line).not.toBe(await lineOf(db));
    });

    const last = join(folder, 'last');
    expectSound(await restore(last, 'last'));
    await inside(last, async (client) => {
      const sales = new Set(await column(client, 'select id as v from livelihoods.sale'));
      expect([...writers.rows.keys()].filter((id) => !sales.has(id))).toEqual([]);
      expect(sales.size).toBe(writers.rows.size);
      expect(await column(client, 'select max(n) as v from platform.mark')).toEqual([
        String(marks),
      ]);
    });

    await expect(restore(last, 'last')).rejects.toThrow(/overwrites nothing/);
    await expect(restore(join(folder, 'never'), { at: 1 })).rejects.toThrow(/what can be restored/);
    await expect(restore(join(folder, 'never'), { at: Date.now() + 60_000 })).rejects.toThrow(
      inBeijing(second).slice(0, 13),
    );
    expect(existsSync(join(folder, 'never'))).toBe(false);
  },
  limit,
);

test.runIf(long)(
  'a moment after the last commit, where PostgreSQL finds none to stop at, is the end',
  async () => {
    await sleep(1_100);
    const idle = Date.now() - 500;
    await archive();
    expectSound(await restore(join(folder, 'idle'), { at: idle }));
  },
  limit,
);

test.runIf(long)(
  'a drill restores the newest backup, compares every row count, and leaves nothing',
  async () => {
    const [point, last] = await drill({ subject, settings, dir, product, log: quiet });
    expect(point?.verified).toMatchObject({ compared: true, faults: [] });
    expect(last?.verified).toMatchObject({ compared: false, faults: [] });
    expect(existsSync(drillFolder(dataDir))).toBe(false);
    expect(await latestRuns(db, 1)).toMatchObject([{ kind: 'drill', outcome: 'done' }]);
  },
  limit,
);

test(
  'one backup at a time',
  async () => {
    await locked(subject, async () => {
      await expect(back()).rejects.toThrow(/under way already/);
    });
  },
  limit,
);

test(
  'a killed backup looks like none, and the next one clears it away',
  async () => {
    const cli = fileURLToPath(new URL('../src/app/cli.ts', import.meta.url));
    const env = { ...process.env, DATA_DIR: dataDir, BACKUP_DIR: dir };
    const whole = backupsIn(dir).length;
    const child = spawn(process.execPath, [cli, 'backup'], { env, stdio: 'ignore' });
    while (!readdirSync(dir).some((name) => name.endsWith('.partial'))) {
      expect(child.exitCode, 'the backup ended before it began').toBeNull();
      await sleep(2);
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(readdirSync(dir).filter((name) => name.endsWith('.partial'))).toHaveLength(1);
    expect(backupsIn(dir)).toHaveLength(whole);
    await sleep(500); // the server notices that its client is gone and lets the lock go
    await back();
    expect(readdirSync(dir).filter((name) => name.endsWith('.partial'))).toEqual([]);
    const [again, broken] = await latestRuns(db, 2);
    expect(again).toMatchObject({ kind: 'backup', outcome: 'done' });
    expect(broken).toMatchObject({ kind: 'backup', outcome: 'broken_off' });
  },
  limit,
);

test(
  'the archive costs nothing while nobody writes, meets what it has again after a kill, and lets nobody else in',
  async () => {
    const wal = join(dir, 'wal', await lineOf(db));
    const segments = () => readdirSync(wal).filter((name) => name.endsWith('.zz'));
    // What PostgreSQL does of its own accord after the load (autovacuum) is written too, and comes to an end.
    await owner.query('vacuum (analyze)');
    let before = 0;
    await vi.waitFor(
      async () => {
        before = segments().length;
        expect(await archive()).toEqual({ count: 0, begun: false });
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(segments()).toHaveLength(before);

    // As if we had been killed between archiving and telling PostgreSQL so: the slot still stands further back.
    await owner.query('insert into platform.mark values (-2)');
    await forgetArchive(server.adminUrl);
    expect(await archive()).toMatchObject({ begun: true });
    const [first = '', second = ''] = segments().sort().slice(-2);
    const kept = readFileSync(join(wal, second));
    copyFileSync(join(wal, first), join(wal, second));
    await forgetArchive(server.adminUrl);
    await expect(archive()).rejects.toThrow(/another installation/);
    writeFileSync(join(wal, second), kept);
    await forgetArchive(server.adminUrl);
    expect(await archive()).toMatchObject({ begun: true });
  },
  limit,
);

test(
  'a damaged archive is refused, not replayed',
  async () => {
    await owner.query('insert into platform.mark values (-1)');
    await archive();
    const line = await lineOf(db);
    const wal = join(dir, 'wal', line);
    const newest =
      readdirSync(wal)
        .filter((name) => name.endsWith('.zz'))
        .sort()
        .at(-1) ?? '';
    const bytes = readFileSync(join(wal, newest));
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    writeFileSync(join(wal, newest), bytes);
    const into = join(folder, 'damaged');
    await expect(restore(into, 'last')).rejects.toThrow(/damaged or was changed/);
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged'))).toEqual([]);
  },
  limit,
);
