/**
 * What Linux knows about processes: whether a recorded one still lives (a process number alone may
 * have been given to another program since), and which server works in a data directory.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A name for a process that no later process gets: its number, its start tick, the boot. */
export function processMark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces; state is field 3, start 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${pid}-${fields[19]}-${boot}`;
  } catch {
    return undefined; // no such process
  }
}

/** Whether the process a mark names still runs. */
export function markAlive(mark: string): boolean {
  const pid = Number(/^(\d+)-/.exec(mark)?.[1] ?? 0);
  return pid > 0 && processMark(pid) === mark;
}

/** Whether the process is a PostgreSQL process working in this data directory. */
export function servesFrom(pid: number, pgdata: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === pgdata &&
      basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
    );
  } catch {
    return false; // gone, a zombie, or another user's: none of them is our server
  }
}

/** All PostgreSQL processes working in this data directory, orphans of a killed server included. */
export function serversIn(pgdata: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => servesFrom(pid, pgdata));
}

/** The running postmaster of a data directory according to its pid file and the kernel together. */
export function postmasterOf(
  pgdata: string,
): { pid: number; port: number; status: string } | undefined {
  const lines = pidFile(pgdata);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !servesFrom(pid, pgdata)) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

/** Polls until the condition holds; false when the time is over. */
export async function until(milliseconds: number, holds: () => boolean): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

function pidFile(pgdata: string): string[] {
  try {
    return readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return []; // no server has started here, or it stopped in good order
  }
}
