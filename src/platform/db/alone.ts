/** Work that one process does at a time on a database, whoever else starts at the same moment. */
import { openPool } from './pool.ts';

/** What the work is, by the number of its lock. */
const locks = { preparing: 7205, filling: 7206 } as const;

/** Waits until nobody else does the same on this database, then works. A process that dies lets go. */
export async function alone<T>(
  url: string,
  what: keyof typeof locks,
  work: () => Promise<T>,
): Promise<T> {
  const pool = openPool(url, { max: 1 });
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [locks[what]]);
      return await work();
    } finally {
      client.release(true); // closing the connection lets go of the lock
    }
  } finally {
    await pool.end();
  }
}
