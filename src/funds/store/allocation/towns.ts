/** Towns a rule is about, with the factors of a budget year and the cities' own division of the local share. */
import type { Client } from '../../../platform/db/pool.ts';
import type { Factor } from '../../codes-allocation.ts';
import type { AllocatedTown, DueLine, Share } from '../../rules-allocation.ts';
import type { Allocation } from './allocation.ts';

/** Which towns belong to a programme. */
const tiers = {
  special_fund: ['key_assistance', 'consolidation'],
  self_included_fund: ['self_included'],
} as const;

interface Found {
  town: string;
  city: string;
  county: string;
  helper: string | null;
  farm: boolean;
  named: string | null;
  factors: Partial<Record<Factor, string>> | null;
  villages: string | null;
}

/** Villages are counted in the registry where nobody entered another number. All as of the last day of the year. */
export async function townsOf(
  client: Client,
  of: Allocation,
  year: number,
): Promise<AllocatedTown[]> {
  const { rows } = await client.query<Found>(
    `with listed as (
       select t.place_key as key from regions.tier t
       where t.tier = any ($1::regions.tier_name[]) and t.valid_from <= $2::date
         and (t.valid_to is null or t.valid_to > $2::date) and t.place_key between $3 and $4
       union select place_key from funds.allocation_amount where allocation_id = $5
     ), town as (
       select p.key, p.county || '000000' as county, p.kind in ('farm', 'forest_farm') as farm,
         (select ancestor from regions.ancestor a where a.key = p.key and a.level = 'city') as city
       from listed join regions.place p on p.key = listed.key
     ), helper as (
       select city.key as city, min(h.key) as helper
       from (select distinct city as key from town) city
       left join lateral teams.helper_cities(city.key, $2::date) h on true
       group by city.key
     )
     select town.key::text as town, town.city::text as city, town.county, helper.helper::text as helper, town.farm,
       amount.amount::text as named, value.factors,
       case when $6 then (select count(*) from regions.place v where v.parent = town.key
         and v.kind = 'administrative_village' and v.valid_from <= $2::date
         and (v.valid_to is null or v.valid_to > $2::date))::text end as villages
     from town
     left join helper on helper.city = town.city
     left join funds.allocation_amount amount on amount.allocation_id = $5 and amount.place_key = town.key
     left join lateral (
       select jsonb_object_agg(latest.factor, latest.value::text) as factors from (
         select distinct on (v.factor) v.factor, v.value from funds.factor_value v
         where v.place_key = town.key and v.year <= $7 and (v.batch is null or v.approved_at is not null)
         order by v.factor, v.year desc, v.recorded_at desc, v.id) latest
     ) value on true
     order by town.key`,
    [tiers[of.programme], `${year}-12-31`, of.lo, of.hi, of.id, of.factors.villages > 0, year],
  );
  return rows.map(({ named, factors, villages, ...town }) => ({
    ...town,
    named: fenOrNull(named),
    factors: {
      villages: fenOrNull(factors?.villages ?? villages),
      rural_population: fenOrNull(factors?.rural_population),
      lifted_people: fenOrNull(factors?.lifted_people),
      performance: fenOrNull(factors?.performance),
    },
  }));
}

const fenOrNull = (text: string | null | undefined): bigint | null =>
  text === null || text === undefined ? null : BigInt(text);

/** How the cities within a place divide their local share in a year: of each the rule approved last. */
export async function divisionsIn(
  client: Client,
  { lo, hi, programme }: Pick<Allocation, 'lo' | 'hi' | 'programme'>,
  year: number,
): Promise<Share[]> {
  const { rows } = await client.query<Share>(
    `with held as (
       select distinct on (place_key) id from funds.allocation
       where kind = 'division' and state = 'approved' and programme = $1 and place_key between $2 and $3
         and $4 between year_from and coalesce(year_to, $4)
       order by place_key, approved_at desc, id)
     select s.holds_in::text as "holdsIn", s.units, jsonb_object_agg(s.payer, s.weight) as weights
     from held join funds.allocation_share s on s.allocation_id = held.id
     group by s.holds_in, s.units order by s.holds_in, s.units`,
    [programme, lo, hi, year],
  );
  return rows;
}

/** What is due by now in a year, town by town and payer by payer; of a division the local payers alone. */
export async function standingDue(
  client: Client,
  of: Pick<Allocation, 'lo' | 'hi' | 'programme' | 'kind'>,
  year: number,
): Promise<DueLine[]> {
  const { rows } = await client.query<Omit<DueLine, 'amount'> & { amount: string }>(
    `select place_key::text as town, payer, payer_key::text as "payerPlace", sum(amount)::bigint::text as amount
     from funds.entry
     where measure = 'due' and programme = $1 and year = $2 and place_key between $3 and $4
       and ($5 = 'payers' or payer in ('assisted_city', 'county'))
     group by place_key, payer, payer_key having sum(amount) <> 0
     order by place_key, payer`,
    [of.programme, year, of.lo, of.hi, of.kind],
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}
