/** What a server process does once a night: takes away what is kept no longer and files no row names, moves records to postings that began, runs the rules of supervision. Several processes may try; one does it. */
import { domainToday } from '../../access/store/caller.ts';
import { tidyAccess } from '../../access/store/tidy.ts';
import { forgetRuns } from '../../indicators/forget-runs.ts';
import type { Pool } from '../../platform/db/pool.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sweepFiles } from '../../platform/files/sweep.ts';
import { runRules } from '../../supervision/store/run.ts';
import { keepRecords } from '../../teams/store/keep-records.ts';
import { fileColumns } from '../rooms.ts';

/** Three o'clock in Beijing, where nobody works and backups are not yet under way. */
const hour = 3;
const dayMs = 86_400_000;
/** Beijing is eight hours ahead all year. */
const aheadMs = 8 * 3_600_000;

/** Milliseconds from an instant to the next three o'clock in Beijing; a whole day at three sharp. */
export function untilNight(nowMs: number): number {
  const since = (nowMs + aheadMs - hour * 3_600_000) % dayMs;
  return dayMs - since;
}

/**
 * One round of it: rows in one transaction, then files, which may take long and hold none.
 * @returns how many of each were taken away, and records moved; null when another process is at it
 */
export async function keepHouse(
  jobs: Pool,
  files?: FileStore,
): Promise<Record<string, number> | null> {
  const today = await domainToday(jobs);
  const client = await jobs.connect();
  let broken: Error | undefined;
  try {
    // Held over both; another process that comes meanwhile does nothing.
    const lock = await client.query<{ ours: boolean }>('select pg_try_advisory_lock(7270) as ours');
    if (!lock.rows[0]?.ours) return null;
    await client.query('begin');
    const rows = {
      ...(await tidyAccess(client)),
      fold_runs: await forgetRuns(client),
      records: await keepRecords(client, today),
    };
    await client.query('commit');
    const swept = files ? { files: await sweepFiles(jobs, files, fileColumns, Date.now()) } : {};
    await client.query('select pg_advisory_unlock(7270)');
    return { ...rows, ...swept };
  } catch (error) {
    broken = error as Error; // closes the connection, and with it the transaction and the lock
    throw error;
  } finally {
    client.release(broken);
  }
}

const superviseAll = async (jobs: Pool, stopped: () => boolean) =>
  runRules(jobs, await domainToday(jobs), stopped);

/**
 * Keeps house now, for a server that is stopped every evening, and every night until stopped. A failure is reported
 * and tried again the next night.
 * @returns stop, which waits for a round under way
 */
export function keepHouseNightly(
  jobs: Pool,
  onError: (error: Error) => void,
  files?: FileStore,
): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const done = (async () => {
    while (!stopped) {
      await keepHouse(jobs, files).catch(onError);
      if (stopped) return;
      await superviseAll(jobs, () => stopped).catch(onError);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, untilNight(Date.now())).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await done;
  };
}
