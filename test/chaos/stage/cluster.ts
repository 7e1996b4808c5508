/** The database of a data directory seen from outside: its administrator, its processes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { serversIn } from '../../../src/platform/db/embedded/processes.ts';
import type { Random } from '../../property/random.ts';

/** The administrator's address of a running embedded server. */
export function adminUrlOf(dataDir: string): string {
  const [port, secret] = ['port', 'secret'].map((name) =>
    readFileSync(join(dataDir, name), 'utf8').trim(),
  );
  return `postgres://postgres:${secret}@127.0.0.1:${port}/zhuzhen`;
}

/** Works on one connection of its own. */
export async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // faults end sessions
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** kill -9 of one session of the product, requests and fold alike. @returns whether there was one. */
export async function killBackend(dataDir: string, random: Random): Promise<boolean> {
  const pids = await asAdmin(adminUrlOf(dataDir), async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename in ('zz_app', 'zz_jobs') order by pid`,
    );
    return rows.map(({ pid }) => pid);
  });
  if (pids.length === 0) return false;
  process.kill(random.of(pids), 'SIGKILL');
  return true;
}

/** kill -9 of every PostgreSQL process of the directory, the postmaster among them. */
export function killPostgres(dataDir: string): void {
  for (const pid of serversIn(join(dataDir, 'postgres'))) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ended with its postmaster
    }
  }
}
