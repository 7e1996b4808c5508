/** Questions no honest page asks: each is answered with a reason, none breaks the server. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aGround, putSale, putWorkshop } from '../../test/facts.ts';
import { aPerson, aServer, type Person } from '../../test/people.ts';
import { aProvince, places } from '../../test/places.ts';
import type { Children, Definitions, Series, Values } from './contract.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;

beforeAll(async () => {
  await aProvince(database.db);
  await aGround(database.owner, []);
  for (const place of [places.county, places.village, places.otherVillage])
    await putSale(database.owner, place, { sold_on: '2021-07-10' });
  await putWorkshop(database.owner, places.village);
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
});
afterAll(() => server.close());

const period = `place=${places.province}&from=2021-01-01&to=2021-12-31`;
const rows = `/api/indicators/definitions/livelihoods.sales/rows?${period}`;
const mark = (text: string) => Buffer.from(text).toString('base64url');

test.each<[string, string, number]>([
  [
    'a day that is none',
    `/api/indicators/values?codes=livelihoods.sales&place=${places.province}&from=2021-02-31&to=2021-12-31`,
    422,
  ],
  [
    'the year nought',
    `/api/indicators/values?codes=livelihoods.sales&place=${places.province}&from=0000-01-01&to=0000-01-02`,
    422,
  ],
  [
    'the end of all years',
    `/api/indicators/series?codes=livelihoods.sales&place=${places.province}&from=9990-01-01&to=9999-12-31`,
    422,
  ],
  ['an unknown figure', `/api/indicators/values?codes=livelihoods.nothing&${period}`, 422],
  [
    'known on no day',
    `/api/indicators/values?codes=livelihoods.sales&${period}&known=2021-02-31`,
    422,
  ],
  [
    'known at no time',
    `/api/indicators/values?codes=livelihoods.sales&${period}&known=2021-02-01T99:99Z`,
    422,
  ],
  [
    'known of what is not remembered',
    `/api/indicators/values?codes=livelihoods.workshops&${period}&known=2021-02-01`,
    422,
  ],
  ['a value with a zero byte', `${rows}&dimension=channel&value=%00`, 400],
  ['a dimension without value', `${rows}&dimension=channel`, 422],
  ['a mark that is no text', `${rows}&after=%F0%9F`, 400],
  ['a mark of null', `${rows}&after=${mark('null')}`, 400],
  ['a mark of a number', `${rows}&after=${mark('5')}`, 400],
  ['a mark of another list', `${rows}&after=${mark('["440000000000","12"]')}`, 400],
  ['a mark with a zero byte', `${rows}&after=${mark('["440000000000","\\u0000"]')}`, 400],
])('%s', async (_, url, status) => {
  expect((await province.get(url)).status).toBe(status);
});

test('known on a day means its end; the definition says whether it can be told', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const known = async (day: string) => {
    const url = `/api/indicators/values?codes=livelihoods.sales&${period}&known=${day}`;
    return (await province.get<Values>(url)).body.values[0]?.value;
  };
  expect(await known(today)).toBe('300');
  expect(await known('2021-12-31')).toBe('0');
  const { body } = await province.get<Definitions>('/api/indicators/definitions');
  const told = new Map(body.rows.map((d) => [d.code, d.knownAsOf]));
  expect(told.get('livelihoods.sales')).toBe(true);
  expect(told.get('teams.cadres')).toBe(true);
  expect(told.get('livelihoods.workshops')).toBe(false);
});

test('what belongs to the place itself closes the table; of what does not add up nothing is said', async () => {
  const url = `/api/indicators/children?codes=livelihoods.sales,livelihoods.workshop_people&place=${places.county}&from=2021-01-01&to=2021-12-31`;
  const { body } = await province.get<Children>(url);
  expect(body.own.map((v) => v.value)).toEqual(['100', null]);
  const below = body.rows.reduce((sum, r) => sum + Number(r.values[0]?.value), 0);
  expect(below + 100).toBe(Number(body.total[0]?.value));
});

test('months of a smallest are empty where nothing happened', async () => {
  const url = `/api/indicators/series?codes=funds.self_included_min&${period}`;
  const { body } = await province.get<Series>(url);
  expect(body.series[0]?.points.every((p) => p.value === null)).toBe(true);
});
