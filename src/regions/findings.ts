// What does not fit in the registry and the lists held against it, within the caller's ranges.

import { sql } from 'kysely';
import type { Db } from '../platform/db/pool.ts';
import { inRanges, type Range, within } from '../platform/db/scope.ts';
import type { Finding } from './contract.ts';
import { programmePlaces } from './programme-tree.ts';
import {
  brokenNameFinding,
  type CityCount,
  quoted,
  selfIncludedFinding,
  type TierCount,
  tierSumFinding,
} from './rules.ts';
import { treeDay } from './store.ts';

const TOWN_KINDS = ['town', 'township', 'ethnic_township'];
type Places = Finding['places'];
/** Rows of c that an edition in force publishes: what was made up for a demonstration is in none. */
const inForce = sql`c.edition in (select edition from regions.edition where active_from is not null)`;

export async function findingsOn(db: Db, on: string, ranges: readonly Range[]): Promise<Finding[]> {
  const whole = inRanges(quoted.province, ranges) && (await isPublished(db, quoted.province));
  const count = await tierCount(db, 'self_included', on);
  const units = await unitsWithVillages(db, ranges);
  const findings = [
    selfIncludedFinding(count, units, await withoutVillage(db, on), whole),
    brokenNameFinding(await brokenNames(db, ranges)),
  ];
  if (!whole) return findings;
  const days = [...new Set([quoted.on, on])];
  const tiers = await Promise.all(days.map((day) => tierCounts(db, day)));
  return [tierSumFinding(days, tiers.flat(), await townsByCity(db)), ...findings];
}

/** What was said of one province is held against the records only where that is the province. */
async function isPublished(db: Db, key: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from regions.code c where c.key = ${key}::bigint and ${inForce}`.execute(db);
  return rows.length > 0;
}

/** Row security of the tiers keeps the count to the caller's ranges. */
async function tierCounts(db: Db, on: string): Promise<TierCount[]> {
  const { rows } = await sql<TierCount>`
    select ${on}::text as "on", tier, count(*)::int as count from regions.tier
    where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    group by tier`.execute(db);
  return rows;
}

async function tierCount(db: Db, tier: string, on: string): Promise<number> {
  return (await tierCounts(db, on)).find((row) => row.tier === tier)?.count ?? 0;
}

async function townsByCity(db: Db): Promise<CityCount[]> {
  const { rows } = await sql<CityCount>`
    select c.edition, city.ancestor as city, own.key is not null as programme, count(*)::int as count
    from regions.code c
    join regions.ancestor city on city.key = c.key and city.level = 'city'
    left join regions.ancestor own on own.key = c.key
      and own.ancestor = any (${programmePlaces.map(({ key }) => key)}::bigint[])
    where ${inForce} and c.kind::text = any (${TOWN_KINDS}::text[])
    group by 1, 2, 3 order by 1, 2`.execute(db);
  return rows;
}

/** A place counts by the name too: 桃树岗村委会虚拟生活区 is no village but names one. */
async function unitsWithVillages(db: Db, ranges: readonly Range[]): Promise<CityCount[]> {
  const { rows } = await sql<CityCount>`
    select c.edition, city.ancestor as city, false as programme, count(*)::int as count
    from regions.code c
    join regions.region r on r.key = c.key
    join regions.ancestor city on city.key = c.key and city.level = 'city'
    where ${inForce} and c.level = 'town' and c.kind::text <> all (${TOWN_KINDS}::text[])
      and ${within('r.key', ranges)}
      and (c.edition, c.code) in (select v.edition, v.parent_code from regions.code v
        where v.level = 'village'
        and (v.kind = 'administrative_village' or v.name ~ '村委会|村民委员会'))
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

async function withoutVillage(db: Db, on: string): Promise<Places> {
  const { rows } = await sql<Places[number]>`
    select t.place_key as key, p.name, above.name as above, t.document as note
    from regions.tier t
    join regions.place p on p.key = t.place_key
    join regions.place above on above.key = p.parent
    where t.tier = 'self_included'
      and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
      and not exists (
        select 1 from regions.region r join regions.code c on c.key = r.key
        where r.parent = t.place_key and c.kind = 'administrative_village'
          and c.valid_from <= ${treeDay(on)} and (c.valid_to is null or c.valid_to > ${treeDay(on)}))
    order by p.code`.execute(db);
  return rows;
}

/** A name the publisher could not print, with the name a later edition gives. */
async function brokenNames(db: Db, ranges: readonly Range[]): Promise<Places> {
  const { rows } = await sql<Places[number]>`
    select r.key, c.edition || ' ' || c.name as name, above.name as above,
      coalesce(p.name, '') as note
    from regions.code c
    join regions.region r on r.key = c.key
    join regions.place above on above.key = r.parent
    left join regions.place p on p.key = c.key and p.name <> c.name
    where 'broken_character' = any (c.warnings) and ${inForce} and ${within('r.key', ranges)}
    order by c.edition, c.code`.execute(db);
  return rows;
}
