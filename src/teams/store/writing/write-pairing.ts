/** Pairings, their duties, what was done of them and what is no longer owed. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { AddDuty, AddPairing, EndDuty, FulfilDuty } from '../../contract-writing.ts';
import { refusalOfPairing } from '../../rules.ts';

export interface PairingFacts {
  id: string;
  place: string;
  startsOn: string;
  endsOn: string | null;
}

/** @throws Absent outside the caller's ranges. */
export async function pairingFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<PairingFacts> {
  const { rows } = await client.query<PairingFacts>(
    `select id, place_key::text as place, starts_on as "startsOn", ends_on as "endsOn"
     from teams.pairing where id = $1 for update`,
    [id],
  );
  const pairing = rows[0];
  if (!pairing || !inRanges(pairing.place, caller.ranges)) throw new Absent();
  return pairing;
}

/** @throws Refusal when the kind does not fit helper and helped: a city helps a city, an organ a county, units a town. */
export async function addPairing(
  db: Db,
  client: Client,
  id: string,
  wanted: AddPairing,
  by: string,
): Promise<void> {
  const helperPlace = 'place' in wanted.helper ? wanted.helper.place : null;
  const organisation = 'organisation' in wanted.helper ? wanted.helper.organisation : null;
  const { rows } = await client.query<{ key: string; level: string }>(
    'select key::text as key, level from regions.region where key = any ($1::bigint[])',
    [[wanted.place, ...(helperPlace ? [helperPlace] : [])]],
  );
  const level = (key: string | null) => rows.find((row) => row.key === key)?.level ?? null;
  const refusal = refusalOfPairing(wanted.kind, level(wanted.place), {
    level: level(helperPlace),
    organisation: organisation !== null,
  });
  if (refusal) throw new Refusal(refusal);
  await db
    .insertInto('teams.pairing')
    .values({
      id,
      kind: wanted.kind,
      place_key: wanted.place,
      helper_place_key: helperPlace,
      organisation_id: organisation,
      lead: wanted.lead,
      starts_on: wanted.startsOn,
      document: wanted.document.trim(),
      recorded_by: by,
    })
    .execute();
  if (wanted.duties.length === 0) return;
  await db
    .insertInto('teams.duty')
    .values(
      wanted.duties.map((duty) => ({
        id: duty.id,
        pairing_id: id,
        place_key: wanted.place,
        kind: duty.kind,
        promise: duty.promise.trim(),
        recorded_by: by,
      })),
    )
    .execute();
}

export async function endPairing(
  db: Db,
  pairing: PairingFacts,
  endsOn: string,
  by: string,
): Promise<void> {
  if (pairing.endsOn) throw new Refusal('teams.refusal.pairing_over');
  await db
    .updateTable('teams.pairing')
    .set({ ends_on: endsOn, recorded_by: by })
    .where('id', '=', pairing.id)
    .execute();
}

/** @throws Refusal when the pairing has ended. */
export async function addDuty(
  db: Db,
  id: string,
  pairing: PairingFacts,
  wanted: AddDuty,
  by: string,
): Promise<void> {
  if (pairing.endsOn) throw new Refusal('teams.refusal.pairing_over');
  await db
    .insertInto('teams.duty')
    .values({
      id,
      pairing_id: pairing.id,
      place_key: pairing.place,
      kind: wanted.kind,
      promise: wanted.promise.trim(),
      recorded_by: by,
    })
    .execute();
}

export interface DutyFacts {
  id: string;
  place: string;
  fulfilled: string | null;
  fulfilledOn: string | null;
  endedOn: string | null;
  startsOn: string;
}

/** @throws Absent outside the caller's ranges. */
export async function dutyFor(client: Client, caller: Caller, id: string): Promise<DutyFacts> {
  const { rows } = await client.query<DutyFacts>(
    `select d.id, d.place_key::text as place, d.fulfilled, d.fulfilled_on as "fulfilledOn", d.ended_on as "endedOn",
       p.starts_on as "startsOn"
     from teams.duty d join teams.pairing p on p.id = d.pairing_id where d.id = $1 for update of d`,
    [id],
  );
  const duty = rows[0];
  if (!duty || !inRanges(duty.place, caller.ranges)) throw new Absent();
  return duty;
}

/** Records what was done; said again it replaces what was said, the audit keeps both. */
export async function fulfilDuty(
  db: Db,
  duty: DutyFacts,
  wanted: FulfilDuty,
  by: string,
): Promise<void> {
  if (duty.endedOn) throw new Refusal('teams.refusal.duty_over');
  if (wanted.fulfilledOn < duty.startsOn) throw new Refusal('teams.refusal.fulfilled_before_start');
  await db
    .updateTable('teams.duty')
    .set({ fulfilled: wanted.fulfilled.trim(), fulfilled_on: wanted.fulfilledOn, recorded_by: by })
    .where('id', '=', duty.id)
    .execute();
}

/** Ends a duty of which nothing was done. @throws Refusal when it was fulfilled or ended. */
export async function endDuty(db: Db, duty: DutyFacts, wanted: EndDuty, by: string): Promise<void> {
  if (duty.endedOn) throw new Refusal('teams.refusal.duty_over');
  if (duty.fulfilledOn) throw new Refusal('teams.refusal.duty_done');
  if (wanted.endsOn < duty.startsOn) throw new Refusal('teams.refusal.end_before_start');
  await db
    .updateTable('teams.duty')
    .set({ ended_on: wanted.endsOn, end_note: wanted.note.trim(), recorded_by: by })
    .where('id', '=', duty.id)
    .execute();
}
