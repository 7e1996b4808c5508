/**
 * The queries alone: the server runs as zz_owner, whom row security does not bind, so nothing but what each query says
 * itself keeps another county's rows out. The scope matrix asks the same as zz_app.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { matrix } from '../../../test/scope/matrix.ts';
import { aHolding, type Holding } from '../../../test/scope/world.ts';
import { aBatch, anOrganisation, aPersonOnRecord, aPosting } from '../../../test/teams.ts';
import type { PersonRows } from '../contract.ts';

const database = useDatabase();
let server: FastifyInstance;
let county: Person;
let city: Person;
let mine: Holding;
let theirs: Holding;

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  const shared = {
    unit: await anOrganisation(db, '珠海市水务局'),
    otherUnit: await anOrganisation(db, '珠海市教育局'),
    batch: await aBatch(db),
  };
  mine = await aHolding(db, places.county, shared);
  theirs = await aHolding(db, places.otherCityCounty, shared);
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: '"2022-07-28"' })
    .execute();
  const unbound = { ...database, app: database.owner };
  server = await aServer(unbound);
  county = await aPerson(unbound, server, 'county', places.county);
  city = await aPerson(unbound, server, 'city', places.city);
});
afterAll(() => server.close());

test('row security does not bind this server', async () => {
  const { rows } = await database.owner.query<{ places: string }>(
    'select count(distinct place_key)::text as places from teams.posting',
  );
  expect(rows).toEqual([{ places: '2' }]);
});

const routes = Object.entries(matrix)
  .filter(([name]) => name.includes(' /api/teams/'))
  .map(([name, row]) => ({ name, row, method: name.split(' ')[0] }));

describe.each(routes)('$name', ({ row, method }) => {
  const ask = (who: Person, at: Holding) =>
    method === 'GET' ? who.get(row.path(at)) : who.send('POST', row.path(at), row.body?.(at));
  const arranging = () => (row.path(mine).match(/batches|requirements|limits/) ? city : county);

  test('tells a county nothing of another', async () => {
    const reply = await ask(method === 'GET' ? county : arranging(), theirs);
    if (row.answers === 'holding') expect(reply.status, reply.text).toBe(404);
    expect(reply.status).toBeLessThan(500);
    if (!row.tells)
      expect(theirs.secrets.filter((secret) => reply.text.includes(secret))).toEqual([]);
  });
});

test('a unit shows each county its own teams and people', async () => {
  const teams = await county.get(`/api/teams/organisations/${mine.unit}`);
  expect(teams.text).toContain(mine.team);
  expect(teams.text).not.toContain(theirs.team);
  const sent = await county.get(`/api/teams/organisations/${mine.unit}/postings`);
  expect(sent.text).toContain(mine.personName);
  expect(sent.text).not.toContain(theirs.personName);
});

test('somebody on record here and posted elsewhere is not told where', async () => {
  const { db } = database;
  const person = await aPersonOnRecord(db, mine.town, '赖文');
  await aPosting(db, theirs.team, mine.batch, '赖文', { person_id: person });
  const found = await county.get<PersonRows>(
    `/api/teams/people?place=${mine.town}&q=${encodeURIComponent('赖文')}`,
  );
  expect(found.body.rows).toMatchObject([{ id: person, postedTo: null }]);
});
