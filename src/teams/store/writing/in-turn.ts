/** Writers of the same thing, one after the other. */
import type { Client } from '../../../platform/db/pool.ts';

/**
 * Later requests about the same things wait their turn: exclusion constraints alone would let two deadlock. The things
 * are named in the same order by all who name several.
 */
export async function inTurn(client: Client, ...things: string[]): Promise<void> {
  const locks = things.map((_, at) => `pg_advisory_xact_lock(hashtextextended($${at + 1}, 7240))`);
  await client.query(`select ${locks.join(', ')}`, things);
}
