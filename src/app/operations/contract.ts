/** What the page of backups is told. */
import Type, { type Static, type TSchema } from 'typebox';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

export const BackupRun = Type.Object({
  kind: Type.Union([Type.Literal('backup'), Type.Literal('drill'), Type.Literal('restore')]),
  form: Type.Union([Type.Literal('physical'), Type.Literal('logical')]),
  outcome: Type.Union([
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('failed'),
    Type.Literal('broken_off'),
  ]),
  startedAt: Type.String(),
  endedAt: Nullable(Type.String()),
  folder: Type.String(),
  backup: Type.String(),
  /** As stored; a string of digits. */
  bytes: Nullable(Type.String()),
  /** Why it failed, in the reader's language. */
  reason: Nullable(Type.String()),
});
export type BackupRun = Static<typeof BackupRun>;

export const Backups = Type.Object({
  /** When this was so. */
  asOf: Type.String(),
  /** BACKUP_DIR of this server; null when it makes no backups by itself. */
  folder: Nullable(Type.String()),
  /** Time of day in Beijing at which it backs up, '02:30'. */
  at: Type.String(),
  keep: Type.Object({
    daily: Type.Integer(),
    weekly: Type.Integer(),
    monthly: Type.Integer(),
  }),
  lastBackup: Nullable(BackupRun),
  backupOverdue: Type.Boolean(),
  /** False when the last good backup no longer lies where it was put; null when this server cannot see that folder. */
  lastBackupThere: Nullable(Type.Boolean()),
  lastDrill: Nullable(BackupRun),
  drillOverdue: Type.Boolean(),
  /** Restoring to any second is possible up to here; null when no log is archived. */
  archivedUntil: Nullable(Type.String()),
  archiveOverdue: Type.Boolean(),
  /** The newest runs, the newest first. */
  runs: Type.Array(BackupRun),
});
export type Backups = Static<typeof Backups>;
