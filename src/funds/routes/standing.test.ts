/** Who owes what, through HTTP: 石溪镇 to the fen, towns and counties agree, one source with two paying cities. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { anEntry } from '../../../test/money.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { shixiMoney } from '../../demo/shixi/books/money.ts';
import { CITY, COUNTY, HELPER, PROVINCE, placeRows, TOWN } from '../../demo/shixi/places.ts';
import { writer } from '../../demo/write.ts';
import type { StandingRow, StandingRows, TownStandingRow } from '../contract-reading.ts';

const database = useDatabase();
let server: FastifyInstance;
let storyProvince: Person;
let storyTown: Person;
let province: Person;
let county: Person;
const seed = 20220728;

beforeAll(async () => {
  await aProvince(database.db);
  await theStory();
  await database.owner.query(
    `insert into platform.setting (name, value) values ('today', '"2022-07-28"')`,
  );
  server = await aServer(database);
  storyProvince = await aPerson(database, server, 'province', PROVINCE);
  storyTown = await aPerson(database, server, 'town', TOWN);
  province = await aPerson(database, server, 'province', places.province);
  county = await aPerson(database, server, 'county', places.county);
});
afterAll(() => server.close());

async function theStory(): Promise<void> {
  const client = await database.owner.connect();
  const write = writer(client, () => {});
  const tree = placeRows('2020-06-30', seed);
  await write.put('regions.edition', tree.editions);
  await write.put('regions.region', tree.regions);
  await write.put('regions.ancestor', tree.ancestors);
  await write.put('regions.code', tree.codes);
  const money = shixiMoney(seed);
  await write.put('funds.document', money.documents);
  await write.put('funds.account', money.accounts);
  await write.put('funds.entry', money.entries);
  client.release();
}

const standing = async (who: Person, place: string, more = ''): Promise<StandingRow[]> => {
  const answer = await who.get<StandingRows>(`/api/funds/standing?place=${place}${more}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.rows;
};
const towns = async (who: Person, place: string, more = '') => {
  const answer = await who.get<{ rows: TownStandingRow[]; next: string | null }>(
    `/api/funds/towns-standing?place=${place}${more}`,
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const sum = (
  rows: readonly StandingRow[],
  name: 'due' | 'provided' | 'received' | 'committed' | 'spent' | 'arrears',
) => Number(rows.reduce((total, row) => total + BigInt(row[name]), 0n)) / 1_000_000;

describe('石溪镇, in 万元', () => {
  test('each payer, both years together', async () => {
    const rows = await standing(storyProvince, PROVINCE);
    const of = (payer: string) => rows.filter((row) => row.payer === payer);
    const told = (payer: string) => [
      sum(of(payer), 'due'),
      sum(of(payer), 'provided'),
      sum(of(payer), 'arrears'),
    ];
    expect(told('province')).toEqual([2400, 1930, 470]);
    expect(told('assisting_city')).toEqual([1200, 1200, 0]);
    expect(told('assisted_city')).toEqual([100, 84, 16]);
    expect(told('county')).toEqual([300, 250, 50]);
    expect(new Set(rows.map((row) => `${row.payer} ${row.payerKey} ${row.by}`))).toEqual(
      new Set([
        `province ${PROVINCE} issued`,
        `assisting_city ${HELPER} remitted`,
        `assisted_city ${CITY} received`,
        `county ${COUNTY} received`,
      ]),
    );
    expect(sum(rows, 'due')).toBe(4000);
    expect(sum(rows, 'provided')).toBe(3464);
    expect(sum(rows, 'received')).toBe(3164);
    expect(sum(rows, 'committed')).toBe(2993.7);
    expect(sum(rows, 'spent')).toBe(1877.036);
  });

  test('what the province provided beyond 2022 makes up 2021, whatever year is asked for', async () => {
    const [line] = await standing(storyProvince, COUNTY, '&year=2022&programme=special_fund');
    expect(line).toMatchObject({
      ...{
        payer: 'province',
        payerName: '演示省（虚构）',
        due: '1200000000',
        issued: '1430000000',
      },
      ...{ provided: '1430000000', arrears: '0', over: '0' },
      makesUp: [{ year: 2021, amount: '230000000' }],
    });
    const [earlier] = await standing(storyProvince, COUNTY, '&year=2021');
    expect(earlier).toMatchObject({ arrears: '470000000', madeUp: '230000000', makesUp: [] });
  });

  test('the town’s own entries say what the accounts of the county say', async () => {
    const fromAbove = await standing(storyProvince, COUNTY);
    expect(await standing(storyTown, TOWN)).toEqual(fromAbove);
    const { rows } = await towns(storyTown, TOWN);
    expect(rows).toEqual([
      {
        ...{ place: TOWN, placeName: '石溪镇', countyName: '演示县' },
        ...{ due: '4000000000', issued: '1930000000', remitted: '1200000000' },
        ...{ received: '3164000000', committed: '2993700000', spent: '1877036000' },
        ...{ provided: '3464000000', arrears: '536000000' },
      },
    ]);
  });
});

describe('in the province', () => {
  const [zhuhai, shenzhen] = ['440400000000', '440300000000'];
  const helped = {
    payer: 'assisting_city',
    source: 'assisting_city_fund',
    level: 'city',
  } as const;
  beforeAll(async () => {
    const { db } = database;
    for (const [town, payer_key, amount] of [
      [places.town, zhuhai, '1000'],
      [places.otherTown, shenzhen, '500'],
      [places.siblingTown, zhuhai, '70'],
      [places.townWithoutCounty, zhuhai, '90'],
    ] as const) {
      const money = { ...helped, payer_key, amount };
      await anEntry(db, town, { ...money, measure: 'due' });
      await anEntry(db, town, { ...money, measure: 'remitted' });
      await anEntry(db, town, { ...money, measure: 'received' });
      await anEntry(db, town, { ...money, measure: 'spent', amount: String(Number(amount) / 10) });
    }
    const id = await anEntry(db, places.town, { measure: 'due', amount: '30' });
    await anEntry(db, places.town, { measure: 'due', amount: '-30', reverses: id });
    await anEntry(db, places.town, {
      ...{ measure: 'due', payer: 'own_city', payer_key: places.city, amount: '5' },
      ...{ source: 'local_city_fund', programme: 'self_included_fund' },
    });
  });

  test('money of one source from two cities is told apart, also what was spent of it', async () => {
    const rows = (await standing(county, places.county)).filter(
      (row) => row.payer === 'assisting_city',
    );
    expect(rows.map((row) => [row.payerKey, row.remitted, row.received, row.spent])).toEqual([
      [shenzhen, '500', '500', '50'],
      [zhuhai, '1000', '1000', '100'],
    ]);
  });

  test('what was taken back counts nothing', async () => {
    const rows = await standing(county, places.county);
    expect(rows.find((row) => row.payer === 'province')?.due ?? '0').toBe('0');
  });

  test('a place’s payers are the sum of those below, a city without counties among them', async () => {
    const above = await standing(province, places.province, '&programme=special_fund');
    const below = await Promise.all(
      [places.county, places.siblingCounty, places.cityWithoutCounties].map((place) =>
        standing(province, place, '&programme=special_fund'),
      ),
    );
    expect(sum(above, 'spent')).toBe(sum(below.flat(), 'spent'));
    expect(sum(above, 'provided')).toBe(sum(below.flat(), 'provided'));
    expect(above.find((row) => row.payerKey === zhuhai)?.due).toBe('1160');
  });

  test('programme, payer and pages', async () => {
    const self = await standing(province, places.province, '&programme=self_included_fund');
    expect(self.map((row) => [row.payer, row.by, row.arrears])).toEqual([
      ['own_city', 'received', '5'],
    ]);
    const first = await towns(province, places.province, '&limit=2');
    expect(first.rows.map((row) => row.place)).toEqual([places.town, places.otherTown]);
    const rest = await towns(province, places.province, `&after=${first.next}`);
    expect(rest.rows.map((row) => row.place)).toEqual([
      places.siblingTown,
      places.townWithoutCounty,
    ]);
    const own = await towns(province, places.province, '&payer=own_city');
    expect(own.rows).toMatchObject([{ place: places.town, due: '5', provided: '0', arrears: '5' }]);
    expect((await towns(province, places.province, '&year=2021')).rows[0]?.due).toBe('0');
  });

  test('as a file: in yuan, in either language, with the sentence every ledger carries', async () => {
    const file = await storyProvince.get(`/api/funds/standing.csv?place=${COUNTY}&year=2022`);
    const lines = file.text.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF谁欠谁多少 · 演示县 · 截至 2022-07-28 · 管理台账，不替代法定会计账簿和国库支付凭证',
    );
    expect(lines[1]).toContain('应配（元）,下达（元）');
    expect(lines[2]).toMatch(/^演示省（虚构）,省级,驻镇帮镇扶村专项资金,2022,12000000,14300000,/);
    expect(lines[2]).toContain('2021: 2300000.00');
    const english = await storyProvince.get(
      `/api/funds/standing.csv?place=${COUNTY}&lang=en&programme=special_fund`,
    );
    expect(english.text.split('\r\n')).toHaveLength(2 + 8 + 1);
    expect(english.text).toContain('Due (yuan)');
    expect(english.text).not.toContain('funds.');
    await database.owner.query(`insert into platform.setting values ('demonstration', '{}')`);
    const marked = await storyProvince.get(`/api/funds/standing.csv?place=${COUNTY}&year=2022`);
    await database.owner.query(`delete from platform.setting where name = 'demonstration'`);
    expect(marked.text).toMatch(/^\uFEFF演示数据 · 谁欠谁多少 · /);
  });

  test('only the own place, and only what there is', async () => {
    expect((await county.get(`/api/funds/standing?place=${places.city}`)).status).toBe(404);
    expect((await county.get(`/api/funds/towns-standing?place=${COUNTY}`)).status).toBe(404);
    expect((await county.get(`/api/funds/standing?place=${places.county}&payer=x`)).status).toBe(
      400,
    );
    expect(
      (await county.get(`/api/funds/towns-standing?place=${places.county}&after=x`)).status,
    ).toBe(400);
    expect(await standing(county, places.village)).toEqual([]);
  });
});
