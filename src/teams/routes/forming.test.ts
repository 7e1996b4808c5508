/** Forming and dissolving teams and the group of units behind them, over HTTP. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { aBatch, anOrganisation, aTeam, newPerson } from '../../../test/teams.ts';
import { newId } from '../../platform/new-id.ts';
import type { Changes, TeamPage } from '../contract.ts';
import type { Written } from '../contract-values.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;
let county: Person;
let town: Person;
let batch: string;
let unit: string;
let team: string;
const on = '2022-07-28';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  county = await aPerson(database, server, 'county', places.county);
  town = await aPerson(database, server, 'town', places.town);
  batch = await aBatch(db);
  unit = await anOrganisation(db, '湛江市水务局');
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: JSON.stringify(on) })
    .execute();
});
afterAll(() => server.close());

beforeEach(async () => {
  team = await aTeam(database.db, (await aTown(database.db)).key, unit);
});

const add = (more: object = {}) =>
  county.send<Written>('POST', '/api/teams/postings', {
    ...{ team, person: newPerson(), organisation: unit, batch, category: 'cadre', role: 'member' },
    ...{ village: null, townPost: null, main: true, startsOn: '2022-07-01', dueOn: '2024-07-01' },
    ...more,
  });
const end = (id: string, endsOn: string) =>
  county.send<Written>('POST', `/api/teams/postings/${id}/end`, {
    ...{ endsOn, reason: 'rotation', note: null },
  });
const join = (organisation: string, lead: boolean, startsOn = '2022-01-01') =>
  county.send<Written>('POST', '/api/teams/team-units', { team, organisation, lead, startsOn });
const done = (answer: Answer<Written>, status = 201): Written => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const codes = (written: Written) => written.warnings.map((w) => w.code);
const page = async (id = team): Promise<TeamPage> =>
  (await province.get<TeamPage>(`/api/teams/teams/${id}?on=${on}`)).body;
const refused = (answer: Answer<unknown>, code: string, status = 422) => {
  expect(answer.body, answer.text).toMatchObject({ status, code: `teams.refusal.${code}` });
  return answer.body as unknown as { detail: string; todo: string };
};

describe('forming a team', () => {
  test('a town gets one team with its units; a second is refused', async () => {
    const { key, name } = await aTown(database.db, { tier: 'key_assistance' });
    const member = await anOrganisation(database.db, '广东恒泰源食品有限公司');
    const body = { place: key, formedOn: '2022-07-01', lead: unit, members: [member] };
    const id = newId();
    expect(done(await county.send('POST', '/api/teams/teams', body, id))).toEqual({
      id,
      warnings: [],
    });
    const formed = await page(id);
    expect(formed).toMatchObject({ name: `${name}驻镇帮镇扶村工作队`, tier: 'key_assistance' });
    expect(formed.units.map((u) => [u.name, u.lead])).toEqual([
      ['湛江市水务局', true],
      ['广东恒泰源食品有限公司', false],
    ]);
    const { rows } = await database.owner.query('select * from teams.team where id = $1', [id]);
    expect(rows[0]).toMatchObject({
      city_key: places.city,
      county_key: places.county,
      place_kind: 'town',
      tier: 'key_assistance',
      recorded_by: county.id,
    });
    refused(await county.send('POST', '/api/teams/teams', body), 'team_exists');
    const twice = { ...body, members: [unit] };
    refused(await county.send('POST', '/api/teams/teams', twice), 'lead_is_member');
    const noTown = { ...body, place: places.county };
    refused(await county.send('POST', '/api/teams/teams', noTown), 'not_a_town');
    const noUnit = { ...body, place: places.otherTown, lead: newId() };
    refused(await county.send('POST', '/api/teams/teams', noUnit), 'no_such_organisation');
  });

  test('in a city without counties the city stands right above', async () => {
    const body = {
      place: places.townWithoutCounty,
      formedOn: '2022-07-01',
      lead: unit,
      members: [],
    };
    const { id } = done(await province.send('POST', '/api/teams/teams', body));
    const { rows } = await database.owner.query('select * from teams.team where id = $1', [id]);
    expect(rows[0]).toMatchObject({
      city_key: places.cityWithoutCounties,
      county_key: places.cityWithoutCounties,
    });
  });

  test('units join and leave; a lead and people in post hold', async () => {
    const other = await anOrganisation(database.db, '湛江港集团');
    refused(await join(other, true), 'lead_taken');
    refused(await join(unit, false), 'unit_twice');
    const { id } = done(await join(other, false));
    const sent = done(await add({ organisation: other }));
    const leave = (endsOn: string) =>
      county.send<Written>('POST', `/api/teams/team-units/${id}/end`, { endsOn });
    expect(refused(await leave('2022-07-20'), 'unit_staffed').detail).toContain('1 人');
    done(await end(sent.id, '2022-07-20'), 200);
    done(await leave('2022-07-20'), 200);
    refused(await leave('2022-07-21'), 'unit_over');
    const leadUnit = (await page()).units.find((u) => u.lead)?.id ?? '';
    const last = await county.send<Written>('POST', `/api/teams/team-units/${leadUnit}/end`, {
      endsOn: on,
    });
    expect(codes(done(last, 200))).toEqual(['no_lead']);
  });

  test('a team is dissolved when nobody is left, and then takes nobody', async () => {
    const dissolve = (more: object = {}) =>
      county.send<Written>('POST', `/api/teams/teams/${team}/dissolve`, {
        ...{ dissolvedOn: '2022-07-20', reason: '两镇合并，队伍并入邻镇' },
        ...more,
      });
    const later = await anOrganisation(database.db, '湛江市教育局');
    done(await join(later, false, '2022-08-01'));
    const sent = done(await add());
    expect(refused(await dissolve(), 'team_staffed').detail).toContain('1 人');
    done(await end(sent.id, '2022-07-20'), 200);
    expect((await dissolve({ reason: ' ' })).status).toBe(400);
    expect((await dissolve({ reason: undefined })).status).toBe(400);
    refused(await dissolve({ dissolvedOn: '2021-07-01' }), 'team_staffed');
    done(await dissolve(), 200);
    refused(await dissolve(), 'team_over');
    refused(await add({ startsOn: '2022-07-21' }), 'team_not_standing');
    const { rows } = await county
      .get<Changes>(`/api/teams/teams/${team}/changes`)
      .then(({ body }) => body);
    expect(rows.find((one) => one.what === 'team' && one.deed === 'ended')?.fields).toEqual(
      expect.arrayContaining([
        { name: 'dissolveReason', before: null, after: '两镇合并，队伍并入邻镇' },
      ]),
    );
  });

  test('a member takes the lead from a day on, and the one that led stays', async () => {
    const other = await anOrganisation(database.db, '湛江港集团');
    const { id } = done(await join(other, false));
    done(await add({ organisation: other })); // whoever is in post does not stand in the way
    const lead = (unitId: string, day: string) =>
      county.send<Written>('POST', `/api/teams/team-units/${unitId}/lead`, { on: day });
    refused(await lead(id, '2021-12-31'), 'unit_joins_later');
    done(await lead(id, '2022-06-01'), 200);
    refused(await lead(id, '2022-06-02'), 'unit_over');
    expect((await page()).units.map((one) => [one.name, one.lead, one.startsOn])).toEqual([
      ['湛江港集团', true, '2022-06-01'],
      ['湛江市水务局', false, '2022-06-01'],
    ]);
    const back = (await page()).units.find((one) => !one.lead)?.id ?? '';
    done(await lead(back, '2022-06-01'), 200);
    expect((await page()).units.map((one) => [one.name, one.lead])).toEqual([
      ['湛江市水务局', true],
      ['湛江港集团', false],
    ]);
    refused(await lead(back, '2022-06-02'), 'unit_leads');
    expect((await town.send('POST', `/api/teams/team-units/${back}/lead`, { on })).status).toBe(
      404,
    );
  });
});
