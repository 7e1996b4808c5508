/** The states a team, its postings and its units went through, as the rules of history take them. */
import type { Client } from '../../platform/db/pool.ts';
import type { Change } from '../contract.ts';
import { changesOf, type State } from '../rules-history.ts';

/** Everything done to a team, latest first, 500 deeds at most. */
export async function historyOfTeam(client: Client, team: string): Promise<Change[]> {
  const [teams, postings, units] = [
    await statesOf(client, 'team-states', teamStates, team),
    await statesOf(client, 'posting-states', postingStates, team),
    await statesOf(client, 'unit-states', unitStates, team),
  ];
  return [
    ...changesOf('team', teams),
    ...changesOf('posting', postings),
    ...changesOf('unit', units),
  ]
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .slice(0, 500);
}

async function statesOf(
  client: Client,
  name: string,
  text: string,
  team: string,
): Promise<State[]> {
  const { rows } = await client.query<State>({ name, text, values: [team] });
  return rows;
}

const teamStates = `
  select s.id, s.name as subject, s.recorded_at as "from", s.superseded_at as "to", a.display_name as by,
    s.dissolved_on as "endsOn",
    jsonb_build_object('name', s.name, 'formedOn', s.formed_on, 'dissolvedOn', s.dissolved_on,
      'dissolveReason', s.dissolve_reason) as fields
  from (
    select id, name, formed_on, dissolved_on, dissolve_reason, recorded_at, recorded_by, null::timestamptz as superseded_at from teams.team
    union all
    select id, name, formed_on, dissolved_on, dissolve_reason, recorded_at, recorded_by, superseded_at from teams.team_history
  ) s left join access.account a on a.id = s.recorded_by
  where s.id = $1`;

const postingStates = `
  select s.id, coalesce(person.name, '') as subject, s.recorded_at as "from", s.superseded_at as "to", a.display_name as by,
    s.ends_on as "endsOn",
    jsonb_build_object('category', s.category, 'role', s.role, 'village', village.name, 'townPost', s.town_post,
      'startsOn', s.starts_on, 'dueOn', s.due_on, 'endsOn', s.ends_on, 'endReason', s.end_reason, 'endNote', s.end_note)
      as fields
  from (
    select id, team_id, person_id, category, role, village_key, town_post, starts_on, due_on, ends_on, end_reason, end_note,
      recorded_at, recorded_by, null::timestamptz as superseded_at from teams.posting
    union all
    select id, team_id, person_id, category, role, village_key, town_post, starts_on, due_on, ends_on, end_reason, end_note,
      recorded_at, recorded_by, superseded_at from teams.posting_history
  ) s
  left join lateral teams.person_card(s.person_id) person on true
  left join regions.place village on village.key = s.village_key
  left join access.account a on a.id = s.recorded_by
  where s.team_id = $1`;

const unitStates = `
  select s.id, g.name as subject, s.recorded_at as "from", s.superseded_at as "to", a.display_name as by,
    s.ends_on as "endsOn",
    jsonb_build_object('lead', s.lead::text, 'startsOn', s.starts_on, 'endsOn', s.ends_on) as fields
  from (
    select id, team_id, organisation_id, lead, starts_on, ends_on, recorded_at, recorded_by,
      null::timestamptz as superseded_at from teams.team_unit
    union all
    select id, team_id, organisation_id, lead, starts_on, ends_on, recorded_at, recorded_by, superseded_at
      from teams.team_unit_history
  ) s
  join teams.organisation g on g.id = s.organisation_id
  left join access.account a on a.id = s.recorded_by
  where s.team_id = $1`;
