/**
 * The archive of the log, for restoring to a moment: every finished segment, compressed and encrypted, in the
 * folder of the backups. A replication slot keeps each segment until it is there, whatever is killed in between.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import type pg from 'pg';
import { oneConnection } from '../../db/one-connection.ts';
import { StartProblem } from '../../db/start-problem.ts';
import { explainedDisk, replaceFile, syncFile, syncFolder } from '../format/durable.ts';
import type { BackupKey } from '../format/key.ts';
import { labelOf, seal, unseal } from '../format/sealed.ts';
import { isSegment, lsnNumber, lsnText, segmentsBetween } from './segments.ts';

const slot = 'zhuzhen_archive';
const shippingLock = 7251;

export const archiveFolder = (dir: string, line: string): string => join(dir, 'wal', line);

/** Up to which moment the archive reaches: nothing committed by then is missing from it. */
export interface Covered {
  at: string;
  /** The last segment that holds it. */
  segment: string;
  /** Number the next writing transaction gets; null when one was under way. */
  next: string | null;
}

const coveredFile = 'covered.json';

export function coveredOf(dir: string, line: string): Covered | undefined {
  const file = join(archiveFolder(dir, line), coveredFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Covered) : undefined; // written by us, whole
}

export interface Shipped {
  /** Segments archived now. */
  count: number;
  /** Whether the archive begins anew: segments between the last one and these are lost or were never kept. */
  begun: boolean;
}

/**
 * Closes the segment in use and archives all that are finished. Does nothing when another process is at it.
 * What was archived and not yet told to PostgreSQL when we were killed is met again and compared.
 */
export async function ship(
  adminUrl: string,
  to: { dir: string; line: string; key: BackupKey },
): Promise<Shipped | undefined> {
  const client = oneConnection(adminUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1) as mine',
      [shippingLock],
    );
    return rows[0]?.mine ? await shipLocked(client, to) : undefined;
  } catch (cause) {
    throw explainedDisk(to.dir, cause);
  } finally {
    await client.end();
  }
}

/** Stops keeping the log for the archive: otherwise it would grow until somebody archives again. */
export async function forgetArchive(adminUrl: string): Promise<void> {
  const client = oneConnection(adminUrl);
  await client.connect();
  try {
    await client.query(
      'select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and not active',
      [slot],
    );
  } finally {
    await client.end();
  }
}

interface State {
  from: string | null;
  until: string;
  timeline: number;
  bytes: number;
  wal: string;
}

async function shipLocked(
  client: pg.Client,
  { dir, line, key }: { dir: string; line: string; key: BackupKey },
): Promise<Shipped> {
  const folder = archiveFolder(dir, line);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const begun = await ensureSlot(client);
  const covered = (at: string, segment: string, next: string | null) =>
    replaceFile(join(folder, coveredFile), `${JSON.stringify({ at, segment, next })}\n`);
  const before = begun ? undefined : coveredOf(dir, line);
  const { at, next } = await writersOf(client);
  if (before && before.next !== null && before.next === next) {
    covered(at, before.segment, next);
    return { count: 0, begun };
  }
  const state = await closeSegment(client);
  const until = (lsnNumber(state.until) / BigInt(state.bytes)) * BigInt(state.bytes);
  const segments = segmentsBetween(
    state.timeline,
    lsnNumber(state.from ?? state.until),
    until,
    state.bytes,
  );
  for (const name of segments) {
    // Of earlier ones it is only known that everything in them was there when the file was last written.
    const written = statSync(join(state.wal, name)).mtime.toISOString();
    const known = name === segments.at(-1) || written > at ? at : written;
    await archive(join(state.wal, name), folder, name, known, key);
  }
  syncFolder(folder);
  const last = segments.at(-1) ?? before?.segment;
  if (last !== undefined) covered(at, last, next);
  if (segments.length > 0)
    await client.query('select pg_replication_slot_advance($1, $2)', [slot, lsnText(until)]);
  return { count: segments.length, begun };
}

/**
 * The time, and then the number the next writer will get. As long as that stays nothing was committed, and no
 * segment need be closed: each costs a write of 16 MB.
 */
async function writersOf(client: pg.Client): Promise<{ at: string; next: string | null }> {
  const { rows: times } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  const { rows } = await client.query<{ next: string | null }>(
    `select case when pg_snapshot_xmin(s) = pg_snapshot_xmax(s) then pg_snapshot_xmax(s)::text end as next
     from pg_current_snapshot() s`,
  );
  return { at: times[0]?.at.toISOString() ?? '', next: rows[0]?.next ?? null };
}

/** @returns whether the slot is new, because there was none or PostgreSQL had to let its segments go. */
async function ensureSlot(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ status: string }>(
    'select wal_status as status from pg_replication_slots where slot_name = $1',
    [slot],
  );
  if (rows[0] && rows[0].status !== 'lost') return false;
  if (rows[0]) await client.query('select pg_drop_replication_slot($1)', [slot]);
  await client.query('select pg_create_physical_replication_slot($1, true)', [slot]);
  return true;
}

async function closeSegment(client: pg.Client): Promise<State> {
  await client.query('select pg_switch_wal()');
  const { rows } = await client.query<State>(
    `select restart_lsn::text as from, pg_current_wal_flush_lsn()::text as until,
       ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int as timeline,
       pg_size_bytes(current_setting('wal_segment_size'))::int as bytes,
       current_setting('data_directory') || '/pg_wal' as wal
     from pg_replication_slots where slot_name = $1`,
    [slot],
  );
  if (!rows[0]) throw new Error('the slot of the archive is gone');
  return rows[0];
}

const fileOf = (folder: string, name: string) => join(folder, `${name}.zz`);

interface Label {
  segment: string;
  at: string;
}

async function archive(
  from: string,
  folder: string,
  name: string,
  at: string,
  key: BackupKey,
): Promise<void> {
  const target = fileOf(folder, name);
  if (existsSync(target)) return requireSame(from, target, key);
  const label: Label = { segment: name, at };
  const draft = `${target}.partial`;
  rmSync(draft, { force: true });
  try {
    await pipeline(
      createReadStream(from),
      createZstdCompress(),
      seal(key, JSON.stringify(label)),
      createWriteStream(draft, { flags: 'wx', mode: 0o600 }),
    );
    await syncFile(draft);
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
}

/** Two databases must not archive under one name: a copied data directory would do so. */
async function requireSame(from: string, archived: string, key: BackupKey): Promise<void> {
  const own = createHash('sha256');
  await pipeline(createReadStream(from), own);
  const other = createHash('sha256');
  await pipeline(opened(archived, key), createZstdDecompress(), other);
  if (own.digest('hex') === other.digest('hex')) return;
  throw new StartProblem(
    `${archived} 已有另一套系统的日志:多半是数据目录被复制后两边同时在用。请给其中一套换一个 BACKUP_DIR,并重新备份`,
    `${archived} holds the log of another installation: probably the data directory was copied and both are in use. Give one of them another BACKUP_DIR and make a new backup`,
  );
}

export interface Archived extends Label {
  file: string;
}

/** The archived segments of a line, in order. */
export function archivedIn(dir: string, line: string): Archived[] {
  const folder = archiveFolder(dir, line);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.zz') && isSegment(name.slice(0, -3)))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const label = JSON.parse(labelOf(file)) as Label; // proven when the file is opened
      return { ...label, segment: name.slice(0, -3), file };
    });
}

/** The bytes of an archived segment, still compressed, proven to be of its name and time. */
function opened(file: string, key: BackupKey): AsyncIterable<Buffer> {
  return unseal(key, file, labelOf(file))(createReadStream(file));
}

/** Takes a segment out of the archive. Throws StartProblem when it is not what its name says. */
export async function takeOut(
  { file, segment, at }: Archived,
  to: string,
  key: BackupKey,
): Promise<void> {
  const label: Label = { segment, at };
  await pipeline(
    unseal(key, file, JSON.stringify(label))(createReadStream(file)),
    createZstdDecompress(),
    createWriteStream(join(to, segment), { flags: 'wx', mode: 0o600 }),
  );
}

/** Removes segments older than the first one anybody may need. @returns how many. */
export function forgetSegments(dir: string, line: string, before: string): number {
  const gone = archivedIn(dir, line).filter(({ segment }) => segment < before);
  for (const { file } of gone) rmSync(file);
  return gone.length;
}
