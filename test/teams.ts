/** Teams of the tests: units, a batch, teams with people, written straight into the tables. */
import type { Insertable } from 'kysely';
import { checkSignOf } from '../src/kit/identity-number.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { newId } from '../src/platform/new-id.ts';
import { placeOf, secretsUnder } from '../src/platform/secrets/envelope.ts';
import type { DB } from '../src/schema.gen.ts';
import { spelling } from '../src/teams/spelling.ts';
import { testKeys } from './people.ts';
import { places } from './places.ts';

type Wishes<T extends keyof DB> = Partial<Insertable<DB[T]>>;

/** The first batch; made once a database. */
export async function aBatch(db: Db, number = 1): Promise<string> {
  const id = newId();
  const name = number === 1 ? '第一批' : '第二批';
  const starts_on = number === 1 ? '2021-06-01' : '2024-06-01';
  await db.insertInto('teams.batch').values({ id, name, number, starts_on }).execute();
  return id;
}

export async function anOrganisation(
  db: Db,
  name: string,
  wishes: Wishes<'teams.organisation'> = {},
): Promise<string> {
  const id = newId();
  await db
    .insertInto('teams.organisation')
    .values({
      id,
      name,
      pinyin: spelling(name),
      kind: 'party_government',
      level: 'city',
      home_key: places.city,
      valid_from: '2019-01-01',
      ...wishes,
    })
    .execute();
  return id;
}

/** The team of a town, formed on 2021-07-01, with a lead unit when one is given. */
export async function aTeam(db: Db, town: string, lead?: string): Promise<string> {
  const id = newId();
  const place = await db
    .selectFrom('regions.place')
    .select(['name', 'kind', 'parent'])
    .where('key', '=', town)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('teams.team')
    .values({
      id,
      place_key: town,
      city_key: `${town.slice(0, 4)}00000000`,
      county_key: place.parent ?? town,
      name: `${place.name}工作队`,
      place_kind: place.kind ?? 'town',
      formed_on: '2021-07-01',
    })
    .execute();
  if (lead) {
    await db
      .insertInto('teams.team_unit')
      .values({
        id: newId(),
        team_id: id,
        place_key: town,
        organisation_id: lead,
        lead: true,
        starts_on: '2021-07-01',
      })
      .execute();
  }
  return id;
}

export async function aPersonOnRecord(
  db: Db,
  town: string,
  name: string,
  wishes: Wishes<'teams.person'> = {},
): Promise<string> {
  const id = String(wishes.id ?? newId());
  await db
    .insertInto('teams.person')
    .values({
      id,
      place_key: town,
      name,
      pinyin: spelling(name, true),
      sex: 'female',
      party_member: true,
      ...wishes,
    })
    .execute();
  return id;
}

/** The identity and mobile number of somebody made up; no two people have the same. */
export function madeUpNumbers(bornOn = '19850101'): { idNumber: string; phone: string } {
  numbered += 1;
  const seventeen = `440800${bornOn}${String(numbered).padStart(3, '0')}`;
  return {
    idNumber: `${seventeen}${checkSignOf(seventeen)}`,
    phone: `199${String(90_000_000 + numbered)}`,
  };
}
let numbered = 0;

/** Columns of a person that keep numbers as the application keeps them. */
export function sealedNumbersOf(id: string, numbers: { idNumber: string; phone: string }) {
  const secrets = secretsUnder(testKeys);
  const seal = (column: string, plain: string) =>
    secrets.seal(plain, placeOf('teams.person', id, column));
  return {
    id,
    id_number: seal('id_number', numbers.idNumber),
    id_number_index: secrets.index('id_number', numbers.idNumber),
    phone: seal('phone', numbers.phone),
    phone_index: secrets.index('phone', numbers.phone),
  };
}

/** A cadre in post since 2021-07-01, due after three years. */
export async function aPosting(
  db: Db,
  team: string,
  batch: string,
  name: string,
  wishes: Wishes<'teams.posting'> = {},
): Promise<{ id: string; person: string }> {
  const id = newId();
  const { place_key } = await db
    .selectFrom('teams.team')
    .select('place_key')
    .where('id', '=', team)
    .executeTakeFirstOrThrow();
  const person = String(wishes.person_id ?? (await aPersonOnRecord(db, place_key, name)));
  await db
    .insertInto('teams.posting')
    .values({
      id,
      place_key,
      team_id: team,
      person_id: person,
      batch_id: batch,
      category: 'cadre',
      role: 'member',
      starts_on: '2021-07-01',
      due_on: '2024-07-01',
      ...wishes,
    })
    .execute();
  return { id, person };
}

/** A dated rule: towns of a subtree need so many people in a role. */
export async function aRequirement(
  db: Db,
  place: string,
  role: 'captain' | 'member' | 'first_secretary',
  atLeast: number,
  wishes: Wishes<'teams.requirement'> = {},
): Promise<string> {
  const id = newId();
  await db
    .insertInto('teams.requirement')
    .values({
      id,
      place_key: place,
      role,
      at_least: atLeast,
      valid_from: '2021-06-01',
      document: '粤乡振〔2021〕2号',
      ...wishes,
    })
    .execute();
  return id;
}

/** A size the warnings compare with, in a subtree. */
export async function aLimit(
  db: Db,
  place: string,
  name: 'team_least' | 'agents_most' | 'volunteers_most' | 'term_years',
  value: number,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('teams.limit_value')
    .values({
      id,
      place_key: place,
      name,
      value,
      valid_from: '2021-06-01',
      document: '粤乡振〔2021〕2号',
    })
    .execute();
  return id;
}

/** Somebody not yet on record, as a posting's body names them. */
export const newPerson = (name = '陈敏') => ({
  new: {
    id: newId(),
    name,
    sex: 'female' as const,
    bornIn: 1985,
    education: 'bachelor' as const,
    rank: 'section_head' as const,
    partyMember: true,
    skills: [],
  },
});
