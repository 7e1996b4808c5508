import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { processMark } from './embedded/processes.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { StartProblem } from './start-problem.ts';

// Slow on purpose: real clusters, real kills. One cluster serves all cases of the first group.
const limit = 30_000;
const root = process.getuid?.() === 0;
const made: string[] = [];

const directory = (mode = 0o755): string => {
  const made_ = mkdtempSync(join(tmpdir(), 'zhuzhen-pg-'));
  chmodSync(made_, mode);
  made.push(made_);
  return join(made_, 'data');
};
const start = (dataDir: string, log: (line: string) => void = () => {}): Promise<Embedded> =>
  startEmbedded({ dataDir, log, fast: true });
const ask = async (server: Embedded, sql: string): Promise<string> => {
  const client = new pg.Client({ connectionString: server.adminUrl });
  client.on('error', () => {}); // the kills below end sessions
  await client.connect();
  try {
    return String(Object.values((await client.query(sql)).rows[0] ?? {})[0]);
  } finally {
    await client.end();
  }
};
const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** It has let go of its directory before; that it is gone, and nobody's child any more, may take a moment. */
const ended = (pid: number) =>
  vi.waitFor(() => expect(processMark(pid)).toBeUndefined(), { timeout: 10_000 });

describe('one data directory', () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = directory();
    const server = await start(dataDir);
    await ask(server, 'create table kept (n int)');
    await server.stop();
  }, limit);

  test('is a UTF-8 cluster of an unprivileged account behind a secret password', {
    timeout: limit,
  }, async () => {
    const server = await start(dataDir);
    expect(server.startedHere).toBe(true);
    expect(
      await ask(server, 'select datlocale from pg_database where datname = current_database()'),
    ).toBe('C.UTF-8');
    expect(await ask(server, `select current_setting('listen_addresses')`)).toBe('127.0.0.1');
    expect(statSync(`/proc/${postmaster(dataDir)}`).uid).not.toBe(0);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    const wrong = new pg.Client({
      connectionString: server.adminUrl.replace(/:[^:@]+@/, ':wrong@'),
    });
    await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
    await server.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('is shared by a second start and stopped by the last user', { timeout: limit }, async () => {
    const first = await start(dataDir);
    const second = await start(dataDir);
    expect(second).toMatchObject({ startedHere: false, port: first.port });
    await first.stop();
    await first.stop();
    expect(await ask(second, 'select 1')).toBe('1');
    const pid = postmaster(dataDir);
    await second.stop();
    await ended(pid);
  });

  test('starts once when several processes come at the same moment', {
    timeout: limit,
  }, async () => {
    const servers = await Promise.all([start(dataDir), start(dataDir), start(dataDir)]);
    expect(servers.filter((server) => server.startedHere)).toHaveLength(1);
    expect(new Set(servers.map((server) => server.port)).size).toBe(1);
    await Promise.all(servers.map((server) => server.stop()));
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('recovers what was committed before the postmaster was killed', {
    timeout: limit,
  }, async () => {
    const killed = await start(dataDir);
    await ask(killed, 'set synchronous_commit = on; insert into kept values (7)').catch(() => {});
    process.kill(postmaster(dataDir), 'SIGKILL');
    const server = await start(dataDir);
    expect(await ask(server, 'select max(n) from kept')).toBe('7');
    await killed.stop();
    expect(await ask(server, 'select 1')).toBe('1');
    await server.stop();
  });

  test('is started again on the same port while somebody keeps it up', {
    timeout: limit,
  }, async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const server = await startEmbedded({ dataDir, log, fast: true, keepUp: true });
    for (let deaths = 1; deaths <= 2; deaths += 1) {
      process.kill(postmaster(dataDir), 'SIGKILL');
      await expect
        .poll(() => lines.filter((line) => line.includes('is back')).length, { timeout: limit })
        .toBe(deaths);
      expect(await ask(server, 'select max(n) from kept')).toBe('7');
    }
    const pid = postmaster(dataDir);
    await server.stop();
    await ended(pid);
  });

  test('is adopted from a process that was killed', { timeout: limit }, async () => {
    const owner = await ownerProcess(dataDir);
    const orphan = postmaster(dataDir);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const server = await start(dataDir);
    expect(server.startedHere).toBe(true);
    expect(postmaster(dataDir)).toBe(orphan);
    await server.stop();
    await ended(orphan);
  });

  test('is not misled by a pid file whose number another program has now', {
    timeout: limit,
  }, async () => {
    const pgdata = join(dataDir, 'postgres');
    const { uid, gid } = statSync(pgdata);
    // The same account and even the same folder: only the program is another one.
    const other = spawn('/bin/sleep', ['60'], { ...(root ? { uid, gid } : {}), cwd: pgdata });
    await once(other, 'spawn');
    writeFileSync(join(pgdata, 'postmaster.pid'), `${other.pid}\n${pgdata}\n1\n1\n\n\n\nready\n`);
    const server = await start(dataDir);
    expect(server.startedHere).toBe(true);
    await server.stop();
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  test('takes another port when the last one is in use', { timeout: limit }, async () => {
    const last = Number(readFileSync(join(dataDir, 'port'), 'utf8'));
    const taken = (await import('node:net')).createServer().listen(last, '127.0.0.1');
    await once(taken, 'listening');
    const server = await start(dataDir);
    expect(server.port).not.toBe(last);
    await server.stop();
    taken.close();
  });

  test('is refused when another PostgreSQL version made it', { timeout: limit }, async () => {
    const file = join(dataDir, 'postgres', 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(start(dataDir)).rejects.toThrow(/made by PostgreSQL 17 .* brings PostgreSQL 18/);
    writeFileSync(file, '18\n');
  });
});

test('a directory that holds something else is refused and left alone', async () => {
  const dataDir = dirname(directory());
  writeFileSync(join(dataDir, 'thesis.txt'), 'mine');
  const refused = await start(dataDir).catch((problem: unknown) => problem);
  expect(refused).toBeInstanceOf(StartProblem);
  expect(String(refused)).toMatch(
    /not a data directory of Zhuzhen \(it holds thesis.txt\).*DATA_DIR/,
  );
  expect(existsSync(join(dataDir, 'zhuzhen.json'))).toBe(false);
});

test('a data directory that is a file is refused', async () => {
  const dataDir = directory();
  writeFileSync(dataDir, '');
  await expect(start(dataDir)).rejects.toThrow(StartProblem);
});

test('a place that cannot be written is refused', async () => {
  await expect(start('/proc/zhuzhen/data')).rejects.toThrow(StartProblem);
});

test.runIf(root)(
  'root finds a place for a directory that shuts the account out',
  { timeout: limit },
  async () => {
    const dataDir = directory(0o700);
    const lines: string[] = [];
    const server = await start(dataDir, (line) => lines.push(line));
    const { pgdata } = JSON.parse(readFileSync(join(dataDir, 'zhuzhen.json'), 'utf8')) as {
      pgdata: string;
    };
    made.push(dirname(pgdata));
    expect(lines.join('\n')).toContain(pgdata);
    await server.stop();
    const again = await start(dataDir);
    expect(await ask(again, 'select 1')).toBe('1');
    await again.stop();
  },
);

async function ownerProcess(dataDir: string): Promise<ChildProcess> {
  const module = JSON.stringify(new URL('./embedded.ts', import.meta.url).href);
  const script = `const { startEmbedded } = await import(${module});
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, fast: true, log() {} });
    console.log('up'); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout ?? owner, 'data');
  return owner;
}
