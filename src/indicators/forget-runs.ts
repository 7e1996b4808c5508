/** The log of folds is kept for a month. */
import type { Client } from '../platform/db/pool.ts';

/** Runs as zz_jobs. @returns how many were removed */
export async function forgetRuns(client: Client): Promise<number> {
  const { rowCount } = await client.query(
    "delete from indicators.fold_run where at < now() - interval '30 days'",
  );
  return rowCount ?? 0;
}
