/** The caller's ranges as the room's own queries take them; row security says the same a second time. */
import type { Caller } from '../../platform/http/endpoint.ts';

/** Whether a place is the caller's to see. */
export const inRanges = (caller: Pick<Caller, 'ranges'>, key: string): boolean =>
  caller.ranges.some((r) => r.lo <= key && key <= r.hi); // 12 digits compare as text

/** Two parameters of a statement: where the ranges begin and where they end. */
export const rangesOf = ({ ranges }: Pick<Caller, 'ranges'>): [lo: string[], hi: string[]] => [
  ranges.map(({ lo }) => lo),
  ranges.map(({ hi }) => hi),
];

/** A column lies in the ranges that stand in two parameters, e.g. `within('o.place_key', '$2', '$3')`. */
export const within = (column: string, lo: string, hi: string): string =>
  `exists (select from unnest(${lo}::bigint[], ${hi}::bigint[]) scope (lo, hi) where ${column} between scope.lo and scope.hi)`;
