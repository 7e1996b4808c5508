/** Figures of the places below: right below or by county, one number or month by month. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPerson, aServer, type Person } from '../../test/people.ts';
import { aProvince, aTier, places } from '../../test/places.ts';
import type { BelowSeries, Children } from './contract.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;
let city: Person;
const asked = 'from=2021-06-01&to=2021-08-31';

beforeAll(async () => {
  await aProvince(database.db);
  await aTier(database.db, places.town, 'key_assistance', '2021-06-10');
  await aTier(database.db, places.otherTown, 'key_assistance', '2021-08-02');
  await aTier(database.db, places.townWithoutCounty, 'key_assistance', '2021-07-01');
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  city = await aPerson(database, server, 'city', places.city);
});
afterAll(() => server.close());

const below = (place: string, more = '') =>
  `/api/indicators/children?codes=regions.key_towns&place=${place}&${asked}${more}`;
const course = (place: string) =>
  `/api/indicators/children-series?code=regions.key_towns&place=${place}&${asked}`;

test('counties of a province in code order, with the cities that have none', async () => {
  const { status, body } = await province.get<Children>(below(places.province, '&level=county'));
  expect(status).toBe(200);
  expect(body.rows.map(({ key, values }) => [key, values[0]?.value])).toEqual([
    [places.county, '2'],
    [places.siblingCounty, '0'],
    [places.otherCityCounty, '0'],
    [places.cityWithoutCounties, '1'],
  ]);
  expect([body.own[0]?.value, body.total[0]?.value]).toEqual(['0', '3']);
});

test('a city without counties is its own row, so that nothing falls between', async () => {
  const { body } = await province.get<Children>(below(places.cityWithoutCounties, '&level=county'));
  expect(body.rows.map(({ key }) => key)).toEqual([places.cityWithoutCounties]);
});

test('another level than counties is no question', async () => {
  const { status } = await province.get(below(places.province, '&level=town'));
  expect(status).toBe(400);
});

test('each place below month by month', async () => {
  const { status, body } = await province.get<BelowSeries>(course(places.county));
  expect(status).toBe(200);
  expect(body.rows.map(({ key, points }) => [key, points.map(({ value }) => value)])).toEqual([
    [places.street, ['0', '0', '0']],
    [places.town, ['1', '1', '1']],
    [places.otherTown, ['0', '0', '1']],
  ]);
});

test('a neighbour sees neither', async () => {
  for (const url of [below(places.otherCity, '&level=county'), course(places.otherCity)]) {
    expect((await city.get(url)).status).toBe(404);
  }
  expect((await city.get(below(places.city, '&level=county'))).status).toBe(200);
});
