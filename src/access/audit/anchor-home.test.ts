/** Whose anchors a directory holds: nothing is taken from another database's, and nothing written to it. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { newId } from '../../platform/new-id.ts';
import { verifyAudit } from '../audit-verify/verify.ts';
import { auditSettings, writeDay, writeNow } from './history-for-tests.ts';
import { sealAndAnchor } from './job.ts';
import type { AuditSettings } from './settings.ts';

const database = useDatabase();
let settings: AuditSettings;
let file = '';
let whole = '';

beforeAll(async () => {
  settings = await auditSettings();
  await writeDay(database, 2);
  for (let i = 0; i < 3; i++) {
    await writeNow(database, 5);
    await sealAndAnchor(database.jobs, settings, { atOnce: true });
  }
  const name = (await readdir(settings.ownDir)).find((one) => one.endsWith('.jsonl')) ?? '';
  file = join(settings.ownDir, name);
  whole = await readFile(file, 'utf8');
});

const verify = () =>
  verifyAudit({ url: database.urls.zz_jobs, anchorDirs: settings.anchorDirs, keepYears: 3 });

test('a directory of another database is named, proves nothing, and is not written to', async () => {
  const { ownDir: dir } = await auditSettings();
  const theirs = whole
    .replaceAll('"previous":"', '"previous":"0')
    .replaceAll('"hash":"', '"hash":"1');
  await writeFile(
    join(dir, basename(file)),
    theirs.replace(/(?<="(previous|hash)":"[01][0-9a-f]{63})./g, ''),
  );
  await writeFile(join(dir, 'zhuzhen-anchors-database.txt'), `${newId()}\n`);
  const asked = { url: database.urls.zz_jobs, keepYears: 3 };
  const elsewhere = [{ what: 'anchor_elsewhere', file: dir }];
  const alone = await verifyAudit({ ...asked, anchorDirs: [dir] });
  expect(alone).toMatchObject({ sound: false, anchors: 0, findings: elsewhere });
  const anchorDirs = [...settings.anchorDirs, dir];
  const both = await verifyAudit({ ...asked, anchorDirs });
  expect(both).toMatchObject({ sound: false, anchors: 3, findings: elsewhere });
  const now = { atOnce: true };
  await expect(
    sealAndAnchor(database.jobs, { ...settings, anchorDirs: [dir] }, now),
  ).rejects.toThrow('another database');
  const problems = await sealAndAnchor(database.jobs, { ...settings, anchorDirs }, now);
  expect(problems).toMatchObject([expect.stringContaining(`${dir}: `)]);
  expect(await readdir(dir)).toEqual([basename(file), 'zhuzhen-anchors-database.txt']);
  expect((await readFile(join(dir, basename(file)), 'utf8')).split('\n')).toHaveLength(
    theirs.split('\n').length,
  );
});

test('a directory from before there were names gets one when the database knows its last line', async () => {
  const name = join(settings.ownDir, 'zhuzhen-anchors-database.txt');
  const said = await readFile(name, 'utf8');
  await rm(name);
  expect((await verify()).sound).toBe(true);
  expect(await sealAndAnchor(database.jobs, settings, { atOnce: true })).toEqual([]);
  expect(await readFile(name, 'utf8')).toBe(said);
});
