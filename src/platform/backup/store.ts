/** What the database knows of its backups: its line, and every run. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type {
  PlatformBackupForm,
  PlatformBackupKind,
  PlatformBackupOutcome,
} from '../../schema.gen.ts';
import type { Db } from '../db/pool.ts';
import { StartProblem } from '../db/start-problem.ts';
import { newId } from '../new-id.ts';

/** One backup or drill of a database at a time, whoever begins it. */
const lock = 7250;

/**
 * Takes the lock of backups on a connection, which holds it until it ends. Runs whose process was killed are
 * found out here: they say they run, and nobody holds the lock.
 */
export async function lockBackups(client: pg.Client, db: Db): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock($1) as mine',
    [lock],
  );
  if (!rows[0]?.mine) {
    throw new StartProblem(
      '已有一个备份或恢复演练正在进行:请等它结束后再试',
      'a backup or restore drill is under way already: wait for it to end, then try again',
    );
  }
  await db
    .updateTable('platform.backup_run')
    .set({ outcome: 'broken_off', ended_at: new Date() })
    .where('outcome', '=', 'running')
    .execute();
}

/** The name of this database among backups; made when it has none. */
export async function lineOf(db: Db): Promise<string> {
  const known = await knownLine(db);
  if (known !== undefined) return known;
  await db
    .insertInto('platform.setting')
    .values({ name: 'backup_line', value: JSON.stringify(randomLine()) })
    .onConflict((c) => c.column('name').doNothing())
    .execute();
  return (await knownLine(db)) ?? '';
}

/** The name, for those who only read; undefined before the first backup. */
export async function knownLine(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', 'backup_line')
    .executeTakeFirst();
  return row && String(row.value);
}

/** A restored database is another one from now on: its log must not be mixed with that of the first. */
export async function newLine(db: Db): Promise<void> {
  const value = JSON.stringify(randomLine());
  await db
    .insertInto('platform.setting')
    .values({ name: 'backup_line', value })
    .onConflict((c) => c.column('name').doUpdateSet({ value, recorded_at: new Date() }))
    .execute();
}

const randomLine = () => randomBytes(4).toString('hex');

export interface Run {
  kind: PlatformBackupKind;
  form: PlatformBackupForm;
  folder: string;
  backup: string;
}

/** Notes that a run begins, does it, notes how it ended; a failure is noted and thrown on. */
export async function recorded<T extends { bytes: number }>(
  db: Db,
  run: Run,
  work: () => Promise<T>,
): Promise<T> {
  const id = newId();
  await db
    .insertInto('platform.backup_run')
    .values({ ...run, id, started_at: new Date() })
    .execute();
  const end = (outcome: PlatformBackupOutcome, more: { bytes?: number; reason?: string }) =>
    db
      .updateTable('platform.backup_run')
      .set({ outcome, ended_at: new Date(), ...more })
      .where('id', '=', id)
      .execute();
  try {
    const result = await work();
    await end('done', { bytes: result.bytes });
    return result;
  } catch (cause) {
    await end('failed', { reason: JSON.stringify(reasonOf(cause)) }).catch(() => {}); // the first failure is the one to tell
    throw cause;
  }
}

/**
 * Notes a restore in the database that came of it. That database still believes the backup it was made from to be
 * under way: it was taken in its midst.
 */
export async function recordRestore(
  db: Db,
  run: Omit<Run, 'kind'> & { startedAt: Date; bytes: number },
): Promise<void> {
  const { startedAt, ...rest } = run;
  await db
    .updateTable('platform.backup_run')
    .set({ outcome: 'done', bytes: run.bytes, ended_at: startedAt })
    .where('backup', '=', run.backup)
    .where('outcome', '=', 'running')
    .execute();
  await db
    .insertInto('platform.backup_run')
    .values({
      ...rest,
      kind: 'restore',
      id: newId(),
      started_at: startedAt,
      ended_at: new Date(),
      outcome: 'done',
    })
    .execute();
}

function reasonOf(cause: unknown): { zh: string; en: string } {
  if (cause instanceof StartProblem) return { zh: cause.zh, en: cause.en };
  const text = cause instanceof Error ? cause.message : String(cause);
  return { zh: `程序出错:${text}`, en: `the program failed: ${text}` };
}

export interface RunRow {
  kind: PlatformBackupKind;
  form: PlatformBackupForm;
  startedAt: string;
  endedAt: string | null;
  outcome: PlatformBackupOutcome;
  folder: string;
  backup: string;
  bytes: string | null;
  reason: { zh: string; en: string } | null;
}

/** The newest runs, the newest first. */
export async function latestRuns(db: Db, limit: number): Promise<RunRow[]> {
  const rows = await selectRuns(db).orderBy('started_at', 'desc').limit(limit).execute();
  return rows.map(toRow);
}

/** The newest run of a kind, or the newest good one. */
export async function lastRun(
  db: Db,
  kind: PlatformBackupKind,
  good = false,
): Promise<RunRow | undefined> {
  let asked = selectRuns(db).where('kind', '=', kind);
  if (good) asked = asked.where('outcome', '=', 'done');
  const row = await asked.orderBy('started_at', 'desc').limit(1).executeTakeFirst();
  return row && toRow(row);
}

const selectRuns = (db: Db) =>
  db
    .selectFrom('platform.backup_run')
    .select([
      'kind',
      'form',
      'started_at as startedAt',
      'ended_at as endedAt',
      'outcome',
      'folder',
      'backup',
      'bytes',
      'reason',
    ]);

type Selected = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>;

/** `reason` is json of our own writing. */
const toRow = (row: Selected): RunRow => ({ ...row, reason: row.reason as RunRow['reason'] });
