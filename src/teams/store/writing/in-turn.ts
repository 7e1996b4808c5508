/** Writers of the same thing, one after the other. */
import type { Client } from '../../../platform/db/pool.ts';

/** Later requests about the same thing wait their turn: exclusion constraints alone would let two deadlock. */
export async function inTurn(client: Client, ...things: string[]): Promise<void> {
  for (const thing of things) {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7240))', [thing]);
  }
}
