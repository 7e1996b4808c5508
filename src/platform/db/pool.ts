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
  // Of a client whose machine is gone PostgreSQL would keep the connection for two hours.
  'tcp_keepalives_idle=60',
  'tcp_keepalives_interval=10',
  'tcp_keepalives_count=3',
];

export type Pool = pg.Pool;
export type Client = pg.PoolClient;
export type Db = Kysely<DB>;

/** How long a connection may be kept from its work before the work is given up; in milliseconds. */
export interface Limits {
  /** A statement, locks and all. */
  statement: number;
  /** Waiting for one lock. */
  lock: number;
  /** A transaction in which nothing is asked: its locks are in the way of others. */
  idle: number;
  /** The answer to a statement, longer than the statement may take: beyond it the line must be dead. */
  answer: number;
}

/**
 * Of requests. Together with the five seconds a request waits for a connection they keep the promise that
 * a slow or silent database is answered with 503 and forgotten within ten seconds after it is well again.
 */
export const requestLimits: Limits = { statement: 6_000, lock: 4_000, idle: 7_000, answer: 7_000 };

/** Of what reads for minutes on a small pool of its own, in nobody's way. */
export const longLimits: Limits = {
  ...{ statement: 600_000, lock: 10_000, idle: 60_000, answer: 610_000 },
};

/** Of the fold, which takes up to 100,000 increments at a time, in about a second; stopping waits for it. */
export const foldLimits: Limits = { statement: 20_000, lock: 10_000, idle: 20_000, answer: 25_000 };

const limitOptions = ({ statement, lock, idle }: Limits) => [
  `statement_timeout=${statement}`,
  `lock_timeout=${lock}`,
  `idle_in_transaction_session_timeout=${idle}`,
];

export interface PoolOptions {
  max?: number;
  onError?: (e: Error) => void;
  /** Without them a statement may take as long as it likes: for migrations, rebuilds, loading. */
  limits?: Limits;
}

/**
 * Opens a pool. int8 and numeric arrive as strings, dates as 'YYYY-MM-DD', instants as ISO in UTC.
 * An idle connection that breaks is reported, never thrown: PostgreSQL may stop while we run.
 */
export function openPool(url: string, { max = 10, onError, limits }: PoolOptions = {}): Pool {
  const pool = new AskingPool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'zhuzhen',
    options: [...sessionOptions, ...(limits ? limitOptions(limits) : [])]
      .map((option) => `-c ${option}`)
      .join(' '),
    ...(limits ? { query_timeout: limits.answer } : {}),
  });
  pool.on('error', (error) => onError?.(error));
  // While a connection is lent out the pool does not listen: its work fails, the process must not.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A connection that lay idle longer than this is asked whether it still answers, and for how long. */
const restMs = 500;
const askMs = 2_000;

/**
 * A firewall or a failed switch lets a connection die without a word to either end. Whoever is lent it
 * would wait in vain, so one that lay idle is asked first; where one is dead the others are not trusted.
 */
class AskingPool extends pg.Pool {
  readonly #used = new WeakMap<Client, number>();

  constructor(config: pg.PoolConfig) {
    super(config);
    this.on('release', (_, client) => this.#used.set(client, performance.now()));
  }

  override connect(): Promise<Client>;
  override connect(answer: Parameters<pg.Pool['connect']>[0]): void;
  override connect(answer?: Parameters<pg.Pool['connect']>[0]): Promise<Client> | undefined {
    const lent = this.#answering();
    if (!answer) return lent;
    lent.then(
      (client) => answer(undefined, client, client.release),
      (error: Error) => answer(error, undefined, () => {}),
    );
    return undefined;
  }

  async #answering(): Promise<Client> {
    for (;;) {
      const client = await super.connect();
      const used = this.#used.get(client);
      if (used === undefined || performance.now() - used < restMs) return client;
      try {
        await client.query(limited('select 1', askMs));
        return client;
      } catch (error) {
        client.release(error as Error); // pg rejects with nothing else
        while (this.idleCount > 0) (await super.connect()).release(true);
      }
    }
  }
}

/** A statement given up after its own time: pg takes the limit with the statement, its types do not say so. */
const limited = (text: string, ms: number) =>
  ({ text, query_timeout: ms }) as pg.QueryConfig & { query_timeout: number };

/**
 * Ends a failed transaction.
 * @returns the reason why the connection can be used no more, for `release`.
 */
export async function rolledBack(client: Client, failure: unknown): Promise<Error | undefined> {
  // The statement is still under way on a line that says nothing: a rollback would wait behind it.
  if (failure instanceof Error && failure.message === 'Query read timeout') return failure;
  return client.query('rollback').then(
    () => undefined,
    (error: Error) => error,
  );
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
