/** What a server does by itself, with a real database and folder; what it starts is counted instead of being a process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { makeBackup } from './make.ts';
import { keepBackingUp } from './schedule.ts';
import { readBackupSettings } from './settings.ts';
import { recorded } from './store.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'zhuzhen-schedule-'));
const dir = join(folder, 'backups');
const settings = readBackupSettings({ BACKUP_DIR: dir }, folder);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One look of a server that has just started. @returns what it began, and what it complained of. */
async function look(
  run: () => Promise<void>,
  { waits = 20_000, of = settings } = {},
): Promise<string[]> {
  const seen: string[] = [];
  const { db, adminUrl } = database;
  const asked = Promise.withResolvers<void>();
  const stop = keepBackingUp({
    ...{ adminUrl, db, settings: of, embedded: false },
    run: async (job) => {
      seen.push(job);
      asked.resolve();
      await run();
    },
    onError: (error) => seen.push(error.message),
  });
  await Promise.race([asked.promise, new Promise((done) => setTimeout(done, waits))]);
  await stop();
  return seen;
}

const fine = async () => {};
/** Where nothing should begin, this long is waited for it. */
const nothing = { waits: 1_500 };

test('without a folder nothing is done', async () => {
  expect(await look(fine, { ...nothing, of: readBackupSettings({}, folder) })).toEqual([]);
});

test('never backed up: at once; failed just now: not again; made: a drill; drilled: nothing', async () => {
  const { db, adminUrl, urls } = database;
  expect(await look(fine)).toEqual(['backup']);
  const run = { form: 'logical', folder: dir, backup: 'none' } as const;
  const failing = async () => {
    await recorded(db, { ...run, kind: 'backup' }, () => Promise.reject(new Error('no luck')));
  };
  expect(await look(failing)).toEqual(['backup', 'no luck']);
  expect(await look(fine, nothing)).toEqual([]);
  const subject = { adminUrl, ownerUrl: urls.zz_owner, dataDir: folder, embedded: false };
  await makeBackup({ subject, settings, dir, kind: 'logical', product: 'test', tell: () => {} });
  const drilling = async () => {
    await recorded(db, { ...run, kind: 'drill' }, async () => ({ bytes: 1 }));
  };
  expect(await look(drilling)).toEqual(['drill']);
  expect(await look(fine, nothing)).toEqual([]);
});
