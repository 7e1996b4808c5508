/** What the platform's backups must know of the product: its version, its rooms, and whether its facts agree. */
import { readFileSync } from 'node:fs';
import { check } from '../../indicators/fold.ts';
import { idsOf } from '../../indicators/triggers.ts';
import type { Product } from '../../platform/backup/restore.ts';
import { openPool } from '../../platform/db/pool.ts';
import { prepare, roomsDir } from '../prepare.ts';
import { catalogue } from '../rooms.ts';

export const product: Product = { roomsDir, faultsOf };

export const version = (): string =>
  // Our own file.
  (
    JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    }
  ).version;

/** Brings a restored database to this version, as its first start would, and compares every figure with its facts. */
async function faultsOf(adminUrl: string): Promise<string[]> {
  const { urls } = await prepare(adminUrl);
  const jobs = openPool(urls.zz_jobs, { max: 1 });
  try {
    const found = await check(jobs, catalogue, await idsOf(jobs));
    return found.map((d) => `${d.code} ${d.place} ${d.at}: ${d.kept} ≠ ${d.facts}`);
  } finally {
    await jobs.end();
  }
}
