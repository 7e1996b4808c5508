/** Which files a physical backup holds: the cluster's own, and what else lies in the data directory. */
import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Source } from '../format/pack.ts';

/** Folders that PostgreSQL fills anew: only they themselves are kept. The log is taken apart from them. */
const emptied = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
/** Files of the running server, and of a recovery that is none of the new one's business. */
const running =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|current_logfiles|recovery\.signal|standby\.signal|.*\.tmp)$/;
const temporary = /^(pgsql_tmp.*|pg_internal\.init.*|t\d+_\d+(_(fsm|vm|init))?(\.\d+)?)$/;
const relation = /^(\d+)(?:_(fsm|vm|init))?(?:\.\d+)?$/;
const control = 'global/pg_control';

export interface ClusterFiles {
  /** Paths from the cluster's folder, '/' between the parts. */
  files: string[];
  folders: string[];
}

/** What there is now. Files may go while they are read, and come: the log replays both. */
export async function clusterFiles(pgdata: string): Promise<ClusterFiles> {
  const found: ClusterFiles = { files: [], folders: ['pg_wal/archive_status', 'pg_wal/summaries'] };
  const visit = async (folder: string): Promise<void> => {
    const inside = await entriesOf(join(pgdata, folder));
    const unlogged = new Set(
      inside.flatMap(({ name }) => (/^\d+_init$/.test(name) ? [name.replace('_init', '')] : [])),
    );
    for (const entry of inside) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (/^pgsql_tmp/.test(entry.name)) continue;
        found.folders.push(path);
        if (!emptied.has(path)) await visit(path);
      } else if (entry.isSymbolicLink()) throw new TablespaceFound(path);
      else if (entry.isFile() && !isLeftOut(path, entry.name, unlogged)) found.files.push(path);
    }
  };
  await visit('');
  return found;
}

/** A table space lies outside the cluster; the product makes none. */
export class TablespaceFound extends Error {}

function isLeftOut(path: string, name: string, unlogged: ReadonlySet<string>): boolean {
  if (path === control || running.test(name) || temporary.test(name)) return true;
  const parts = relation.exec(name);
  // Of an unlogged table only its empty beginning survives a recovery.
  return parts !== null && parts[2] !== 'init' && unlogged.has(parts[1] ?? '');
}

/** A file of the cluster as a source; undefined when it has gone. */
export async function sourceOf(
  root: string,
  path: string,
  as: string,
): Promise<Source | undefined> {
  const handle = await opened(join(root, path));
  return handle && { path: as, bytes: contents(handle) };
}

/**
 * The cluster's control file, read until two readings agree: the server may be writing it. Taken after all
 * other files, as it says where the replay must end at least.
 */
export async function controlFile(pgdata: string): Promise<Source> {
  const read = async () => {
    const handle = await open(join(pgdata, control), 'r');
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  };
  let one = await read();
  for (;;) {
    const two = await read();
    if (one.equals(two)) return { path: `pgdata/${control}`, bytes: once(two) };
    one = two;
  }
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** What a start makes by itself, and what must not be in a backup. */
const notKept = /^(zhuzhen\.json|postgres|postgres\.log.*|port|users|lock.*|drill.*|backup\.key)$/;

/** Paths of the other files of a data directory: the database's password, files people uploaded. */
export async function dataFiles(dataDir: string, except: readonly string[]): Promise<string[]> {
  const left = new Set(except.map((path) => resolve(path)));
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await entriesOf(folder)) {
      const full = join(folder, entry.name);
      if (left.has(full) || (folder === dataDir && notKept.test(entry.name))) continue;
      if (entry.isDirectory()) await visit(full);
      else if (entry.isFile() && !entry.name.endsWith('.partial'))
        found.push(relative(dataDir, full).split(sep).join('/'));
    }
  };
  await visit(dataDir);
  return found.sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []; // dropped meanwhile
    throw cause;
  }
}

async function opened(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // dropped meanwhile
    throw cause;
  }
}

async function* contents(handle: FileHandle): AsyncGenerator<Buffer> {
  try {
    for await (const part of handle.createReadStream({ autoClose: false, highWaterMark: 262_144 }))
      yield part as Buffer; // no encoding was asked for
  } finally {
    await handle.close();
  }
}
