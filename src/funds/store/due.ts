/** Towns of the special fund with the rule that holds for each on a day. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { RuledTown, Weights } from '../rules-due.ts';

interface Found extends Omit<Weights, 'county'> {
  town: string;
  cityKey: string;
  helper: string | null;
  countyKey: string;
  /** Null where no rule was found. */
  average: string | null;
  countyWeight: number;
}

/**
 * The rule nearest above a town holds: a county's before its city's before the province's.
 * @returns the towns that have one, and how many towns of the fund have none
 */
export async function ruledTowns(
  client: Client,
  caller: Caller,
  { lo, hi }: { lo: string; hi: string },
  on: string,
): Promise<{ towns: RuledTown[]; unruled: number }> {
  const { rows } = await client.query<Found>({
    name: 'ruled-towns',
    text: `
      with town as (
        select distinct on (t.place_key) r.key, r.county,
          (select ancestor from regions.ancestor a where a.key = r.key and a.level = 'city') as city
        from regions.tier t join regions.region r on r.key = t.place_key
        where t.tier in ('key_assistance', 'consolidation') and t.valid_from <= $3::date
          and (t.valid_to is null or t.valid_to > $3::date)
          and r.key between $1 and $2 and ${withinText('r.key', '$4', '$5')}
      ), helper as (
        -- Asked of a town of the city: the city itself may lie above the caller.
        select city.key as city, min(h.key) as helper
        from (select city as key, min(key) as town from town group by city) city
        left join lateral teams.helper_cities(city.town, $3::date) h on true
        group by city.key
      )
      select town.key::text as town, town.city::text as "cityKey", helper.helper::text as helper,
        town.county || '000000' as "countyKey", rule.*
      from town
      join helper on helper.city = town.city
      left join lateral (
        select max(s.average)::text as average,
          coalesce(sum(s.weight) filter (where s.payer = 'province'), 0)::integer as province,
          coalesce(sum(s.weight) filter (where s.payer = 'assisting_city'), 0)::integer as assisting_city,
          coalesce(sum(s.weight) filter (where s.payer = 'assisted_city'), 0)::integer as assisted_city,
          coalesce(sum(s.weight) filter (where s.payer = 'county'), 0)::integer as "countyWeight"
        from funds.share s
        where s.programme = 'special_fund' and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)
          and s.place_key = (
            select a.ancestor from regions.ancestor a
            where a.key = town.key and exists (select from funds.share o where o.place_key = a.ancestor
              and o.programme = 'special_fund' and o.valid_from <= $3::date and (o.valid_to is null or o.valid_to > $3::date))
            order by a.level desc limit 1)
      ) rule on true
      order by town.key`,
    values: [lo, hi, on, ...boundsOf(caller.ranges)],
  });
  const ruled = rows.filter((row) => row.average !== null && row.helper !== null);
  return {
    unruled: rows.length - ruled.length,
    towns: ruled.map((row) => townOf(row)),
  };
}

function townOf(row: Found): RuledTown {
  return {
    town: row.town,
    average: BigInt(row.average ?? 0),
    weights: {
      province: row.province,
      assisting_city: row.assisting_city,
      assisted_city: row.assisted_city,
      county: row.countyWeight,
    },
    payers: {
      province: `${row.town.slice(0, 2)}0000000000`,
      assisting_city: row.helper ?? '',
      assisted_city: row.cityKey,
      county: row.countyKey,
    },
  };
}
