/** The folder of the backups: drafts that become backups in one step, what is there, what goes. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../db/start-problem.ts';
import { inBeijing } from '../rules.ts';
import { explainedDisk, removeWhole, syncFolder } from './durable.ts';
import { type Manifest, packName, readUnproven } from './manifest.ts';

const form = /^\d{8}-\d{6}-(physical|logical)-([0-9a-f]{8})$/;

/** '20260728-023000-physical-1f2e3d4c': when it was begun in Beijing, what it is, whose. */
export const nameOf = (at: number, kind: Manifest['kind'], line: string): string =>
  `${inBeijing(at).replaceAll(/[-:]/g, '').replace(' ', '-')}-${kind}-${line}`;

export interface Backup {
  name: string;
  folder: string;
  /** As it says itself, not proven by the key. */
  manifest: Manifest;
}

/** All whole backups, the oldest first. */
export function backupsIn(dir: string): Backup[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => form.test(name) && existsSync(join(dir, name, packName)))
    .sort()
    .flatMap((name) => {
      const manifest = readUnproven(join(dir, name));
      return manifest?.name === name ? [{ name, folder: join(dir, name), manifest }] : [];
    });
}

/**
 * Makes a backup in a draft folder, which gets its name when everything in it is on the disk. What was begun
 * and not finished looks like no backup, and is removed: now, or by the next one when we are killed.
 */
export async function inDraft<T>(
  dir: string,
  name: string,
  work: (draft: string) => Promise<T>,
): Promise<T> {
  const draft = join(dir, `${name}.partial`);
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    const result = await work(draft);
    syncFolder(draft);
    renameSync(draft, join(dir, name));
    syncFolder(dir);
    return result;
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw explainedDisk(dir, cause);
  }
}

/** Removes drafts and half-removed backups of a line; its lock must be held, so that nobody is at work on them. */
export function clearRemains(dir: string, line: string): void {
  if (!existsSync(dir)) return;
  for (const name of readdirSync(dir)) {
    const whole = name.replace(/\.(partial|removing)$/, '');
    if (whole !== name && form.exec(whole)?.[2] === line)
      rmSync(join(dir, name), { recursive: true, force: true });
  }
}

export const removeBackup = (backup: Backup): void => removeWhole(backup.folder);

/** Refuses to begin what cannot be finished. */
export function requireFree(folder: string, needed: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
  throw new StartProblem(
    `磁盘空间不足:${folder} 只剩 ${megabytes(free)} MB,约需 ${megabytes(needed)} MB:请腾出空间或换一块盘`,
    `too little disk: ${folder} has ${megabytes(free)} MB left and about ${megabytes(needed)} MB are needed: free some space or choose another disk`,
  );
}
