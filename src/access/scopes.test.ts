/** Where a scope comes from, and that it ends the moment its reason ends: postings, pairings, notices, emergencies. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPerson, aServer, type Person } from '../../test/people.ts';
import { aProvince, aTown, places } from '../../test/places.ts';
import { aBatch, anOrganisation, aPosting, aTeam } from '../../test/teams.ts';
import { newId } from '../platform/new-id.ts';
import type { Session } from './contract.ts';
import type { Emergencies, NoticeRow } from './contract-notices.ts';
import { addNotice } from './store/notices.ts';
import { openSession } from './store/sessions.ts';

const database = useDatabase();
let server: FastifyInstance;
const period = 'from=2022-01-01&to=2022-07-28';

beforeAll(async () => {
  await aProvince(database.db);
  await database.owner.query(
    `insert into platform.setting (name, value) values ('today', '"2022-07-28"')`,
  );
  server = await aServer(database);
});
afterAll(() => server.close());

/** Whether somebody may look at a place: the cockpit's first question. */
const sees = async (person: Person, place: string): Promise<boolean> => {
  const { status } = await person.get(
    `/api/indicators/values?codes=teams.cadres&place=${place}&${period}`,
  );
  expect([200, 404]).toContain(status);
  return status === 200;
};
const placesOf = async (person: Person) =>
  (await person.get<Session>('/api/access/session')).body.places.map((p) => p.key).sort();
const aPairing = (place: string, helper: object) =>
  database.db
    .insertInto('teams.pairing')
    .values({
      id: newId(),
      kind: 'city_to_city',
      place_key: place,
      starts_on: '2021-07-01',
      document: '粤委办〔2021〕22号',
      ...helper,
    })
    .execute();

describe('a posting', () => {
  test('is the scope of a captain as long as it lasts, and no longer', async () => {
    const { db, owner } = database;
    const unit = await anOrganisation(db, '珠海市水务局');
    const town = await aTown(db, { under: places.county, tier: 'key_assistance', name: '任期镇' });
    const team = await aTeam(db, town.key, unit);
    const posting = await aPosting(db, team, await aBatch(db), '队长甲');
    const captain = await aPerson(database, server, 'captain', town.key, {
      personId: posting.person,
    });
    expect(await placesOf(captain)).toEqual([town.key]);
    expect(await sees(captain, town.key)).toBe(true);
    expect(await sees(captain, places.county)).toBe(false);
    await owner.query(
      `update teams.posting set ends_on = '2022-07-28', end_reason = 'rotation' where id = $1`,
      [posting.id],
    );
    expect(await sees(captain, town.key)).toBe(false);
    expect(await placesOf(captain)).toEqual([]);
  });
});

describe('a pairing', () => {
  test('lets the assisting city look at the city it helps, while it is in force', async () => {
    await aPairing(places.otherCity, { helper_place_key: places.city });
    const assisting = await aPerson(database, server, 'assisting_city', places.city);
    const city = await aPerson(database, server, 'city', places.city);
    expect(await sees(assisting, places.otherCity)).toBe(true);
    expect(await sees(city, places.otherCity)).toBe(false);
    await database.owner.query(
      `update teams.pairing set ends_on = '2022-07-28' where helper_place_key = $1`,
      [places.city],
    );
    expect(await sees(assisting, places.otherCity)).toBe(false);
  });

  test('more than four places: the caller chooses which count', async () => {
    const unit = await anOrganisation(database.db, '省建设银行');
    const towns: string[] = [];
    for (let i = 0; i < 6; i++) {
      const { key } = await aTown(database.db, { under: places.county, name: `结对镇${i}` });
      towns.push(key);
      await aPairing(key, { kind: 'designated', organisation_id: unit });
    }
    const [first = '', , , , fifth = '', last = ''] = towns;
    const sender = await aPerson(database, server, 'sending_unit', places.city, {
      organisationId: unit,
    });
    expect(await placesOf(sender)).toEqual([...towns].sort());
    expect(await sees(sender, first)).toBe(true);
    expect(await sees(sender, last)).toBe(false);
    const choose = (chosen: string[]) =>
      sender.send('POST', '/api/access/sessions/current/act-for', { places: chosen });
    expect((await choose([last, fifth])).status).toBe(200);
    expect(await sees(sender, last)).toBe(true);
    expect(await sees(sender, first)).toBe(false);
    expect((await choose([places.siblingTown])).body).toMatchObject({
      code: 'access.refusal.not_your_place',
    });
  });
});

describe('a notice', () => {
  const enter = (secadmin: Person, account: string, more: object = {}) =>
    secadmin.send<{ id: string; code: string }>('POST', '/api/access/notices', {
      number: `审通〔2022〕${newId()}`,
      kind: 'audit',
      organ: '县审计局',
      subject: '帮扶资金审计',
      places: [places.county],
      startsOn: '2022-07-28',
      endsOn: '2022-08-10',
      accounts: [account],
      ...more,
    });
  let secadmin: Person;
  beforeAll(async () => {
    secadmin = await aPerson(database, server, 'secadmin', places.city);
  });
  /** An auditor nobody has named yet. */
  async function anAuditor(): Promise<Person> {
    const auditor = await aPerson(database, server, 'auditor', places.county);
    await database.owner.query('delete from access.notice_account where account_id = $1', [
      auditor.id,
    ]);
    return auditor;
  }

  test('is the scope of an auditor from its first day to its last, and until it is ended', async () => {
    const auditor = await anAuditor();
    expect(await sees(auditor, places.county)).toBe(false);
    const entered = await enter(secadmin, auditor.id);
    expect(entered.status).toBe(201);
    expect(await sees(auditor, places.county)).toBe(true);
    expect(await sees(auditor, places.siblingCounty)).toBe(false);
    const own = await auditor.get<{ rows: NoticeRow[] }>('/api/access/own/notices');
    expect(own.body.rows.map((r) => r.state)).toEqual(['in_force']);

    const setToday = (day: string) =>
      database.owner.query(
        `update platform.setting set value = to_jsonb($1::text) where name = 'today'`,
        [day],
      );
    for (const [day, visible] of [
      ['2022-07-27', false],
      ['2022-08-10', true],
      ['2022-08-11', false],
      ['2022-07-28', true],
    ] as const) {
      await setToday(day);
      expect(await sees(auditor, places.county), day).toBe(visible);
    }
    const ended = await secadmin.send('POST', `/api/access/notices/${entered.body.id}/end`);
    expect(ended.status).toBe(200);
    expect(await sees(auditor, places.county)).toBe(false);
    const again = await secadmin.send('POST', `/api/access/notices/${entered.body.id}/end`);
    expect(again.body).toMatchObject({ code: 'access.refusal.notice_ended' });
  });

  test('is refused for what it cannot name', async () => {
    const auditor = await anAuditor();
    const official = await aPerson(database, server, 'county', places.county);
    const refused = async (account: string, more: object) =>
      (await enter(secadmin, account, more)).body;
    expect(await refused(official.id, {})).toMatchObject({ code: 'access.refusal.not_an_auditor' });
    expect(await refused(auditor.id, { places: [places.otherCity] })).toMatchObject({
      code: 'platform.refusal.absent',
    });
    expect(
      await refused(auditor.id, { endsOn: '2022-07-27', startsOn: '2022-07-01' }),
    ).toMatchObject({ code: 'access.refusal.notice_over' });
    expect(await refused(auditor.id, { startsOn: '2022-09-01' })).toMatchObject({
      code: 'access.refusal.notice_dates',
    });
    const number = '审通〔2022〕同号';
    expect((await enter(secadmin, auditor.id, { number })).status).toBe(201);
    expect(await refused(auditor.id, { number })).toMatchObject({
      code: 'access.refusal.notice_number_taken',
    });
  });

  test('asks the administrator to be there: a session without a lately given proof may not', async () => {
    const { db } = database;
    const quiet = await openSession(db, secadmin.id, {});
    await database.owner.query(
      `insert into access.policy (value) values ('{"secondFactorRoles": []}')`,
    );
    const reply = await server.inject({
      method: 'POST',
      url: '/api/access/notices',
      headers: { cookie: `zz_session=${quiet}`, 'x-zhuzhen': '1', 'idempotency-key': newId() },
      payload: {},
    });
    expect(reply.json()).toMatchObject({ status: 403, code: 'platform.refusal.step_up' });
  });
});

test('a notice of two counties tells each administrator its own place only, and neither may end it', async () => {
  const number = `试审通二县${newId()}`;
  await addNotice(database.db, {
    ...{ id: newId(), number, kind: 'audit', organ: '省审计厅', subject: '两县审计', by: null },
    ...{
      places: [places.county, places.siblingCounty],
      startsOn: '2022-07-01',
      endsOn: '2022-08-31',
    },
    accounts: [],
  });
  for (const place of [places.county, places.siblingCounty]) {
    const guard = await aPerson(database, server, 'secadmin', place);
    const { rows } = (await guard.get<{ rows: NoticeRow[] }>('/api/access/notices')).body;
    const notice = rows.find((one) => one.number === number);
    expect(notice?.places.map(({ key }) => key)).toEqual([place]);
    expect(notice?.mayEnd).toBe(false);
    expect((await guard.send('POST', `/api/access/notices/${notice?.id}/end`)).status).toBe(404);
  }
  const above = await aPerson(database, server, 'secadmin', places.city);
  const { body } = await above.get<{ rows: NoticeRow[] }>('/api/access/notices');
  expect(body.rows.find((one) => one.number === number)?.mayEnd).toBe(true);
});

describe('an emergency', () => {
  const take = (person: Person, place: string, more: object = {}) =>
    person.send<{ id: string; code: string }>('POST', '/api/access/emergencies', {
      place,
      reason: '台风登陆，要联系受困群众',
      hours: 2,
      ...more,
    });

  test('widens the scope until it is ended, leaves a trace of every look, and the level above is told', async () => {
    const county = await aPerson(database, server, 'county', places.county);
    const above = await aPerson(database, server, 'city', places.city);
    const sibling = await aPerson(database, server, 'county', places.siblingCounty);
    expect(await sees(county, places.siblingTown)).toBe(false);
    const taken = await take(county, places.siblingTown);
    expect(taken.status).toBe(201);
    expect(await sees(county, places.siblingTown)).toBe(true);
    expect(await sees(county, places.siblingCounty)).toBe(false);
    const { rows } = await database.owner.query(
      `select action, outcome from access.audit where account_id = $1 order by id desc limit 1`,
      [county.id],
    );
    expect(rows).toEqual([
      { action: 'GET /api/indicators/values', outcome: 'refused platform.refusal.absent' },
    ]);

    const seen = async (person: Person) =>
      (await person.get<Emergencies>('/api/access/emergencies')).body;
    expect((await seen(above)).open).toBe(1);
    expect((await seen(sibling)).rows).toEqual([]);
    const acknowledge = (person: Person) =>
      person.send('POST', `/api/access/emergencies/${taken.body.id}/acknowledge`);
    expect((await acknowledge(county)).body).toMatchObject({
      code: 'access.refusal.own_emergency',
    });
    expect((await acknowledge(sibling)).status).toBe(404);
    expect((await acknowledge(above)).status).toBe(200);
    expect((await seen(above)).open).toBe(0);

    const end = () => county.send('POST', `/api/access/emergencies/${taken.body.id}/end`);
    expect((await end()).status).toBe(200);
    expect(await sees(county, places.siblingTown)).toBe(false);
    expect((await end()).body).toMatchObject({ code: 'access.refusal.emergency_over' });
  });

  test('ends by itself', async () => {
    const county = await aPerson(database, server, 'county', places.county);
    const taken = await take(county, places.siblingTown);
    await database.owner.query(
      `update access.emergency set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 second' where id = $1`,
      [taken.body.id],
    );
    expect(await sees(county, places.siblingTown)).toBe(false);
  });

  test('reaches no level above the own, and puts nobody above others', async () => {
    const town = await aPerson(database, server, 'town', places.town);
    const county = await aPerson(database, server, 'county', places.county);
    const codeOf = async (person: Person, place: string) => (await take(person, place)).body.code;
    for (const place of [places.province, places.city, places.county, places.siblingCounty])
      expect(await codeOf(town, place)).toBe('access.refusal.emergency_too_wide');
    for (const place of [places.province, places.city, places.otherCity])
      expect(await codeOf(county, place)).toBe('access.refusal.emergency_too_wide');
    const mine = await take(county, places.siblingCounty);
    const theirs = await aPerson(database, server, 'town', places.siblingTown);
    const taken = await take(
      theirs,
      await aTown(database.db, { under: places.siblingCounty }).then((t) => t.key),
    );
    expect([mine.status, taken.status]).toEqual([201, 201]);
    const listed = (await county.get<Emergencies>('/api/access/emergencies')).body.rows;
    expect(listed.map(({ own }) => own)).toEqual([true]);
    const end = await county.send('POST', `/api/access/emergencies/${taken.body.id}/end`);
    expect(end.status).toBe(404);
  });

  test('ends with the rights it was taken with', async () => {
    const county = await aPerson(database, server, 'county', places.county);
    const taken = await take(county, places.siblingTown);
    const admin = await aPerson(database, server, 'sysadmin', places.province);
    const reply = await admin.send('POST', `/api/access/accounts/${county.id}/disable`, {
      why: 'other',
    });
    expect(reply.status).toBe(200);
    const { rows } = await database.owner.query(
      'select ended_at is not null as ended from access.emergency where id = $1',
      [taken.body.id],
    );
    expect(rows).toEqual([{ ended: true }]);
  });

  test('is refused where it is needless or the place is not known', async () => {
    const county = await aPerson(database, server, 'county', places.county);
    expect((await take(county, places.town)).body.code).toBe('access.refusal.emergency_needless');
    expect((await take(county, '没有的镇')).body.code).toBe('access.refusal.no_such_place');
    const name = '同名镇';
    await aTown(database.db, { under: places.siblingCounty, name });
    await aTown(database.db, { under: places.otherCity, name });
    expect((await take(county, name)).body.code).toBe('access.refusal.place_ambiguous');
    expect((await take(county, places.siblingTown, { hours: 25 })).status).toBe(400);
    expect((await take(county, places.siblingTown, { reason: '急' })).status).toBe(400);
  });
});
