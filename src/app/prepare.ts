/** Brings a database to the state this version needs: roles, migrations, protection. Safe to repeat, and by several at once. */
import { fileURLToPath } from 'node:url';
import { rebuild } from '../indicators/fold.ts';
import { installTriggers } from '../indicators/install.ts';
import type { Ids } from '../indicators/triggers.ts';
import { alone } from '../platform/db/alone.ts';
import { migrate } from '../platform/db/migrate.ts';
import { openPool } from '../platform/db/pool.ts';
import { protect } from '../platform/db/protect.ts';
import { ensureRoles, type RoleUrls, roleUrls } from '../platform/db/roles.ts';
import { catalogue, tables } from './rooms.ts';

export const roomsDir = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param adminUrl address of an administrator of the database
 * @returns the three roles' addresses and the migrations applied now
 */
export async function prepare(
  adminUrl: string,
  onProgress?: (code: string, done: number, total: number) => void,
): Promise<{ urls: RoleUrls; applied: string[] }> {
  return alone(adminUrl, 'preparing', async () => {
    await ensureRoles(adminUrl);
    const urls = roleUrls(adminUrl);
    const owner = openPool(urls.zz_owner, { max: 2 });
    try {
      const applied = await migrate(owner, roomsDir);
      await protect(owner, tables);
      const { ids, stale } = await installTriggers(owner, catalogue);
      if (stale.length > 0) await rebuildCodes(urls.zz_jobs, ids, stale, onProgress);
      return { urls, applied };
    } finally {
      await owner.end();
    }
  });
}

async function rebuildCodes(
  jobsUrl: string,
  ids: Ids,
  codes: readonly string[],
  onProgress?: (code: string, done: number, total: number) => void,
): Promise<void> {
  const jobs = openPool(jobsUrl, { max: 1 });
  try {
    await rebuild(jobs, catalogue, ids, { codes, ...(onProgress ? { onProgress } : {}) });
  } finally {
    await jobs.end();
  }
}
