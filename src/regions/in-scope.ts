/** The one question every endpoint with a place asks first: is it the caller's to see? */
import type { Client } from '../platform/db/pool.ts';
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
  const mine = caller.ranges.some((r) => r.lo <= key && key <= r.hi); // 12 digits compare as text
  if (!mine) throw new Absent();
  const { rows } = await client.query<ScopedPlace>({
    name: 'place-for',
    text: 'select key, parent, lo, hi, level, county from regions.region where key = $1',
    values: [key],
  });
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** Children on a day, in code order, with the name they had. */
export async function childrenOn(
  client: Client,
  parent: string,
  day: string,
): Promise<(ScopedPlace & { name: string; kind: string })[]> {
  const { rows } = await client.query<ScopedPlace & { name: string; kind: string }>({
    name: 'children-on',
    text: `select r.key, r.parent, r.lo, r.hi, r.level, r.county, c.name, c.kind
           from regions.region r
           join lateral (
             select name, kind from regions.code
             where key = r.key and valid_from is not null
             order by (valid_from <= $2::date) desc, case when valid_from <= $2::date then valid_from end desc, valid_from limit 1
           ) c on true
           where r.parent = $1 and r.valid_from <= greatest($2::date, (select min(valid_from) from regions.region))
             and (r.valid_to is null or r.valid_to > $2::date)
           order by r.key`,
    values: [parent, day],
  });
  return rows;
}
