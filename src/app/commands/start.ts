/** zhuzhen start: the whole product in one process, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { watchAudit } from '../../access/audit/job.ts';
import { readAuditSettings } from '../../access/audit/settings.ts';
import { verifyAudit } from '../../access/audit-verify/verify.ts';
import { refuseOpenKey } from '../../platform/backup/format/key.ts';
import { readBackupSettings } from '../../platform/backup/settings.ts';
import { alone } from '../../platform/db/alone.ts';
import { foldLimits, longLimits, openPool } from '../../platform/db/pool.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
import { fileStore } from '../../platform/files/file-store.ts';
import { ratesTimes } from '../../platform/http/limits/rates.ts';
import { logTo } from '../../platform/observe/log.ts';
import { serveMetrics } from '../../platform/observe/metrics.ts';
import { traceOf } from '../../platform/observe/trace.ts';
import { startTracing } from '../../platform/observe/tracing.ts';
import { secretsUnder } from '../../platform/secrets/envelope.ts';
import { keysOf } from '../../platform/secrets/key-source.ts';
import { isNew, loadDemo, loadRegistry } from '../first-start.ts';
import { keepHouseNightly } from '../jobs/housekeeping.ts';
import { keepOperating } from '../operations/jobs.ts';
import { observed } from '../running/observed.ts';
import { buildServer, webDir } from '../server.ts';
import { keepFolding } from '../worker.ts';
import { checkOf } from './audit.ts';
import type { Command } from './command.ts';
import { progress, type Session, tell, tellLost, withDatabase } from './session.ts';

export const start: Command = {
  takes: '[--empty]',
  about: '启动（首次启动载入演示数据，--empty 则不载入）/ start; --empty: no demonstration',
  arguments: 0,
  options: { empty: { type: 'boolean' } },
  run: (_, { empty }) => {
    const stopped = untilSignal();
    return withDatabase(async (session) => {
      const audit = readAuditSettings(process.env, session.settings.dataDir);
      const { app, jobs, urls, settings } = session;
      const watched = observed({ app, jobs }, settings.dataDir);
      const files = fileStore(join(settings.dataDir, 'files'));
      const tracing = await startTracing(process.env, tracesLost);
      const backups = readBackupSettings(process.env, settings.dataDir);
      if (backups.dir !== undefined) refuseOpenKey(backups.keyFile);
      await alone(session.urls.zz_owner, 'filling', () => fillWhenNew(session, empty === true));
      const long = openPool(urls.zz_app, { max: 1, onError: tellLost, limits: longLimits });
      const server = await buildServer({
        ...{ pool: app, long },
        keys: keysOf(settings),
        files,
        signOnPrivate: settings.signOnPrivate,
        backups,
        // Somebody at a terminal reads what matters; a service's log has every request.
        logger: logTo(settings.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info')),
        trustProxy: settings.trustProxy,
        checks: watched.checks,
        onEnd: [watched.metrics.count, ...(tracing ? [tracing.onEnd] : [])],
        ...(settings.rateLimit > 0 ? { rates: ratesTimes(settings.rateLimit) } : {}),
        anchorDirs: audit.anchorDirs,
        ...(existsSync(join(webDir, 'index.html')) ? { pages: webDir } : {}),
      });
      serveMetrics(server, watched.metrics, settings.metricsToken);
      const foldFailed = (error: Error) => {
        watched.foldFailed();
        server.log.error({ cause: traceOf(error) }, 'fold failed');
      };
      const folding = openPool(urls.zz_jobs, { max: 1, onError: tellLost, limits: foldLimits });
      const stopFolding = keepFolding(folding, foldFailed, watched.folded);
      const stopOperating = keepOperating(session, backups, tell);
      const housekeepingFailed = (error: Error) =>
        server.log.error({ cause: traceOf(error) }, 'housekeeping failed');
      const stopHousekeeping = keepHouseNightly(jobs, housekeepingFailed, files);
      const stopWatching = watchAudit(jobs, {
        settings: audit,
        check: async (signal) => {
          const report = await verifyAudit({ ...checkOf(session), signal });
          return { ...report, finding: report.findings[0] };
        },
        onProblem: tell,
      });
      try {
        const address = await server
          .listen({ port: settings.port, host: settings.host })
          .catch(portProblem(settings.port));
        await announce(session, address);
        await stopped;
        tell('正在停止…… / stopping…');
        await server.drain({ delayMs: settings.stopDelay * 1000 });
        return 0;
      } finally {
        await server.close();
        await long.end();
        await stopFolding();
        await stopOperating();
        await tracing?.stop().catch((error: Error) => tracesLost(error.message));
        await stopHousekeeping();
        await folding.end();
        await stopWatching();
      }
    });
  },
};

const tracesLost = (why: string): void => tell(`traces were not sent: ${why}`);

async function fillWhenNew({ db, owner, jobs, settings }: Session, empty: boolean): Promise<void> {
  if (!(await isNew(db))) return;
  tell('首次启动：载入区划…… / first start: loading the registry…');
  await loadRegistry(db, empty ? 'first_start' : 'demonstration', progress('区划 / registry'));
  if (empty) return;
  tell('载入演示数据（虚构）…… / loading the made-up demonstration…');
  const secrets = secretsUnder(keysOf(settings));
  await loadDemo(owner, jobs, db, secrets, progress('演示数据 / demonstration'));
}

async function announce({ db }: Session, address: string): Promise<void> {
  console.log(`\n驻镇通已启动 / Zhuzhen is running: ${address}\n`);
  const setting = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', 'demonstration')
    .executeTakeFirst();
  const identities =
    (setting?.value as { identities?: { name: string; password: string; home: string }[] } | null)
      ?.identities ?? [];
  if (identities.length > 0) console.log('演示账号（数据均为虚构）/ demonstration accounts:');
  for (const i of identities)
    console.log(`  ${i.name.padEnd(16)} ${i.password.padEnd(16)} ${i.home}`);
  const account = await db.selectFrom('access.account').select('id').limit(1).executeTakeFirst();
  if (!account)
    console.log(
      `请先设立第一个管理员 / create the first administrator: ${address}/first-administrator`,
    );
}

/**
 * Resolves at the first Ctrl-C or termination, or when the launcher that started us was killed. One
 * request to stop often arrives several times (from the service manager, from npm, from the launcher):
 * only a signal two seconds later means that somebody is tired of waiting and ends the process at once.
 */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const stop = () => {
      asked ??= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked !== undefined && Date.now() - asked > 2_000) process.exit(130);
        stop();
      });
    }
    process.once('disconnect', stop);
    process.channel?.unref(); // listening alone would keep a stopped process alive
  });
}

const portProblem =
  (port: number) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EADDRINUSE') {
      throw new StartProblem(
        `端口 ${port} 已被占用：停掉占用的程序，或设 PORT=别的端口再启动`,
        `port ${port} is in use: stop the program that has it, or set PORT`,
      );
    }
    if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
      throw new StartProblem(
        `不能监听端口 ${port}：${error.code}，请换 HOST 或 PORT`,
        `cannot listen on port ${port}: ${error.code}; choose another HOST or PORT`,
      );
    }
    throw error;
  };
