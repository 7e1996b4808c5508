/** Histories nobody tampered with: several processes that write, roll back, seal with two algorithms and anchor, while the verifier looks. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { verifyAudit } from '../audit-verify/verify.ts';
import { auditSettings, writeDay } from './history-for-tests.ts';
import { sealAndAnchor } from './job.ts';

const database = useDatabase();
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const seconds = 6;

const busy = (dir: string, nth: number) =>
  new Promise<number>((resolve, reject) => {
    const { zz_app, zz_jobs } = database.urls;
    const path = fileURLToPath(new URL('busy-for-tests.ts', import.meta.url));
    const child = spawn(process.execPath, [
      path,
      zz_app,
      zz_jobs,
      dir,
      `${seed + nth}`,
      `${seconds}`,
    ]);
    let out = '';
    let complaint = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      complaint += part;
    });
    child.once('close', (code) =>
      code === 0 ? resolve(Number(out)) : reject(new Error(complaint)),
    );
  });

// Slow: three processes work for six seconds, so that they meet.
test(`no false alarm (seed ${seed})`, { timeout: 120_000 }, async () => {
  const settings = await auditSettings();
  const asked = { url: database.urls.zz_jobs, anchorDirs: settings.anchorDirs, keepYears: 3 };
  await writeDay(database, 2);
  let ended = false;
  const work = Promise.all([1, 2, 3].map((nth) => busy(settings.ownDir, nth))).finally(() => {
    ended = true;
  });
  let looks = 0;
  while (!ended) {
    expect((await verifyAudit(asked)).findings).toEqual([]);
    looks += 1;
  }
  const written = (await work).reduce((sum, one) => sum + one, 0);
  await sealAndAnchor(database.jobs, settings, { atOnce: true });
  const last = await verifyAudit(asked);
  expect(last).toMatchObject({ sound: true, rows: written + 36, young: 0 });
  expect(looks).toBeGreaterThan(2);
  const { rows } = await database.owner.query<{ algorithm: string; seals: number }>(
    'select algorithm, count(*)::int as seals from access.audit_seal group by 1',
  );
  console.log(`${written} rows by three processes, ${looks} looks, seals ${JSON.stringify(rows)}`);
});
