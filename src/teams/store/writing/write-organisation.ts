/** The register of sending units: entering one, and what one becomes. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { OrganisationRow } from '../../contract-organisations.ts';
import type { AddOrganisation, Succeed } from '../../contract-writing.ts';
import { refusalOfSuccession } from '../../rules.ts';
import { spelling } from '../../spelling.ts';
import { organisationFor } from '../organisations.ts';
import { inTurn } from './in-turn.ts';

/** Enters a unit into the register all places share. */
export async function addOrganisation(
  db: Db,
  id: string,
  wanted: AddOrganisation,
  by: string,
): Promise<void> {
  const name = wanted.name.trim();
  await db
    .insertInto('teams.organisation')
    .values({
      id,
      name,
      pinyin: spelling(name),
      credit_code: wanted.creditCode,
      kind: wanted.kind,
      level: wanted.level,
      home_key: wanted.home,
      valid_from: wanted.validFrom,
      recorded_by: by,
    })
    .execute();
}

/** Other units of this very name that still stand: the same unit may be in the register already. */
export async function sameName(
  client: Client,
  id: string,
  name: string,
): Promise<OrganisationRow['id'][]> {
  const { rows } = await client.query<{ id: string }>(
    'select id from teams.organisation where name = $1 and id <> $2 and valid_to is null order by id limit 5',
    [name.trim(), id],
  );
  return rows.map((row) => row.id);
}

/**
 * Units come from everywhere, and each is registered once: by its own area, by a place below it that it sends somebody
 * to, or by a place its city helps.
 * @throws Refusal when the home lies in none of these, or does not exist.
 */
export async function refuseForeignHome(
  client: Client,
  caller: Caller,
  home: string,
  today: string,
): Promise<void> {
  if (inRanges(home, caller.ranges)) return;
  const { rows } = await client.query<{ known: boolean; near: boolean }>(
    `select exists (select from regions.region where key = $1) as known,
       exists (select from regions.ancestor where key = $2 and ancestor = $1)
         or exists (select from teams.helper_cities($2, $3::date) h where $1::bigint between h.lo and h.hi) as near`,
    [home, caller.home, today],
  );
  if (!rows[0]?.known) throw new Refusal('teams.refusal.no_such_place');
  if (!rows[0].near) throw new Refusal('teams.refusal.unit_home');
}

/** @throws Absent where the unit's home lies outside the caller's ranges: who keeps its record says what it became. */
export async function ownOrganisation(
  client: Client,
  caller: Caller,
  id: string,
): Promise<OrganisationRow> {
  const unit = await organisationFor(client, id);
  if (!inRanges(unit.home, caller.ranges)) throw new Absent();
  return unit;
}

/**
 * Ends a unit and names its successor: one that stands, or the same unit under a new name. A trigger hands on its people.
 * @returns the successor
 * @throws Refusal when it has ended, the day does not fit, or the successor does not stand.
 */
export async function succeed(
  db: Db,
  client: Client,
  old: OrganisationRow,
  wanted: Succeed,
  today: string,
  by: string,
): Promise<string> {
  await inTurn(client, `teams.organisation:${old.id}`);
  const unit = await organisationFor(client, old.id);
  const refusal = refusalOfSuccession(unit, wanted.on, today);
  if (refusal) throw new Refusal(refusal);
  const fresh = 'new' in wanted.successor ? wanted.successor.new : null;
  const successor = 'new' in wanted.successor ? wanted.successor.new.id : wanted.successor.id;
  if (successor === old.id) throw new Refusal('teams.refusal.own_successor');
  // Its end frees the credit code for the same unit under its new name.
  const end = { valid_to: wanted.on, recorded_by: by };
  await db.updateTable('teams.organisation').set(end).where('id', '=', old.id).execute();
  if (fresh) {
    const { kind, level, home } = unit;
    const { name, creditCode } = fresh;
    const renamed = { name, creditCode, kind, level, home, validFrom: wanted.on };
    await addOrganisation(db, successor, renamed, by);
  } else {
    await refuseEnded(client, successor);
  }
  await client.query(
    'update teams.organisation set successor_id = $2, recorded_at = now() where id = $1',
    [old.id, successor],
  );
  return successor;
}

async function refuseEnded(client: Client, id: string): Promise<void> {
  const { rows } = await client.query(
    'select from teams.organisation where id = $1 and valid_to is null for share',
    [id],
  );
  if (rows.length === 0) throw new Refusal('teams.refusal.successor_ended');
}
