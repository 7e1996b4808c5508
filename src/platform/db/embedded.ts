/**
 * The PostgreSQL that comes with the product: made on first start, started when needed, shared by the
 * processes that use one data directory, stopped by the last of them, recovered after any kill.
 * It listens on 127.0.0.1 alone and never runs as root.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { binariesFor } from './embedded/binaries.ts';
import { initialise, secretOf } from './embedded/cluster.ts';
import { keepUp } from './embedded/keep-up.ts';
import {
  claim,
  explained,
  pgdataOf,
  placeOf,
  requireRoom,
  requireVersion,
} from './embedded/place.ts';
import { halt, launch, readyPort } from './embedded/postmaster.ts';
import { postmasterOf } from './embedded/processes.ts';
import { alone, enter, inUse, leave } from './embedded/users.ts';
import { oneConnection } from './one-connection.ts';
import { StartProblem } from './start-problem.ts';

export type EmbeddedOptions = {
  /** Holds everything that must survive: the cluster, its password, its log. Made when absent. */
  dataDir: string;
  /** Receives a line for each step that takes time or deserves to be known. */
  log: (line: string) => void;
  /** A fixed port; otherwise a random free one, kept for the next start. */
  port?: number;
  /** Gives up durability for speed: only for data that may be lost, as in tests. */
  fast?: boolean;
  /** How long a replay of the log may take; ten minutes unless told otherwise. */
  patience?: number;
  /** Starts the server again, on the same port, whenever it dies while this process uses it. */
  keepUp?: boolean;
};

export type Embedded = {
  /** The superuser's address of the database `zhuzhen`. */
  adminUrl: string;
  port: number;
  /** Whether this call started the server, or adopted one whose users have all died. */
  startedHere: boolean;
  /** Ends this process's use; the last user's call stops the server. Calling it again does nothing. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded server of a data directory, or joins the running one.
 * Throws StartProblem for everything an operator can remove.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  try {
    claim(dataDir);
    return await alone(dataDir, () => startOrJoin(dataDir, options));
  } catch (cause) {
    throw explained(dataDir, cause);
  }
}

/**
 * Removes a data directory with everything in it, PostgreSQL's files included where they lie elsewhere; a server
 * that a killed process left behind is stopped first. Refuses one that somebody uses, unless forced: by the one
 * who uses it and is about to end.
 */
export async function removeEmbedded(
  dataDir: string,
  { force = false }: { force?: boolean } = {},
): Promise<void> {
  if (!existsSync(dataDir)) return;
  claim(dataDir);
  const remove = async () => {
    if (!force && inUse(dataDir)) {
      throw new StartProblem(
        `${dataDir} 正在使用:请先停掉用它的程序`,
        `${dataDir} is in use: stop the program that uses it first`,
      );
    }
    const pgdata = pgdataOf(dataDir);
    await halt(pgdata);
    rmSync(pgdata, { recursive: true, force: true, maxRetries: 5 });
    if (dirname(pgdata) !== dataDir) rmSync(dirname(pgdata), { recursive: true, force: true });
  };
  await (force ? remove() : alone(dataDir, remove));
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

async function startOrJoin(dataDir: string, options: EmbeddedOptions): Promise<Embedded> {
  const shared = inUse(dataDir);
  const entry = enter(dataDir);
  try {
    const { port, pgdata, running } = await serverOf(dataDir, options);
    try {
      const adminUrl = await databaseAt(port, secretOf(dataDir, false));
      const letGo = options.keepUp ? kept(dataDir, pgdata, port, options) : async () => {};
      const stop = stopping(dataDir, pgdata, entry, letGo);
      return { adminUrl, port, startedHere: !(running && shared), stop };
    } catch (cause) {
      if (!shared) await halt(pgdata);
      throw cause;
    }
  } catch (cause) {
    leave(dataDir, entry);
    throw cause;
  }
}

async function serverOf(dataDir: string, options: EmbeddedOptions) {
  const { log, port, fast = false, patience } = options;
  const place = placeOf(dataDir, log);
  const { pgdata } = place;
  const fresh = !existsSync(pgdata);
  const found = fresh ? undefined : await readyPort(pgdata);
  if (found !== undefined) return { port: found, pgdata, running: true };

  requireRoom(pgdata);
  const binaries = binariesFor(place.account, log);
  const secret = secretOf(dataDir, fresh);
  if (fresh) {
    log('首次启动:建立数据库…… / first start: making the database…');
    await initialise(binaries, place, secret, fast);
  }
  requireVersion(pgdata, binaries.major);
  return {
    port: await launch({ dataDir, place, binaries, port, fast, log, patience }),
    pgdata,
    running: false,
  };
}

/** Makes the product's database when the cluster is new, and proves that the server answers. */
async function databaseAt(port: number, secret: string): Promise<string> {
  const url = (database: string) => `postgres://postgres:${secret}@127.0.0.1:${port}/${database}`;
  const client = oneConnection(url('postgres'));
  await client.connect();
  try {
    const found = await client.query(`select from pg_database where datname = 'zhuzhen'`);
    if (found.rowCount === 0) {
      await client.query(
        `create database zhuzhen template template0 encoding 'UTF8'
           locale_provider builtin locale 'C.UTF-8' builtin_locale 'C.UTF-8'`,
      );
    }
  } finally {
    await client.end();
  }
  return url('zhuzhen');
}

function kept(dataDir: string, pgdata: string, port: number, options: EmbeddedOptions) {
  const { log, fast = false, patience } = options;
  const again = () =>
    alone(dataDir, async () => {
      // Another process of this directory may have been faster.
      const found = await readyPort(pgdata);
      if (found === port) return;
      if (found !== undefined) throw movedTo(found);
      const place = placeOf(dataDir, log);
      const binaries = binariesFor(place.account, log);
      await launch({ dataDir, place, binaries, port, fast, log, patience });
    });
  return keepUp({ isUp: () => postmasterOf(pgdata)?.port === port, again, log });
}

function movedTo(port: number): StartProblem {
  return new StartProblem(
    `数据库换到了端口 ${port}:请重新启动驻镇通`,
    `the database has moved to port ${port}: start Zhuzhen again`,
  );
}

function stopping(
  dataDir: string,
  pgdata: string,
  entry: string,
  letGo: () => Promise<void>,
): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await letGo();
    await alone(dataDir, async () => {
      leave(dataDir, entry);
      if (!inUse(dataDir)) await halt(pgdata);
    });
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
