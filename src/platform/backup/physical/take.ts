/**
 * A backup of the embedded cluster while it works: its files between pg_backup_start and pg_backup_stop, the
 * part of the log that makes them consistent, and the other files of the data directory, in one encrypted pack.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { oneConnection } from '../../db/one-connection.ts';
import { StartProblem } from '../../db/start-problem.ts';
import type { BackupKey } from '../format/key.ts';
import { type Manifest, packName } from '../format/manifest.ts';
import { type Source, writePack } from '../format/pack.ts';
import {
  clusterFiles,
  controlFile,
  dataFiles,
  once,
  sourceOf,
  TablespaceFound,
} from './cluster-files.ts';
import { type Point, settlePoint } from './point.ts';
import { lsnNumber, segmentsBetween } from './segments.ts';

export interface PhysicalWish {
  adminUrl: string;
  dataDir: string;
  /** Folders and files in the data directory that are no part of it: the backups themselves, their key. */
  except: readonly string[];
  key: BackupKey;
  name: string;
}

export type Taken = Pick<
  Manifest,
  'startedAt' | 'stoppedAt' | 'size' | 'stored' | 'files' | 'tables' | 'physical' | 'logical'
>;

interface Cluster {
  pgdata: string;
  timeline: number;
  segmentBytes: number;
  systemIdentifier: string;
}

/** Writes the pack into the draft folder. */
export async function takePhysical(draft: string, wish: PhysicalWish): Promise<Taken> {
  const session = oneConnection(wish.adminUrl);
  await session.connect();
  try {
    const cluster = await describe(session);
    const startedAt = await clock(session);
    // Keeps the log from being removed while we copy; gone with the session, whatever happens.
    await session.query(
      `select pg_create_physical_replication_slot('zhuzhen_base_' || pg_backend_pid(), true, true)`,
    );
    const start = await one(session, 'select pg_backup_start($1, true) as value', [wish.name]);
    const end = { stopLsn: '', consistentAt: '', coveredUntil: '', folders: [] as string[] };
    let point: Point | undefined;
    let segments: string[] = [];

    async function* sources(): AsyncGenerator<Source> {
      const { files, folders } = await clusterFiles(cluster.pgdata);
      end.folders = folders;
      for (const path of files) {
        const source = await sourceOf(cluster.pgdata, path, `pgdata/${path}`);
        if (source) yield source;
      }
      yield await controlFile(cluster.pgdata);
      const { rows } = await session.query<{ lsn: string; labelfile: string }>(
        'select lsn, labelfile from pg_backup_stop(false)',
      );
      end.stopLsn = rows[0]?.lsn ?? '';
      end.consistentAt = await clock(session);
      yield { path: 'pgdata/backup_label', bytes: once(Buffer.from(rows[0]?.labelfile ?? '')) };

      point = await settlePoint(wish.adminUrl, wish.name);
      end.coveredUntil = point?.at ?? (await clock(session));
      segments = await closedSegments(session, cluster, start);
      for (const path of [...segments, ...(await histories(cluster.pgdata))]) {
        const source = await sourceOf(join(cluster.pgdata, 'pg_wal'), path, `wal/${path}`);
        if (!source) throw new Error(`segment ${path} of the log was removed under the backup`);
        yield source;
      }
      for (const path of await dataFiles(wish.dataDir, wish.except)) {
        const source = await sourceOf(wish.dataDir, path, `data/${path}`);
        if (source) yield source;
      }
    }

    const pack = await writePack(join(draft, packName), wish.key, wish.name, sources());
    const { pgdata: _, ...about } = cluster;
    return {
      startedAt,
      stoppedAt: await clock(session),
      size: pack.size,
      stored: pack.stored,
      files: pack.entries,
      tables: point?.rows ?? [],
      physical: {
        ...about,
        ...end,
        startLsn: start,
        point: point ? { name: point.name, at: point.at } : null,
        firstSegment: segments[0] ?? '',
        lastSegment: segments.at(-1) ?? '',
      },
    };
  } catch (cause) {
    throw cause instanceof TablespaceFound ? tablespace(cause.message) : cause;
  } finally {
    await session.end(); // a backup under way on this session is given up by the server
  }
}

async function describe(session: pg.Client): Promise<Cluster> {
  const { rows } = await session.query<Cluster>(
    `select current_setting('data_directory') as pgdata,
       ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int as timeline,
       pg_size_bytes(current_setting('wal_segment_size'))::int as "segmentBytes",
       system_identifier::text as "systemIdentifier"
     from pg_control_system()`,
  );
  if (!rows[0]) throw new Error('the cluster does not describe itself');
  return rows[0];
}

/** Closes the segment in use and names those from the start of the backup up to it. */
async function closedSegments(
  session: pg.Client,
  { timeline, segmentBytes }: Cluster,
  start: string,
): Promise<string[]> {
  await session.query('select pg_switch_wal()');
  const flushed = await one(session, 'select pg_current_wal_flush_lsn() as value');
  return segmentsBetween(timeline, lsnNumber(start), lsnNumber(flushed), segmentBytes);
}

/** Files that tell how the cluster's history branched, after an earlier restore. */
async function histories(pgdata: string): Promise<string[]> {
  const names = await readdir(join(pgdata, 'pg_wal'));
  return names.filter((name) => /^[0-9A-F]{8}\.history$/.test(name)).sort();
}

const clock = async (session: pg.Client) =>
  new Date(
    await one(session, `select extract(epoch from clock_timestamp()) * 1000 as value`).then(Number),
  ).toISOString();

async function one(session: pg.Client, sql: string, values: unknown[] = []): Promise<string> {
  const { rows } = await session.query<{ value: unknown }>(sql, values);
  return String(rows[0]?.value);
}

const tablespace = (path: string) =>
  new StartProblem(
    `数据库文件里有指向别处的链接 ${path}(表空间),备份不了:请把那里的表移回默认表空间`,
    `the database has a link to elsewhere, ${path} (a table space), and cannot be backed up: move its tables back to the default table space`,
  );
