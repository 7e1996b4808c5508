/** The end of a year, execution month by month, and the proof of the books, through HTTP. */
import { expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { usePapers } from '../../../test/papers.ts';
import { aPerson } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import type { Rows } from '../../teams/store/paging.ts';
import type { Balances, Checks } from '../contract-books.ts';
import type { EntryRow, QuotaRow } from '../contract-reading.ts';
import type { CarryOverPage, CarryOverRow, Execution, ExecutionPlace } from '../contract-yearly.ts';

const database = useDatabase();
const { desk, line, send, done, refused, posted } = usePapers(database);

/** Committed and spent of what the county gave the town in 2021. */
async function used(measure: 'committed' | 'spent', amount: string, on: string) {
  await database.owner.query(
    `select funds.post(array[row($1::uuid, $2::text, $3::bigint, $4::bigint, $5::funds.measure, 'county', $6::bigint, 'county_fund', 'town', 'special_fund',
       $8::funds.instrument, 2021, $1::uuid::text, $7::date, null, null)::funds.booking], null)`,
    [
      ...[newId(), places.county.slice(0, 6), desk.town, amount, measure, places.county, on],
      measure === 'spent' ? 'treasury_receipt' : 'contract',
    ],
  );
}
const quota = async () =>
  (await desk.officer.get<{ rows: QuotaRow[] }>(`/api/funds/quotas?place=${desk.town}`)).body
    .rows[0];
/** Lists of any length are read to their end, a page at a time. */
async function readToEnd(list: string): Promise<void> {
  const url = `/api/funds/${list}?place=${places.county}`;
  const all = (await desk.clerk.get<Rows<object>>(url)).body.rows;
  expect(all.length).toBeGreaterThan(1);
  const read: object[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Rows<object> = (
      await desk.clerk.get<Rows<object>>(`${url}&limit=1${after && `&after=${after}`}`)
    ).body;
    read.push(...page.rows);
    after = page.next;
  }
  expect(read).toEqual(all);
  expect((await desk.clerk.get(`${url}&after=2021`)).status).toBe(400);
}
const open = async (id: string, who = desk.officer) =>
  (await who.get<CarryOverPage>(`/api/funds/carry-overs/${id}`)).body;
const seen = async (id: string) => ({ seen: (await open(id)).changedAt });

test('what contracts bind at the end of a year is carried over by two people, and its age stays', async () => {
  const lines = [line(desk.town, '100')];
  await posted({ year: 2021, dated: '2021-10-20', amount: '100', lines });
  await used('committed', '70', '2021-11-01');
  await used('spent', '30', '2021-12-01');
  await used('spent', '5', '2022-02-01');
  await database.owner.query(
    `insert into funds.recall_rule (id, programme, months, valid_from, document) values ($1, 'special_fund', 24, '2021-01-01', '规则')`,
    [newId()],
  );
  expect(await quota()).toMatchObject({ balance: '65', carried: null, recallOn: '2023-10-20' });
  const draft = (year: number) => send(desk.officer, 'carry-overs', { year, document: '年终办法' });
  refused(await draft(2022), 'carry_year_runs');
  refused(
    await send(desk.province, 'carry-overs', { year: 2021, document: '年终办法' }),
    'carry_county',
  );
  const id = done(await draft(2021), 201);
  refused(await draft(2021), 'carry_once');
  expect((await open(id)).lines).toMatchObject([
    {
      ...{ place: desk.town, year: 2021, received: '100', committed: '70', spent: '30' },
      ...{ carried: '40', surplus: '30', firstReceivedOn: '2021-10-20' },
    },
  ]);
  done(await send(desk.officer, `carry-overs/${id}/submit`, await seen(id)));
  refused(
    await send(desk.officer, `carry-overs/${id}/approve`, await seen(id)),
    'rule_same_person',
  );

  // Something is booked into the year after all: what was seen is not what the ledger says.
  await used('spent', '1', '2021-12-31');
  refused(
    await send(desk.clerk, `carry-overs/${id}/approve`, await seen(id)),
    'carry_changed',
    409,
  );
  done(await send(desk.clerk, `carry-overs/${id}/return`, { reason: '重新取数' }));
  done(await send(desk.officer, `carry-overs/${id}/amend`, await seen(id)));
  done(await send(desk.officer, `carry-overs/${id}/submit`, await seen(id)));
  expect(await quota()).toMatchObject({ carried: null });
  // What is approved does not change any more: the months up to the end of the year are closed before.
  refused(await send(desk.clerk, `carry-overs/${id}/approve`, await seen(id)), 'carry_open');
  const close = async (month: string) => {
    const answer = await send(desk.clerk, 'closings', { place: places.county, month });
    expect(answer.status, answer.text).toBe(204);
  };
  for (let month = 1; month < 12; month++) await close(`2021-${String(month).padStart(2, '0')}`);
  const december = await send(desk.clerk, `carry-overs/${id}/approve`, await seen(id));
  expect(december.body).toMatchObject({ detail: expect.stringContaining('2021-12') });
  await close('2021-12');
  done(await send(desk.clerk, `carry-overs/${id}/approve`, await seen(id)));
  await readToEnd('closings');
  await database.owner.query('delete from funds.closing'); // for the tests that follow
  expect(await quota()).toMatchObject({
    ...{ balance: '64', carried: '39', surplus: '30', carriedInto: 2022 },
    ...{ firstReceivedOn: '2021-10-20', recallOn: '2023-10-20' },
  });
  const town = await aPerson(database, desk.server, 'town', desk.town);
  const { body } = await town.get<{ rows: QuotaRow[] }>(`/api/funds/quotas?place=${desk.town}`);
  expect(body.rows).toMatchObject([{ carried: '39', surplus: '30' }]);
  expect((await desk.sibling.get(`/api/funds/carry-overs/${id}`)).status).toBe(404);
  const { body: listed } = await desk.clerk.get<{ rows: CarryOverRow[] }>(
    `/api/funds/carry-overs?place=${places.county}`,
  );
  expect(listed.rows).toMatchObject([{ year: 2021, state: 'approved', left: '69', verbs: [] }]);

  await database.owner.query(
    `insert into funds.carry_over select (jsonb_populate_record(o, jsonb_build_object('id', $2::uuid, 'year', 2022))).*
     from funds.carry_over o where o.id = $1`,
    [id, newId()],
  );
  await readToEnd('carry-overs');
});

test('execution is told month by month beside the nearest target above, and by place', async () => {
  const lines = [line(desk.town, '1000')];
  await posted({ year: 2021, dated: '2021-10-20', amount: '1000', lines });
  await used('spent', '300', '2021-11-15');
  for (const [place, spent] of [
    [places.province, 900],
    [places.county, 500],
  ])
    await database.owner.query(
      `insert into funds.progress_target (id, programme, place_key, month, spent, valid_from, document)
       values ($1, 'special_fund', $2, 11, $3, '2021-01-01', '进度规则')`,
      [newId(), place, spent],
    );
  const query = `place=${desk.town}&year=2021&programme=special_fund`;
  const { body } = await desk.officer.get<Execution>(`/api/funds/execution?${query}`);
  expect(body.rows).toHaveLength(12);
  expect(body.rows.slice(9)).toMatchObject([
    { month: '2021-10', received: '1000', spent: '0', target: null, short: null },
    { month: '2021-11', spent: '300', target: 500, targetDocument: '进度规则', short: '200' },
    { month: '2021-12', received: '1000', spent: '300', target: null },
  ]);
  const { body: below } = await desk.officer.get<{ rows: ExecutionPlace[] }>(
    `/api/funds/execution/places?place=${places.county}&year=2021&programme=special_fund&month=2021-11&limit=200`,
  );
  expect(below.rows.find(({ place }) => place === desk.town)).toMatchObject({
    ...{ received: '1000', spent: '300', short: '200' },
  });
  // The county's own money has a row of its own, and the nearest target of each place holds, its own first.
  await posted({ year: 2021, dated: '2021-11-20', amount: '7', lines: [line(places.county, '7')] });
  await database.owner.query(
    `insert into funds.progress_target (id, programme, place_key, month, spent, valid_from, document)
     values ($1, 'special_fund', $2, 11, 800, '2021-01-01', '镇级规则')`,
    [newId(), desk.town],
  );
  const { body: nearest } = await desk.officer.get<{ rows: ExecutionPlace[] }>(
    `/api/funds/execution/places?place=${places.county}&year=2021&programme=special_fund&month=2021-11&limit=200`,
  );
  expect(nearest.rows[0]).toMatchObject({ place: places.county, received: '7', target: 500 });
  expect(nearest.rows.find(({ place }) => place === desk.town)).toMatchObject({ target: 800 });
  const whole = await desk.officer.get<Execution>(
    `/api/funds/execution?place=${places.county}&year=2021&programme=special_fund`,
  );
  expect(nearest.rows.reduce((sum, row) => sum + BigInt(row.received), 0n).toString()).toBe(
    whole.body.rows.find(({ month }) => month === '2021-11')?.received,
  );
  // Money of 2021 that is spent in 2022 is execution of budget year 2021, and counts in the figures of 2022.
  await used('spent', '40', '2022-02-01');
  const next = await desk.officer.get<Execution>(
    `/api/funds/execution?place=${desk.town}&year=2022&programme=special_fund`,
  );
  expect(next.body.rows.at(-1)).toMatchObject({ spent: '0' });
  expect(next.body.booked).toEqual([{ year: 2021, received: '0', committed: '0', spent: '40' }]);
  const counted = await desk.officer.get<{ values: { value: string }[] }>(
    `/api/indicators/values?codes=funds.spent&place=${desk.town}&from=2022-01-01&to=2022-12-31`,
  );
  expect(counted.body.values[0]?.value).toBe('40');
  const file = await desk.officer.get(`/api/funds/execution.csv?${query}&lang=zh`);
  expect(file.text).toContain('2021-11,10,0,3,80,5,镇级规则');
});

test('a county proves its own books and is told the first row that is wrong', async () => {
  await posted({ lines: [line(desk.town, '10000000'), line(desk.otherTown, '5000000')] });
  // A document of the province that reaches the other county, too, is no fault of this one.
  const both = [line(desk.town, '10'), line(`${places.siblingCounty}`, '10')];
  await posted(
    {
      ...{ payer: 'province', payerPlace: places.province, source: 'provincial_fund' },
      ...{ measure: 'issued', amount: '20', lines: both },
    },
    desk.province,
    desk.provinceToo,
  );
  const run = async () => {
    done(await send(desk.clerk, 'checks', { place: places.county }), 201);
    const { body } = await desk.officer.get<Checks>(`/api/funds/checks?place=${places.county}`);
    return body;
  };
  const sound = await run();
  expect(sound).toMatchObject({ may: true, last: { broken: 0 } });
  expect(sound.last?.results).toHaveLength(8);
  expect(
    (await desk.province.get<Checks>(`/api/funds/checks?place=${places.county}`)).body.may,
  ).toBe(true);
  refused(await send(desk.clerk, 'checks', { place: desk.town }), 'check_place');
  expect((await send(desk.sibling, 'checks', { place: places.county })).status).toBe(404);

  await database.owner.query(
    `update funds.account set balance = balance + 1 where place_key = $1 and measure = 'received'`,
    [desk.town],
  );
  const broken = await run();
  expect(broken.last).toMatchObject({ broken: 1 });
  expect(broken.last?.results.find(({ count }) => count > 0)).toMatchObject({
    ...{ rule: 'balances', count: 1, found: '10000001', wanted: '10000000' },
  });
  await database.owner.query(
    `update funds.account set balance = balance - 1 where place_key = $1 and measure = 'received'`,
    [desk.town],
  );
});

test('the statement of accounts balances, and a line opens its vouchers', async () => {
  await posted({ year: 2021, amount: '100', lines: [line(desk.town, '100')] });
  await used('spent', '40', '2022-06-01');
  const { body } = await desk.officer.get<Balances>(
    `/api/funds/balances?place=${places.county}&programme=special_fund&year=2021`,
  );
  expect(body).toMatchObject({ balanced: true, balance: '0' });
  const sums = body.rows.map(({ debit, credit, balance }) => [debit, credit, balance].map(BigInt));
  for (const [debit = 0n, credit = 0n, balance] of sums) expect(debit - credit).toBe(balance);
  const received = body.rows.find(
    ({ holder, measure }) => holder === 'place' && measure === 'received',
  );
  const { body: vouchers } = await desk.officer.get<{ rows: EntryRow[] }>(
    `/api/funds/entries?place=${places.county}&programme=special_fund&year=2021&source=county_fund&account=received&limit=200`,
  );
  const net = vouchers.rows.reduce(
    (sum, row) => sum + (row.measure === 'spent' ? -1n : 1n) * BigInt(row.amount),
    0n,
  );
  expect(String(net)).toBe(received?.balance);
  refused(await desk.officer.get(`/api/funds/balances?place=${desk.town}`), 'balances_place');
});
