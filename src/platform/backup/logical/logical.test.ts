/** A logical backup of a database we can only talk to comes back into an empty one, and only there. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aGround, put, putEntry, putPosting, putSale } from '../../../../test/facts.ts';
import { aProvince, places } from '../../../../test/places.ts';
import { product } from '../../../app/operations/product.ts';
import { backupsIn } from '../format/folder.ts';
import { readKey } from '../format/key.ts';
import { makeBackup, type Subject } from '../make.ts';
import type { Target } from '../physical/plan.ts';
import { type Restored, restoreOutside } from '../restore.ts';
import { readBackupSettings } from '../settings.ts';
import { lastRun, latestRuns } from '../store.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'zhuzhen-logical-'));
const [dataDir, dir] = [join(folder, 'data'), join(folder, 'backups')];
const settings = readBackupSettings({ BACKUP_DIR: dir, BACKUP_KEEP: '1,0,0' }, dataDir);
const made: string[] = [];
let subject: Subject;

beforeAll(async () => {
  mkdirSync(join(dataDir, 'files'), { recursive: true });
  writeFileSync(join(dataDir, 'files', 'photo'), 'a picture');
  writeFileSync(join(dataDir, 'secret'), 'password of this database');
  const { db, owner, adminUrl, urls } = database;
  subject = { adminUrl, ownerUrl: urls.zz_owner, dataDir, embedded: false };
  await aProvince(db);
  const ground = await aGround(owner, [places.town]);
  await put(owner, 'livelihoods.sales_event', {
    ...{ county: '440823', id: '0190a000-0000-7000-8000-00000000000c', place_key: places.county },
    ...{ name: '展销会\t"\\N"', kind: 'fair', starts_on: '2021-07-01', ends_on: '2021-07-02' },
  });
  for (let n = 0; n < 5; n += 1) {
    await putSale(owner, places.village, { product: `茶叶\n${n}\\` });
    await putEntry(owner, ground, places.town);
  }
  const posting = await putPosting(owner, ground, places.town);
  await owner.query(`update teams.posting set role = 'captain' where id = $1`, [posting]);
  await owner.query(
    `select access.add_audit(null, null, '{}', 'deed', 'probe', null, null, null, null, 'done', null, null, null, null, null)`,
  );
});
afterAll(async () => {
  await asAdmin('postgres', async (client) => {
    for (const name of made) await client.query(`drop database ${name} with (force)`);
  });
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => {
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  return url.toString();
};
async function asAdmin<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: at(name) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
async function emptyDatabase(): Promise<string> {
  const name = `zz_test_${randomBytes(6).toString('hex')}`;
  await asAdmin('postgres', (client) =>
    client.query(
      `create database ${name} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`,
    ),
  );
  made.push(name);
  return name;
}
const back = () =>
  makeBackup({ subject, settings, dir, kind: 'logical', product: 'test', tell: () => {} });
const restore = (name: string, target: Target = 'last', backup?: string): Promise<Restored> =>
  restoreOutside(
    at(name),
    join(folder, name),
    { dir, target, backup, key: readKey(settings.keyFile), product, log: () => {} },
    new Date(),
  );

test('every row, sequence and file comes back; figures and references are sound', async () => {
  await back();
  const name = await emptyDatabase();
  const { verified } = await restore(name);
  expect(verified).toMatchObject({ compared: true, faults: [] });
  expect(verified.references).toBeGreaterThan(30);
  const own = new URL(database.adminUrl).pathname.slice(1);
  const rows = (sql: string) =>
    Promise.all(
      [name, own].map((one) => asAdmin(one, async (client) => (await client.query(sql)).rows)),
    );
  for (const table of [
    'livelihoods.sale',
    'livelihoods.sales_event',
    'funds.entry',
    'teams.posting_history',
    'access.audit',
    'indicators.definition',
    'platform.migration',
  ]) {
    const [there, here] = await rows(`select to_jsonb(t) as row from ${table} t order by t::text`);
    expect(there, table).toEqual(here);
    expect(here?.length, table).toBeGreaterThan(0);
  }
  const [, next] = await rows(
    `insert into indicators.fold_run (folded, took_ms) values (0, 1) returning *`,
  );
  expect(next).toHaveLength(1);
  expect(readFileSync(join(folder, name, 'files', 'photo'), 'utf8')).toBe('a picture');
  expect(() => readFileSync(join(folder, name, 'secret'))).toThrow(/ENOENT/);
  const triggers = `select count(*)::int as n from pg_trigger where tgenabled <> 'O'`;
  expect((await rows(triggers))[0]).toEqual([{ n: 0 }]);
});

test('a database that holds something is refused, one whose restore was broken off is not', async () => {
  const name = await emptyDatabase();
  await asAdmin(name, (client) => client.query('create table mine (n int)'));
  await expect(restore(name)).rejects.toThrow(/not empty \(it holds mine\)/);
  await asAdmin(name, (client) => client.query('drop table mine'));
  await restore(name);
  await expect(restore(name)).rejects.toThrow(/not empty/);
  await asAdmin(name, (client) => client.query('create schema zz_restore_unfinished'));
  await asAdmin(name, (client) =>
    client.query('alter schema zz_restore_unfinished owner to zz_owner'),
  );
  const again = await restore(name);
  expect(again.verified.faults).toEqual([]);
});

test('another moment than its own cannot be had, and who can is said', async () => {
  await expect(restore('none', { at: Date.now() })).rejects.toThrow(/pgBackRest, Barman, WAL-G/);
  await expect(restore('none', 'last', '20260101-000000-physical-00000000')).rejects.toThrow(
    /physical backup/,
  );
});

test('the rule of keeping is applied after each backup; runs are recorded, a failed one with its reason', async () => {
  const [today] = backupsIn(dir);
  if (!today) throw new Error('the first test made one');
  const old = today.name.replace(/^\d+-\d+/, '20200101-000000');
  cpSync(today.folder, join(dir, old), { recursive: true });
  const file = join(dir, old, 'manifest.json');
  const aged = { ...today.manifest, name: old, startedAt: '2020-01-01T00:00:00.000Z' };
  writeFileSync(file, JSON.stringify(aged));
  await sleep(1_000); // names tell seconds apart
  const { manifest, removed } = await back();
  expect(removed).toEqual([old]);
  expect(backupsIn(dir).map((b) => b.name)).toEqual([today.name, manifest.name]);
  expect(await lastRun(database.db, 'backup', true)).toMatchObject({ backup: manifest.name });
  writeFileSync(join(folder, 'a-file'), '');
  await expect(
    makeBackup({
      ...{ subject, settings, kind: 'logical', product: 'test', tell: () => {} },
      dir: join(folder, 'a-file'),
    }),
  ).rejects.toThrow(/a-file/);
  const [failed] = await latestRuns(database.db, 1);
  expect(failed).toMatchObject({ outcome: 'failed', reason: { zh: expect.any(String) } });
});
