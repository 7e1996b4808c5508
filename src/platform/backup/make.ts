/** Making a backup from beginning to end: lock, key, draft, manifest, record, and what may go afterwards. */
import type pg from 'pg';
import { readMigrations } from '../db/migrate.ts';
import { oneConnection } from '../db/one-connection.ts';
import { type Db, kyselyOver, openPool, type Pool } from '../db/pool.ts';
import { StartProblem } from '../db/start-problem.ts';
import { explainedDisk } from './format/durable.ts';
import {
  backupsIn,
  clearRemains,
  inDraft,
  nameOf,
  removeBackup,
  requireFree,
} from './format/folder.ts';
import { type BackupKey, readOrMakeKey } from './format/key.ts';
import { type Manifest, writeManifest } from './format/manifest.ts';
import { compressionName } from './format/pack.ts';
import { cipherName } from './format/sealed.ts';
import { takeLogical } from './logical/take.ts';
import { forgetSegments } from './physical/archive.ts';
import { type Taken, takePhysical } from './physical/take.ts';
import { type Keep, kept } from './rules.ts';
import type { BackupSettings } from './settings.ts';
import { lineOf, lockBackups, recorded } from './store.ts';

/** The database that is backed up. */
export interface Subject {
  adminUrl: string;
  ownerUrl: string;
  dataDir: string;
  /** Whether it is the embedded one, whose files we can reach. */
  embedded: boolean;
}

export interface BackupWish {
  subject: Subject;
  settings: BackupSettings;
  /** Where to; usually BACKUP_DIR. */
  dir: string;
  kind: Manifest['kind'];
  /** Version of the product. */
  product: string;
  tell: (line: string) => void;
}

export interface Made {
  backup: string;
  bytes: number;
  manifest: Manifest;
  /** Backups removed because newer ones stand for their days, weeks and months. */
  removed: string[];
}

/** Makes a backup. Throws StartProblem for everything an operator can remove; nothing half-made is left. */
export async function makeBackup(wish: BackupWish): Promise<Made> {
  const { subject, dir, kind } = wish;
  return locked(subject, async (db, owner) => {
    const key = readOrMakeKey(wish.settings, wish.tell);
    const line = await lineOf(db);
    const name = nameOf(Date.now(), kind, line);
    const run = { kind: 'backup' as const, form: kind, folder: dir, backup: name };
    const made = await recorded(db, run, () =>
      intoFolder(wish, owner, { name, line, key }).catch((cause: unknown) => {
        throw explainedDisk(dir, cause);
      }),
    );
    // Only the folder the server looks after is tidied: a copy on somebody's own disk is theirs.
    const removed = dir === wish.settings.dir ? removeOld(dir, line, kind, wish.settings.keep) : [];
    return { ...made, removed };
  });
}

interface Named {
  name: string;
  line: string;
  key: BackupKey;
}

async function intoFolder(
  wish: BackupWish,
  owner: Pool,
  about: Named,
): Promise<Omit<Made, 'removed'>> {
  const { dir, kind } = wish;
  const { name, line, key } = about;
  clearRemains(dir, line);
  const last = backupsIn(dir).findLast(({ manifest: m }) => m.line === line && m.kind === kind);
  requireFree(dir, 50_000_000 + (last?.manifest.stored ?? 0) * 1.2);
  const manifest = await inDraft(dir, name, async (draft) => {
    const whole = await described(wish, owner, about, await take(draft, wish, key, name));
    writeManifest(draft, whole, key);
    return whole;
  });
  return { backup: name, bytes: manifest.stored, manifest };
}

/** Works while no other backup or drill of the database runs. */
export async function locked<T>(
  subject: Pick<Subject, 'adminUrl' | 'ownerUrl'>,
  work: (db: Db, owner: Pool) => Promise<T>,
): Promise<T> {
  const client = oneConnection(subject.adminUrl);
  const owner = openPool(subject.ownerUrl, { max: 2 });
  try {
    await client.connect();
    await requireRuns(client);
    const db = kyselyOver(owner);
    await lockBackups(client, db);
    return await work(db, owner);
  } finally {
    await Promise.all([client.end(), owner.end()]);
  }
}

async function requireRuns(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    // Asked of the catalogue, because an administrator may be let into no schema of the product.
    `select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'platform' and c.relname = 'backup_run') as there`,
  );
  if (rows[0]?.there) return;
  throw new StartProblem(
    '数据库还没有升到带备份的版本:请先运行 zhuzhen migrate 或启动一次',
    'the database is not at a version that keeps backups: run zhuzhen migrate first, or start once',
  );
}

function take(draft: string, wish: BackupWish, key: BackupKey, name: string): Promise<Taken> {
  const { subject, settings, dir } = wish;
  const except = [dir, settings.keyFile, ...(settings.dir === undefined ? [] : [settings.dir])];
  const { adminUrl, ownerUrl, dataDir } = subject;
  return wish.kind === 'physical'
    ? takePhysical(draft, { adminUrl, dataDir, except, key, name })
    : takeLogical(draft, { ownerUrl, dataDir, except, key, name });
}

async function described(
  wish: BackupWish,
  owner: Pool,
  { name, line, key }: Named,
  taken: Taken,
): Promise<Manifest> {
  const migrations = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  );
  const version = await owner.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return {
    format: 1,
    name,
    kind: wish.kind,
    line,
    product: wish.product,
    migrations: migrations.rows,
    postgres: version.rows[0]?.version ?? '',
    keyId: key.id,
    cipher: cipherName,
    compression: compressionName,
    ...taken,
  };
}

/** Removes what the rule does not keep, and the log that only those needed. */
function removeOld(dir: string, line: string, kind: Manifest['kind'], keep: Keep): string[] {
  const mine = backupsIn(dir).filter(({ manifest: m }) => m.line === line && m.kind === kind);
  const stay = kept(
    mine.map(({ name, manifest }) => ({ name, at: Date.parse(manifest.startedAt) })),
    keep,
  );
  const gone = mine.filter(({ name }) => !stay.has(name));
  for (const backup of gone) removeBackup(backup);
  const oldest = mine.find(({ name }) => stay.has(name))?.manifest.physical?.firstSegment;
  if (oldest) forgetSegments(dir, line, oldest);
  return gone.map(({ name }) => name);
}

/** Refuses a backup of a newer version of the product, whose tables this one does not know. */
export async function requireKnown(manifest: Manifest, roomsDir: string): Promise<void> {
  const known = new Map((await readMigrations(roomsDir)).map((m) => [m.name, m.checksum]));
  const strange = manifest.migrations.filter((m) => known.get(m.name) !== m.checksum);
  if (strange.length === 0) return;
  throw new StartProblem(
    `备份 ${manifest.name} 出自另一个版本的驻镇通(${manifest.product},含本版本没有的 ${strange[0]?.name}):请装上那个版本或更新的版本再恢复`,
    `the backup ${manifest.name} is of another version of the product (${manifest.product}, with ${strange[0]?.name}, which this one lacks): install that version or a newer one and restore again`,
  );
}
