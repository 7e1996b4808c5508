/** Entering batches, requirements and sizes. A batch can be corrected; a rule or size ends and another begins. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type {
  AddBatch,
  AddRequirement,
  BatchRow,
  ChangeBatch,
  SetLimit,
} from '../../contract-arranging.ts';
import { refusalOfBatch } from '../../rules-arranging.ts';
import { batches } from '../arrangement.ts';
import { inTurn } from './in-turn.ts';

/** @throws Refusal when the days do not fit the other batches; constraints refuse a number or name that is taken. */
export async function addBatch(
  db: Db,
  client: Client,
  id: string,
  wanted: AddBatch,
  by: string,
): Promise<void> {
  await inTurn(client, 'teams.batch');
  refuseWrongDays(wanted, await batches(client));
  await db
    .insertInto('teams.batch')
    .values({
      id,
      name: wanted.name.trim(),
      number: wanted.number,
      starts_on: wanted.startsOn,
      ends_on: wanted.endsOn,
      recorded_by: by,
    })
    .execute();
}

/**
 * Corrects name and days; a batch keeps its number.
 * @returns the state before
 * @throws Absent without such a batch, Refusal when somebody changed it after the caller looked (409).
 */
export async function changeBatch(
  db: Db,
  client: Client,
  id: string,
  wanted: ChangeBatch,
  by: string,
): Promise<BatchRow> {
  await inTurn(client, 'teams.batch');
  const all = await batches(client);
  const before = all.find((one) => one.id === id);
  if (!before) throw new Absent();
  if (before.seen !== wanted.seen) throw new Refusal('teams.refusal.batch_changed', {}, 409);
  refuseWrongDays({ ...before, ...wanted }, all);
  await db
    .updateTable('teams.batch')
    .set({
      name: wanted.name.trim(),
      starts_on: wanted.startsOn,
      ends_on: wanted.endsOn,
      recorded_by: by,
    })
    .where('id', '=', id)
    .execute();
  return before;
}

function refuseWrongDays(wanted: Parameters<typeof refusalOfBatch>[0], all: readonly BatchRow[]) {
  const refusal = refusalOfBatch(wanted, all);
  if (refusal) throw new Refusal(refusal.code, refusal.batch ? { batch: refusal.batch } : {});
}

/** @throws Refusal when the same is asked of the same towns in that time already. */
export async function addRequirement(
  db: Db,
  client: Client,
  id: string,
  wanted: AddRequirement,
  by: string,
): Promise<void> {
  await inTurn(client, `teams.requirement:${wanted.place}`);
  const [tiers, kinds] = [wanted.tiers.toSorted(), wanted.kinds.toSorted()];
  const { rows } = await client.query(
    `select from teams.requirement
     where place_key = $1 and role = $2 and tiers @> $3 and tiers <@ $3 and kinds @> $4 and kinds <@ $4
       and (valid_to is null or valid_to > $5::date)`,
    [wanted.place, wanted.role, tiers, kinds, wanted.validFrom],
  );
  if (rows.length > 0) throw new Refusal('teams.refusal.requirement_known');
  await db
    .insertInto('teams.requirement')
    .values({
      id,
      place_key: wanted.place,
      tiers,
      kinds,
      role: wanted.role,
      at_least: wanted.atLeast,
      valid_from: wanted.validFrom,
      document: wanted.document.trim(),
      recorded_by: by,
    })
    .execute();
}

export interface DatedRule {
  id: string;
  place: string;
  validFrom: string;
  validTo: string | null;
}

/** @throws Absent outside the caller's ranges. */
export async function requirementFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<DatedRule> {
  const { rows } = await client.query<DatedRule>(
    `select id, place_key::text as place, valid_from as "validFrom", valid_to as "validTo"
     from teams.requirement where id = $1 for update`,
    [id],
  );
  if (!rows[0] || !inRanges(rows[0].place, caller.ranges)) throw new Absent();
  return rows[0];
}

/** @throws Absent outside the caller's ranges; what holds everywhere is the province's. */
export async function limitFor(client: Client, caller: Caller, id: string): Promise<DatedRule> {
  const { rows } = await client.query<DatedRule>(
    `select id, coalesce(place_key, $2::bigint)::text as place, valid_from as "validFrom", valid_to as "validTo"
     from teams.limit_value where id = $1 for update`,
    [id, await province(client)],
  );
  if (!rows[0] || !inRanges(rows[0].place, caller.ranges)) throw new Absent();
  return rows[0];
}

/** A constraint refuses an end before the beginning. */
export async function endRule(
  db: Db,
  table: 'teams.requirement' | 'teams.limit_value',
  rule: DatedRule,
  validTo: string,
  by: string,
): Promise<void> {
  if (rule.validTo) throw new Refusal('teams.refusal.rule_over');
  await db
    .updateTable(table)
    .set({ valid_to: validTo, recorded_by: by })
    .where('id', '=', rule.id)
    .execute();
}

/**
 * Sets a size for a place from a day on; the one in force there ends that day. A constraint refuses it where one that
 * begins on that day or later is on record.
 */
export async function setLimit(
  db: Db,
  client: Client,
  id: string,
  wanted: SetLimit,
  by: string,
): Promise<void> {
  const place = wanted.place === (await province(client)) ? null : wanted.place;
  await inTurn(client, `teams.limit:${wanted.name}`);
  await db
    .updateTable('teams.limit_value')
    .set({ valid_to: wanted.validFrom, recorded_by: by })
    .where('name', '=', wanted.name)
    .where('place_key', place === null ? 'is' : '=', place)
    .where('valid_from', '<', wanted.validFrom)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', wanted.validFrom)]))
    .execute();
  await db
    .insertInto('teams.limit_value')
    .values({
      id,
      name: wanted.name,
      place_key: place,
      value: wanted.value,
      valid_from: wanted.validFrom,
      document: wanted.document.trim(),
      recorded_by: by,
    })
    .execute();
}

async function province(client: Client): Promise<string> {
  const { rows } = await client.query<{ key: string }>(
    "select key::text as key from regions.region where level = 'province'",
  );
  if (!rows[0]) throw new Error('no registry is loaded');
  return rows[0].key;
}
