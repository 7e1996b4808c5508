/** Batches, requirements and sizes over HTTP: entered, refused, ended, and what then counts. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTier, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import type { TeamRows } from '../contract.ts';
import type { BatchRows, LimitRows, RequirementRow } from '../contract-arranging.ts';
import type { Written } from '../contract-values.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;
let city: Person;
let otherCity: Person;
let county: Person;
const on = '2022-07-28';

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  city = await aPerson(database, server, 'city', places.city);
  otherCity = await aPerson(database, server, 'city', places.otherCity);
  county = await aPerson(database, server, 'county', places.county);
});
afterAll(() => server.close());

const done = (answer: Answer<Written>, status = 201): Written => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const refused = (answer: Answer<unknown>, code: string, status = 422) => {
  expect(answer.body, answer.text).toMatchObject({ status, code: `teams.refusal.${code}` });
  return answer.body as unknown as { detail: string; todo: string };
};
const codes = (written: Written) => written.warnings.map((w) => w.code);

describe('batches', () => {
  beforeEach(() =>
    database.owner.query('truncate teams.batch, teams.posting; truncate teams.batch_history'),
  );
  const first = { number: 1, name: '第一批', startsOn: '2021-07-01', endsOn: '2024-07-01' };
  const enter = (who: Person, more: object, id = newId()) =>
    who.send<Written>('POST', '/api/teams/batches', { ...first, ...more }, id);
  const list = async () => (await county.get<BatchRows>('/api/teams/batches')).body.rows;

  test('follow one another, overlap at hand-over, and show to everybody', async () => {
    expect(codes(done(await enter(province, {})))).toEqual([]);
    const second = { number: 2, name: '第二批', startsOn: '2024-06-01', endsOn: null };
    expect(done(await enter(city, second)).warnings).toEqual([
      { code: 'batch_overlap', params: { earlier: '第一批', later: '第二批', days: 30 } },
    ]);
    const third = { number: 3, name: '第三批', startsOn: '2027-06-01', endsOn: '2031-06-01' };
    expect(codes(done(await enter(province, third)))).toEqual(['batch_open', 'batch_long']);
    expect(await list()).toMatchObject([first, second, third]);
  });

  test('of a number or name taken, with wrong or no days are refused', async () => {
    done(await enter(province, {}));
    refused(await enter(province, { name: '另一批' }), 'batch_number');
    const second = { number: 2, name: '第二批', startsOn: '2024-06-01' };
    refused(await enter(province, { ...second, name: '第一批', endsOn: null }), 'batch_name');
    refused(await enter(province, { ...second, endsOn: '2024-06-01' }), 'batch_dates');
    const early = { ...second, startsOn: '2021-07-01', endsOn: null };
    expect(refused(await enter(province, early), 'batch_order').detail).toContain('第一批');
    for (const bad of [
      { number: 0 },
      { number: 1.5 },
      { name: ' ' },
      { startsOn: '2024-02-30' },
      { endsOn: undefined },
      { made: true },
    ])
      expect((await enter(province, bad)).status, JSON.stringify(bad)).toBe(400);
    expect(await list()).toHaveLength(1);
  });

  test('are entered by provinces and cities only', async () => {
    expect((await enter(county, {})).status).toBe(403);
    const auditor = await aPerson(database, server, 'auditor', places.province);
    expect((await enter(auditor, {})).status).toBe(403);
  });

  test('are corrected from the state seen, and the earlier state is kept', async () => {
    const { id } = done(await enter(province, {}));
    const [row] = await list();
    const { number: _, ...terms } = first;
    const change = (more: object) =>
      province.send<Written>('POST', `/api/teams/batches/${id}/change`, {
        ...terms,
        seen: row?.seen,
        ...more,
      });
    refused(await change({ endsOn: '2021-01-01' }), 'batch_dates');
    done(await change({ name: '第一批（2021—2024年）', endsOn: '2024-08-01' }), 200);
    refused(await change({}), 'batch_changed', 409);
    expect(await list()).toMatchObject([{ number: 1, endsOn: '2024-08-01' }]);
    const { rows } = await database.owner.query('select name, ends_on from teams.batch_history');
    expect(rows).toEqual([{ name: '第一批', ends_on: '2024-07-01' }]);
    const absent = { ...terms, seen: row?.seen };
    const nothing = await province.send('POST', `/api/teams/batches/${newId()}/change`, absent);
    expect(nothing.status).toBe(404);
  });
});

describe('requirements', () => {
  const asked = {
    place: places.city,
    tiers: ['key_assistance'],
    kinds: [],
    role: 'captain',
    atLeast: 1,
    validFrom: '2021-07-01',
    document: '湛乡振〔2021〕2号',
  };
  const enter = (who: Person, more: object = {}) =>
    who.send<Written>('POST', '/api/teams/requirements', { ...asked, ...more });
  const rowsAt = async (who: Person, place: string, day = on) =>
    (
      await who.get<{ rows: RequirementRow[] }>(
        `/api/teams/requirements?place=${place}&on=${day}&limit=200`,
      )
    ).body.rows;
  const teamsOf = async () =>
    (await county.get<TeamRows>(`/api/teams/teams?place=${places.county}&on=${on}`)).body.rows;

  test('ask the towns below for people until they end', async () => {
    await aTier(database.db, places.town, 'key_assistance');
    expect(await teamsOf()).toEqual([]);
    const { id } = done(await enter(city));
    expect(await teamsOf()).toMatchObject([{ place: places.town, id: null, vacancy: 1 }]);
    expect(await rowsAt(county, places.town)).toMatchObject([
      { id, placeName: '湛江市', tiers: ['key_assistance'], kinds: [], atLeast: 1, own: false },
    ]);
    expect(await rowsAt(city, places.city)).toMatchObject([{ id, own: true }]);

    refused(await enter(city), 'requirement_known');
    refused(await enter(city, { validFrom: '2020-01-01' }), 'requirement_known');
    const end = (who: Person, validTo: string) =>
      who.send<Written>('POST', `/api/teams/requirements/${id}/end`, { validTo });
    expect((await end(otherCity, on)).status).toBe(404);
    refused(await end(city, '2021-07-01'), 'rule_end');
    done(await end(city, '2022-07-01'), 200);
    refused(await end(city, on), 'rule_over');
    expect(await teamsOf()).toEqual([]);
    expect(await rowsAt(city, places.city)).toEqual([]);
    done(await enter(city, { validFrom: '2022-07-01', atLeast: 2 }));
    expect(await teamsOf()).toMatchObject([{ vacancy: 2 }]);
  });

  test('of another city are neither entered nor listed', async () => {
    expect((await enter(otherCity)).status).toBe(404);
    expect((await enter(city, { place: places.province })).status).toBe(404);
    expect((await enter(county, { place: places.county })).status).toBe(403);
    done(await enter(otherCity, { place: places.otherCity, role: 'member', atLeast: 4 }));
    const names = (await rowsAt(county, places.county)).map((row) => row.placeName);
    expect(names).not.toContain('梅州市');
    expect((await rowsAt(province, places.province)).map((row) => row.placeName)).toContain(
      '梅州市',
    );
  });

  test('are paged in the order of codes', async () => {
    done(await enter(province, { place: places.province, role: 'deputy_captain' }));
    const url = `/api/teams/requirements?place=${places.province}&on=${on}&limit=1`;
    const one = await province.get<{ rows: RequirementRow[]; next: string }>(url);
    expect(one.body.rows).toMatchObject([{ placeName: '广东省' }]);
    const two = await province.get<{ rows: RequirementRow[] }>(`${url}&after=${one.body.next}`);
    expect(two.body.rows).toMatchObject([{ placeName: '湛江市' }]);
  });
});

describe('sizes', () => {
  const size = { name: 'team_least', place: places.city, value: 6, validFrom: '2022-01-01' };
  const set = (who: Person, more: object = {}) =>
    who.send<Written>('POST', '/api/teams/limits', {
      ...size,
      document: '湛乡振〔2022〕1号',
      ...more,
    });
  const least = async (who: Person, place: string, day = on) =>
    (await who.get<LimitRows>(`/api/teams/limits?place=${place}&on=${day}`)).body.rows.find(
      (row) => row.name === 'team_least',
    );

  test('come with the installation, are set nearer by, anew, and end', async () => {
    expect(await least(county, places.town)).toMatchObject({
      value: 5,
      placeName: '广东省',
      own: false,
    });
    done(await set(city));
    expect(await least(county, places.town)).toMatchObject({ value: 6, placeName: '湛江市' });
    expect(await least(county, places.town, '2021-12-31')).toMatchObject({ value: 5 });
    refused(await set(city), 'limit_later');
    done(await set(city, { value: 7, validFrom: '2022-05-01' }));
    expect(await least(county, places.town, '2022-04-30')).toMatchObject({ value: 6 });
    const now = await least(city, places.city);
    expect(now).toMatchObject({ value: 7, own: true });
    const end = (who: Person, validTo = '2022-06-01') =>
      who.send<Written>('POST', `/api/teams/limits/${now?.id}/end`, { validTo });
    expect((await end(otherCity)).status).toBe(404);
    refused(await end(city, '2022-05-01'), 'rule_end');
    done(await end(city), 200);
    refused(await end(city), 'rule_over');
    expect(await least(county, places.town)).toMatchObject({ value: 5 });
  });

  test('of the whole province are the province’s', async () => {
    const shipped = await least(province, places.province);
    const end = (who: Person) =>
      who.send<Written>('POST', `/api/teams/limits/${shipped?.id}/end`, { validTo: on });
    expect((await end(city)).status).toBe(404);
    expect((await set(city, { place: places.province })).status).toBe(404);
    done(await set(province, { place: places.province, value: 4 }));
    expect(await least(county, places.town)).toMatchObject({ value: 4, placeName: '广东省' });
    refused(await end(province), 'rule_over');
  });
});
