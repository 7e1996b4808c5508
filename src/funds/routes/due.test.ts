/** Due by rule through HTTP: the nearest rule holds, a trial changes only what it names, and nobody sees beside. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import type { DueTrial } from '../contract-due.ts';

const database = useDatabase();
let server: FastifyInstance;
let city: Person;
let province: Person;

async function aRule(place: string, weights: Record<string, number>): Promise<void> {
  for (const [payer, weight] of Object.entries(weights))
    await database.owner.query(
      `insert into funds.share (id, programme, place_key, payer, weight, average, valid_from, document)
       values ($1, 'special_fund', $2, $3::funds.payer, $4, 2000000000, '2021-07-01', '试')`,
      [newId(), place, payer, weight],
    );
}

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  for (const under of [places.county, places.county, places.siblingCounty, places.otherCityCounty])
    await aTown(db, { under, tier: 'key_assistance' });
  await aTown(db, { under: places.county, tier: 'demonstration' });
  await aRule(places.city, { province: 600, assisting_city: 300, assisted_city: 50, county: 50 });
  await aRule(places.county, { province: 600, assisting_city: 300, assisted_city: 25, county: 75 });
  await db
    .insertInto('teams.pairing')
    .values({
      id: newId(),
      kind: 'city_to_city',
      place_key: places.city,
      helper_place_key: places.cityWithoutCounties,
      starts_on: '2021-07-01',
      document: '试',
    })
    .execute();
  server = await aServer(database);
  city = await aPerson(database, server, 'city', places.city);
  province = await aPerson(database, server, 'province', places.province);
});
afterAll(() => server.close());

const ask = async (who: Person, place: string, more = '') => {
  const reply = await who.get<DueTrial>(`/api/funds/due-trial?place=${place}&on=2022-07-28${more}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};
const owed = ({ rows }: DueTrial, which: 'now' | 'trial') =>
  Object.fromEntries(rows.map((row) => [`${row.payer} ${row.payerPlace}`, row[which]]));

test('the county’s rule goes before the city’s; other tiers owe nothing', async () => {
  const found = await ask(city, places.city);
  expect(found).toMatchObject({ towns: 3, unruled: 0, now: '6000000000', trial: '6000000000' });
  expect(owed(found, 'now')).toEqual({
    [`province ${places.province}`]: '3600000000',
    [`assisting_city ${places.cityWithoutCounties}`]: '1800000000',
    [`assisted_city ${places.city}`]: '200000000',
    [`county ${places.county}`]: '300000000',
    [`county ${places.siblingCounty}`]: '100000000',
  });
});

test('a county sees what its towns are due, by the city’s helper above it', async () => {
  const county = await aPerson(database, server, 'county', places.county);
  const found = await ask(county, places.county);
  expect(found).toMatchObject({ towns: 2, unruled: 0, now: '4000000000' });
  expect(owed(found, 'now')[`assisting_city ${places.cityWithoutCounties}`]).toBe('1200000000');
});

test('25 million for one county, and a city that pays 35 %', async () => {
  const more = await ask(city, places.city, `&within=${places.county}&average=2500000000`);
  expect(more).toMatchObject({ now: '6000000000', trial: '7000000000' });
  expect(owed(more, 'trial')[`county ${places.siblingCounty}`]).toBe('100000000');
  expect(owed(more, 'trial')[`county ${places.county}`]).toBe('375000000');

  const shares = await ask(city, places.city, '&weights=550,350,50,50');
  expect(owed(shares, 'trial')).toMatchObject({
    [`province ${places.province}`]: '3300000000',
    [`assisting_city ${places.cityWithoutCounties}`]: '2100000000',
  });
  expect(shares.trial).toBe('6000000000');
});

test('a town without a rule or a helping city is counted, not guessed', async () => {
  expect(await ask(province, places.province)).toMatchObject({ towns: 3, unruled: 1 });
});

test('shares that do not add up, and places out of reach', async () => {
  const url = `/api/funds/due-trial?place=${places.city}&on=2022-07-28`;
  expect((await city.get(`${url}&weights=600,300,50,60`)).status).toBe(400);
  expect((await city.get(url.replace(places.city, places.otherCity))).status).toBe(404);
});
