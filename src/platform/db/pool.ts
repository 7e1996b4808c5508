/** Connections: one place where PostgreSQL's types become TypeScript's. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../../schema.gen.ts';

const utc = (text: string) => new Date(text).toISOString();
const asText = (text: string) => text;

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, asText],
  [pg.types.builtins.NUMERIC, asText],
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.TIMESTAMPTZ, (text) => (text.endsWith('infinity') ? text : utc(text))],
]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format ?? 'text'),
} as pg.CustomTypesConfig; // pg's own type is an overload a plain function cannot state

/**
 * Pages name a dozen things in one statement, two tables a place: with the default limit of eight the planner
 * takes the rest in the written order and reads the whole registry for a roster of twenty (1.6 s instead of 3 ms).
 */
const sessionOptions: readonly string[] = [
  'timezone=Asia/Shanghai',
  'DateStyle=ISO',
  'join_collapse_limit=14',
  'from_collapse_limit=14',
  'geqo_threshold=20',
];

/**
 * What a connection that answers people puts up with, so that one slow question or a forgotten transaction does
 * not keep the few connections from everybody. Exports give themselves more (http/dispatch.ts).
 */
export const servingLimits: readonly string[] = [
  'statement_timeout=15s',
  'lock_timeout=5s',
  'idle_in_transaction_session_timeout=30s',
];

export type Pool = pg.Pool;
export type Client = pg.PoolClient;
export type Db = Kysely<DB>;

/**
 * Opens a pool. int8 and numeric arrive as strings, dates as 'YYYY-MM-DD', instants as ISO in UTC.
 * An idle connection that breaks is reported, never thrown: PostgreSQL may stop while we run.
 */
export function openPool(
  url: string,
  options: { max?: number; onError?: (e: Error) => void; limits?: readonly string[] } = {},
): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    connectionTimeoutMillis: 5_000,
    application_name: 'zhuzhen',
    options: [...sessionOptions, ...(options.limits ?? [])].map((one) => `-c ${one}`).join(' '),
  });
  pool.on('error', (error) => options.onError?.(error));
  // While a connection is lent out the pool does not listen: its work fails, the process must not.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Kysely over a whole pool, for jobs and tests that need no scope. */
export const kyselyOver = (pool: Pool): Db =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/** Kysely bound to one connection, so that every statement runs in its transaction. */
export function kyselyOn(client: Client): Db {
  const lent = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => lent, end: async () => {} };
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }), // Kysely only calls connect and end
  });
}
