/** The scoped transaction: one request, one transaction, one actor, one scope; and what lies in the scope's ranges. */
import { type RawBuilder, sql } from 'kysely';
import { type Client, type Db, kyselyOn, type Pool, rolledBack } from './pool.ts';

export interface Range {
  lo: string;
  hi: string;
}

export interface Scope {
  /** Account id, or null for a caller nobody knows. */
  actor: string | null;
  /** Up to four key ranges; none sees nothing. */
  ranges: readonly Range[];
}

export const nobody: Scope = { actor: null, ranges: [] };

/** Whether a key lies in ranges. Twelve digits compare as text as they do as numbers. */
export const inRanges = (key: string, ranges: readonly Range[]): boolean =>
  ranges.some(({ lo, hi }) => lo <= key && key <= hi);

/** The same of a column, in a statement put together by Kysely. */
export const within = (column: string, ranges: readonly Range[]): RawBuilder<boolean> =>
  ranges.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        ranges.map(({ lo, hi }) => sql`${sql.ref(column)} between ${lo}::bigint and ${hi}::bigint`),
        sql` or `,
      )})`;

/** The same in a statement of text whose ranges are two parameters, e.g. `withinText('o.place_key', '$2', '$3')`. */
export const withinText = (column: string, lo: string, hi: string): string =>
  `exists (select from unnest(${lo}::bigint[], ${hi}::bigint[]) scope (lo, hi) where ${column} between scope.lo and scope.hi)`;

/** Those two parameters. */
export const boundsOf = (ranges: readonly Range[]): [lo: string[], hi: string[]] => [
  ranges.map(({ lo }) => lo),
  ranges.map(({ hi }) => hi),
];

/**
 * Runs work in one transaction under the scope; commits when it returns, rolls back when it throws.
 * Every setting is overwritten, so nothing of an earlier request on the connection remains.
 * @throws RangeError when a range or the actor is not of the form it must have.
 */
export async function inScope<T>(
  pool: Pool,
  scope: Scope,
  work: (db: Db, client: Client) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin; ${settings(scope)}`);
    const result = await work(kyselyOn(client), client);
    const { command } = await client.query('commit');
    // PostgreSQL answers the commit of a failed transaction with a rollback and no error.
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
    return result;
  } catch (error) {
    broken = await rolledBack(client, error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** SET LOCAL statements with checked literals: a bound parameter is not possible here, and Citus carries only these. */
export function settings(scope: Scope): string {
  if (scope.ranges.length > 4) throw new RangeError('a scope has at most four ranges');
  if (scope.actor !== null && !/^[0-9a-f-]{36}$/.test(scope.actor))
    throw new RangeError('actor must be a uuid');
  const lines = [`set local app.actor = '${scope.actor ?? ''}'`];
  for (let i = 0; i < 4; i++) {
    const range = scope.ranges[i];
    lines.push(`set local app.lo${i + 1} = '${range ? key(range.lo) : ''}'`);
    lines.push(`set local app.hi${i + 1} = '${range ? key(range.hi) : ''}'`);
  }
  return lines.join('; ');
}

function key(text: string): string {
  if (!/^[0-9]{12}$/.test(text)) throw new RangeError('a range bound must be 12 digits');
  return text;
}
