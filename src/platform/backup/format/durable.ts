/** Files and folders that are on the disk when we say so. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartProblem } from '../../db/start-problem.ts';

/** Makes what was created, renamed or removed in a folder last. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the contents of a file last. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a small file so that a reader, and a disk after a power cut, has the old or the new one whole. */
export function replaceFile(file: string, text: string): void {
  const draft = `${file}.partial`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, file);
  syncFolder(dirname(file));
}

/** Removes a folder under another name first, so that a kill in between leaves nothing that looks whole. */
export function removeWhole(folder: string): void {
  const going = `${folder}.removing`;
  rmSync(going, { recursive: true, force: true });
  renameSync(folder, going);
  syncFolder(dirname(folder));
  rmSync(going, { recursive: true, force: true });
}

/** Turns a full disk and other refusals of the file system into a line an operator can act on. */
export function explainedDisk(where: string, cause: unknown): unknown {
  if (cause instanceof StartProblem || !(cause instanceof Error) || !('code' in cause))
    return cause;
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') {
    return new StartProblem(
      `磁盘满了,${where} 写不下:请腾出空间或换一块盘。这次没有留下半份备份,已有的备份不受影响`,
      `the disk is full, ${where} cannot be written: free some space or choose another disk. Nothing half-made was left, earlier backups are as they were`,
      { cause },
    );
  }
  if (!('syscall' in cause) || !('path' in cause)) return cause;
  return new StartProblem(
    `${where} 不能使用(${cause.message}):请检查目录和权限`,
    `${where} cannot be used (${cause.message}): check the folder and its permissions`,
    { cause },
  );
}
