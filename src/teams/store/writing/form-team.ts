/** Forming and dissolving teams, and the group of units behind them. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/new-id.ts';
import type { RegionsKind, RegionsTierName } from '../../../schema.gen.ts';
import type { AddUnit, FormTeam } from '../../contract-writing.ts';
import { inRanges, type TeamHead } from '../one-team.ts';

interface Town {
  key: string;
  name: string;
  level: string;
  kind: RegionsKind;
  county: string;
  city: string;
  tier: RegionsTierName | null;
}

/** A town-level place as a new team records it: what stands above it, its kind and its tier on the day. */
async function townOn(client: Client, key: string, day: string): Promise<Town | undefined> {
  const { rows } = await client.query<Town>({
    name: 'team-town',
    text: `
      select p.key::text as key, p.name, p.level, p.kind, p.parent::text as county,
        (select ancestor::text from regions.ancestor where key = p.key and level = 'city') as city,
        (select tier from regions.tier where place_key = p.key and valid_from <= $2::date
           and (valid_to is null or valid_to > $2::date) order by valid_from desc limit 1) as tier
      from regions.place p where p.key = $1`,
    values: [key, day],
  });
  return rows[0];
}

/** Later requests about the same thing wait their turn: exclusion constraints alone would let two deadlock. */
export async function inTurn(client: Client, ...things: string[]): Promise<void> {
  for (const thing of things) {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7240))', [thing]);
  }
}

/**
 * Forms the team of a town with its lead unit and member units, all from the same day.
 * @throws Refusal when the place is no town or the lead unit is named twice; constraints refuse a second team.
 */
export async function formTeam(
  db: Db,
  client: Client,
  id: string,
  wanted: FormTeam,
  by: string,
): Promise<{ name: string; place: string }> {
  await inTurn(client, `teams.place:${wanted.place}`);
  const town = await townOn(client, wanted.place, wanted.formedOn);
  if (town?.level !== 'town') throw new Refusal('teams.refusal.not_a_town');
  if (wanted.members.includes(wanted.lead)) throw new Refusal('teams.refusal.lead_is_member');
  const name = wanted.name?.trim() ?? `${town.name}驻镇帮镇扶村工作队`;
  await db
    .insertInto('teams.team')
    .values({
      id,
      place_key: town.key,
      city_key: town.city,
      county_key: town.county,
      name,
      place_kind: town.kind,
      tier: town.tier,
      formed_on: wanted.formedOn,
      recorded_by: by,
    })
    .execute();
  const units = [wanted.lead, ...wanted.members];
  await db
    .insertInto('teams.team_unit')
    .values(
      units.map((organisation, at) => ({
        id: newId(),
        team_id: id,
        place_key: town.key,
        organisation_id: organisation,
        lead: at === 0,
        starts_on: wanted.formedOn,
        recorded_by: by,
      })),
    )
    .execute();
  return { name, place: town.key };
}

/** @throws Refusal while somebody's posting reaches the day. */
export async function dissolveTeam(
  db: Db,
  client: Client,
  team: TeamHead,
  on: string,
  by: string,
): Promise<void> {
  await inTurn(client, `teams.place:${team.place}`, `teams.team:${team.id}`);
  if (team.dissolvedOn) throw new Refusal('teams.refusal.team_over');
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from teams.posting
     where team_id = $1 and (ends_on is null or ends_on > $2::date)`,
    [team.id, on],
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0) throw new Refusal('teams.refusal.team_staffed', { count });
  await db
    .updateTable('teams.team_unit')
    .set({ ends_on: on, recorded_by: by })
    .where('team_id', '=', team.id)
    .where('ends_on', 'is', null)
    .execute();
  await db
    .updateTable('teams.team')
    .set({ dissolved_on: on, recorded_by: by })
    .where('id', '=', team.id)
    .execute();
}

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
}

/** @throws Absent outside the caller's ranges. */
export async function unitFor(client: Client, caller: Caller, id: string): Promise<UnitFacts> {
  const { rows } = await client.query<UnitFacts>(
    `select id, team_id as team, place_key::text as place, organisation_id as organisation, starts_on as "startsOn",
       ends_on as "endsOn" from teams.team_unit where id = $1`,
    [id],
  );
  const unit = rows[0];
  if (!unit || !inRanges(caller, unit.place)) throw new Absent();
  return unit;
}

/** @throws Refusal when it is over already, ends before it began, or somebody it sent is in post there on the day. */
export async function endUnit(
  db: Db,
  client: Client,
  unit: UnitFacts,
  endsOn: string,
  by: string,
): Promise<void> {
  await inTurn(client, `teams.team:${unit.team}`);
  if (unit.endsOn) throw new Refusal('teams.refusal.unit_over');
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
