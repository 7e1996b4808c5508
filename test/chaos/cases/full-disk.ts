/** A full disk: first no row finds room, then the write-ahead log finds none and PostgreSQL gives up altogether. */
import { setTimeout as sleep } from 'node:timers/promises';
import { adminUrlOf, asAdmin } from '../stage/cluster.ts';
import type { SmallDisk } from '../stage/small-disk.ts';
import type { Cause } from './survive.ts';

/** The log grows in files of 16 MB: with less than that it cannot go on. */
const left = 300_000;

export const fullDisk = (disk: SmallDisk, dataDir: string, ms: number): Cause => ({
  what: 'full disk',
  strike: async () => {
    disk.leave(left);
    await sleep(ms);
    await untilTheLogFindsNoRoom(dataDir);
    await sleep(ms);
    disk.widen();
  },
  felt: ({ counts }, product) =>
    counts.later > 0 && product.said().includes('the database is back'),
});

/** Log files kept for use again are given away one after the other, until the next one has to be made. */
async function untilTheLogFindsNoRoom(dataDir: string): Promise<void> {
  try {
    await asAdmin(adminUrlOf(dataDir), async (client) => {
      for (let files = 0; files < 64; files += 1)
        await client.query(
          "select pg_logical_emit_message(false, 'faults', 'full'), pg_switch_wal()",
        );
    });
  } catch (error) {
    const { message } = error as Error;
    if (!/terminat|recovery|shut|refused|No space left/i.test(message)) throw error; // PostgreSQL is giving up, as meant
  }
}
