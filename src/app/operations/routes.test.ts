import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPerson, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { readBackupSettings } from '../../platform/backup/settings.ts';
import { recorded } from '../../platform/backup/store.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
import { buildServer } from '../server.ts';
import type { Backups } from './contract.ts';

const database = useDatabase();
const dir = mkdtempSync(join(tmpdir(), 'zhuzhen-operations-'));
let server: FastifyInstance;
let sysadmin: Person;

beforeAll(async () => {
  await aProvince(database.db);
  server = await buildServer({
    pool: database.app,
    backups: readBackupSettings({ BACKUP_DIR: dir, BACKUP_AT: '1:05' }, dir),
  });
  sysadmin = await aPerson(database, server, 'sysadmin', places.province);
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => database.owner.query('delete from platform.backup_run'));

const asked = async () => (await sysadmin.get<Backups>('/api/operations/backups')).body;
const run = { form: 'physical', folder: dir, backup: '20260728-023000-physical-0000000a' } as const;
const good = (kind: 'backup' | 'drill') =>
  recorded(database.db, { ...run, kind }, async () => ({ bytes: 12_345 }));
const older = (interval: string) =>
  database.owner.query('update platform.backup_run set started_at = started_at - $1::interval', [
    interval,
  ]);

test('nothing yet: both are overdue, and what is set is said', async () => {
  expect(await asked()).toMatchObject({
    ...{ folder: dir, at: '01:05', keep: { daily: 7, weekly: 4, monthly: 12 } },
    ...{ lastBackup: null, backupOverdue: true, lastDrill: null, drillOverdue: true },
    ...{ archivedUntil: null, archiveOverdue: false, runs: [] },
  });
});

test('a good backup that lies where it was put, and a good drill', async () => {
  mkdirSync(join(dir, run.backup), { recursive: true });
  writeFileSync(join(dir, run.backup, 'manifest.json'), '{}');
  await good('backup');
  await good('drill');
  const now = await asked();
  expect(now).toMatchObject({ backupOverdue: false, lastBackupThere: true, drillOverdue: false });
  expect(now.lastBackup).toMatchObject({ outcome: 'done', bytes: '12345', backup: run.backup });
  await older('27 hours');
  expect(await asked()).toMatchObject({ backupOverdue: true, drillOverdue: false });
  await older('34 days');
  expect(await asked()).toMatchObject({ drillOverdue: true });
});

test('a good backup that was removed by hand', async () => {
  rmSync(join(dir, run.backup), { recursive: true, force: true });
  await good('backup');
  expect(await asked()).toMatchObject({ backupOverdue: true, lastBackupThere: false });
});

test('a failed one says why in the language of the reader, and is not the last good one', async () => {
  const full = new StartProblem('磁盘满了', 'the disk is full');
  const failing = recorded(database.db, { ...run, kind: 'backup' }, () => Promise.reject(full));
  await expect(failing).rejects.toBe(full);
  expect(await asked()).toMatchObject({
    lastBackup: null,
    runs: [{ outcome: 'failed', reason: '磁盘满了' }],
  });
  const english = await sysadmin.get<Backups>('/api/operations/backups', 'en');
  expect(english.body.runs[0]?.reason).toBe('the disk is full');
});

test('how far the log is archived', async () => {
  await database.owner.query(
    `insert into platform.setting (name, value) values ('backup_line', '"0000000a"')`,
  );
  const folder = join(dir, 'wal', '0000000a');
  mkdirSync(folder, { recursive: true });
  const covered = (at: number) =>
    writeFileSync(
      join(folder, 'covered.json'),
      JSON.stringify({ at: new Date(at).toISOString(), segment: '' }),
    );
  covered(Date.now());
  expect(await asked()).toMatchObject({ archiveOverdue: false });
  covered(Date.now() - 2 * 3_600_000);
  expect(await asked()).toMatchObject({ archiveOverdue: true });
});

test('is for those who run the installation', async () => {
  const county = await aPerson(database, server, 'county', places.county);
  expect((await county.get('/api/operations/backups')).status).toBe(403);
});
