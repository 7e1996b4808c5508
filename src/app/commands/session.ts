/** What every command needs: the database prepared, pools of the roles, and all of it closed afterwards. */
import { isUnfinished } from '../../platform/backup/logical/load.ts';
import { databaseServer } from '../../platform/db/database-server.ts';
import { type Db, kyselyOver, openPool, type Pool, requestLimits } from '../../platform/db/pool.ts';
import type { RoleUrls } from '../../platform/db/roles.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
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

/** A database server without a look at what is in it. */
export async function withServer<T>(
  work: (adminUrl: string, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env);
  const server = await databaseServer(settings, tell);
  try {
    return await work(server.adminUrl, settings);
  } finally {
    await server.stop();
  }
}

/** Opens, works, closes; also when the work fails. */
export function withDatabase<T>(work: (session: Session) => Promise<T>): Promise<T> {
  return withServer(async (adminUrl, settings) => {
    if (await isUnfinished(adminUrl)) throw unfinished();
    const { urls, applied } = await prepare(adminUrl, progress('指标重算 / figures rebuilt'));
    const owner = openPool(urls.zz_owner, { max: 4, onError: tellLost });
    const jobs = openPool(urls.zz_jobs, { max: 4, onError: tellLost });
    const app = openPool(urls.zz_app, { max: 4, onError: tellLost, limits: requestLimits });
    try {
      return await work({
        settings,
        adminUrl,
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
  });
}

const unfinished = () =>
  new StartProblem(
    '这个数据库里有一次没做完的恢复:请重新运行 zhuzhen restore,或换一个库',
    'a restore into this database was broken off: run zhuzhen restore again, or use another database',
  );

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
