/**
 * Where a run of `npm test` keeps what it throws away, databases and temporary files: in memory where that is roomy, which
 * takes a seventh off the time; otherwise where the tests themselves keep it.
 */
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../running.ts';

const memory = '/dev/shm';
const prefix = 'zhuzhen-test-';
/** A run needs two gigabytes, and the tests themselves the rest. */
const roomy = 8 * 1024 ** 3;

/** For the environment of the steps. */
export const scratch: NodeJS.ProcessEnv = inMemory();

function inMemory(): NodeJS.ProcessEnv {
  if (process.env.TEST_DATA_DIR !== undefined || !isRoomy()) return {};
  for (const left of readdirSync(memory))
    if (left.startsWith(prefix) && !isRunning(Number(left.slice(prefix.length))))
      rmSync(join(memory, left), { recursive: true, force: true });
  const folder = join(memory, `${prefix}${process.pid}`);
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  // The database's own account must be able to enter, whatever the umask is.
  for (const each of [folder, temporary]) chmodSync(each, 0o755);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { TEST_DATA_DIR: join(folder, 'pg'), TMPDIR: temporary };
}

function isRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > roomy && freemem() > roomy;
  } catch {
    return false; // not Linux
  }
}
