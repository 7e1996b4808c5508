/** Documents, ledger and quota book through HTTP: filters, pages, reversals, ages, and whose lines one sees. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { anEntry } from '../../../test/money.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import type { DocumentPage, DocumentRow, EntryRow, QuotaRow } from '../contract-reading.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;
let county: Person;
let town: Person;
const issued = newId();
const remitted = newId();
const number = '粤财农〔2022〕8号';
let wrong: string;

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: '"2022-07-28"' })
    .execute();
  const common = { payer: 'province', programme: 'special_fund', year: 2022 } as const;
  await db
    .insertInto('funds.document')
    .values([
      {
        ...{ ...common, id: issued, number, title: '关于下达2022年专项资金的通知' },
        ...{ payer_key: places.province, measure: 'issued', amount: '60', issued_on: '2022-03-01' },
        ...{ function_code: '2130599', budget_code: '44002022' },
      },
      {
        ...{ ...common, id: remitted, number: '梅财农〔2022〕100%号', title: '拨付资金' },
        ...{ payer: 'assisting_city', payer_key: places.otherCity, measure: 'remitted' },
        ...{ amount: '7', issued_on: '2022-04-01' },
      },
    ])
    .execute();
  await anEntry(db, places.town, { amount: '10', document_number: number });
  await anEntry(db, places.otherTown, { amount: '20', document_number: number });
  await anEntry(db, places.otherCityTown, { amount: '30', document_number: number });
  wrong = await anEntry(db, places.town, {
    amount: '9',
    document_number: number,
    booked_on: '2022-03-02',
  });
  await anEntry(db, places.town, {
    ...{ amount: '-9', document_number: number, booked_on: '2022-03-05', reverses: wrong },
    note: '镇名写错',
  });
  await anEntry(db, places.otherCityTown, {
    ...{ payer: 'assisting_city', payer_key: places.otherCity, source: 'assisting_city_fund' },
    ...{ measure: 'remitted', amount: '7', document_number: '梅财农〔2022〕100%号' },
  });
  const received = {
    measure: 'received',
    instrument: 'quota_notice',
    document_number: '遂财农〔2022〕1号',
  } as const;
  const early = await anEntry(db, places.town, {
    ...received,
    amount: '4',
    booked_on: '2022-03-20',
  });
  await anEntry(db, places.town, {
    ...received,
    amount: '-4',
    booked_on: '2022-03-21',
    reverses: early,
  });
  await anEntry(db, places.town, { ...received, amount: '10', booked_on: '2022-04-28' });
  await anEntry(db, places.town, { ...received, amount: '5', year: 2021, booked_on: '2021-10-28' });
  await anEntry(db, places.town, { measure: 'committed', amount: '8', booked_on: '2022-05-01' });
  await anEntry(db, places.town, { measure: 'spent', amount: '6', booked_on: '2022-06-01' });
  await anEntry(db, places.town, {
    measure: 'spent',
    amount: '5',
    year: 2021,
    booked_on: '2022-06-02',
  });
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  county = await aPerson(database, server, 'county', places.county);
  town = await aPerson(database, server, 'town', places.town);
});
afterAll(() => server.close());

type Page<Row> = { rows: Row[]; next: string | null };
const list = async <T>(who: Person, path: string): Promise<T> => {
  const answer = await who.get<T>(path);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

describe('documents', () => {
  const documents = (who: Person, place: string, more = '') =>
    list<Page<DocumentRow>>(who, `/api/funds/documents?place=${place}${more}`);
  const ids = async (more: string) =>
    (await documents(province, places.province, more)).rows.map(({ id }) => id);

  test('what lies in the place stands beside the whole', async () => {
    const { rows, next } = await documents(county, places.county);
    expect(next).toBeNull();
    expect(rows).toEqual([
      {
        ...{ id: issued, number, title: '关于下达2022年专项资金的通知', payer: 'province' },
        ...{ payerKey: places.province, payerName: '广东省', programme: 'special_fund' },
        ...{
          measure: 'issued',
          year: 2022,
          issuedOn: '2022-03-01',
          amount: '60',
          here: '30',
          lines: 4,
        },
      },
    ]);
    expect((await documents(county, places.town)).rows[0]).toMatchObject({ here: '10', lines: 3 });
    expect((await documents(province, places.siblingCounty)).rows).toEqual([]);
  });

  test('by number, title, payer, programme, measure, year; the latest first, in pages', async () => {
    expect(await ids('')).toEqual([remitted, issued]);
    expect(await ids(`&q=${encodeURIComponent('8号')}`)).toEqual([issued]);
    expect(await ids(`&q=${encodeURIComponent('拨付')}`)).toEqual([remitted]);
    expect(await ids(`&q=${encodeURIComponent('%')}`)).toEqual([remitted]);
    expect(await ids('&payer=province&measure=issued&year=2022&programme=special_fund')).toEqual([
      issued,
    ]);
    expect(await ids(`&payerKey=${places.otherCity}`)).toEqual([remitted]);
    expect(await ids('&year=2021')).toEqual([]);
    const first = await documents(province, places.province, '&limit=1');
    expect(first.next).toBe(`2022-04-01~${remitted}`);
    expect(await ids(`&limit=1&after=${first.next}`)).toEqual([issued]);
  });

  test('one with its lines within the scope, in code order, taken back ones marked', async () => {
    const page = await list<DocumentPage>(county, `/api/funds/documents/${issued}`);
    expect(page).toMatchObject({ amount: '60', here: '30', lines: 4, functionCode: '2130599' });
    expect(
      page.rows.map((row) => [row.placeName, row.amount, row.reversal, row.reversedOn]),
    ).toEqual([
      ['黄略镇', '10', false, null],
      ['黄略镇', '9', false, '2022-03-05'],
      ['黄略镇', '-9', true, null],
      ['洋青镇', '20', false, null],
    ]);
    const whole = await list<DocumentPage>(province, `/api/funds/documents/${issued}?limit=4`);
    expect([whole.here, whole.rows.length]).toEqual(['60', 4]);
    const rest = await list<DocumentPage>(
      province,
      `/api/funds/documents/${issued}?after=${whole.next}`,
    );
    expect(rest.rows.map((row) => [row.placeName, row.countyName])).toEqual([['湖寮镇', '大埔县']]);
  });

  test('one without a line in the scope is not there', async () => {
    expect((await county.get(`/api/funds/documents/${remitted}`)).status).toBe(404);
    expect((await province.get(`/api/funds/documents/${newId()}`)).status).toBe(404);
    expect((await town.get(`/api/funds/documents?place=${places.county}`)).status).toBe(404);
  });
});

describe('the ledger', () => {
  const entries = (more = '', who = county, place: string = places.county) =>
    list<Page<EntryRow>>(who, `/api/funds/entries?place=${place}${more}`);

  test('a reversal says what it takes back, and that says when', async () => {
    const { rows } = await entries('&measure=issued');
    expect(rows.map((row) => [row.bookedOn, row.amount, row.reversesOf, row.reversedOn])).toEqual([
      ['2022-03-05', '-9', '2022-03-02', null],
      ['2022-03-02', '9', null, '2022-03-05'],
      ['2022-03-01', '10', null, null],
      ['2022-03-01', '20', null, null],
    ]);
    expect(rows[0]).toMatchObject({
      document: issued,
      documentNumber: number,
      note: '镇名写错',
      reversal: true,
    });
  });

  test('filters', async () => {
    const count = async (more: string) => (await entries(more)).rows.length;
    expect(await count('&year=2021')).toBe(2);
    expect(await count('&payer=assisting_city')).toBe(0);
    expect(await count(`&payerKey=${places.province}&programme=special_fund&measure=spent`)).toBe(
      2,
    );
    expect(await count(`&document=${encodeURIComponent(number)}`)).toBe(4);
  });

  test('pages go on where the last one ended, within a day too', async () => {
    const all = (await entries()).rows.map(({ id }) => id);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await entries(`&limit=3${after ? `&after=${after}` : ''}`);
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual(all);
    expect(all).toHaveLength(11);
    expect((await county.get(`/api/funds/entries?place=${places.otherCityTown}`)).status).toBe(404);
  });
});

describe('the quota book', () => {
  const quotas = async (more = '') =>
    (await list<Page<QuotaRow>>(town, `/api/funds/quotas?place=${places.town}${more}`)).rows;

  test('what came, is bound, went and is left; a receipt taken back has no age', async () => {
    const rows = await quotas();
    expect(rows).toMatchObject([
      {
        year: 2021,
        received: '5',
        committed: '0',
        spent: '5',
        balance: '0',
        age: null,
        recallOn: null,
      },
      {
        ...{ year: 2022, received: '10', committed: '8', spent: '6', balance: '4' },
        ...{ source: 'provincial_fund', payer: 'province', payerName: '广东省' },
        ...{ firstReceivedOn: '2022-04-28', age: 91, recallOn: null, recallDocument: null },
      },
    ]);
    expect(await quotas('&open=1')).toHaveLength(1);
    expect(await quotas('&year=2021&programme=special_fund')).toHaveLength(1);
  });

  test('the rule in force today says from when it may be taken back', async () => {
    const rule = { programme: 'special_fund', document: '试〔2022〕1号' } as const;
    await database.db
      .insertInto('funds.recall_rule')
      .values([
        { ...rule, id: newId(), months: 3, valid_from: '2021-01-01', valid_to: '2022-07-28' },
        { ...rule, id: newId(), months: 24, valid_from: '2022-07-28' },
      ])
      .execute();
    const [spent, left] = await quotas();
    expect(spent?.recallOn).toBeNull();
    expect(left).toMatchObject({ recallOn: '2024-04-28', recallDocument: '试〔2022〕1号' });
    const twice = { ...rule, id: newId(), months: 12, valid_from: '2023-01-01' };
    await expect(
      database.db.insertInto('funds.recall_rule').values(twice).execute(),
    ).rejects.toThrow('recall_rule_once');
  });

  test('pages', async () => {
    const path = `/api/funds/quotas?place=${places.county}&limit=1`;
    const first = await list<Page<QuotaRow>>(county, path);
    expect(first.next).toBe(`${places.town}~2021~special_fund~provincial_fund`);
    const second = await list<Page<QuotaRow>>(county, `${path}&after=${first.next}`);
    expect([second.rows[0]?.year, second.next]).toEqual([2022, null]);
    expect((await county.get(`${path}&after=x`)).status).toBe(400);
  });

  test('as a file: every line once, whatever the size of a page', async () => {
    const file = await town.get(`/api/funds/quotas.csv?place=${places.town}&lang=en`);
    const lines = file.text.split('\r\n');
    expect(lines).toHaveLength(2 + 2 + 1);
    expect(lines[3]).toMatch(
      /^440823100000,黄略镇,遂溪县,广东省,Province,Provincial fund,Special fund,2022,0.1,0.08,0.06,0.04,,,,2022-04-28,91,2024-04-28,/,
    );
    expect((await town.get(`/api/funds/quotas.csv?place=${places.county}`)).status).toBe(404);
  });
});
