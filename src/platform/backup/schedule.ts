/** What a server process does for backups by itself: archives the log, backs up at the set time, drills every four weeks. */
import type { Db } from '../db/pool.ts';
import { backupsIn } from './format/folder.ts';
import { readOrMakeKey } from './format/key.ts';
import { forgetArchive, ship } from './physical/archive.ts';
import { backupDue, drillDue } from './rules.ts';
import type { BackupSettings } from './settings.ts';
import { lastRun, lineOf, type RunRow } from './store.ts';

const everyMs = 60_000;

export interface Schedule {
  adminUrl: string;
  /** As zz_owner. */
  db: Db;
  settings: BackupSettings;
  /** Only the embedded database's log can be archived. */
  embedded: boolean;
  /** Does one job to its end, apart from this process, which answers meanwhile. */
  run(job: 'backup' | 'drill'): Promise<void>;
  onError(error: Error): void;
}

/**
 * Looks once a minute until stopped; a failure is told and tried again. Nothing happens without BACKUP_DIR, but
 * that the log is no longer kept for an archive.
 * @returns stop, which archives once more, so that the archive holds everything.
 */
export function keepBackingUp(schedule: Schedule): () => Promise<void> {
  const { settings, embedded, adminUrl, onError } = schedule;
  const { dir } = settings;
  if (dir === undefined) {
    if (embedded) void forgetArchive(adminUrl).catch(onError);
    return async () => {};
  }
  let stopped = false;
  let wake = () => {};
  let job: Promise<void> | undefined;
  // Whether the archive began anew, so that only a new backup can be brought to later moments; and was it tried.
  let gap: 'none' | 'open' | 'tried' = 'none';
  const archive = async () => {
    if (!embedded) return;
    const key = readOrMakeKey(settings, (line) => console.error(line));
    const shipped = await ship(adminUrl, { dir, line: await lineOf(schedule.db), key });
    if (shipped?.begun) gap = 'open';
  };
  const look = async () => {
    if (job) return;
    const due = await nextJob(schedule, dir, gap);
    if (!due || stopped) return;
    if (due === 'backup' && gap === 'open') gap = 'tried';
    job = schedule
      .run(due)
      .then(() => {
        if (due === 'backup' && gap === 'tried') gap = 'none';
      }, onError)
      .finally(() => {
        job = undefined;
      });
  };
  const done = (async () => {
    while (!stopped) {
      await archive().catch(onError);
      await look().catch(onError);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await done;
    await job;
    await archive().catch(onError);
  };
}

async function nextJob(
  { db, settings, embedded }: Schedule,
  dir: string,
  gap: 'none' | 'open' | 'tried',
): Promise<'backup' | 'drill' | undefined> {
  const line = await lineOf(db);
  const kind = embedded ? 'physical' : 'logical';
  // What counts is what lies in the folder, not what was once recorded.
  const newest = backupsIn(dir).findLast(({ manifest: m }) => m.line === line && m.kind === kind);
  const good = newest && gap === 'none' ? Date.parse(newest.manifest.startedAt) : undefined;
  const tried = startOf(await lastRun(db, 'backup'));
  const now = Date.now();
  if (backupDue(now, settings.at, { good, tried: gap === 'open' ? undefined : tried }))
    return 'backup';
  if (!newest) return undefined;
  const drilled = {
    good: startOf(await lastRun(db, 'drill', true)),
    tried: startOf(await lastRun(db, 'drill')),
  };
  return drillDue(now, drilled) ? 'drill' : undefined;
}

const startOf = (run: RunRow | undefined) => run && Date.parse(run.startedAt);
