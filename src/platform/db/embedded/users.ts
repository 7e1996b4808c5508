/**
 * Who uses the server of a data directory. The web server and a command may share one; the last to
 * leave stops it. A killed process leaves its entry behind, so entries are checked with the kernel.
 */
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '../start-problem.ts';
import { markAlive, processMark } from './processes.ts';

let handles = 0;

/** Enters this process as a user of the server; returns the entry for `leave`. */
export function enter(home: string): string {
  mkdirSync(join(home, 'users'), { recursive: true });
  handles += 1;
  const entry = `${processMark(process.pid)}.${handles}`;
  writeFileSync(join(home, 'users', entry), '');
  return entry;
}

/** Removes an entry. */
export function leave(home: string, entry: string): void {
  rmSync(join(home, 'users', entry), { force: true });
}

/** Whether a living process uses the server; entries of dead ones are removed. */
export function inUse(home: string): boolean {
  mkdirSync(join(home, 'users'), { recursive: true });
  const alive = readdirSync(join(home, 'users')).filter((entry) => {
    if (markAlive(entry.replace(/\.\d+$/, ''))) return true;
    leave(home, entry);
    return false;
  });
  return alive.length > 0;
}

/** Runs the work while no other process starts or stops the server of this directory. */
export async function alone<T>(home: string, work: () => Promise<T>): Promise<T> {
  const lock = join(home, 'lock');
  handles += 1;
  const mine = `${processMark(process.pid)}.${handles}`;
  await take(lock, mine);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A start may include a crash recovery of minutes; who waits longer than this is told whom for. */
const patience = 300_000;

async function take(lock: string, mine: string): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    if (create(lock, mine)) return;
    const holder = contents(lock);
    if (holder !== undefined && !markAlive(holder.replace(/\.\d+$/, ''))) {
      seize(lock, holder, mine);
    }
    if (Date.now() > end) {
      throw new StartProblem(
        `另一个进程(${holder?.split('-')[0]})一直在启动或停止数据库:请等它结束后再试`,
        `another process (${holder?.split('-')[0]}) keeps starting or stopping the database: wait for it to end, then try again`,
      );
    }
    await sleep(50);
  }
}

/** Makes the lock with its contents in one step, so that a kill in between leaves no nameless lock. */
function create(lock: string, mine: string): boolean {
  const draft = `${lock}.${mine}`;
  writeFileSync(draft, mine);
  try {
    linkSync(draft, lock);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's lock aside; puts it back if a living process took it in between. */
function seize(lock: string, holder: string, mine: string): void {
  const aside = `${lock}.${mine}`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // another waiter was faster
  }
  if (contents(aside) !== holder) renameSync(aside, lock);
  else rmSync(aside, { force: true });
}

function contents(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // released in the meantime
  }
}
