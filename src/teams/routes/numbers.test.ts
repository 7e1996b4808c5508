/** What is told of a number to who enters or looks for one: how often, to whom it is said, and what is kept of it. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import {
  aBatch,
  anOrganisation,
  aPersonOnRecord,
  aTeam,
  madeUpNumbers,
  newPerson,
  sealedNumbersOf,
} from '../../../test/teams.ts';
import type { Looks } from '../../access/personal/contract.ts';
import { newId } from '../../platform/new-id.ts';
import type { FoundPeople, PersonCard } from '../contract-people.ts';

const database = useDatabase();
let server: FastifyInstance;
let county: Person;
let team: string;
let unit: string;
let batch: string;
/** Somebody of the town, with numbers. */
let person: string;
let numbers: { idNumber: string; phone: string };
const reason = '2022-07-28 台风预警，电话通知本人';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  server = await aServer(database);
  county = await aPerson(database, server, 'county', places.county);
  unit = await anOrganisation(db, '湛江市水务局');
  batch = await aBatch(db);
  team = await aTeam(db, places.town, unit);
});
afterAll(() => server.close());

beforeEach(async () => {
  numbers = madeUpNumbers();
  const sealed = sealedNumbersOf(newId(), numbers);
  person = await aPersonOnRecord(database.db, places.town, '陈敏', { ...sealed, born_in: 1985 });
});

const cardOf = (who: Person, id = person) => who.get<PersonCard>(`/api/teams/people/${id}`);
const adding = (more: object) => ({
  ...{ team, organisation: unit, batch, category: 'cadre', role: 'member', village: null },
  ...{ townPost: null, main: true, startsOn: '2022-07-01', dueOn: null },
  person: { new: { ...newPerson().new, ...more } },
});
const add = (who: Person, more: object, id = newId()) =>
  who.send<{ id: string }>('POST', '/api/teams/postings', adding(more), id);
const correct = async (who: Person, body: object, id = person) =>
  who.send<{ code: string }>('POST', `/api/teams/people/${id}/correct`, {
    seen: (await cardOf(county, id)).body.seen,
    ...body,
  });
const find = (who: Person, number: string, by = 'id_number') =>
  who.send<FoundPeople>('POST', '/api/teams/people/find', { by, number, reason });

test('a posting that must fail tells nothing of a number; what was asked names the field', async () => {
  const second = { role: 'first_secretary', village: places.village, main: false };
  for (const idNumber of [numbers.idNumber, madeUpNumbers().idNumber])
    expect(
      (
        await county.send('POST', '/api/teams/postings', {
          ...adding({ id: newId(), idNumber }),
          ...second,
        })
      ).body,
    ).toMatchObject({ code: 'teams.refusal.second_post_alone' });
  for (const idNumber of [numbers.idNumber, madeUpNumbers().idNumber])
    expect(
      (
        await county.send('POST', '/api/teams/postings', {
          ...adding({ id: newId(), idNumber }),
          organisation: newId(),
        })
      ).body,
    ).toMatchObject({ code: 'teams.refusal.no_such_organisation' });
  await add(county, { id: newId(), idNumber: numbers.idNumber });
  const { rows } = await database.owner.query<{ after: unknown }>(
    `select after from access.audit where outcome = 'refused teams.refusal.id_number_taken' order by at desc limit 1`,
  );
  expect(rows).toEqual([{ after: { field: 'teams.person.id_number' } }]);
});

test('thirty numbers an hour, refused ones counted, however many come at once; then how long to wait', async () => {
  const guesser = await aPerson(database, server, 'county', places.county);
  const { phone: _, ...guess } = numbers;
  const replies = await Promise.all(
    Array.from({ length: 33 }, () => add(guesser, { id: newId(), ...guess })),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(30);
  const refused = replies.find(({ status }) => status === 429);
  expect(refused?.body).toMatchObject({ code: 'access.refusal.looked_too_often' });
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(3_500);
  expect(await correct(guesser, { idNumber: madeUpNumbers().idNumber })).toMatchObject({
    status: 429,
  });
  expect((await correct(guesser, { phone: null })).status).toBe(200);
});

test('a number typed where a name belongs is not kept with the question', async () => {
  const asker = await aPerson(database, server, 'county', places.county);
  const { phone, idNumber } = numbers;
  for (const name of [phone, `陈敏 ${phone.slice(0, 3)}–${phone.slice(3)}`, idNumber])
    await asker.get(`/api/teams/people/same?name=${encodeURIComponent(name)}&organisation=${unit}`);
  const { rows } = await database.owner.query<{ after: unknown }>(
    `select after from access.audit where account_id = $1 and action like 'GET %' order by at`,
    [asker.id],
  );
  const asked = ['…', '陈敏 …', '…'].map((name) => ({ name, organisation: unit }));
  expect(rows.map(({ after }) => after)).toEqual(asked);
});

test('a phone two people share: both are told, and the audit names both', async () => {
  const seeker = await aPerson(database, server, 'county', places.county);
  const shared = sealedNumbersOf(newId(), { ...madeUpNumbers(), phone: numbers.phone });
  const other = await aPersonOnRecord(database.db, places.town, '李强', shared);
  expect((await find(seeker, numbers.phone, 'phone')).body.rows).toHaveLength(2);
  for (const one of [person, other]) {
    await database.owner.query('update access.account set person_id = null');
    await database.owner.query('update access.account set person_id = $1 where id = $2', [
      one,
      seeker.id,
    ]);
    const own = await seeker.get<Looks>('/api/access/own/looks');
    expect(own.body.rows).toMatchObject([{ kind: 'search', field: 'teams.person.phone', reason }]);
  }
  await database.owner.query('update access.account set person_id = null');
  const { rows } = await database.owner.query<{ after: { people: string[] } }>(
    'select after from access.audit where account_id = $1 order by at',
    [seeker.id],
  );
  expect(rows.flatMap(({ after }) => after?.people ?? []).toSorted()).toEqual(
    [person, other].toSorted(),
  );
});
