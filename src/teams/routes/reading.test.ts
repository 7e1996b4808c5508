/** Reading teams through HTTP: lists of a region, one team, one unit, pairings, vacancies, endings, scope. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aFlag, aProvince, aTier, places } from '../../../test/places.ts';
import {
  aBatch,
  anOrganisation,
  aPersonOnRecord,
  aPosting,
  aRequirement,
  aTeam,
} from '../../../test/teams.ts';
import { newId } from '../../platform/new-id.ts';
import type { PersonRows, PostingRows, TeamPage, TeamRows, VacancyRows } from '../contract.ts';
import type { OrganisationPage, OrganisationRows, PairingRows } from '../contract-organisations.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;
let county: Person;
let sibling: Person;
let town: Person;
let auditor: Person;
let team: string;
let siblingTeam: string;
let cityTeam: string;
let lead: string;
const on = '2022-07-28';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  county = await aPerson(database, server, 'county', places.county);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  town = await aPerson(database, server, 'town', places.town);
  auditor = await aPerson(database, server, 'auditor', places.county);
  await aTier(db, places.town, 'key_assistance');
  await aTier(db, places.siblingTown, 'consolidation');
  await aFlag(db, places.village, 'weak_organisation');
  await aFlag(db, places.otherVillage, 'model_village', '2022-07-29');
  await aRequirement(db, places.province, 'captain', 1, { tiers: ['key_assistance'] });
  await aRequirement(db, places.province, 'member', 5, { kinds: ['town'], valid_to: '2025-01-01' });
  await aRequirement(db, places.county, 'member', 2, { kinds: ['town'] });
  const batch = await aBatch(db);
  lead = await anOrganisation(db, '湛江市水务局', { credit_code: '91350100M000100Y43' });
  team = await aTeam(db, places.town, lead);
  siblingTeam = await aTeam(db, places.siblingTown, lead);
  cityTeam = await aTeam(db, places.townWithoutCounty);
  const captain = await aPosting(db, team, batch, '陈敏', {
    role: 'captain',
    organisation_id: lead,
  });
  await aPosting(db, team, batch, '林芳', { organisation_id: lead, due_on: '2022-12-31' });
  await aPosting(db, team, batch, '单小燕', {
    role: 'first_secretary',
    village_key: places.village,
    due_on: '2022-07-01',
  });
  await aPosting(db, team, batch, '曾强', {
    ends_on: '2022-01-10',
    end_reason: 'transferred',
    organisation_id: lead,
  });
  await aPosting(db, team, batch, '区志愿', { category: 'volunteer', role: 'volunteer' });
  await aPosting(db, siblingTeam, batch, '李伟', { organisation_id: lead });
  await aPosting(db, cityTeam, batch, '何静');
  await aPosting(db, team, batch, '', {
    person_id: captain.person,
    main: false,
    role: 'first_secretary',
    village_key: places.otherVillage,
  });
});
afterAll(() => server.close());

const list = async <T>(who: Person, path: string): Promise<T> => {
  const answer = await who.get<T>(path);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const at = (what: string, place: string, more = '', day = on) =>
  `/api/teams/${what}?place=${place}&on=${day}${more}`;

describe('teams of a region', () => {
  test('counts by category, units, vacancy against the nearest dated rule', async () => {
    const { rows, next } = await list<TeamRows>(province, at('teams', places.county));
    expect(next).toBeNull();
    expect(rows.map((r) => [r.place, r.id])).toEqual([
      [places.town, team],
      [places.otherTown, null], // the rule asks for a team that is not there
    ]);
    expect(rows[0]).toMatchObject({
      placeName: '黄略镇',
      placeKind: 'town',
      countyName: '遂溪县',
      tier: 'key_assistance',
      batches: ['第一批'],
      lead: '湛江市水务局',
      units: 1,
      cadre: 3,
      volunteer: 1,
      vacancy: 0,
      missing: [],
    });
    expect(rows[1]).toMatchObject({ name: null, vacancy: 2, cadre: 0, tier: null });
    const before = await list<TeamRows>(province, at('teams', places.county, '', '2022-01-09'));
    expect(before.rows[0]?.cadre).toBe(4);
  });

  test('filters and pages in code order', async () => {
    const keys = async (more: string) =>
      (await list<TeamRows>(province, at('teams', places.province, more))).rows.map((r) => r.place);
    const all = [
      places.town,
      places.otherTown,
      places.siblingTown,
      places.otherCityTown,
      places.townWithoutCounty,
    ];
    expect(await keys('')).toEqual(all);
    expect(await keys('&tier=consolidation')).toEqual([places.siblingTown]);
    expect(await keys('&kind=street')).toEqual([]);
    expect(await keys('&vacant=1')).toEqual(all.slice(1));
    const first = await list<TeamRows>(province, at('teams', places.province, '&limit=2'));
    expect(first.next).toBe(places.otherTown);
    expect(await keys(`&limit=3&after=${first.next}`)).toEqual(all.slice(2));
    expect((await province.get(at('teams', places.province, '&after=x'))).status).toBe(400);
    expect((await province.get(at('teams', places.province, '', '2022-02-30'))).status).toBe(400);
  });

  test('only the own place', async () => {
    for (const what of ['teams', 'pairings', 'vacancies', 'endings']) {
      expect((await sibling.get(at(what, places.county))).status).toBe(404);
      expect((await town.get(at(what, places.county))).status).toBe(404);
      expect((await town.get(at(what, places.otherTown))).status).toBe(404);
      expect((await town.get(at(what, places.town))).status).toBe(200);
      expect((await auditor.get(at(what, places.county))).status).toBe(200);
    }
  });
});

describe('one team', () => {
  test('people, villages, units, needs and warnings of the day', async () => {
    const page = await list<TeamPage>(county, `/api/teams/teams/${team}?on=${on}`);
    expect(page).toMatchObject({ placeName: '黄略镇', countyName: '遂溪县', cityName: '湛江市' });
    expect(page.roster.map((p) => [p.name, p.role, p.main])).toEqual([
      ['陈敏', 'captain', true],
      ['林芳', 'member', true],
      ['单小燕', 'first_secretary', true],
      ['陈敏', 'first_secretary', false],
      ['区志愿', 'volunteer', true],
    ]);
    expect(page.others.map((p) => [p.name, p.endReason])).toEqual([['曾强', 'transferred']]);
    expect(page.villages).toEqual([
      {
        key: places.village,
        name: '平石村',
        flags: ['weak_organisation'],
        needsSecretary: true,
        secretaries: [{ posting: expect.any(String), name: '单小燕' }],
      },
      {
        key: places.otherVillage,
        name: '文车村',
        flags: [],
        needsSecretary: false,
        secretaries: [{ posting: expect.any(String), name: '陈敏' }],
      },
    ]);
    expect(page.units).toMatchObject([{ name: '湛江市水务局', lead: true, people: 2 }]);
    expect(page.needs).toMatchObject([
      { role: 'captain', required: 1, posted: 1 },
      { role: 'member', required: 2, posted: 2 },
    ]);
    expect(page.warnings.map((w) => w.code)).toEqual([
      'team_small',
      'captain_post',
      'village_unflagged',
    ]);
  });

  test('a team of a city without counties stands under the city', async () => {
    const page = await list<TeamPage>(province, `/api/teams/teams/${cityTeam}?on=${on}`);
    expect(page).toMatchObject({ countyName: '东莞市', cityName: '东莞市' });
  });

  test('outside the scope it is not there', async () => {
    for (const path of [
      `/api/teams/teams/${siblingTeam}?on=${on}`,
      `/api/teams/teams/${siblingTeam}/changes`,
    ]) {
      expect((await county.get(path)).status).toBe(404);
      expect((await sibling.get(path)).status).toBe(200);
    }
    expect((await county.get(`/api/teams/teams/${newId()}?on=${on}`)).status).toBe(404);
  });
});

describe('units', () => {
  test('found by name, spelling and credit code, in spelled order', async () => {
    await anOrganisation(database.db, '佛山市农业农村局');
    await anOrganisation(database.db, '广东百_川%集团');
    const find = async (q: string) =>
      (
        await list<OrganisationRows>(county, `/api/teams/organisations?q=${encodeURIComponent(q)}`)
      ).rows.map((r) => r.name);
    expect(await find('')).toEqual(['佛山市农业农村局', '广东百_川%集团', '湛江市水务局']);
    expect(await find('水务')).toEqual(['湛江市水务局']);
    expect(await find('zhanjiang')).toEqual(['湛江市水务局']);
    expect(await find('91350100m000100y43')).toEqual(['湛江市水务局']);
    expect(await find('%')).toEqual(['广东百_川%集团']);
    const first = await list<OrganisationRows>(county, '/api/teams/organisations?limit=2');
    const rest = await list<OrganisationRows>(
      county,
      `/api/teams/organisations?limit=2&after=${encodeURIComponent(first.next ?? '')}`,
    );
    expect(rest.rows.map((r) => r.name)).toEqual(['湛江市水务局']);
  });

  test('whom it sent where, within the scope; its lineage', async () => {
    const successor = await anOrganisation(database.db, '湛江市水利局');
    const ended = { successor_id: successor, valid_to: '2022-06-01' };
    const between = await anOrganisation(database.db, '湛江市水文局', ended);
    const older = await anOrganisation(database.db, '湛江市水电局', {
      successor_id: between,
      valid_to: '2020-06-01',
    });
    const names = async (who: Person) =>
      (await list<PostingRows>(who, `/api/teams/organisations/${lead}/postings`)).rows.map(
        (p) => p.name,
      );
    expect((await names(province)).toSorted()).toEqual(['曾强', '李伟', '林芳', '陈敏'].toSorted());
    expect(await names(sibling)).toEqual(['李伟']);
    const page = await list<OrganisationPage>(sibling, `/api/teams/organisations/${lead}`);
    expect(page.teams.map((t) => t.team)).toEqual([siblingTeam]);
    const merged = await list<OrganisationPage>(sibling, `/api/teams/organisations/${between}`);
    expect(merged.successors.map((o) => o.id)).toEqual([successor]);
    expect(merged.predecessors.map((o) => o.id)).toEqual([older]);
  });
});

describe('pairings', () => {
  test('all kinds with duties; the group behind a team without writing it twice', async () => {
    const { db } = database;
    const pair = (values: object) => {
      const id = newId();
      const base = { id, starts_on: '2021-07-01', document: '粤办发〔2021〕1号' };
      return db
        .insertInto('teams.pairing')
        .values({ ...base, ...values } as never)
        .execute()
        .then(() => id);
    };
    await pair({
      kind: 'city_to_city',
      place_key: places.city,
      helper_place_key: places.cityWithoutCounties,
    });
    await pair({ kind: 'organ_to_county', place_key: places.county, organisation_id: lead });
    const group = await pair({
      kind: 'group_to_town',
      place_key: places.town,
      organisation_id: lead,
      lead: true,
    });
    await pair({
      kind: 'designated',
      place_key: places.town,
      organisation_id: lead,
      ends_on: '2022-01-01',
    });
    await db
      .insertInto('teams.duty')
      .values({
        id: newId(),
        pairing_id: group,
        place_key: places.town,
        kind: 'money',
        promise: '出资 50 万元',
      })
      .execute();
    const { rows } = await list<PairingRows>(province, at('pairings', places.city));
    expect(rows.map((r) => [r.kind, r.placeName, r.helperName])).toEqual([
      ['city_to_city', '湛江市', '东莞市'],
      ['organ_to_county', '遂溪县', '湛江市水务局'],
      ['group_to_town', '黄略镇', '湛江市水务局'],
      ['group_to_town', '石城镇', '湛江市水务局'],
    ]);
    expect(rows[2]?.duties).toMatchObject([
      { kind: 'money', promise: '出资 50 万元', fulfilled: null },
    ]);
    const mine = await list<PairingRows>(town, at('pairings', places.town, '&kind=group_to_town'));
    expect(mine.rows.map((r) => r.id)).toEqual([group]);
    const page = await list<PairingRows>(province, at('pairings', places.city, '&limit=3'));
    const rest = await list<PairingRows>(
      province,
      at('pairings', places.city, `&after=${page.next}`),
    );
    expect(rest.rows.map((r) => r.placeName)).toEqual(['石城镇']);
  });
});

describe('vacancies and endings', () => {
  test('each role too few hold, with the document of the rule', async () => {
    const { rows } = await list<VacancyRows>(province, at('vacancies', places.city));
    expect(rows.map((r) => [r.place, r.team, r.role, r.required, r.posted])).toEqual([
      [places.otherTown, null, 'member', 2, 0],
      [places.siblingTown, siblingTeam, 'member', 5, 1],
    ]);
    const first = await list<VacancyRows>(province, at('vacancies', places.city, '&limit=1'));
    const rest = await list<VacancyRows>(
      province,
      at('vacancies', places.city, `&after=${first.next}`),
    );
    expect(rest.rows.map((r) => r.place)).toEqual([places.siblingTown]);
  });

  test('what ends within six months, overdue first', async () => {
    const { rows } = await list<PostingRows>(county, at('endings', places.county));
    expect(rows.map((r) => [r.name, r.dueOn])).toEqual([
      ['单小燕', '2022-07-01'],
      ['林芳', '2022-12-31'],
    ]);
    const later = await list<PostingRows>(county, at('endings', places.county, '', '2022-01-02'));
    expect(later.rows.map((r) => r.name)).toEqual(['曾强', '单小燕']);
  });
});

describe('people', () => {
  test('found by name or spelling where their record is kept', async () => {
    const find = async (who: Person, place: string, q: string) =>
      (await list<PersonRows>(who, `/api/teams/people?place=${place}&q=${encodeURIComponent(q)}`))
        .rows;
    expect(await find(county, places.county, '陈')).toMatchObject([
      { name: '陈敏', postedTo: '黄略镇工作队' },
    ]);
    expect((await find(county, places.county, 'shan')).map((p) => p.name)).toEqual(['单小燕']);
    expect(await find(sibling, places.siblingCounty, '陈')).toEqual([]);
    expect((await sibling.get(`/api/teams/people?place=${places.county}&q=c`)).status).toBe(404);
  });

  test('across counties only by exact name and unit, only id and name, kept in the audit', async () => {
    const { db } = database;
    const id = await aPersonOnRecord(db, places.town, '赖文', { home_unit_id: lead });
    const same = (who: Person, name: string, unit: string) =>
      who.get<{ rows: object[] }>(
        `/api/teams/people/same?name=${encodeURIComponent(name)}&organisation=${unit}`,
      );
    expect((await same(sibling, '赖文', lead)).body).toEqual({ rows: [{ id, name: '赖文' }] });
    expect((await same(sibling, '赖', lead)).body).toEqual({ rows: [] });
    expect((await same(sibling, '赖文', newId())).body).toEqual({ rows: [] });
    expect((await same(auditor, '赖文', lead)).status).toBe(403);
    const { rows } = await database.owner.query(
      `select outcome, person_id as person, after->>'name' as name from access.audit
       where action = 'GET /api/teams/people/same' order by at, county, n`,
    );
    expect(rows).toEqual([
      { outcome: 'done', person: id, name: '赖文' },
      { outcome: 'done', person: null, name: '赖' },
      { outcome: 'done', person: null, name: '赖文' },
      { outcome: 'refused platform.refusal.permission', person: null, name: null },
    ]);
  });

  test('without an actor the functions that see past row security answer nothing', async () => {
    const client = await database.app.connect();
    try {
      const found = await client.query(
        `select (select count(*) from teams.find_person('赖文', $1)) as found,
                (select count(*) from teams.person p, teams.person_card(p.id)) as cards`,
        [lead],
      );
      expect(found.rows[0]).toEqual({ found: '0', cards: '0' });
    } finally {
      client.release();
    }
  });
});
