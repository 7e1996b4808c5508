/** The group of units behind a team: who joins, leads and leaves. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/new-id.ts';
import type { AddUnit } from '../../contract-writing.ts';
import type { TeamHead } from '../one-team.ts';
import { inTurn } from './in-turn.ts';

/** @throws Refusal when the team does not stand that day; constraints refuse a unit named twice and a second lead. */
export async function addUnit(
  db: Db,
  client: Client,
  id: string,
  team: TeamHead,
  wanted: AddUnit,
  by: string,
): Promise<void> {
  await inTurn(client, `teams.team:${team.id}`);
  if (wanted.startsOn < team.formedOn || (team.dissolvedOn && wanted.startsOn >= team.dissolvedOn))
    throw new Refusal('teams.refusal.team_not_standing');
  await db
    .insertInto('teams.team_unit')
    .values({
      id,
      team_id: team.id,
      place_key: team.place,
      organisation_id: wanted.organisation,
      lead: wanted.lead,
      starts_on: wanted.startsOn,
      recorded_by: by,
    })
    .execute();
}

export interface UnitFacts {
  id: string;
  team: string;
  place: string;
  organisation: string;
  startsOn: string;
  endsOn: string | null;
  lead: boolean;
}

/** @throws Absent outside the caller's ranges. */
export async function unitFor(client: Client, caller: Caller, id: string): Promise<UnitFacts> {
  const unit = await unitOf(client, id);
  if (!unit || !inRanges(unit.place, caller.ranges)) throw new Absent();
  return unit;
}

async function unitOf(client: Client, id: string): Promise<UnitFacts | undefined> {
  const { rows } = await client.query<UnitFacts>(
    `select id, team_id as team, place_key::text as place, organisation_id as organisation, starts_on as "startsOn",
       ends_on as "endsOn", lead from teams.team_unit where id = $1`,
    [id],
  );
  return rows[0];
}

/** The unit's part as it stands when it is our turn: somebody may have ended it while we waited. */
async function inItsTurn(client: Client, unit: UnitFacts): Promise<UnitFacts> {
  await inTurn(client, `teams.team:${unit.team}`);
  const now = (await unitOf(client, unit.id)) ?? unit;
  if (now.endsOn) throw new Refusal('teams.refusal.unit_over');
  return now;
}

/** @throws Refusal when it is over already, ends before it began, or somebody it sent is in post there on the day. */
export async function endUnit(
  db: Db,
  client: Client,
  wanted: UnitFacts,
  endsOn: string,
  by: string,
): Promise<void> {
  const unit = await inItsTurn(client, wanted);
  if (endsOn <= unit.startsOn) throw new Refusal('teams.refusal.end_before_start');
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from teams.posting
     where team_id = $1 and organisation_id = $2 and (ends_on is null or ends_on > $3::date)`,
    [unit.team, unit.organisation, endsOn],
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0) throw new Refusal('teams.refusal.unit_staffed', { count });
  await db
    .updateTable('teams.team_unit')
    .set({ ends_on: endsOn, recorded_by: by })
    .where('id', '=', unit.id)
    .execute();
}

/**
 * Makes a member unit the lead from a day on; the unit that led until then stays as a member.
 * @throws Refusal when it leads already or its part does not reach the day.
 */
export async function leadWith(
  client: Client,
  wanted: UnitFacts,
  on: string,
  by: string,
): Promise<void> {
  const unit = await inItsTurn(client, wanted);
  if (unit.lead) throw new Refusal('teams.refusal.unit_leads');
  if (on < unit.startsOn) throw new Refusal('teams.refusal.unit_joins_later');
  const { rows } = await client.query<Pick<UnitFacts, 'id' | 'startsOn'>>(
    `select id, starts_on as "startsOn" from teams.team_unit
     where team_id = $1 and lead and (ends_on is null or ends_on > $2::date)`,
    [unit.team, on],
  );
  if (rows.some((lead) => lead.startsOn > on)) throw new Refusal('teams.refusal.lead_taken');
  if (rows[0]) await partFrom(client, rows[0], on, false, by);
  await partFrom(client, unit, on, true, by);
}

/** From the day on the unit leads or does not; a part that began that very day is changed in place. */
async function partFrom(
  client: Client,
  { id, startsOn }: Pick<UnitFacts, 'id' | 'startsOn'>,
  on: string,
  lead: boolean,
  by: string,
): Promise<void> {
  if (startsOn === on) {
    const text = 'update teams.team_unit set lead = $2, recorded_by = $3 where id = $1';
    await client.query(text, [id, lead, by]);
    return;
  }
  const { rows } = await client.query<{ until: string | null }>(
    `update teams.team_unit u set ends_on = $2, recorded_by = $3
     from teams.team_unit before where u.id = $1 and before.id = u.id returning before.ends_on as until`,
    [id, on, by],
  );
  await client.query(
    `insert into teams.team_unit (id, team_id, place_key, organisation_id, lead, starts_on, ends_on, recorded_by)
     select $2, team_id, place_key, organisation_id, $3, $4::date, $5::date, $6 from teams.team_unit where id = $1`,
    [id, newId(), lead, on, rows[0]?.until ?? null, by],
  );
}
