/** Keyset paging: one row more than asked tells whether there is a next page. */
import { BadShape } from '../../platform/http/endpoint.ts';

export interface Paging {
  after?: string | undefined;
  limit?: string | undefined;
}

export const limitOf = ({ limit }: Paging): number => Number(limit ?? 50);

export interface Rows<Row> {
  rows: Row[];
  next: string | null;
}

/** Cuts the extra row off; `cursor` says where the last one stands in the order. */
export function paged<Row>(
  found: readonly Row[],
  limit: number,
  cursor: (last: Row) => string,
): Rows<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last && found.length > limit ? cursor(last) : null };
}

/**
 * The parts of a cursor, or `first` at the beginning of a list.
 * @throws BadShape when it is none of ours.
 */
export function cursorParts(
  { after }: Paging,
  pattern: RegExp,
  first: readonly string[],
): readonly string[] {
  if (after === undefined || after === '') return first;
  const found = pattern.exec(after);
  if (!found) throw new BadShape([{ path: 'query/after', message: 'not a place in this list' }]);
  return found.slice(1);
}

/** An id in a cursor, as a pattern. */
export const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const day = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
export const placeCursor = /^([0-9]{12})$/;
export const placeAndIdCursor = new RegExp(`^([0-9]{12})~(${uuid})$`);
export const placeAndRoleCursor = /^([0-9]{12})~([a-z_]{1,20})$/;
export const dayAndIdCursor = new RegExp(`^(${day})~(${uuid})$`);
export const textAndIdCursor = new RegExp(`^(.{0,150})~(${uuid})$`);
const instantAndIdCursor = new RegExp(`^(${day}T[0-9:]{8}\\.[0-9]{6}Z)~(${uuid})$`);
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Where a list in the order of instants goes on, the latest first: instant and id. */
export const beforeInstant = (paging: Paging): readonly string[] =>
  cursorParts(paging, instantAndIdCursor, ['2999-01-01T00:00:00.000000Z', lastId]);

/** The same of a list in the order of days. */
export const beforeDay = (paging: Paging): readonly string[] =>
  cursorParts(paging, dayAndIdCursor, ['2999-01-01', lastId]);

export const zeroId = '00000000-0000-0000-0000-000000000000';
