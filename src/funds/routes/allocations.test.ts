/** Rules and plans through HTTP: drafted, tried, approved by another person, charged to the fen and only once. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import { checkBooks } from '../check.ts';
import type {
  AllocationPage,
  AllocationWritten,
  DraftAllocation,
  Numbers,
} from '../contract-allocation.ts';
import type { DraftPlan, PlanPage, RaisingRow } from '../contract-raising.ts';

const database = useDatabase();
let server: FastifyInstance;
const who = {} as Record<
  'maker' | 'checker' | 'city' | 'cityToo' | 'otherCity' | 'county' | 'helper' | 'helperToo',
  Person
>;
let first = '';
let sibling = '';
let far = '';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  first = (await aTown(db, { under: places.county, tier: 'key_assistance', villages: [[], []] }))
    .key;
  sibling = (await aTown(db, { under: places.siblingCounty, tier: 'consolidation' })).key;
  far = (await aTown(db, { under: places.otherCityCounty, tier: 'key_assistance' })).key;
  await aTown(db, { under: places.county, tier: 'demonstration' });
  for (const city of [places.city, places.otherCity])
    await db
      .insertInto('teams.pairing')
      .values({
        ...{ id: newId(), kind: 'city_to_city', place_key: city, document: '试' },
        ...{ helper_place_key: places.cityWithoutCounties, starts_on: '2021-07-01' },
      })
      .execute();
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: '"2022-07-28"' })
    .execute();
  server = await aServer(database);
  const at = (role: Parameters<typeof aPerson>[2], place: string) =>
    aPerson(database, server, role, place);
  Object.assign(who, {
    maker: await at('province', places.province),
    checker: await at('province', places.province),
    city: await at('city', places.city),
    cityToo: await at('county_finance', places.city),
    otherCity: await at('city', places.otherCity),
    county: await at('county_finance', places.county),
    helper: await at('assisting_city', places.cityWithoutCounties),
    helperToo: await at('assisting_city', places.cityWithoutCounties),
  });
});
afterAll(() => server.close());

const weights = (parts: Record<string, number>) =>
  Object.entries(parts).map(([payer, weight]) => ({ payer, weight }));
const rule = (change: object = {}): DraftAllocation =>
  ({
    ...{ kind: 'payers', programme: 'special_fund', title: '专项资金分担办法' },
    ...{ document: '粤财农〔2021〕1号', yearFrom: 2021, yearTo: 2025, average: '2000000000' },
    factors: { villages: 0, rural_population: 0, lifted_people: 0, performance: 0 },
    ...{ least: null, most: null, amounts: [] },
    shares: [
      {
        ...{ holdsIn: places.province, units: 'all' },
        weights: weights({
          ...{ province: 6000, assisting_city: 3000, assisted_city: 500, county: 500 },
        }),
      },
    ],
    ...change,
  }) as DraftAllocation;
const division = (city: number, holdsIn: string = places.city) =>
  rule({
    ...{ kind: 'division', title: '属地部分分担', document: '湛财农〔2022〕8号', average: null },
    shares: [
      { holdsIn, units: 'all', weights: weights({ assisted_city: city, county: 10_000 - city }) },
    ],
  });

const send = (by: Person, path: string, body: object, id?: string) =>
  by.send<AllocationWritten>('POST', `/api/funds/${path}`, body, id);
const done = (answer: Answer<AllocationWritten>, status = 200) => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({ status, body: { code: `funds.refusal.${code}` } });
const page = async (by: Person, id: string) => {
  const answer = await by.get<AllocationPage>(`/api/funds/allocations/${id}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const numbers = async (by: Person, id: string, more = '', place: string = places.province) => {
  const answer = await by.get<Numbers>(
    `/api/funds/allocations/${id}/numbers?place=${place}&year=2022${more}`,
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const seen = async (by: Person, id: string) => ({ seen: (await page(by, id)).changedAt });
const charging = async (by: Person, id: string, year = 2022) => {
  const { body } = await by.get<Numbers>(
    `/api/funds/allocations/${id}/numbers?place=${(await page(by, id)).office}&year=${year}&fresh=yes`,
  );
  return { year, split: body.split, ...(await seen(by, id)) };
};
/** Drafted and handed in by one, approved by another; answers the id and the entries posted. */
async function approved(said: DraftAllocation, by = who.maker, checker = who.checker) {
  const { id } = done(await send(by, 'allocations', said), 201);
  done(await send(by, `allocations/${id}/submit`, await seen(by, id)));
  return done(await send(checker, `allocations/${id}/approve`, await charging(checker, id)));
}
const due = async (town: string) => {
  const { rows } = await database.owner.query<{ payer: string; amount: string }>(
    `select payer, sum(amount)::text as amount from funds.entry
     where measure = 'due' and place_key = $1 and year = 2022 group by payer having sum(amount) <> 0 order by payer`,
    [town],
  );
  return Object.fromEntries(rows.map(({ payer, amount }) => [payer, amount]));
};

describe('6:3:1', () => {
  let id = '';

  test('a draft is tried, handed in, and approved by another person; its entries are due to the fen', async () => {
    ({ id } = done(await send(who.maker, 'allocations', rule()), 201));
    const tried = await numbers(who.maker, id);
    expect(tried).toMatchObject({ towns: 3, total: '6000000000', standing: '0', kept: false });
    expect(tried.payers.map(({ payer, amount }) => [payer, amount])).toEqual([
      ['province', '3600000000'],
      ['assisting_city', '1800000000'],
      ['assisted_city', '200000000'],
      ['assisted_city', '100000000'],
      ['county', '100000000'],
      ['county', '100000000'],
      ['county', '100000000'],
    ]);
    done(await send(who.maker, `allocations/${id}/submit`, await seen(who.maker, id)));
    refused(
      await send(who.maker, `allocations/${id}/approve`, await charging(who.maker, id)),
      'rule_same_person',
    );
    expect(await due(first)).toEqual({});
    const body = await charging(who.checker, id);
    refused(
      await send(who.checker, `allocations/${id}/approve`, { ...body, split: '0'.repeat(64) }),
      'rule_numbers_changed',
      409,
    );
    expect((await page(who.maker, id)).state).toBe('submitted');
    expect(done(await send(who.checker, `allocations/${id}/approve`, body)).entries).toBe(12);
    expect(await due(first)).toEqual({
      ...{ province: '1200000000', assisting_city: '600000000' },
      ...{ assisted_city: '100000000', county: '100000000' },
    });
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('charged a second time it books nothing, for another year as much again', async () => {
    const again = await charging(who.checker, id);
    expect(done(await send(who.checker, `allocations/${id}/charge`, again)).entries).toBe(0);
    const next = await charging(who.checker, id, 2023);
    expect(done(await send(who.checker, `allocations/${id}/charge`, next)).entries).toBe(12);
    expect((await page(who.checker, id)).charged).toEqual([2022, 2023]);
    refused(
      await send(who.checker, `allocations/${id}/charge`, { ...next, year: 2026 }),
      'rule_changed',
      409,
    );
  });

  test('those below see the rule and what it says of their own towns; drafts they do not see', async () => {
    const rules = await who.county.get<{ rows: { id: string; draftedBy: string }[] }>(
      `/api/funds/allocations?place=${places.county}`,
    );
    expect(rules.body.rows).toMatchObject([{ id, draftedBy: '', verbs: [] }]);
    expect(await page(who.county, id)).toMatchObject({ events: [], charged: [2022, 2023] });
    expect(await numbers(who.county, id, '', places.county)).toMatchObject({
      ...{ kept: true, towns: 1, total: '2000000000' },
    });
    const draft = done(await send(who.maker, 'allocations', rule()), 201).id;
    for (const below of [who.county, who.city])
      expect((await below.get(`/api/funds/allocations/${draft}`)).status).toBe(404);
    done(await send(who.maker, `allocations/${draft}/discard`, { reason: '重复起草' }));
  });

  test('25 million, and one city that pays 35 %: against what is due and against another version', async () => {
    const richer = done(
      await send(who.maker, 'allocations', rule({ average: '2500000000', yearFrom: 2022 })),
      201,
    ).id;
    expect(await numbers(who.maker, richer)).toMatchObject({
      ...{ total: '7500000000', standing: '6000000000' },
    });
    const shares = [
      ...rule().shares,
      {
        ...{ holdsIn: places.otherCity, units: 'all' },
        weights: weights({
          ...{ province: 5500, assisting_city: 3500, assisted_city: 500, county: 500 },
        }),
      },
    ];
    const other = done(await send(who.maker, 'allocations', rule({ shares })), 201).id;
    const compared = await numbers(who.maker, other, `&against=${richer}`);
    expect(compared.rows.find(({ place }) => place === far)?.parts).toEqual([
      { payer: 'province', amount: '1100000000', standing: '1500000000' },
      { payer: 'assisting_city', amount: '700000000', standing: '750000000' },
      { payer: 'assisted_city', amount: '100000000', standing: '125000000' },
      { payer: 'county', amount: '100000000', standing: '125000000' },
    ]);
  });

  test('the city divides its local 1: less is reversed and booked anew; the province keeps to it', async () => {
    refused(
      await send(who.otherCity, 'allocations', division(2500, places.city)),
      'rule_share_place',
    );
    refused(await send(who.county, 'allocations', division(2500, places.county)), 'rule_level');
    refused(await send(who.city, 'allocations', rule()), 'rule_level');
    const posted = await approved(division(2500), who.city, who.cityToo);
    // Of two towns: the city's part reversed and booked anew, the county's raised.
    expect(posted.entries).toBe(6);
    expect(await due(first)).toMatchObject({ assisted_city: '50000000', county: '150000000' });
    expect(await due(far)).toMatchObject({ assisted_city: '100000000', county: '100000000' });
    const again = await charging(who.checker, id);
    expect(done(await send(who.checker, `allocations/${id}/charge`, again)).entries).toBe(0);
    expect((await who.otherCity.get(`/api/funds/allocations/${posted.id}`)).status).toBe(404);
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('a later version takes its place, in less too; the earlier one is charged no more', async () => {
    const later = await approved(rule({ average: '1500000000', yearFrom: 2022 }));
    // Twelve amounts booked anew, fourteen entries taken back: two counties’ amounts stood in two entries.
    expect(later.entries).toBe(26);
    expect(await due(first)).toEqual({
      ...{ province: '900000000', assisting_city: '450000000' },
      ...{ assisted_city: '37500000', county: '112500000' },
    });
    refused(
      await send(who.checker, `allocations/${id}/charge`, await charging(who.checker, id)),
      'rule_newer',
    );
    expect(await checkBooks(database.jobs)).toEqual([]);
  });
});

describe('what a rule must say', () => {
  test('factors that nobody entered stop it; villages are counted, the average comes out', async () => {
    const factors = { villages: 300, rural_population: 200, lifted_people: 0, performance: 0 };
    const { id } = done(await send(who.maker, 'allocations', rule({ factors })), 201);
    expect((await numbers(who.maker, id)).problems).toMatchObject([
      { code: 'no_factor', count: 3 },
    ]);
    refused(
      await send(who.maker, `allocations/${id}/submit`, await seen(who.maker, id)),
      'rule_no_factor',
    );
    const values = {
      ...{ factor: 'rural_population', year: 2021, document: '2021年统计年鉴' },
      values: [first, sibling, far].map((place, at) => ({ place, value: 10_000 + at })),
    };
    refused(await send(who.county, 'factor-values', values), 'line_place');
    const { id: batch } = done(await send(who.maker, 'factor-values', values), 201);
    // They count once a second person of the office approved them.
    expect((await numbers(who.maker, id)).problems).toHaveLength(1);
    refused(await send(who.maker, `factor-batches/${batch}/approve`, {}), 'rule_same_person');
    expect((await send(who.county, `factor-batches/${batch}/approve`, {})).body).toMatchObject({
      code: 'funds.refusal.other_office',
    });
    done(await send(who.checker, `factor-batches/${batch}/approve`, {}));
    const tried = await numbers(who.maker, id);
    expect(tried).toMatchObject({ problems: [], total: '6000000000' });
    const amountOf = (place: string) =>
      BigInt(tried.rows.find((row) => row.place === place)?.amount ?? 0);
    expect(amountOf(first) > amountOf(sibling)).toBe(true);
    const listed = await who.county.get<{ rows: object[] }>(
      `/api/funds/factor-values?place=${places.county}&year=2022`,
    );
    expect(listed.body.rows).toMatchObject([
      { place: first, villages: { value: '2', year: null }, rural_population: { value: '10000' } },
    ]);
  });

  test.each([
    ['shares of 100 %', { shares: [{ ...rule().shares[0], weights: weights({ province: 1 }) }] }],
    ['years in order', { yearFrom: 2025, yearTo: 2024 }],
    ['floor and ceiling around the average', { least: '2000000001' }],
    ['an amount', { average: null }],
    [
      'factors of 100 % at most',
      { factors: { ...rule().factors, villages: 600, performance: 600 } },
    ],
  ])('%s', async (_, change) => {
    expect((await send(who.maker, 'allocations', rule(change))).status).toBe(422);
  });
});

describe('a city’s plan', () => {
  const plan: DraftPlan = {
    ...{ payer: 'assisting_city', programme: 'special_fund', year: 2022 },
    ...{ title: '2022年筹措安排方案', document: '莞乡振〔2022〕3号' },
    instalments: [
      { dueOn: '2022-03-31', amount: '500000000', note: '首期' },
      { dueOn: '2022-10-31', amount: '850000000', note: null },
    ],
  };

  test('approved by another it stands beside what is due and what came', async () => {
    expect((await send(who.county, 'raising-plans', plan)).status).toBe(422);
    const { id } = done(await send(who.helper, 'raising-plans', plan), 201);
    const view = async (by: Person) =>
      (await by.get<PlanPage>(`/api/funds/raising-plans/${id}`)).body;
    const at = async () => ({ seen: (await view(who.helper)).changedAt });
    done(await send(who.helper, `raising-plans/${id}/submit`, await at()));
    refused(await send(who.helper, `raising-plans/${id}/approve`, await at()), 'rule_same_person');
    done(await send(who.helperToo, `raising-plans/${id}/approve`, await at()));
    expect(await view(who.helper)).toMatchObject({
      ...{ due: '1350000000', planned: '1350000000', plannedToDate: '500000000' },
      ...{ provided: '0', behind: '500000000', verbs: [] },
      instalments: [{ met: 'behind' }, { met: 'to_come' }],
    });
    expect((await who.city.get(`/api/funds/raising-plans/${id}`)).status).toBe(404);
    const { body } = await who.maker.get<{ rows: RaisingRow[] }>(
      `/api/funds/raising?place=${places.province}&year=2022&on=2022-07-28`,
    );
    expect(
      body.rows.map(({ payerPlace, due: owed, behind, plan: of }) => [
        payerPlace,
        owed,
        behind,
        of,
      ]),
    ).toEqual([
      [places.cityWithoutCounties, '1350000000', '500000000', id],
      [places.city, '75000000', '0', null],
      [places.otherCity, '75000000', '0', null],
    ]);
  });
});
