/** What a backup says of itself: readable by people, sealed with the key of the backups. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { checker } from '../../http/shape.ts';
import { type BackupKey, derived } from './key.ts';
import { cipherName, damaged, wrongKey } from './sealed.ts';

const Entry = Type.Object({ path: Type.String(), size: Type.Integer(), sha256: Type.String() });
const Instant = Type.String();

/** Rows of a table, its columns in the order in which a logical backup holds them. */
const Table = Type.Object({
  name: Type.String(),
  rows: Type.Integer(),
  columns: Type.Optional(Type.Array(Type.String())),
});

const Physical = Type.Object({
  systemIdentifier: Type.String(),
  timeline: Type.Integer(),
  segmentBytes: Type.Integer(),
  startLsn: Type.String(),
  stopLsn: Type.String(),
  /** From here on the backup can be brought to any later moment. */
  consistentAt: Instant,
  /** The backup alone holds everything up to this moment. */
  coveredUntil: Instant,
  /** The moment in the log at which the rows were counted; null when writing never paused long enough. */
  point: Type.Union([Type.Object({ name: Type.String(), at: Instant }), Type.Null()]),
  /** First segment of the log the backup needs, and the last it holds. */
  firstSegment: Type.String(),
  lastSegment: Type.String(),
  /** Folders of the cluster; PostgreSQL wants the empty ones, too. */
  folders: Type.Array(Type.String()),
});

const Logical = Type.Object({
  sequences: Type.Array(
    Type.Object({ name: Type.String(), value: Type.String(), called: Type.Boolean() }),
  ),
});

export const Manifest = Type.Object({
  format: Type.Literal(1),
  name: Type.String(),
  kind: Type.Union([Type.Literal('physical'), Type.Literal('logical')]),
  /** One database since its first backup or its restore; the archive of the log is kept apart by it. */
  line: Type.String(),
  product: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), checksum: Type.String() })),
  /** server_version of the PostgreSQL that was backed up. */
  postgres: Type.String(),
  keyId: Type.String(),
  cipher: Type.String(),
  compression: Type.String(),
  startedAt: Instant,
  stoppedAt: Instant,
  size: Type.Integer(),
  stored: Type.Integer(),
  tables: Type.Array(Table),
  physical: Type.Optional(Physical),
  logical: Type.Optional(Logical),
  files: Type.Array(Entry),
});
export type Manifest = Static<typeof Manifest>;

const fits = checker(Manifest);
const [textName, sealName] = ['manifest.json', 'manifest.seal'];
export const packName = 'data.zz';

/** Writes both files; the folder is still a draft and is synced as a whole. */
export function writeManifest(folder: string, manifest: Manifest, key: BackupKey): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeFileSync(join(folder, textName), text, { mode: 0o600, flush: true });
  writeFileSync(join(folder, sealName), `${sealOf(text, key)}\n`, { mode: 0o600, flush: true });
}

/** Reads what a backup says, without the key: for lists. Undefined where there is no whole manifest. */
export function readUnproven(folder: string): Manifest | undefined {
  if (!existsSync(join(folder, textName)) || !existsSync(join(folder, sealName))) return undefined;
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, textName), 'utf8'));
    return fits(read).length === 0 ? (read as Manifest) : undefined; // just compared with its shape
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Reads what a backup says and proves that it was written with this key and not changed. Throws StartProblem. */
export function readProven(folder: string, key: BackupKey): Manifest {
  const manifest = readUnproven(folder);
  if (!manifest) throw damaged(folder);
  if (manifest.keyId !== key.id) throw wrongKey(folder, manifest.keyId, key.id);
  const kept = Buffer.from(readFileSync(join(folder, sealName), 'utf8').trim(), 'hex');
  const own = Buffer.from(sealOf(readFileSync(join(folder, textName), 'utf8'), key), 'hex');
  if (kept.length !== own.length || !timingSafeEqual(kept, own)) throw damaged(folder);
  if (manifest.cipher !== cipherName) throw damaged(folder);
  return manifest;
}

const sealOf = (text: string, key: BackupKey): string =>
  createHmac('sha256', derived(key, Buffer.alloc(0), 'manifest'))
    .update(text)
    .digest('hex');
