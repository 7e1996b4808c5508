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
 * One round of it, in one transaction.
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
    await client.query('begin');
    const { rows } = await client.query<{ ours: boolean }>(
      'select pg_try_advisory_xact_lock(7270) as ours',
    );
    const done = rows[0]?.ours
      ? {
          ...(await tidyAccess(client)),
          fold_runs: await forgetRuns(client),
          records: await keepRecords(client, today),
          ...(files ? { files: await sweepFiles(jobs, files, fileColumns, Date.now()) } : {}),
        }
      : null;
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
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
