/**
 * The data directory: which one is ours, and where PostgreSQL's own files lie (inside it, or where
 * the unprivileged account can enter when the directory shuts it out).
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { type Account, accountFor, canEnter } from './account.ts';
import { sharedPlace } from './binaries.ts';

export type Place = { pgdata: string; account: Account };

const marker = 'zhuzhen.json';

/** Makes the data directory and marks it as ours; refuses one that holds anything else. */
export function claim(dataDir: string): void {
  passable(dataDir);
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  if (existsSync(join(dataDir, marker))) return;
  const strange = readdirSync(dataDir).find((name) => !['lost+found', '.gitkeep'].includes(name));
  if (strange !== undefined && !existsSync(join(dataDir, marker))) throw foreign(dataDir, strange);
  writeFileSync(join(dataDir, marker), `${JSON.stringify({ product: 'zhuzhen' })}\n`);
}

/** Turns a refusal of the file system (permission, read-only disk, a file in the way) into a StartProblem. */
export function explained(dataDir: string, cause: unknown): unknown {
  const refused = cause instanceof Error && 'syscall' in cause && 'path' in cause;
  if (!refused || cause instanceof StartProblem) return cause;
  return new StartProblem(
    `数据目录 ${dataDir} 不能使用(${cause.message}):请检查权限,或用 DATA_DIR 指定别的目录`,
    `the data directory ${dataDir} cannot be used (${cause.message}): check its permissions, or set DATA_DIR to another directory`,
    { cause },
  );
}

/** Where PostgreSQL's files of a claimed directory lie, or will when nothing stands against it. */
export const pgdataOf = (dataDir: string): string =>
  readMarker(dataDir).pgdata ?? join(dataDir, 'postgres');

/** Where PostgreSQL's files of a claimed directory lie and whose they are; chosen once, then kept. */
export function placeOf(dataDir: string, log: (line: string) => void): Place {
  const chosen = pgdataOf(dataDir);
  const account = accountFor(chosen);
  const parent = dirname(chosen);
  passable(parent);
  if (canEnter(account, parent) && (existsSync(chosen) || canOwn(account, parent))) {
    return { pgdata: join(realpathSync(parent), basename(chosen)), account };
  }
  if (existsSync(chosen)) throw shutOut(chosen);

  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 8);
  // The random part: who deleted the data directory to start afresh must not meet its old contents.
  const outside = join(sharedPlace, `${hash}-${randomBytes(2).toString('hex')}`, 'postgres');
  try {
    passable(dirname(outside));
  } catch (cause) {
    throw shutOut(chosen, cause);
  }
  if (!canEnter(account, dirname(outside)) || !canOwn(account, dirname(outside)))
    throw shutOut(chosen);
  writeFileSync(
    join(dataDir, marker),
    `${JSON.stringify({ product: 'zhuzhen', pgdata: outside })}\n`,
  );
  log(
    `普通账户进不了 ${parent},数据库文件放在 ${outside} / the unprivileged account cannot enter ${parent}: the database files lie in ${outside}`,
  );
  return { pgdata: outside, account };
}

/** Refuses a disk that would fill up at once: PostgreSQL stops hard when it can no longer write. */
export function requireRoom(pgdata: string, needed = 1_000_000_000): void {
  const { bavail, bsize } = statfsSync(dirname(pgdata));
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 1_000_000);
  throw new StartProblem(
    `磁盘空间不足:${dirname(pgdata)} 只剩 ${megabytes(free)} MB,至少需要 ${megabytes(needed)} MB:请腾出空间,或用 DATA_DIR 指定别的磁盘`,
    `too little disk: ${dirname(pgdata)} has ${megabytes(free)} MB left and ${megabytes(needed)} MB are needed: free some, or set DATA_DIR to another disk`,
  );
}

/** Refuses files of another PostgreSQL major version: they can be read only by the one that made them. */
export function requireVersion(pgdata: string, major: number): void {
  const file = join(pgdata, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : '?';
  if (found === String(major)) return;
  throw new StartProblem(
    `${pgdata} 是 PostgreSQL ${found} 的数据,本版本自带 PostgreSQL ${major}:请用原版本导出后再导入,或用 DATA_DIR 指定新目录`,
    `${pgdata} was made by PostgreSQL ${found} and this version brings PostgreSQL ${major}: dump it with the version that made it and load it here, or set DATA_DIR to a new directory`,
  );
}

/**
 * Makes a directory and its parents; PostgreSQL's account must pass the new ones whatever the umask.
 * Step by step: Node's own recursive mkdir never returns where the system has no such folder (/proc).
 */
function passable(directory: string): void {
  if (existsSync(directory)) return;
  passable(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    return; // another start was faster
  }
  chmodSync(directory, 0o755);
}

function readMarker(dataDir: string): { pgdata?: string } {
  const file = join(dataDir, marker);
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as { product?: string; pgdata?: string };
    if (read.product === 'zhuzhen') return read;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw foreign(dataDir, marker);
}

/** Whether files here can be given to the account (network and removable disks often refuse). */
function canOwn(account: Account, folder: string): boolean {
  if (account.uid === undefined || account.gid === undefined) return true;
  const probe = join(folder, `.probe-${process.pid}`);
  mkdirSync(probe);
  try {
    chownSync(probe, account.uid, account.gid);
    return true;
  } catch {
    return false; // the answer: this disk keeps no owners
  } finally {
    rmdirSync(probe);
  }
}

function foreign(dataDir: string, entry: string): StartProblem {
  return new StartProblem(
    `${dataDir} 不是驻镇通的数据目录(其中有 ${entry}):请用 DATA_DIR 指定空目录或驻镇通的数据目录`,
    `${dataDir} is not a data directory of Zhuzhen (it holds ${entry}): set DATA_DIR to an empty directory or to one of Zhuzhen's`,
  );
}

function shutOut(pgdata: string, cause?: unknown): StartProblem {
  return new StartProblem(
    `运行 PostgreSQL 的普通账户进不了 ${dirname(pgdata)}:请放开该目录的进入权限,或用 DATA_DIR 指定别的目录`,
    `the unprivileged account that runs PostgreSQL cannot enter ${dirname(pgdata)}: let it pass (chmod a+x), or set DATA_DIR to another directory`,
    { cause },
  );
}
