/** Cadres through HTTP: the figure, its rows, its months, its children, and who may see which. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPerson, aServer, type Person } from '../../test/people.ts';
import { aProvince, places } from '../../test/places.ts';
import type { Children, FactRows, Series, Values } from '../indicators/contract.ts';
import { fold } from '../indicators/fold.ts';
import { newId } from '../platform/new-id.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;

beforeAll(async () => {
  await aProvince(database.db);
  await database.owner.query(
    "insert into teams.batch values ('0190a000-0000-7000-8000-00000000000b', '第一批', 1, '2021-06-01', null)",
  );
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  await postings(places.town, 3, '2021-07-01', null);
  await postings(places.siblingTown, 2, '2021-08-15', null);
  await postings(places.otherCityTown, 1, '2021-07-10', '2022-07-20');
});
afterAll(() => server.close());

async function postings(town: string, count: number, starts: string, ends: string | null) {
  const team = newId();
  await database.owner.query(
    `insert into teams.team (id, place_key, city_key, county_key, name, place_kind, formed_on) values ($1, $2::bigint, 440800000000, 440823000000, '队', 'town', $3)`,
    [team, town, starts],
  );
  for (let i = 0; i < count; i++) {
    const person = newId();
    await database.owner.query(
      `insert into teams.person (id, place_key, name, pinyin, sex) values ($1, $2::bigint, $3, 'zhang', 'female')`,
      [person, town, `张${i}`],
    );
    await database.owner.query(
      `insert into teams.posting (id, place_key, team_id, person_id, batch_id, category, role, starts_on, ends_on, end_reason)
       values ($1, $2::bigint, $3, $4, '0190a000-0000-7000-8000-00000000000b', 'cadre', 'member', $5, $6, $7)`,
      [newId(), town, team, person, starts, ends, ends ? 'transferred' : null],
    );
  }
}

const values = async (person: Person, place: string, to: string) => {
  const reply = await person.get<Values>(
    `/api/indicators/values?codes=teams.cadres&place=${place}&from=2021-01-01&to=${to}`,
  );
  return reply.status === 200 ? reply.body.values[0]?.value : reply.status;
};

describe.each(['open', 'folded'])('cadres, increments %s', (state) => {
  beforeAll(async () => {
    if (state === 'folded') expect(await fold(database.jobs)).toBeGreaterThan(0);
  });

  test('count on a day at every level', async () => {
    expect(await values(province, places.province, '2022-07-28')).toBe('5');
    expect(await values(province, places.province, '2022-07-19')).toBe('6');
    expect(await values(province, places.province, '2021-07-05')).toBe('3');
    expect(await values(province, places.county, '2022-07-28')).toBe('3');
    expect(await values(province, places.town, '2022-07-28')).toBe('3');
    expect(await values(province, places.town, '2021-06-30')).toBe('0');
  });

  test('open onto their rows', async () => {
    const url = `/api/indicators/definitions/teams.cadres/rows?place=${places.province}&from=2021-01-01&to=2022-07-28&limit=2`;
    const first = await province.get<FactRows>(url);
    expect(first.body.rows).toHaveLength(2);
    const second = await province.get<FactRows>(`${url}&after=${first.body.next}`);
    const third = await province.get<FactRows>(`${url}&after=${second.body.next}`);
    expect(third.body.next).toBeNull();
    const ids = [first, second, third].flatMap((r) => r.body.rows.map((x) => x.id));
    expect(new Set(ids).size).toBe(5);
    const csv = await province.get(
      `/api/indicators/definitions/teams.cadres/rows.csv?place=${places.province}&from=2021-01-01&to=2022-07-28`,
    );
    expect(csv.text.trim().split('\r\n')).toHaveLength(7);
    expect(csv.text).toContain('派驻干部');
  });

  test('children close with the total, months run up', async () => {
    const children = await province.get<Children>(
      `/api/indicators/children?codes=teams.cadres&place=${places.city}&from=2021-01-01&to=2022-07-28`,
    );
    expect(children.body.rows.map((r) => [r.name, r.values[0]?.value])).toEqual([
      ['遂溪县', '3'],
      ['廉江市', '2'],
    ]);
    expect(children.body.own[0]?.value).toBe('0');
    const months = await province.get<Series>(
      `/api/indicators/series?codes=teams.cadres&place=${places.province}&from=2021-06-01&to=2021-09-10`,
    );
    expect(months.body.series[0]?.points.map((p) => p.value)).toEqual(['0', '4', '6', '6']);
  });

  test('name somebody whose record moved to another county since', async () => {
    const county = await aPerson(database, server, 'county', places.otherCityCounty);
    const named = async () => {
      const url = `/api/indicators/definitions/teams.cadres/rows?place=${places.otherCityCounty}&from=2021-01-01&to=2022-07-19`;
      return (await county.get<FactRows>(url)).body.rows.map((row) => row.cells[0]);
    };
    expect(await named()).toEqual(['张0']);
    await database.owner.query(
      'update teams.person set place_key = $1 where id = (select person_id from teams.posting where place_key = $2)',
      [places.siblingTown, places.otherCityTown],
    );
    expect(await named()).toEqual(['张0']);
  });

  test('stay inside the scope', async () => {
    const county = await aPerson(database, server, 'county', places.county);
    expect(await values(county, places.county, '2022-07-28')).toBe('3');
    expect(await values(county, places.siblingCounty, '2022-07-28')).toBe(404);
    expect(await values(county, places.province, '2022-07-28')).toBe(404);
  });
});
