/** Everything the rules look at in a team on a day, read in one statement, and what they say of it. */
import type { Client } from '../../platform/db/pool.ts';
import type { PostingRow, TeamPage, UnitRow, VillageRow } from '../contract.ts';
import type { LimitRow } from '../contract-arranging.ts';
import { secretaryFlags, warningsOfTeam } from '../rules.ts';
import type { Limits } from '../rules-arranging.ts';
import { limitsSql } from './arrangement.ts';
import type { TeamHead } from './one-team.ts';
import { inPostOn, postingColumns, postingJoins, rosterOrder } from './posting-columns.ts';

export type TeamState = Pick<TeamPage, 'roster' | 'villages' | 'units' | 'warnings'> & {
  limits: Limits;
};

/** A write asks this after every posting: one statement instead of four is a third of its time. */
export async function teamState(client: Client, team: TeamHead, on: string): Promise<TeamState> {
  const { rows } = await client.query<{
    roster: PostingRow[];
    villages: VillageRow[];
    units: UnitRow[];
    limits: Pick<LimitRow, 'name' | 'value'>[];
  }>({
    name: 'team-state',
    text: `select ${list(rosterSql)} as roster, ${list(villagesSql)} as villages, ${list(unitsSql)} as units,
             ${list(limitsSql('$2', '$3'))} as limits`,
    values: [team.id, team.place, on, secretaryFlags],
  });
  if (!rows[0]) throw new Error('a statement without a from answers one row');
  const { roster, villages, units } = rows[0];
  const limits: Limits = Object.fromEntries(rows[0].limits.map((row) => [row.name, row.value]));
  const led = units.some((unit) => unit.lead && unit.startsOn <= on);
  const stands = team.formedOn <= on && (team.dissolvedOn === null || team.dissolvedOn > on);
  const warnings = stands ? warningsOfTeam(roster, villages, led, limits) : [];
  return { roster, villages, units, limits, warnings };
}

const list = (sql: string): string => `(select coalesce(jsonb_agg(row), '[]') from (${sql}) row)`;

// $1 the team, $2 its town, $3 the day, $4 the flags that ask for a first secretary.

/** Everybody in post, captain first. */
const rosterSql = `
  select ${postingColumns} from teams.posting o ${postingJoins}
  where o.team_id = $1 and ${inPostOn('$3')} order by ${rosterOrder}`;

/** The villages of the town with their flags and first secretaries. */
const villagesSql = `
  select v.key::text as key, v.name, f.flags, f.flags && $4::text[] as "needsSecretary",
    (select coalesce(jsonb_agg(jsonb_build_object('posting', o.id, 'name', person.name) order by o.starts_on, o.id), '[]')
     from teams.posting o left join lateral teams.person_card(o.person_id) person on true
     where o.place_key = v.parent and o.village_key = v.key and o.role = 'first_secretary' and ${inPostOn('$3')}
    ) as secretaries
  from regions.place v
  cross join lateral (
    select coalesce(array_agg(distinct flag::text), '{}') as flags from regions.flag
    where place_key = v.key and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)
  ) f
  where v.parent = $2 and v.level = 'village' and (v.valid_to is null or v.valid_to > $3::date)
  order by v.key`;

/** The group of units behind the team, lead unit first, with how many people each has in post there. */
const unitsSql = `
  select u.id, u.organisation_id as organisation, g.name, g.kind, u.lead, u.starts_on as "startsOn", u.ends_on as "endsOn",
    (select count(*)::integer from teams.posting o
     where o.team_id = u.team_id and o.organisation_id = u.organisation_id and o.main and ${inPostOn('$3')}) as people
  from teams.team_unit u join teams.organisation g on g.id = u.organisation_id
  where u.team_id = $1 and (u.ends_on is null or u.ends_on > $3::date)
  order by u.lead desc, g.pinyin collate "C", u.id`;
