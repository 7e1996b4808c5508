/** Teams of a region on a day: every town that has one or must have one, in the order of their codes. */
import type { Client } from '../../platform/db/pool.ts';
import type { TeamRow, VacancyRow } from '../contract.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  placeAndRoleCursor,
  placeCursor,
  type Rows,
} from './paging.ts';

interface Region {
  lo: string;
  hi: string;
}

export interface TeamFilters extends Paging {
  on: string;
  tier?: string | undefined;
  kind?: string | undefined;
  vacant?: string | undefined;
  batch?: string | undefined;
}

/** Kind and tier are those of the day; names are the latest. */
const townOn = `
  from regions.region t
  join regions.place town on town.key = t.key
  join regions.place county on county.key = t.parent
  join lateral (
    select kind from regions.code where key = t.key and valid_from is not null
    order by valid_from <= $3::date desc, abs(valid_from - $3::date) limit 1
  ) named on true
  left join lateral (
    select tier from regions.tier
    where place_key = t.key and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)
    order by valid_from desc limit 1
  ) tiered on true
  left join teams.team m on m.place_key = t.key and m.formed_on <= $3::date
    and (m.dissolved_on is null or m.dissolved_on > $3::date)`;

export async function teamsOfRegion(
  client: Client,
  region: Region,
  filters: TeamFilters,
): Promise<Rows<TeamRow>> {
  const limit = limitOf(filters);
  const [after] = cursorParts(filters, placeCursor, ['000000000000']);
  const { rows } = await client.query<TeamRow>({
    name: 'teams-of-region',
    text: teamsSql,
    values: [
      region.lo,
      region.hi,
      filters.on,
      after,
      limit + 1,
      filters.tier ?? null,
      filters.kind ?? null,
      filters.vacant ?? null,
      filters.batch ?? null,
    ],
  });
  return paged(rows, limit, (row) => row.place);
}

// The page of towns first, with what decides whether they belong; people and units are counted for that page only.
const teamsSql = `
  select p.place::text as place, p."placeName", p."placeKind", p."countyName", p.tier, p.id, p.name, p."formedOn",
    people.*, units.*, p.missing, p.vacancy
  from (
    select t.key as place, town.name as "placeName", named.kind as "placeKind", county.name as "countyName",
      tiered.tier, m.id, m.name, m.formed_on as "formedOn", need.missing, need.vacancy
    ${townOn}
    join lateral (
      select count(*) as rules, coalesce(sum(required - posted) filter (where posted < required), 0)::integer as vacancy,
        coalesce(jsonb_agg(jsonb_build_object('role', role, 'required', required, 'posted', posted, 'document', document)
          order by role) filter (where posted < required), '[]') as missing
      from (select * from teams.needs_of(t.key, $3::date) offset 0) counted -- once a rule, not once a column
    ) need on true
    where t.level = 'town' and t.key between $1 and $2 and t.key > $4::bigint
      and (t.valid_to is null or t.valid_to > $3::date)
      and (m.id is not null or need.rules > 0)
      and ($6::text is null or tiered.tier::text = $6)
      and ($7::text is null or named.kind::text = $7)
      and ($8::text is null or need.vacancy > 0)
      and ($9::uuid is null or exists (
        select from teams.posting o where o.team_id = m.id and o.batch_id = $9
          and o.starts_on <= $3::date and (o.ends_on is null or o.ends_on > $3::date)))
    order by t.key
    limit $5
  ) p
  join lateral (
    select coalesce(array_agg(distinct b.name order by b.name) filter (where b.id is not null), '{}') as batches,
      count(*) filter (where o.category = 'cadre')::integer as cadre,
      count(*) filter (where o.category = 'graduate_service')::integer as "graduateService",
      count(*) filter (where o.category = 'agri_tech_agent')::integer as "agriTechAgent",
      count(*) filter (where o.category = 'finance_assistant')::integer as "financeAssistant",
      count(*) filter (where o.category = 'volunteer')::integer as volunteer
    from teams.posting o join teams.batch b on b.id = o.batch_id
    where o.team_id = p.id and o.main and o.starts_on <= $3::date and (o.ends_on is null or o.ends_on > $3::date)
  ) people on true
  join lateral (
    select max(g.name) filter (where u.lead) as lead, count(*)::integer as units
    from teams.team_unit u join teams.organisation g on g.id = u.organisation_id
    where u.team_id = p.id and u.starts_on <= $3::date and (u.ends_on is null or u.ends_on > $3::date)
  ) units on true
  order by p.place`;

/** Every role a dated rule asks for and too few hold, in the order of the towns' codes. */
export async function vacanciesOfRegion(
  client: Client,
  region: Region,
  query: Paging & { on: string },
): Promise<Rows<VacancyRow>> {
  const limit = limitOf(query);
  const [place, role] = cursorParts(query, placeAndRoleCursor, ['000000000000', '']);
  const { rows } = await client.query<VacancyRow>({
    name: 'vacancies-of-region',
    text: `
      select t.key::text as place, town.name as "placeName", county.name as "countyName", tiered.tier,
        m.id as team, m.name as "teamName", need.role, need.required, need.posted, need.document
      ${townOn}
      join lateral teams.needs_of(t.key, $3::date) need on need.posted < need.required
      where t.level = 'town' and t.key between $1 and $2 and t.key >= $4::bigint
        and (t.key > $4::bigint or need.role::text > $6)
        and (t.valid_to is null or t.valid_to > $3::date)
      order by t.key, need.role::text collate "C"
      limit $5`,
    values: [region.lo, region.hi, query.on, place, limit + 1, role],
  });
  return paged(rows, limit, (row) => `${row.place}~${row.role}`);
}
