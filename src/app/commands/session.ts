/** What every command needs: the database prepared, pools of the roles, and all of it closed afterwards. */
import { databaseServer } from '../../platform/db/database-server.ts';
import { type Db, kyselyOver, openPool, type Pool, requestLimits } from '../../platform/db/pool.ts';
import type { RoleUrls } from '../../platform/db/roles.ts';
import { readSettings, type Settings } from '../../platform/settings.ts';
import { prepare } from '../prepare.ts';

export interface Session {
  settings: Settings;
  adminUrl: string;
  urls: RoleUrls;
  applied: string[];
  owner: Pool;
  jobs: Pool;
  app: Pool;
  /** Kysely as zz_owner. */
  db: Db;
}

/** Says what takes time; on standard error, so that --json stays clean. */
export const tell = (line: string): void => console.error(line);

export const tellLost = (error: Error): void => tell(`database connection lost: ${error.message}`);

/** Opens, works, closes; also when the work fails. */
export async function withDatabase<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const server = await databaseServer(settings, tell);
  try {
    const { urls, applied } = await prepare(
      server.adminUrl,
      progress('指标重算 / figures rebuilt'),
    );
    const [owner, jobs] = [urls.zz_owner, urls.zz_jobs].map((url) =>
      openPool(url, { max: 4, onError: tellLost }),
    ) as [Pool, Pool]; // two urls make two pools
    const app = openPool(urls.zz_app, { max: 4, onError: tellLost, limits: requestLimits });
    try {
      return await work({
        settings,
        adminUrl: server.adminUrl,
        urls,
        applied,
        owner,
        jobs,
        app,
        db: kyselyOver(owner),
      });
    } finally {
      await Promise.all([owner.end(), jobs.end(), app.end()]);
    }
  } finally {
    await server.stop();
  }
}

/** A progress line with counts, at most five a second and always the last. */
export function progress(label: string): (what: string, done: number, total: number) => void {
  let last = 0;
  return (what, done, total) => {
    const now = Date.now();
    if (done < total && now - last < 200) return;
    last = now;
    const line = `  ${label}：${what} ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${done >= total ? '\n' : ''}`);
    else if (done >= total) tell(line);
  };
}
