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
    // The rest of the current log file is given away, so that the next write needs a new one.
    await asAdmin(adminUrlOf(dataDir), (client) => client.query('select pg_switch_wal()')).catch(
      (error: Error) => {
        if (!/terminat|recovery|shut|refused|No space left/i.test(error.message)) throw error; // PostgreSQL is giving up, as meant
      },
    );
    await sleep(ms);
    disk.widen();
  },
  felt: ({ counts }, product) =>
    counts.later > 0 && product.said().includes('the database is back'),
});
