/** One team: who it is, who left it or comes, and what the rules ask of its town. */
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { Need, PostingRow, TeamPage } from '../contract.ts';
import { inPostOn, postingColumns, postingJoins } from './posting-columns.ts';

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
  if (!team || !inRanges(team.place, caller.ranges)) throw new Absent();
  return team;
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

/** What the dated rules ask of a town on the day, fulfilled or not. */
export async function needsOf(client: Client, town: string, on: string): Promise<Need[]> {
  const { rows } = await client.query<Need>({
    name: 'team-needs',
    text: 'select role, required, posted, document from teams.needs_of($1, $2::date) order by role',
    values: [town, on],
  });
  return rows;
}
