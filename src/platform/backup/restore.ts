/** Restoring: which backup, into where, and the proof that it is whole. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Embedded } from '../db/embedded.ts';
import { removeEmbedded, startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { kyselyOver, openPool } from '../db/pool.ts';
import { ensureRoles, roleUrls } from '../db/roles.ts';
import { explainedDisk, syncFolder } from './format/durable.ts';
import { type Backup, backupsIn, requireFree } from './format/folder.ts';
import { type BackupKey, writeKey } from './format/key.ts';
import { type Manifest, readProven } from './format/manifest.ts';
import { beginLoad, loadLogical } from './logical/load.ts';
import { requireKnown } from './make.ts';
import { archivedIn, coveredOf } from './physical/archive.ts';
import { type Plan, planFor, reachText, type Target } from './physical/plan.ts';
import { restorePhysical } from './physical/restore.ts';
import { filesOnly, isThere, logicalHasOneMoment, noBackup, outOfReach } from './refusals.ts';
import { newLine, recordRestore } from './store.ts';
import { type Verified, verify } from './verify.ts';

/** What the product knows and the platform does not. */
export interface Product {
  /** Folder of the rooms with their migrations. */
  roomsDir: string;
  /** Brings the database to this version and compares what is derived with what it is derived from; a line a fault. */
  faultsOf(adminUrl: string): Promise<string[]>;
}

export interface RestoreWish {
  /** Folder of the backups. */
  dir: string;
  /** Name of a backup; otherwise the one that fits best. */
  backup?: string | undefined;
  /** Only those of one database, or of one kind. */
  among?: { line?: string; kind?: Manifest['kind'] };
  target: Target;
  key: BackupKey;
  product: Product;
  log: (line: string) => void;
  /** Gives up durability for speed: for what is thrown away afterwards. */
  fast?: boolean;
}

export interface Restored {
  backup: string;
  kind: Manifest['kind'];
  bytes: number;
  /** Nothing committed by then is missing; for a wished moment that moment. */
  until: string;
  verified: Verified;
  seconds: number;
}

interface Chosen {
  plan: Plan<Backup>;
  manifest: Manifest;
}

/** Finds the backup and proves its manifest. Throws StartProblem when none fits. */
export async function choose(wish: RestoreWish): Promise<Chosen> {
  const { dir, backup, among = {} } = wish;
  const all = backupsIn(dir).filter(
    ({ name, manifest: { line, kind } }) =>
      (backup ?? name) === name && (among.line ?? line) === line && (among.kind ?? kind) === kind,
  );
  if (all.length === 0) throw noBackup(dir, backup);
  const plan = planOf(all, wish);
  const manifest = readProven(plan.backup.folder, wish.key);
  await requireKnown(manifest, wish.product.roomsDir);
  return { plan, manifest };
}

function planOf(all: readonly Backup[], { dir, target }: RestoreWish): Plan<Backup> {
  const logical = all.findLast(({ manifest }) => manifest.kind === 'logical');
  const whole = typeof target === 'string' && logical;
  const rows = whole && { backup: logical, segments: [], coveredUntil: logical.manifest.startedAt };
  const physical = all.filter(({ manifest }) => manifest.kind === 'physical');
  if (physical.length === 0 && rows) return rows;
  if (physical.length === 0) throw logicalHasOneMoment(logical?.name ?? '');
  const plan = planFor(
    physical,
    (line) => ({ segments: archivedIn(dir, line), covered: coveredOf(dir, line) }),
    target,
  );
  if ('backup' in plan) return rows && rows.coveredUntil > plan.coveredUntil ? rows : plan;
  throw outOfReach(reachText(plan, '至'), reachText(plan, 'to'));
}

/**
 * Restores into a data directory that is not there yet. It gets its name when everything in it was found whole:
 * a restore that is killed or finds a fault leaves nothing under that name.
 */
export async function restoreInto(
  into: string,
  wish: RestoreWish,
  from: { startedAt: Date },
): Promise<Restored> {
  const dataDir = resolve(into);
  if (existsSync(dataDir)) throw isThere(dataDir);
  const draft = `${dataDir}.partial`;
  const chosen = await choose(wish);
  await removeEmbedded(draft);
  try {
    const restored = await restoreUnder(draft, chosen, wish, async (server, done) => {
      const urls = roleUrls(server.adminUrl);
      const owner = openPool(urls.zz_owner, { max: 1 });
      try {
        const db = kyselyOver(owner);
        await newLine(db);
        const { backup, bytes, kind: form } = done;
        await recordRestore(db, { form, folder: wish.dir, backup, bytes, ...from });
      } finally {
        await owner.end();
      }
    });
    if (restored.verified.faults.length > 0) {
      await removeEmbedded(draft);
      return restored;
    }
    // The next backups are made with the key these were made with.
    writeKey(join(draft, 'backup.key'), wish.key);
    renameSync(draft, dataDir);
    syncFolder(dirname(dataDir));
    return restored;
  } catch (cause) {
    await removeEmbedded(draft);
    throw explainedDisk(dataDir, cause);
  }
}

/** Restores under a draft's name, verifies, does what is to be done with a sound one, and stops it. */
export async function restoreUnder(
  dataDir: string,
  { plan, manifest }: Chosen,
  wish: RestoreWish,
  whenSound: (server: Embedded, done: Restored) => Promise<void>,
): Promise<Restored> {
  const began = Date.now();
  const { key, log, target, fast = false } = wish;
  log(
    `用备份 ${manifest.name},解开 ${(manifest.size / 1e6).toFixed(0)} MB…… / unpacking the backup ${manifest.name}…`,
  );
  mkdirSync(dirname(dataDir), { recursive: true });
  const log_ = plan.segments.length * (manifest.physical?.segmentBytes ?? 0);
  requireFree(dirname(dataDir), manifest.size + log_ + 1_000_000_000);
  const server =
    manifest.kind === 'physical'
      ? await restorePhysical({ plan, manifest, key, target, dataDir, log, fast })
      : await startEmbedded({ dataDir, log, fast });
  try {
    if (manifest.kind === 'logical') await load(server.adminUrl, dataDir, { plan, manifest }, wish);
    const done = await proven(server.adminUrl, { plan, manifest }, wish, began);
    if (done.verified.faults.length === 0) await whenSound(server, done);
    return done;
  } finally {
    await server.stop();
  }
}

/** Restores a logical backup into an empty outside database. */
export async function restoreOutside(
  adminUrl: string,
  dataDir: string,
  wish: RestoreWish,
  startedAt: Date,
): Promise<Restored> {
  const named = wish.backup?.includes('-physical-') ? wish.backup : undefined;
  if (named !== undefined) throw filesOnly(named);
  const chosen = await choose({ ...wish, among: { kind: 'logical' } });
  await load(adminUrl, dataDir, chosen, wish);
  const done = await proven(adminUrl, chosen, wish, startedAt.getTime());
  const owner = openPool(roleUrls(adminUrl).zz_owner, { max: 1 });
  try {
    const db = kyselyOver(owner);
    await newLine(db);
    const { backup, bytes, kind: form } = done;
    await recordRestore(db, { form, folder: wish.dir, backup, bytes, startedAt });
  } finally {
    await owner.end();
  }
  return done;
}

async function load(
  adminUrl: string,
  dataDir: string,
  { plan, manifest }: Chosen,
  { key, product }: RestoreWish,
): Promise<void> {
  await ensureRoles(adminUrl);
  const ownerUrl = roleUrls(adminUrl).zz_owner;
  await beginLoad(adminUrl, ownerUrl);
  const owner = openPool(ownerUrl, { max: 1 });
  try {
    await migrate(owner, product.roomsDir, new Set(manifest.migrations.map((m) => m.name)));
  } finally {
    await owner.end();
  }
  await loadLogical({ ownerUrl, backup: plan.backup, manifest, key, dataDir });
}

/** Who may read every table: a superuser, or else the owner of them all. */
async function readerOf(adminUrl: string): Promise<string> {
  const pool = openPool(adminUrl, { max: 1 });
  try {
    const { rows } = await pool.query<{ mighty: boolean }>(
      `select current_setting('is_superuser') = 'on' as mighty`,
    );
    return rows[0]?.mighty ? adminUrl : roleUrls(adminUrl).zz_owner;
  } finally {
    await pool.end();
  }
}

async function proven(
  adminUrl: string,
  { plan, manifest }: Chosen,
  { target, product, log }: RestoreWish,
  began: number,
): Promise<Restored> {
  log(
    '核对:行数、引用关系、表和索引、指标…… / verifying rows, references, tables and indexes, figures…',
  );
  const comparable =
    manifest.kind === 'logical' || (target === 'point' && manifest.physical?.point);
  const verified = await verify(await readerOf(adminUrl), comparable ? manifest.tables : undefined);
  verified.faults.push(...(await product.faultsOf(adminUrl)));
  return {
    backup: manifest.name,
    kind: manifest.kind,
    bytes: manifest.stored,
    until: typeof target === 'string' ? plan.coveredUntil : new Date(target.at).toISOString(),
    verified,
    seconds: (Date.now() - began) / 1000,
  };
}
