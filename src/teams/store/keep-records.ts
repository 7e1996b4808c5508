/** Records follow people whose posting was entered before it began. */
import type { Client } from '../../platform/db/pool.ts';

/** Runs as zz_jobs. @returns how many moved */
export async function keepRecords(client: Client, today: string): Promise<number> {
  const { rows } = await client.query<{ moved: string }>(
    'select teams.keep_records($1::date) as moved',
    [today],
  );
  return Number(rows[0]?.moved ?? 0);
}
