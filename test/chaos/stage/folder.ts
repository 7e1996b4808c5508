/** The folder of a run: disks and data directories of its own, cleared at the end, and after runs that were killed. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servesFrom } from '../../../src/platform/db/embedded/processes.ts';
import { isRunning } from '../../running.ts';

const prefix = 'zhuzhen-faults-';

export function aFolder(): string {
  clearLeftOver();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755); // the database's own account must be able to enter
  return folder;
}

export function clear(folder: string): void {
  for (const pid of serversBelow(folder)) process.kill(pid, 'SIGKILL');
  for (const disk of disksBelow(folder)) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
}

function clearLeftOver(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) clear(join(tmpdir(), name));
  }
}

/** PostgreSQL of killed runs lives on: its processes work in their data directory. */
function serversBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      const place = workingFolder(pid);
      return place?.startsWith(`${folder}/`) && servesFrom(pid, place);
    });
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone, or somebody else's
  }
}

function disksBelow(folder: string): string[] {
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${folder}/`));
}
