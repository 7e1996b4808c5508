/** Batches, requirements and sizes as they hold on a day. All are published: everybody may read those of any place asked for. */
import type { Client } from '../../platform/db/pool.ts';
import type { BatchRow, LimitRow, RequirementRow } from '../contract-arranging.ts';
import type { Limits } from '../rules-arranging.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  placeAndIdCursor,
  type Rows,
  zeroId,
} from './paging.ts';

/** All batches of the province, the first one first. */
export async function batches(client: Client): Promise<BatchRow[]> {
  const { rows } = await client.query<BatchRow>({
    name: 'batches',
    text: `select id, name, number, starts_on as "startsOn", ends_on as "endsOn", recorded_at as seen
           from teams.batch order by number`,
  });
  return rows;
}

/** Requirements that hold on the day or will, of a region, of the places in it and of those above it, in code order. */
export async function requirementsOfRegion(
  client: Client,
  region: { key: string; lo: string; hi: string },
  query: Paging & { on: string },
): Promise<Rows<Omit<RequirementRow, 'own'>>> {
  const limit = limitOf(query);
  const [place, id] = cursorParts(query, placeAndIdCursor, ['000000000000', zeroId]);
  const { rows } = await client.query<Omit<RequirementRow, 'own'>>({
    name: 'requirements-of-region',
    text: `
      select q.id, q.place_key::text as place, p.name as "placeName", q.tiers::text[] as tiers, q.kinds::text[] as kinds,
        q.role, q.at_least as "atLeast", q.valid_from as "validFrom", q.valid_to as "validTo", q.document
      from teams.requirement q join regions.place p on p.key = q.place_key
      where (q.place_key between $1 and $2 or q.place_key in (select ancestor from regions.ancestor where key = $3))
        and (q.valid_to is null or q.valid_to > $4::date)
        and (q.place_key, q.id) > ($5::bigint, $6::uuid)
      order by q.place_key, q.id limit $7`,
    values: [region.lo, region.hi, region.key, query.on, place, id, limit + 1],
  });
  return paged(rows, limit, (row) => `${row.place}~${row.id}`);
}

/** The size of each name that holds in a place on a day, both given as parameters: of several rows the nearest place's. */
export const limitsSql = (place: string, on: string): string => `
  select distinct on (l.name) l.id, l.name, l.value, p.key::text as place, p.name as "placeName",
    l.valid_from as "validFrom", l.document
  from teams.limit_value l
  left join regions.ancestor a on a.key = ${place} and a.ancestor = l.place_key
  join regions.place p on p.key = coalesce(l.place_key,
    (select ancestor from regions.ancestor where key = ${place} and level = 'province'))
  where l.valid_from <= ${on}::date and (l.valid_to is null or l.valid_to > ${on}::date)
    and (l.place_key is null or a.key is not null)
  order by l.name, a.level desc nulls last, l.valid_from desc`;

export async function limitRowsAt(
  client: Client,
  place: string,
  on: string,
): Promise<Omit<LimitRow, 'own'>[]> {
  const { rows } = await client.query<Omit<LimitRow, 'own'>>({
    name: 'limits-at',
    text: limitsSql('$1', '$2'),
    values: [place, on],
  });
  return rows;
}

/** The same as the rules take it. */
export async function limitsAt(client: Client, place: string, on: string): Promise<Limits> {
  const rows = await limitRowsAt(client, place, on);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
