// What a caller may see of the tree: everything in the own ranges, and the places above them.

import { type RawBuilder, sql } from 'kysely';
import type { Range } from '../platform/db/scope.ts';

/** Rows of the table named r (key, lo, hi) that lie in the ranges. */
export function within(ranges: readonly Range[]): RawBuilder<boolean> {
  return either(ranges.map(({ lo, hi }) => sql`r.key between ${lo}::bigint and ${hi}::bigint`));
}

/** The same, and the places the ranges lie in. */
export function visible(ranges: readonly Range[]): RawBuilder<boolean> {
  return either(
    ranges.map(
      ({ lo, hi }) => sql`(r.key between ${lo}::bigint and ${hi}::bigint
        or (r.lo <= ${lo}::bigint and r.hi >= ${hi}::bigint))`,
    ),
  );
}

export function inRanges(key: string, ranges: readonly Range[]): boolean {
  return ranges.some(({ lo, hi }) => lo <= key && key <= hi);
}

function either(conditions: RawBuilder<unknown>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

/** The day whose tree is meant: days before the first edition use the first tree. */
export function treeDay(on: string): RawBuilder<string> {
  return sql`(select greatest(${on}::date, min(active_from)) from regions.edition)`;
}
