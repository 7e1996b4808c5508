/** Numbers of a person on their way into the database: checked, sealed, and no identity number twice. */

import { noteEntry } from '../../../access/personal/store.ts';
import {
  asIdentityNumber,
  asMobileNumber,
  isIdentityNumber,
} from '../../../kit/identity-number.ts';
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { demonstrated } from '../../../platform/demonstrated.ts';
import { Absent, type Caller, type Context, Refusal } from '../../../platform/http/endpoint.ts';
import { placeOf, type Secrets } from '../../../platform/secrets/envelope.ts';
import type { CorrectPerson } from '../../contract-people.ts';
import { type Around, refusalOfIdNumber, refusalOfPhone } from '../../rules-people.ts';
import { inTurn } from './in-turn.ts';

export type Sealing = Pick<Secrets, 'seal' | 'index' | 'indexes'>;

/** Numbers as typed; undefined is not asked, null is none. */
export interface Numbers {
  idNumber?: string | null;
  phone?: string | null;
}

export interface SealedNumbers {
  id_number?: Buffer | null;
  id_number_index?: Buffer | null;
  phone?: Buffer | null;
  phone_index?: Buffer | null;
}

/**
 * Whether numbers are numbers at all, and of the year of birth on record.
 * @throws Refusal when one is not
 */
export async function refuseWrong(
  client: Client,
  { idNumber, phone }: Numbers,
  around: Omit<Around, 'madeUp'>,
): Promise<void> {
  const typed = idNumber || phone;
  const madeUp = typed ? await demonstrated(client) : false;
  const wrong =
    (idNumber && refusalOfIdNumber(idNumber, { ...around, madeUp })) ||
    (phone && refusalOfPhone(phone, { madeUp }));
  if (wrong) throw new Refusal(wrong);
}

/**
 * The columns that keep the numbers of a person. Asks last of all whether somebody has the identity number: what would
 * be refused anyway learns nothing about it.
 * @throws Refusal when somebody else has it: who is not said
 */
export async function sealedNumbers(
  client: Client,
  secrets: Sealing,
  person: string,
  { idNumber, phone }: Numbers,
): Promise<SealedNumbers> {
  if (idNumber) await refuseTaken(client, secrets, person, asIdentityNumber(idNumber));
  const keep = (column: 'id_number' | 'phone', plain: string | null) => ({
    [column]: plain && secrets.seal(plain, placeOf('teams.person', person, column)),
    [`${column}_index`]: plain && secrets.index(column, plain),
  });
  return {
    ...(idNumber === undefined ? {} : keep('id_number', idNumber && asIdentityNumber(idNumber))),
    ...(phone === undefined ? {} : keep('phone', phone && asMobileNumber(phone))),
  };
}

/**
 * The constraint compares numbers kept under one key. While two keys are about, the same number stands under either, so
 * all are asked, one writer of the number after the other; the oldest key is the one every process knows.
 */
async function refuseTaken(client: Client, secrets: Sealing, person: string, number: string) {
  const indexes = secrets.indexes('id_number', number);
  await inTurn(client, `teams.id_number:${indexes[0]?.toString('hex')}`);
  const { rows } = await client.query<{ taken: boolean }>({
    name: 'id-number-taken',
    text: 'select teams.id_number_taken($1, $2) as taken',
    values: [indexes, person],
  });
  if (rows[0]?.taken) throw new Refusal('teams.refusal.id_number_taken');
}

/**
 * Counts an identity number somebody enters; one that cannot be anybody's tells nothing and is not counted.
 * @throws Refusal 429 when the caller has entered too many
 */
export async function countNumber(
  { client, today, note }: Pick<Counting, 'client' | 'today' | 'note'>,
  { idNumber }: Numbers,
): Promise<void> {
  if (!idNumber || !isIdentityNumber(idNumber, today)) return;
  note({ field: 'teams.person.id_number' });
  await noteEntry(client, 'teams.person.id_number');
}
type Counting = Context<never, never, never>;

/** What was done to each number and the year of birth: what the audit keeps, and no value. */
export type Done = Partial<
  Record<'idNumber' | 'phone' | 'bornIn', 'added' | 'changed' | 'removed'>
>;

/**
 * Corrects the numbers and the year of birth of somebody whose record is kept in the caller's area.
 * @throws Absent elsewhere; Refusal when somebody changed it after the caller looked (409)
 */
export async function correctPerson(
  db: Db,
  client: Client,
  secrets: Sealing,
  caller: Caller,
  id: string,
  wanted: CorrectPerson,
  today: string,
): Promise<{ place: string; done: Done }> {
  await inTurn(client, `teams.person:${id}`);
  const { rows } = await client.query<Before>({
    name: 'person-before',
    text: `select place_key::text as place, born_in as "bornIn", id_number as "idNumber", phone,
             date_trunc('milliseconds', recorded_at) = $2::timestamptz as same
           from teams.person where id = $1 for update`,
    values: [id, wanted.seen],
  });
  const before = rows[0];
  if (!before || !inRanges(before.place, caller.ranges)) throw new Absent();
  if (!before.same) throw new Refusal('teams.refusal.changed_meanwhile', {}, 409);
  if (
    before.idNumber !== null &&
    wanted.idNumber === undefined &&
    wanted.bornIn !== undefined &&
    wanted.bornIn !== before.bornIn
  )
    throw new Refusal('teams.refusal.born_in_alone');
  const bornIn = wanted.bornIn === undefined ? before.bornIn : wanted.bornIn;
  await refuseWrong(client, wanted, { today, bornIn });
  const numbers = await sealedNumbers(client, secrets, id, wanted);
  await db
    .updateTable('teams.person')
    .set({ ...numbers, born_in: bornIn, recorded_by: caller.account })
    .where('id', '=', id)
    .execute();
  return { place: before.place, done: doneBy(before, wanted) };
}

interface Before {
  place: string;
  bornIn: number | null;
  idNumber: Buffer | null;
  phone: Buffer | null;
  same: boolean;
}

function doneBy(before: Before, wanted: CorrectPerson): Done {
  const names = ['idNumber', 'phone', 'bornIn'] as const;
  const done = names.flatMap((name) => {
    const [had, has] = [before[name] !== null, wanted[name]];
    if (has === undefined || (has === null && !had)) return [];
    return [[name, has === null ? 'removed' : had ? 'changed' : 'added']];
  });
  return Object.fromEntries(done) as Done; // made of those names and words
}
