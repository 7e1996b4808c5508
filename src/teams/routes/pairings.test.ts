/** Pairings, duties and units over HTTP, against a real database. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { anOrganisation } from '../../../test/teams.ts';
import { newId } from '../../platform/new-id.ts';
import type { HomeRows, PairingRows } from '../contract-organisations.ts';
import type { Written } from '../contract-values.ts';

const database = useDatabase();
let server: FastifyInstance;
let county: Person;
let sibling: Person;
let town: Person;
let unit: string;
const on = '2022-07-28';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  server = await aServer(database);
  county = await aPerson(database, server, 'county', places.county);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  town = await aPerson(database, server, 'town', places.town);
  unit = await anOrganisation(db, '湛江市水务局');
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: JSON.stringify(on) })
    .execute();
});
afterAll(() => server.close());

const done = (answer: Answer<Written>, status = 201): Written => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const codes = (written: Written) => written.warnings.map((w) => w.code);
const refused = (answer: Answer<unknown>, code: string, status = 422) => {
  expect(answer.body, answer.text).toMatchObject({ status, code: `teams.refusal.${code}` });
  return answer.body as unknown as { detail: string; todo: string };
};

describe('pairings and units', () => {
  test('a pairing with duties, fulfilled and ended', async () => {
    const id = newId();
    const duty = { id: newId(), kind: 'money', promise: '每年出资 50 万元' };
    const body = {
      kind: 'designated',
      place: places.town,
      helper: { organisation: unit },
      lead: false,
      startsOn: '2021-07-01',
      document: '粤办发〔2021〕1号',
      duties: [duty],
    };
    done(await town.send('POST', '/api/teams/pairings', body, id));
    refused(
      await town.send('POST', '/api/teams/pairings', { ...body, kind: 'city_to_city' }),
      'pairing_city_to_city',
    );
    done(
      await town.send('POST', '/api/teams/duties', {
        pairing: id,
        kind: 'matters',
        promise: '修水渠',
      }),
    );
    const fulfil = (fulfilledOn: string) =>
      town.send<Written>('POST', `/api/teams/duties/${duty.id}/fulfil`, {
        fulfilled: '已到账 50 万元',
        fulfilledOn,
      });
    refused(await fulfil('2021-06-30'), 'fulfilled_before_start');
    done(await fulfil('2022-05-01'), 200);
    const { body: list } = await town.get<PairingRows>(
      `/api/teams/pairings?place=${places.town}&on=${on}`,
    );
    expect(list.rows[0]?.duties).toMatchObject([
      { kind: 'money', fulfilled: '已到账 50 万元', fulfilledOn: '2022-05-01' },
      { kind: 'matters', fulfilled: null },
    ]);
    expect(
      (
        await sibling.send('POST', `/api/teams/duties/${duty.id}/fulfil`, {
          fulfilled: 'x',
          fulfilledOn: on,
        })
      ).status,
    ).toBe(404);
    const [, open] = list.rows[0]?.duties ?? [];
    const stop = (id: string | undefined, endsOn = '2022-06-01') =>
      town.send<Written>('POST', `/api/teams/duties/${id}/end`, { endsOn, note: '并入县级项目' });
    refused(await stop(duty.id), 'duty_done');
    refused(await stop(open?.id, '2021-06-30'), 'end_before_start');
    done(await stop(open?.id), 200);
    refused(await stop(open?.id), 'duty_over');
    const late = { fulfilled: 'x', fulfilledOn: on };
    const fulfilled = await town.send('POST', `/api/teams/duties/${open?.id}/fulfil`, late);
    refused(fulfilled, 'duty_over');
    const again = await town.get<PairingRows>(`/api/teams/pairings?place=${places.town}&on=${on}`);
    expect(again.body.rows[0]?.duties[1]).toMatchObject({
      ...{ fulfilled: null, endedOn: '2022-06-01', endNote: '并入县级项目' },
    });
    const over = (endsOn: string) =>
      town.send<Written>('POST', `/api/teams/pairings/${id}/end`, { endsOn });
    refused(await over('2021-07-01'), 'end_before_start');
    done(await over('2022-07-01'), 200);
    refused(await over('2022-07-02'), 'pairing_over');
    const more = { pairing: id, kind: 'people', promise: '派一名技术员' };
    refused(await town.send('POST', '/api/teams/duties', more), 'pairing_over');
  });

  test('a unit is entered once; a bad check character warns', async () => {
    const body = {
      name: '广东某某集团',
      creditCode: '91350100M000100Y43',
      kind: 'state_enterprise',
      level: 'provincial',
      home: places.province,
      validFrom: '2020-01-01',
    };
    const enter = (more: object) =>
      county.send<Written>('POST', '/api/teams/organisations', { ...body, ...more });
    expect(codes(done(await enter({})))).toEqual([]);
    refused(await enter({ name: '另一集团' }), 'credit_code_known');
    expect(codes(done(await enter({ creditCode: '91350100M000100Y44' })))).toEqual([
      'credit_code',
      'organisation_known',
    ]);
    refused(await enter({ creditCode: null, home: '449999000000' }), 'no_such_place');
    refused(await enter({ creditCode: null, home: places.siblingCounty }), 'unit_home');
    expect((await enter({ name: ' ' })).status).toBe(400);
    expect((await enter({ name: 'a\u0000b' })).status).toBe(400);
  });

  test('a county enters units of its own area, of places above, and of the city that helps its city', async () => {
    const enter = (who: Person, home: string, name = `单位${newId()}`) =>
      who.send<Written>('POST', '/api/teams/organisations', {
        ...{ name, creditCode: null, kind: 'university', level: 'city', home },
        validFrom: '2020-01-01',
      });
    const homes = async (who: Person, place: string) =>
      (await who.get<HomeRows>(`/api/teams/unit-homes?place=${place}&on=${on}`)).body.rows.map(
        (row) => [row.name, row.helper],
      );
    for (const home of [places.town, places.county, places.city, places.province])
      done(await enter(county, home));
    refused(await enter(county, places.otherCity), 'unit_home');
    expect(await homes(county, places.town)).toEqual([
      ['黄略镇', false],
      ['遂溪县', false],
      ['湛江市', false],
      ['广东省', false],
    ]);
    const province = await aPerson(database, server, 'province', places.province);
    const id = newId();
    const pairing = {
      ...{ kind: 'city_to_city', place: places.city, helper: { place: places.otherCity } },
      ...{ lead: false, startsOn: '2021-07-01', document: '粤办发〔2021〕1号', duties: [] },
    };
    done(await province.send('POST', '/api/teams/pairings', pairing, id));
    done(await enter(county, places.otherCity));
    done(await enter(county, places.otherCityCounty));
    done(await enter(town, places.otherCity));
    expect(await homes(town, places.town)).toContainEqual(['梅州市', true]);
    // Who registers papers of money chooses the payer from the same list.
    const finance = await aPerson(database, server, 'county_finance', places.county);
    expect(await homes(finance, places.county)).toContainEqual(['梅州市', true]);
    refused(await enter(county, places.siblingCounty), 'unit_home');
    const over = { endsOn: '2022-07-01' };
    done(await province.send('POST', `/api/teams/pairings/${id}/end`, over), 200);
    refused(await enter(county, places.otherCity), 'unit_home');
  });
});
