/** Starting and stopping the postmaster of a data directory. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Binaries } from './binaries.ts';
import { plainEnvironment, serverArguments } from './cluster.ts';
import type { Place } from './place.ts';
import { postmasterOf, serversIn, servesFrom, until } from './processes.ts';

type Launch = {
  dataDir: string;
  place: Place;
  binaries: Binaries;
  port: number | undefined;
  fast: boolean;
  log: (line: string) => void;
  patience: number | undefined;
};

/** A replay of the log after a crash may take minutes; beyond this something else is wrong. */
const startLimit = 600_000;

/** Waits for a server that is on its way up or down; returns the port of one that is ready. */
export async function readyPort(pgdata: string): Promise<number | undefined> {
  const settled = await until(startLimit, () => {
    const running = postmasterOf(pgdata);
    return running === undefined || running.status === 'ready';
  });
  if (!settled) throw stuck(pgdata);
  return postmasterOf(pgdata)?.port;
}

/** Starts a postmaster and returns its port once it answers. */
export async function launch(how: Launch): Promise<number> {
  await clearRemains(how.place.pgdata);
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(how);
    const failure = await tryPort(how, port);
    if (failure === undefined) {
      keepPort(how.dataDir, port);
      return port;
    }
    // Somebody took the port between our look and the server's: look again.
    if (
      /could not bind|could not create any TCP/.test(failure) &&
      attempt < 4 &&
      how.port === undefined
    )
      continue;
    throw new StartProblem(
      `数据库未能启动(${failure}):详见 ${logFile(how.dataDir)}`,
      `the database did not start (${failure}): see ${logFile(how.dataDir)}`,
    );
  }
}

/** Stops the server: fast (sessions are ended, data is flushed), then at once when that does not end. */
export async function halt(pgdata: string): Promise<void> {
  const pid = postmasterOf(pgdata)?.pid;
  if (pid === undefined) return;
  for (const [signal, limit] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!servesFrom(pid, pgdata)) return;
    process.kill(pid, signal);
    if (await until(limit, () => !servesFrom(pid, pgdata))) return;
  }
  throw stuck(pgdata);
}

/**
 * After a kill of the postmaster: its children notice and end by themselves; two generations must
 * never work on one directory. Then the pid file is stale, and PostgreSQL itself would refuse to
 * start if the number in it belongs to some other living program by now.
 */
async function clearRemains(pgdata: string): Promise<void> {
  if (!(await until(10_000, () => serversIn(pgdata).length === 0))) {
    for (const pid of serversIn(pgdata)) process.kill(pid, 'SIGKILL');
    if (!(await until(5_000, () => serversIn(pgdata).length === 0))) throw stuck(pgdata);
  }
  rmSync(join(pgdata, 'postmaster.pid'), { force: true });
}

async function tryPort(how: Launch, port: number): Promise<string | undefined> {
  const { pgdata, account } = how.place;
  const file = logFile(how.dataDir);
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  const from = existsSync(file) ? statSync(file).size : 0;
  const out = openSync(file, 'a', 0o640);
  // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop it in order.
  const child = spawn(how.binaries.postgres, serverArguments(pgdata, port, how.fast), {
    ...account,
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= lastWords(file, from) ?? `exit ${code ?? signal}`;
  });
  child.unref();

  const told = setTimeout(
    () =>
      how.log('数据库正在恢复上次未写完的数据…… / the database is recovering from its last stop…'),
    3_000,
  );
  const settled = await until(how.patience ?? startLimit, () => {
    const running = postmasterOf(pgdata);
    return failure !== undefined || (running?.pid === child.pid && running?.status === 'ready');
  });
  clearTimeout(told);
  if (!settled) throw stuck(pgdata);
  return failure;
}

function lastWords(file: string, from: number): string | undefined {
  if (!existsSync(file)) return undefined; // the data directory went before the server did
  const lines = readFileSync(file).subarray(from).toString('utf8').split('\n');
  const grave = lines.filter((line) =>
    /(FATAL|PANIC|could not bind|error while loading)/.test(line),
  );
  return (grave.find((line) => /could not bind/.test(line)) ?? grave[0])?.replace(
    /^.*?(LOG|FATAL|PANIC): +/,
    '',
  );
}

/** The port asked for, else the one used last time, else a random one below the ephemeral range. */
async function choosePort(how: Launch): Promise<number> {
  if (how.port !== undefined) {
    if (await isFree(how.port)) return how.port;
    throw new StartProblem(
      `数据库端口 ${how.port} 已被占用:请换一个端口`,
      `the database port ${how.port} is in use: choose another one`,
    );
  }
  const file = join(how.dataDir, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (last > 1023 && last < 65536 && (await isFree(last))) return last;
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

/** Only what changed: on a full disk the number would be lost, and the server has it already. */
function keepPort(dataDir: string, port: number): void {
  const file = join(dataDir, 'port');
  if (existsSync(file) && readFileSync(file, 'utf8') === String(port)) return;
  writeFileSync(file, String(port));
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => answer(true)));
  });
}

function logFile(dataDir: string): string {
  return join(dataDir, 'postgres.log');
}

function stuck(pgdata: string): StartProblem {
  return new StartProblem(
    `${pgdata} 的数据库进程没有反应:请查看数据目录中的 postgres.log`,
    `the database processes of ${pgdata} do not react: look into postgres.log in the data directory`,
  );
}
