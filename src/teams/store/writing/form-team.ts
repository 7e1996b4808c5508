/** Forming and dissolving teams. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { Refusal } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/new-id.ts';
import type { RegionsKind, RegionsTierName } from '../../../schema.gen.ts';
import type { DissolveTeam, FormTeam } from '../../contract-writing.ts';
import type { TeamHead } from '../one-team.ts';
import { inTurn } from './in-turn.ts';

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

/** Ends the units' parts with it. @throws Refusal while somebody's posting reaches the day. */
export async function dissolveTeam(
  db: Db,
  client: Client,
  team: TeamHead,
  { dissolvedOn, reason }: DissolveTeam,
  by: string,
): Promise<void> {
  await inTurn(client, `teams.place:${team.place}`, `teams.team:${team.id}`);
  const { rows } = await client.query<{ over: boolean; count: number }>(
    `select m.dissolved_on is not null as over,
       (select count(*)::integer from teams.posting o
        where o.team_id = m.id and (o.ends_on is null or o.ends_on > $2::date)) as count
     from teams.team m where m.id = $1`,
    [team.id, dissolvedOn],
  );
  const { over = true, count = 0 } = rows[0] ?? {};
  if (over) throw new Refusal('teams.refusal.team_over');
  if (count > 0) throw new Refusal('teams.refusal.team_staffed', { count });
  await db
    .updateTable('teams.team_unit')
    .set((e) => ({
      // A unit that was to join later never does.
      ends_on: e.fn<string>('greatest', ['starts_on', e.cast(e.val(dissolvedOn), 'date')]),
      recorded_by: by,
    }))
    .where('team_id', '=', team.id)
    .where((e) => e.or([e('ends_on', 'is', null), e('ends_on', '>', dissolvedOn)]))
    .execute();
  await db
    .updateTable('teams.team')
    .set({ dissolved_on: dissolvedOn, dissolve_reason: reason.trim(), recorded_by: by })
    .where('id', '=', team.id)
    .execute();
}
