/** Takes away files no row names: an upload whose deed was refused, a draft a kill left behind. */
import { link, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Pool } from '../db/pool.ts';
import type { FileStore } from './file-store.ts';

/** Columns of text whose values name files: 'room.table.column'. */
export type FileColumns = readonly string[];

/** Longer than any request takes: what is younger may belong to a deed under way. */
const youngMs = 24 * 3_600_000;
const portion = 1_000;

/**
 * A file is moved aside before it goes, and looked at again: had somebody brought the same content in meanwhile, it
 * would be young, and goes back. Whoever brings it in after that makes it anew. What a kill left aside goes back first
 * and is judged like any other. One sweep at a time: the caller sees to that.
 * @param pool a role that sees every row
 * @returns how many were taken away
 */
export async function sweepFiles(
  pool: Pool,
  { folder, pathOf }: Pick<FileStore, 'folder' | 'pathOf'>,
  columns: FileColumns,
  nowMs: number,
): Promise<number> {
  await putBack(folder, pathOf);
  const { files, drafts } = await found(folder);
  let gone = 0;
  for (const draft of drafts) {
    if (!(await isOld(draft, nowMs))) continue;
    await rm(draft, { force: true });
    gone += 1;
  }
  for (let at = 0; at < files.length; at += portion) {
    const some = files.slice(at, at + portion);
    const named = await namedBy(pool, columns, some);
    for (const sha256 of some) {
      const path = pathOf(sha256);
      if (named.has(sha256) || !(await isOld(path, nowMs))) continue;
      const aside = `${path}.partial`;
      await rename(path, aside);
      if (await isOld(aside, nowMs)) {
        await rm(aside);
        gone += 1;
      } else await rename(aside, path);
    }
  }
  return gone;
}

/** Puts files back that an earlier sweep moved aside and did not come to decide on; where the content came anew, that stays. */
async function putBack(folder: string, pathOf: FileStore['pathOf']): Promise<void> {
  for (const aside of (await found(folder)).asides) {
    const path = pathOf(basename(aside, '.partial'));
    // A link, not a renaming: it fails where the content lies there already.
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(aside);
  }
}

async function found(
  folder: string,
): Promise<{ files: string[]; drafts: string[]; asides: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []; // nobody uploaded anything yet
      throw error;
    },
  );
  const files = entries.filter((entry) => entry.isFile());
  const partial = files.filter(({ name }) => name.endsWith('.partial'));
  const isAside = ({ name }: { name: string }) => /^[0-9a-f]{64}\.partial$/.test(name);
  const pathsOf = (some: typeof files) =>
    some.map(({ parentPath, name }) => join(parentPath, name));
  return {
    files: files.map(({ name }) => name).filter((name) => /^[0-9a-f]{64}$/.test(name)),
    drafts: pathsOf(partial.filter((entry) => !isAside(entry))),
    asides: pathsOf(partial.filter(isAside)),
  };
}

async function isOld(path: string, nowMs: number): Promise<boolean> {
  const at = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return at !== null && at.mtimeMs < nowMs - youngMs;
}

async function namedBy(
  pool: Pool,
  columns: FileColumns,
  files: readonly string[],
): Promise<Set<string>> {
  const named = new Set<string>();
  for (const column of columns) {
    const parts = column.split('.');
    if (parts.length !== 3 || !parts.every((part) => /^[a-z0-9_]+$/.test(part)))
      throw new RangeError(`${column} is no column`);
    const [schema, table, name] = parts;
    const { rows } = await pool.query<{ sha256: string }>(
      `select distinct ${name} as sha256 from ${schema}.${table} where ${name} = any ($1)`,
      [files],
    );
    for (const { sha256 } of rows) named.add(sha256);
  }
  return named;
}
