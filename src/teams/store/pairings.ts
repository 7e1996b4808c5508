/** Pairings of a region on a day with their duties and what was done of them. */
import type { Client } from '../../platform/db/pool.ts';
import type { CityRows, PairingRow } from '../contract-organisations.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  placeAndIdCursor,
  type Rows,
  zeroId,
} from './paging.ts';

/**
 * Who helps the places of a region, in code order. The group of units behind a team is a pairing too: where no pairing
 * with duties was written for a unit, it is read from the team's units.
 */
export async function pairingsOfRegion(
  client: Client,
  region: { lo: string; hi: string },
  query: Paging & { on: string; kind?: string | undefined },
): Promise<Rows<PairingRow>> {
  const limit = limitOf(query);
  const [place, id] = cursorParts(query, placeAndIdCursor, ['000000000000', zeroId]);
  const { rows } = await client.query<PairingRow>({
    name: 'pairings-of-region',
    text: `
      select p.id, p.kind, p.place_key::text as place, helped.name as "placeName", helped.level as "placeLevel",
        case when helped.level = 'town' then above.name end as "countyName", p.helper_place_key::text as "helperPlace",
        coalesce(helper.name, g.name, '') as "helperName", p.organisation_id as organisation, p.lead,
        p.starts_on as "startsOn", p.ends_on as "endsOn", p.document, p.team,
        (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'promise', d.promise,
             'fulfilled', d.fulfilled, 'fulfilledOn', d.fulfilled_on, 'endedOn', d.ended_on, 'endNote', d.end_note) order by d.kind, d.id), '[]')
         from teams.duty d where d.pairing_id = p.id) as duties
      from (
        select id, kind, place_key, helper_place_key, organisation_id, lead, starts_on, ends_on, document, null::uuid as team
        from teams.pairing where place_key between $1 and $2
        union all
        select u.id, 'group_to_town', u.place_key, null, u.organisation_id, u.lead, u.starts_on, u.ends_on, '', u.team_id
        from teams.team_unit u
        where u.place_key between $1 and $2 and not exists (
          select from teams.pairing k
          where k.place_key = u.place_key and k.organisation_id = u.organisation_id and k.kind = 'group_to_town'
            and k.starts_on <= $3::date and (k.ends_on is null or k.ends_on > $3::date))
      ) p
      join regions.place helped on helped.key = p.place_key
      left join regions.place above on above.key = helped.parent
      left join regions.place helper on helper.key = p.helper_place_key
      left join teams.organisation g on g.id = p.organisation_id
      where p.starts_on <= $3::date and (p.ends_on is null or p.ends_on > $3::date)
        and ($4::text is null or p.kind::text = $4)
        and (p.place_key, p.id) > ($5::bigint, $6::uuid)
      order by p.place_key, p.id limit $7`,
    values: [region.lo, region.hi, query.on, query.kind ?? null, place, id, limit + 1],
  });
  return paged(rows, limit, (row) => `${row.place}~${row.id}`);
}

/** The cities that stand on a day, in code order; the registry is published. */
export async function citiesOn(client: Client, day: string): Promise<CityRows['rows']> {
  const { rows } = await client.query<CityRows['rows'][number]>({
    name: 'cities-on',
    text: `select key::text as key, name from regions.place
           where level = 'city' and (valid_to is null or valid_to > $1::date) order by key`,
    values: [day],
  });
  return rows;
}
