/** What goes wrong around the product: its network, its database's connections, locks and speed. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { roleUrls } from '../../../src/platform/db/roles.ts';
import type { SurvivalSizes } from '../sizes.ts';
import { asAdmin } from '../stage/cluster.ts';
import type { TcpProxy } from '../stage/proxy.ts';
import type { Cause } from './survive.ts';

interface Around {
  proxy: TcpProxy;
  adminUrl: string;
}

/** One after the other, as they are met. */
export const causesOf = (around: Around, sizes: SurvivalSizes): Cause[] => [
  cut(around, sizes.shortMs),
  halfOpen(around),
  stalled(around, sizes.longMs),
  noConnections(around, sizes.shortMs),
  locked(around, sizes.longMs),
  ...(sizes.everything
    ? [slowNetwork(around, sizes.longMs), slowQueries(around, sizes.longMs)]
    : []),
];

/** Every connection is reset and new ones are refused: no database. */
const cut = ({ proxy }: Around, ms: number): Cause => ({
  what: 'no database: connections cut and refused',
  strike: async () => {
    proxy.cut();
    await sleep(ms);
    proxy.open();
  },
});

/** Longer than a request waits for a connection, so that somebody is sent away. */
const stalled = ({ proxy }: Around, ms: number): Cause => ({
  what: 'stalled: connections stay, nothing passes',
  strike: async () => {
    proxy.stall();
    await sleep(ms);
    proxy.open();
  },
});

/** The network is well at once; only the connections of before are dead, and nobody is told. */
const halfOpen = ({ proxy }: Around): Cause => ({
  what: 'half-open: connections forgotten without a word',
  strike: async () => proxy.forget(),
});

const slowNetwork = ({ proxy }: Around, ms: number): Cause => ({
  what: 'slow network: 20 to 120 ms a packet',
  strike: async () => {
    proxy.slow(20, 120);
    await sleep(ms);
    proxy.open();
  },
  felt: ({ longestMs }) => longestMs > 400, // slower, but everybody is served
});

/** Other programs have every connection the server allows; the product has lost its own. */
const noConnections = ({ proxy, adminUrl }: Around, ms: number): Cause => ({
  what: 'no free connections',
  strike: async () => {
    proxy.cut();
    const held = await allConnections(roleUrls(adminUrl).zz_owner);
    proxy.open();
    await sleep(ms);
    await Promise.all(held.map((client) => client.end()));
  },
});

async function allConnections(url: string): Promise<pg.Client[]> {
  const held: pg.Client[] = [];
  for (;;) {
    const round = await Promise.all(Array.from({ length: 10 }, () => opened(url)));
    const more = round.filter((client) => client !== undefined);
    held.push(...more);
    if (more.length === 0) return held;
  }
}

async function opened(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    if ((error as { code?: string }).code === '53300') return undefined; // no more, as meant
    throw error;
  }
}

/** Another session holds the tables the writes need. */
const locked = ({ adminUrl }: Around, ms: number): Cause => ({
  what: 'tables locked by another session',
  strike: () =>
    asAdmin(adminUrl, async (client) => {
      while (!(await locks(client))) await sleep(10);
      await sleep(ms);
      await client.query('rollback');
    }),
});

/** Writes take the tables in an order of their own, so we may be the one whom a deadlock costs its turn. */
async function locks(client: pg.Client): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(
      'lock table teams.posting, teams.organisation, teams.duty in access exclusive mode',
    );
    return true;
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code === '40P01') return false;
    throw error;
  }
}

/** Every write takes longer than a statement may. */
const slowQueries = ({ adminUrl }: Around, ms: number): Cause => ({
  what: 'slow queries',
  strike: () =>
    asAdmin(adminUrl, async (client) => {
      await client.query(
        `create or replace function public.faults_wait() returns trigger language plpgsql as
         $$ begin perform pg_sleep(60); return new; end $$`,
      );
      for (const table of written)
        await client.query(
          `create trigger faults_wait before insert on teams.${table} for each row execute function public.faults_wait()`,
        );
      await sleep(ms);
      for (const table of written) await client.query(`drop trigger faults_wait on teams.${table}`);
      await client.query('drop function public.faults_wait()');
    }),
});

const written = ['posting', 'organisation', 'duty'] as const;
