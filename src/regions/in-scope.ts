// Whose place is it? The own ranges hold a place, the way up to them may be seen, everything else is absent.

import { type RawBuilder, sql } from 'kysely';
import type { Client } from '../platform/db/pool.ts';
import { inRanges, type Range } from '../platform/db/scope.ts';
import { Absent, type Caller } from '../platform/http/endpoint.ts';

export interface ScopedPlace {
  key: string;
  parent: string | null;
  lo: string;
  hi: string;
  level: string;
  county: string;
}

/**
 * The place with its range.
 * @throws Absent when there is no such place or it lies outside the caller's ranges: nobody may tell which.
 */
export async function placeFor(client: Client, caller: Caller, key: string): Promise<ScopedPlace> {
  if (!inRanges(key, caller.ranges)) throw new Absent();
  const { rows } = await client.query<ScopedPlace>({
    name: 'place-for',
    text: 'select key, parent, lo, hi, level, county from regions.region where key = $1',
    values: [key],
  });
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** Rows of the table named r (key, lo, hi) that lie in the ranges, and the places the ranges lie in. */
export function visible(ranges: readonly Range[]): RawBuilder<boolean> {
  return either(
    ranges.map(
      ({ lo, hi }) => sql`(r.key between ${lo}::bigint and ${hi}::bigint
        or (r.lo <= ${lo}::bigint and r.hi >= ${hi}::bigint))`,
    ),
  );
}

function either(conditions: RawBuilder<unknown>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}
