/** One team on a day: who it is, its people, villages, units, and what the rules ask of it. */
import type { Client } from '../../platform/db/pool.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { Need, PostingRow, TeamPage, UnitRow, VillageRow } from '../contract.ts';
import { secretaryFlags } from '../rules.ts';
import { inPostOn, postingColumns, postingJoins, rosterOrder } from './posting-columns.ts';
import { inRanges } from './scope.ts';

export type TeamHead = Omit<
  TeamPage,
  'roster' | 'others' | 'villages' | 'units' | 'needs' | 'warnings'
>;

/** @throws Absent when there is no such team in the caller's ranges. */
export async function teamFor(
  client: Client,
  caller: Caller,
  id: string,
  on: string,
): Promise<TeamHead> {
  const { rows } = await client.query<TeamHead>({
    name: 'team-head',
    text: `
      select m.id, m.name, m.place_key::text as place, town.name as "placeName", town.kind as "placeKind",
        county.key::text as county, county.name as "countyName", city.name as "cityName",
        m.formed_on as "formedOn", m.dissolved_on as "dissolvedOn",
        (select tier from regions.tier where place_key = m.place_key and valid_from <= $2::date
           and (valid_to is null or valid_to > $2::date) order by valid_from desc limit 1) as tier
      from teams.team m
      join regions.place town on town.key = m.place_key
      join regions.place county on county.key = town.parent
      join regions.place city on city.key = m.city_key
      where m.id = $1`,
    values: [id, on],
  });
  const team = rows[0];
  if (!team || !inRanges(caller, team.place)) throw new Absent();
  return team;
}

/** Everybody in post on the day, captain first. */
export async function rosterOf(client: Client, team: string, on: string): Promise<PostingRow[]> {
  const { rows } = await client.query<PostingRow>({
    name: 'team-roster',
    text: `select ${postingColumns} from teams.posting o ${postingJoins}
           where o.team_id = $1 and ${inPostOn('$2')} order by ${rosterOrder}`,
    values: [team, on],
  });
  return rows;
}

/** Postings that ended by the day or begin after it, the latest first. */
export async function othersOf(client: Client, team: string, on: string): Promise<PostingRow[]> {
  const { rows } = await client.query<PostingRow>({
    name: 'team-others',
    text: `select ${postingColumns} from teams.posting o ${postingJoins}
           where o.team_id = $1 and not (${inPostOn('$2')})
           order by o.starts_on desc, o.id desc limit 200`,
    values: [team, on],
  });
  return rows;
}

/** The villages of the town with their flags and first secretaries on the day. */
export async function villagesOf(client: Client, town: string, on: string): Promise<VillageRow[]> {
  const { rows } = await client.query<VillageRow>({
    name: 'team-villages',
    text: `
      select v.key::text as key, v.name, f.flags, f.flags && $3::text[] as "needsSecretary",
        (select coalesce(jsonb_agg(jsonb_build_object('posting', o.id, 'name', person.name) order by o.starts_on, o.id), '[]')
         from teams.posting o left join lateral teams.person_card(o.person_id) person on true
         where o.place_key = v.parent and o.village_key = v.key and o.role = 'first_secretary' and ${inPostOn('$2')}
        ) as secretaries
      from regions.place v
      cross join lateral (
        select coalesce(array_agg(distinct flag::text), '{}') as flags from regions.flag
        where place_key = v.key and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)
      ) f
      where v.parent = $1 and v.level = 'village' and (v.valid_to is null or v.valid_to > $2::date)
      order by v.key`,
    values: [town, on, secretaryFlags],
  });
  return rows;
}

/** The group of units behind the team, lead unit first, with how many people each has in post there. */
export async function unitsOf(client: Client, team: string, on: string): Promise<UnitRow[]> {
  const { rows } = await client.query<UnitRow>({
    name: 'team-units',
    text: `
      select u.id, u.organisation_id as organisation, g.name, g.kind, u.lead, u.starts_on as "startsOn", u.ends_on as "endsOn",
        (select count(*)::integer from teams.posting o
         where o.team_id = u.team_id and o.organisation_id = u.organisation_id and o.main and ${inPostOn('$2')}) as people
      from teams.team_unit u join teams.organisation g on g.id = u.organisation_id
      where u.team_id = $1 and (u.ends_on is null or u.ends_on > $2::date)
      order by u.lead desc, g.pinyin collate "C", u.id`,
    values: [team, on],
  });
  return rows;
}

/** What the dated rules ask of a town on the day, fulfilled or not. */
export async function needsOf(client: Client, town: string, on: string): Promise<Need[]> {
  const { rows } = await client.query<Need>({
    name: 'team-needs',
    text: 'select role, required, posted, document from teams.needs_of($1, $2::date) order by role',
    values: [town, on],
  });
  return rows;
}
