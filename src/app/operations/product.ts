/** What the platform's backups must know of the product: its version, its rooms, and whether its facts agree. */
import { readFileSync } from 'node:fs';
import { readAuditSettings } from '../../access/audit/settings.ts';
import { verifyAudit } from '../../access/audit-verify/verify.ts';
import { check } from '../../indicators/fold.ts';
import { idsOf } from '../../indicators/triggers.ts';
import type { Product } from '../../platform/backup/restore.ts';
import { openPool } from '../../platform/db/pool.ts';
import type { RoleUrls } from '../../platform/db/roles.ts';
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

/**
 * Brings a restored database to this version, as its first start would, compares every figure with its facts, and
 * verifies the audit's chains.
 */
async function faultsOf(adminUrl: string): Promise<string[]> {
  const { urls } = await prepare(adminUrl);
  return [...(await figuresOff(urls)), ...(await auditFaults(urls))];
}

async function figuresOff(urls: RoleUrls): Promise<string[]> {
  const jobs = openPool(urls.zz_jobs, { max: 1 });
  try {
    const found = await check(jobs, catalogue, await idsOf(jobs));
    return found.map((d) => `${d.code} ${d.place} ${d.at}: ${d.kept} ≠ ${d.facts}`);
  } finally {
    await jobs.end();
  }
}

/** Anchor files stay where they are and may be younger than what was restored: the chains and their seals are judged. */
async function auditFaults({ zz_jobs: url }: RoleUrls): Promise<string[]> {
  const { keepYears } = readAuditSettings(process.env, '');
  const { findings } = await verifyAudit({ url, anchorDirs: [], keepYears });
  return findings
    .filter(({ what }) => what !== 'anchor_missing')
    .map(({ what, county, day, n }) => `audit ${county} ${day} ${n}: ${what}`);
}
