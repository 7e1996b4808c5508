/** Lists of postings: of a unit, and those that end soon. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { PostingRow } from '../contract.ts';
import {
  cursorParts,
  dayAndIdCursor,
  limitOf,
  type Paging,
  paged,
  type Rows,
  zeroId,
} from './paging.ts';
import { postingColumns, postingJoins } from './posting-columns.ts';

/** Whom a unit sent where, as far as the caller sees, the latest first. */
export async function postingsOfOrganisation(
  client: Client,
  caller: Caller,
  organisation: string,
  query: Paging,
): Promise<Rows<PostingRow>> {
  const limit = limitOf(query);
  const [day, id] = cursorParts(query, dayAndIdCursor, ['9999-12-31', zeroId]);
  const { rows } = await client.query<PostingRow>({
    name: 'postings-of-organisation',
    text: `select ${postingColumns} from teams.posting o ${postingJoins}
           where o.organisation_id = $1 and ${withinText('o.place_key', '$5', '$6')}
             and (o.starts_on, o.id) < ($2::date, $3::uuid)
           order by o.starts_on desc, o.id desc limit $4`,
    values: [organisation, day, id, limit + 1, ...boundsOf(caller.ranges)],
  });
  return paged(rows, limit, (row) => `${row.startsOn}~${row.id}`);
}

/** People in post whose rotation is due, or whose end is already set, before a day; who is overdue comes first. */
export async function endingsOfRegion(
  client: Client,
  region: { lo: string; hi: string },
  query: Paging & { on: string; until: string },
): Promise<Rows<PostingRow>> {
  const limit = limitOf(query);
  const [day, id] = cursorParts(query, dayAndIdCursor, ['1900-01-01', zeroId]);
  const { rows } = await client.query<PostingRow>({
    name: 'endings-of-region',
    text: `select ${postingColumns} from teams.posting o ${postingJoins}
           where o.place_key between $1 and $2 and o.main and o.starts_on <= $3::date
             and (o.ends_on is null or o.ends_on > $3::date)
             and coalesce(o.ends_on, o.due_on) <= $4::date
             and (coalesce(o.ends_on, o.due_on), o.id) > ($5::date, $6::uuid)
           order by coalesce(o.ends_on, o.due_on), o.id limit $7`,
    values: [region.lo, region.hi, query.on, query.until, day, id, limit + 1],
  });
  return paged(rows, limit, (row) => `${row.endsOn ?? row.dueOn}~${row.id}`);
}
