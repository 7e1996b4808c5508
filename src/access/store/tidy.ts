/** What is tidied away by night: accounts nobody uses, and what is kept no longer (access.tidy says how long). */
import { type Client, kyselyOn } from '../../platform/db/pool.ts';
import { policyNow } from './policy.ts';

/** Runs as zz_jobs. @returns how many of each were disabled or removed */
export async function tidyAccess(client: Client): Promise<Record<string, number>> {
  const { unusedDays } = await policyNow(kyselyOn(client));
  const { rows } = await client.query<{ what: string; done: string }>(
    'select what, done from access.tidy($1)',
    [unusedDays],
  );
  return Object.fromEntries(rows.map(({ what, done }) => [what, Number(done)]));
}
