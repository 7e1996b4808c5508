/** A small disk of one's own that can be filled to the last page and given room again: a tmpfs whose size changes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

export interface SmallDisk {
  path: string;
  /** Leaves so many bytes free. */
  leave(bytes: number): void;
  /** Gives room again. */
  widen(): void;
  remove(): void;
}

/** More than the product asks for at its start; memory is used only for what is written. */
const wide = 3_000_000_000;

/** @returns why this machine allows no disk of its own, or the disk. */
export function aSmallDisk(path: string): SmallDisk | { impossible: string } {
  if (process.getuid?.() !== 0) return { impossible: 'only root may mount a disk of its own' };
  mkdirSync(path);
  const mounted = run('mount', '-t', 'tmpfs', '-o', `size=${wide},mode=755`, 'tmpfs', path);
  if (mounted !== '') return { impossible: mounted };
  const resize = (bytes: number) => {
    const refused = run('mount', '-o', `remount,size=${bytes}`, path);
    if (refused !== '') throw new Error(refused);
  };
  return {
    path,
    leave: (bytes) => {
      const { blocks, bfree, bsize } = statfsSync(path);
      resize((blocks - bfree) * bsize + bytes);
    },
    widen: () => resize(wide),
    remove: () => {
      const refused = run('umount', path);
      if (refused !== '') throw new Error(refused);
    },
  };
}

/** @returns what went wrong; nothing when all is well. */
function run(program: string, ...args: string[]): string {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return '';
  return error?.message ?? (stderr.trim() || `${program} ended with ${status}`);
}
