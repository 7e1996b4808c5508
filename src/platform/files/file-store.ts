/**
 * Files under the data directory by the SHA-256 of their contents: the same content lies there once, and what lies
 * there is never changed. Which of them a row names is for the rooms; what no row names is swept (sweep.ts).
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../backup/format/durable.ts';
import { Refusal } from '../http/problem.ts';
import { type FileType, fileTypeOf, takenAsScans, tellingBytes } from './file-type.ts';

export interface StoredFile {
  /** 64 hexadecimal digits. */
  sha256: string;
  size: number;
  type: FileType;
}

export interface FileStore {
  folder: string;
  /**
   * Takes a file in whole. Nothing of it is looked at but its first bytes.
   * @param takes types that are taken; scans unless told otherwise
   * @throws Refusal when it is empty, of no type that is taken, or of more bytes than `most`
   */
  take(
    source: AsyncIterable<Uint8Array>,
    most: number,
    takes?: readonly FileType[],
  ): Promise<StoredFile>;
  /** @throws Refusal when it is not there: somebody removed it behind our back, or a backup came without it. */
  open(sha256: string): Promise<{ handle: FileHandle; size: number }>;
  pathOf(sha256: string): string;
}

const name = /^[0-9a-f]{64}$/;

export function fileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!name.test(sha256)) throw new RangeError('a file is named by 64 hexadecimal digits');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    folder,
    pathOf,
    async take(source, most, takes = takenAsScans) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `${randomUUID()}.partial`);
      const handle = await open(draft, 'wx', 0o600);
      try {
        const taken = await written(handle, source, most, takes);
        await handle.sync();
        const path = pathOf(taken.sha256);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        // Over what may lie there already: it is the same, and young again for the sweep.
        await rename(draft, path);
        syncFolder(dirname(path));
        return taken;
      } catch (error) {
        await unlink(draft).catch(() => undefined); // it may have its name already
        throw error;
      } finally {
        await handle.close();
      }
    },
    async open(sha256) {
      const handle = await open(pathOf(sha256), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new Refusal('platform.refusal.file_gone', {}, 409);
        throw error;
      });
      const { size } = await handle.stat();
      return { handle, size };
    },
  };
}

async function written(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  most: number,
  takes: readonly FileType[],
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  let first = new Uint8Array();
  let type: FileType | null = null;
  for await (const part of source) {
    size += part.length;
    if (size > most) throw tooLarge(most);
    if (type === null) {
      first = Buffer.concat([first, part]).subarray(0, tellingBytes);
      type = fileTypeOf(first);
      if (type ? !takes.includes(type) : first.length >= tellingBytes) throw wrongType(takes);
    }
    hash.update(part);
    await handle.appendFile(part);
  }
  if (size === 0) throw new Refusal('platform.refusal.file_empty');
  if (type === null) throw wrongType(takes);
  return { sha256: hash.digest('hex'), size, type };
}

export const tooLarge = (most: number): Refusal =>
  new Refusal('platform.refusal.file_large', { most: Math.floor(most / 1_048_576) }, 413);
const wrongType = (takes: readonly FileType[]) =>
  new Refusal(
    takes.includes('zip') ? 'platform.refusal.workbook_type' : 'platform.refusal.file_type',
  );
