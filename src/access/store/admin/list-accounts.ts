/** Accounts of a place and everything in it, in the order of their places. */
import type { Client } from '../../../platform/db/pool.ts';
import { BadShape } from '../../../platform/http/endpoint.ts';
import type { AccountRow } from '../../contract-accounts.ts';
import { anywhere, homeColumns, homeJoins, stateSql } from './account-columns.ts';

export interface Rows<Row> {
  rows: Row[];
  next: string | null;
}

export interface AccountFilter {
  q?: string | undefined;
  role?: string | undefined;
  state?: string | undefined;
  after?: string | undefined;
  limit: number;
}

export async function accountsOf(
  client: Client,
  place: { lo: string; hi: string },
  { q = '', role, state, after, limit }: AccountFilter,
): Promise<Rows<AccountRow>> {
  const [home, name] = cursorParts(after, /^([0-9]{12})~(.{2,64})$/, ['0', '']);
  const { rows } = await client.query<AccountRow>({
    name: 'accounts-of',
    text: `
      select a.id, a.name, a.display_name as "displayName", a.role, a.home_key::text as home, ${homeColumns},
        ${stateSql} as state, a.last_used_at as "lastUsedAt"
      from access.account a ${homeJoins('a.home_key')}
      where a.home_key between $1 and $2
        and ($3 = '%%' or a.name like lower($3) or a.display_name like $3)
        and ($4::access.role is null or a.role = $4) and ($5::text is null or ${stateSql} = $5)
        and (a.home_key, a.name collate "C") > ($6::bigint, $7::text collate "C")
      order by a.home_key, a.name collate "C" limit $8`,
    values: [
      ...[place.lo, place.hi, anywhere(q.trim()), role ?? null, state ?? null],
      ...[home, name, limit + 1],
    ],
  });
  return paged(rows, limit, (last) => `${last.home}~${last.name}`);
}

/** Cuts the extra row off that tells whether more follow. */
export function paged<Row>(
  found: readonly Row[],
  limit: number,
  cursor: (last: Row) => string,
): Rows<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last && found.length > limit ? cursor(last) : null };
}

/** Where a list in the order of ids goes on. */
export const idCursor = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws BadShape when it is no cursor of ours. */
export function cursorParts(
  after: string | undefined,
  pattern: RegExp,
  first: readonly string[],
): readonly string[] {
  if (!after) return first;
  const found = pattern.exec(after);
  if (!found) throw new BadShape([{ path: 'query/after', message: 'not a place in this list' }]);
  return found.slice(1);
}
