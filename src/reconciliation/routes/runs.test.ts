/** A file taken in, matched, judged, explained, finished by one and confirmed by another; nobody beside sees it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { anEntry } from '../../../test/money.ts';
import { usePapers } from '../../../test/papers.ts';
import { type Answer, aPerson, type Person } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import type { Heads, ImportRow, Made, Preview } from '../contract.ts';
import type { ItemRow, RunPage, RunRow, RunWritten } from '../contract-runs.ts';

const database = useDatabase();
const { desk } = usePapers(database);

const send = <T = RunWritten>(who: Person, path: string, body: object) =>
  who.send<T>('POST', `/api/reconciliation/${path}`, body);
const refused = (answer: Answer<unknown>, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({
    status,
    body: { code: `reconciliation.refusal.${code}` },
  });
function done<T>(answer: Answer<T>, status = 200): T {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const runOf = async (who: Person, id: string) =>
  done(await who.get<RunPage>(`/api/reconciliation/runs/${id}`));
const itemsOf = async (who: Person, id: string, query = '') =>
  done(await who.get<{ rows: ItemRow[] }>(`/api/reconciliation/runs/${id}/items${query}`)).rows;

const head = '支付凭证号,支付日期,支付金额,收款人,项目编码';
const mapping = {
  columns: {
    ...{ number: '支付凭证号', dated: '支付日期', amount: '支付金额', payee: '收款人' },
    ...{ budgetCode: '项目编码', income: null, outgo: null, purpose: null },
  },
  ...{ dates: 'ymd', unit: 'yuan' },
};
let source = '';

beforeAll(async () => {
  source = done(
    await send<Made>(desk.officer, 'sources', { name: '一体化支付明细', kind: 'payment_detail' }),
    201,
  ).id;
});

const spent = (number: string, on: string, yuan: number, more: object = {}) =>
  anEntry(database.db, desk.town, {
    ...{ measure: 'spent', instrument: 'treasury_receipt', document_number: number },
    ...{ booked_on: on, amount: String(yuan * 100), ...more },
  });
const file = (...lines: string[]) => base64([head, ...lines].join('\r\n'));
const takeIn = async (...lines: string[]) =>
  done(
    await send<Made>(desk.officer, 'imports', {
      ...{ source, mapping, name: '支付明细.csv', file: file(...lines) },
    }),
    201,
  ).id;
const open = async (from: string, to: string) =>
  done(
    await send(desk.officer, 'runs', {
      ...{ source, programme: 'special_fund', from, to, daysApart: 5 },
    }),
    201,
  ).id;

describe('taking in', () => {
  test('heads are asked once and remembered; GB18030 and tabs are read', async () => {
    // 支付凭证号<TAB>支付日期<TAB>支付金额 in GB18030
    const gbk = Buffer.from(
      'd6a7b8b6c6beD6A4BAC5'.toLowerCase() +
        '09' +
        'd6a7b8b6c8d5c6da' +
        '09' +
        'd6a7b8b6bdf0b6ee' +
        '0d0a' +
        '41310932303232303133310931300d0a',
      'hex',
    ).toString('base64');
    const first = done(await send<Heads>(desk.clerk, 'heads', { source, file: gbk }));
    expect(first).toMatchObject({
      ...{ known: false, heads: ['支付凭证号', '支付日期', '支付金额'] },
      mapping: { columns: { number: '支付凭证号', dated: '支付日期', amount: '支付金额' } },
    });
    await takeIn('H1,2021-12-01,1,甲,');
    const again = done(
      await send<Heads>(desk.clerk, 'heads', { source, file: file('H2,2021-12-02,1,甲,') }),
    );
    expect(again).toMatchObject({ known: true, mapping });
  });

  test('every fault at once, and nothing half taken in', async () => {
    const body = {
      ...{ source, mapping },
      file: file('B1,2022-01-05,10,甲,', 'B2,昨天,十,乙,', 'B3,2022-12-01,10,丙,', 'B4,,,'),
    };
    const preview = done(await send<Preview>(desk.officer, 'imports/preview', body));
    expect(preview.faults.map(({ line, what }) => `${line} ${what}`)).toEqual([
      ...['3 date_form', '3 amount_form', '4 date_to_come'],
      ...['5 date_missing', '5 amount_missing'],
    ]);
    const answer = await send(desk.officer, 'imports', { ...body, name: '坏.csv' });
    refused(answer, 'faulty');
    const { rows } = await database.owner.query(
      `select from reconciliation.line where number like 'B%'`,
    );
    expect(rows).toEqual([]);
    refused(
      await send(desk.officer, 'imports/preview', { ...body, file: base64('PK\u0003\u0004…') }),
      'workbook',
    );
  });

  test('a line taken in before is left out and said; an import goes as it came', async () => {
    const id = await takeIn('C1,2021-11-01,10,甲,', 'C1,2021-11-01,10,甲,');
    const preview = done(
      await send<Preview>(desk.officer, 'imports/preview', {
        ...{ source, mapping },
        file: file('C1,2021-11-01,10,甲,', 'C1,2021-11-01,10,甲,', 'C2,2021-11-02,20.50,乙,'),
      }),
    );
    expect(preview).toMatchObject({
      ...{ lines: 1, leftOut: 2, amount: '2050', from: '2021-11-02', repeats: 1, faulty: 0 },
    });
    done(await send(desk.officer, `imports/${id}/withdraw`, { reason: '期间选错' }));
    refused(
      await send(desk.officer, `imports/${id}/withdraw`, { reason: '期间选错' }),
      'withdrawn',
      409,
    );
    const { rows } = done(
      await desk.clerk.get<{ rows: ImportRow[] }>(
        `/api/reconciliation/imports?place=${places.county}`,
      ),
    );
    expect(rows.find((row) => row.id === id)).toMatchObject({
      ...{ withdrawn: true, reason: '期间选错', lines: 2, mayWithdraw: false },
    });
  });
});

test('a line stays as long as one of the files that brought it stands', async () => {
  const first = await takeIn('D1,2021-10-01,10,甲,', 'D2,2021-10-02,20,甲,');
  const second = await takeIn('D2,2021-10-02,20,甲,', 'D3,2021-10-03,30,甲,');
  const numbers = async () => {
    const { rows } = await database.owner.query<{ number: string }>(
      `select number from reconciliation.line where number like 'D%' order by number`,
    );
    return rows.map(({ number }) => number);
  };
  done(await send(desk.officer, `imports/${first}/withdraw`, { reason: '期间选错' }));
  expect(await numbers()).toEqual(['D2', 'D3']);
  const { rows } = done(
    await desk.clerk.get<{ rows: ImportRow[] }>(
      `/api/reconciliation/imports?place=${places.county}`,
    ),
  );
  expect(rows.find(({ id }) => id === second)).toMatchObject({
    ...{ lines: 2, leftOut: 0, amount: '5000', from: '2021-10-02', to: '2021-10-03' },
  });
  done(await send(desk.officer, `imports/${second}/withdraw`, { reason: '期间选错' }));
  expect(await numbers()).toEqual([]);
});

describe('a run', () => {
  test('four results and what a person must judge, explained, finished, confirmed by another', async () => {
    for (const money of ['provincial_fund', 'county_fund'] as const)
      await anEntry(database.db, desk.town, {
        ...{ measure: 'received', amount: '10000000000', source: money, booked_on: '2022-01-05' },
      });
    await spent('支〔2022〕1', '2022-06-01', 100);
    await spent('支〔2022〕1', '2022-06-01', 50, { source: 'county_fund' }); // one voucher of two sources
    await spent('Z2', '2022-06-02', 529_800);
    await spent('Z3', '2022-06-03', 77_000);
    await spent('Z4', '2022-06-04', 300); // theirs by another number, the same amount
    const undone = await spent('Z5', '2022-06-05', 900);
    await spent('Z5', '2022-06-06', -900, { reverses: undone });
    await spent('Z6', '2022-06-07', 10);
    await spent('Z6', '2022-06-08', 10);
    await takeIn(
      '支[2022]1,2022-06-01,150.00,甲,',
      'Z2,2022-06-02,528900,乙,',
      ',2022-06-06,300,丙,',
      'Q9,2022-06-20,45,丁,',
      'Z6,2022-06-09,10,戊,',
    );
    const id = await open('2022-06-01', '2022-06-30');
    let run = await runOf(desk.officer, id);
    expect(run.counts).toEqual({
      ...{ matched: 1, amount_differs: 1, ours_only: 1, theirs_only: 1, ambiguous: 5 },
    });
    expect(run.statement).toMatchObject({
      ...{ closes: true, gap: '0', ours: { amount: '60727000' }, theirs: { amount: '52940500' } },
      differs: { count: 1, amount: '-90000' },
    });
    const by = (rows: ItemRow[], key: string) => {
      const found = rows.find((row) => row.oursKey === key || row.theirsNumber === key);
      if (!found) throw new Error(`no item ${key}`);
      return found;
    };
    let items = await itemsOf(desk.officer, id);
    expect(by(items, '支〔2022〕1~2022-06-01')).toMatchObject({
      result: 'matched',
      oursEntries: 2,
    });

    // Of one number two of ours fit one of theirs; of another only amount and day.
    const seen = () => runOf(desk.officer, id).then(({ changedAt }) => ({ seen: changedAt }));
    refused(await send(desk.officer, `runs/${id}/finish`, await seen()), 'ambiguous');
    const nameless = items.find((row) => row.theirsAmount === '30000');
    done(
      await send(desk.officer, `runs/${id}/pair`, {
        ...{ ours: 'Z4~2022-06-04', theirs: nameless?.theirsKey, reason: '凭证号漏填' },
      }),
    );
    done(
      await send(desk.officer, `runs/${id}/pair`, {
        ...{ ours: 'Z6~2022-06-08', theirs: 'Z6~2022-06-09', reason: '隔日清算' },
      }),
    );
    refused(
      await send(desk.officer, `runs/${id}/pair`, {
        ...{ ours: 'Z6~2022-06-07', theirs: 'Z6~2022-06-09', reason: '重复' },
      }),
      'not_alone',
      409,
    );
    run = await runOf(desk.officer, id);
    expect(run.counts).toEqual({
      ...{ matched: 3, amount_differs: 1, ours_only: 2, theirs_only: 1, ambiguous: 0 },
    });

    // What was taken apart is not put together again by itself.
    items = await itemsOf(desk.officer, id, '?result=matched');
    done(
      await send(desk.officer, `runs/${id}/part`, {
        ...{ item: by(items, 'Z4~2022-06-04').id, reason: '不是同一笔' },
      }),
    );
    expect((await runOf(desk.officer, id)).counts).toMatchObject({ ours_only: 3, theirs_only: 2 });
    done(
      await send(desk.officer, `runs/${id}/pair`, {
        ...{ ours: 'Z4~2022-06-04', theirs: nameless?.theirsKey, reason: '核实是同一笔' },
      }),
    );

    refused(await send(desk.officer, `runs/${id}/finish`, await seen()), 'unexplained');
    items = await itemsOf(desk.officer, id, '?only=open');
    expect(items.map((row) => row.result).toSorted()).toEqual([
      ...['amount_differs', 'ours_only', 'ours_only', 'theirs_only'],
    ]);
    const explain = (key: string, reason: string, note: string | null) =>
      send(desk.officer, `runs/${id}/explain`, { items: [by(items, key).id], reason, note });
    refused(await explain('Z2~2022-06-02', 'not_yet_paid', null), 'reason_fits_not');
    refused(await explain('Z2~2022-06-02', 'recorded_wrongly', null), 'note_needed');
    done(await explain('Z2~2022-06-02', 'recorded_wrongly', '52.89 万录成 52.98 万，下月冲红'));
    done(await explain('Z3~2022-06-03', 'not_yet_paid', null));
    done(await explain('Z6~2022-06-07', 'in_transit', null));
    const helper = await aPerson(database, desk.server, 'county_finance', places.county);
    const nine = by(await itemsOf(desk.officer, id), 'Q9');
    done(
      await send(helper, `runs/${id}/explain`, {
        ...{ items: [nine.id], reason: 'not_yet_booked', note: null },
      }),
    );
    // Matching again keeps what was said to a difference that is still the same.
    done(await send(desk.officer, `runs/${id}/match`, await seen()));
    expect(await itemsOf(desk.officer, id, '?only=open')).toEqual([]);

    const stale = { seen: '2022-06-30T00:00:00.000000Z' };
    refused(await send(desk.officer, `runs/${id}/finish`, stale), 'changed_since', 409);
    await spent('Z7', '2022-06-09', 5);
    expect((await runOf(desk.officer, id)).statement.closes).toBe(false);
    refused(await send(desk.officer, `runs/${id}/finish`, await seen()), 'moved_since');
    done(await send(desk.officer, `runs/${id}/match`, await seen()));
    items = await itemsOf(desk.officer, id, '?only=open');
    done(await explain('Z7~2022-06-09', 'in_transit', null));
    done(await send(desk.officer, `runs/${id}/finish`, await seen()));
    refused(await send(desk.officer, `runs/${id}/confirm`, await seen()), 'same_person');
    refused(await send(helper, `runs/${id}/confirm`, await seen()), 'same_person');
    run = await runOf(desk.clerk, id);
    const listed = done(
      await desk.clerk.get<{ rows: RunRow[] }>(`/api/reconciliation/runs?place=${places.county}`),
    ).rows.find((row) => row.id === id);
    expect(listed).toMatchObject({ counts: run.counts, open: 0, verbs: run.verbs });
    expect((await runOf(desk.clerk, id)).verbs).toEqual(['return', 'confirm']);

    // What is finished is fixed: no new lines in its period, none taken back.
    const more = { source, mapping, file: file('Z9,2022-06-11,1,甲,') };
    expect(done(await send<Preview>(desk.clerk, 'imports/preview', more)).faults).toMatchObject([
      { line: 2, what: 'period_fixed' },
    ]);
    const imports = done(
      await desk.clerk.get<{ rows: ImportRow[] }>(
        `/api/reconciliation/imports?place=${places.county}`,
      ),
    ).rows;
    const used = imports.find((row) => row.from === '2022-06-01');
    expect(used?.mayWithdraw).toBe(false);
    refused(
      await send(desk.clerk, `imports/${used?.id}/withdraw`, { reason: '试试' }),
      'rests_on_it',
    );
    done(await send(desk.clerk, `runs/${id}/confirm`, await seen()));
    expect(await runOf(desk.officer, id)).toMatchObject({
      ...{ state: 'confirmed', verbs: ['reopen'], statement: { closes: true } },
    });
    const sheet = await desk.clerk.get(`/api/reconciliation/runs/${id}/statement.csv`);
    expect(sheet.text.split('\r\n')[0]).toMatch(
      /^\uFEFF余额调节表 .* · 管理台账，不替代法定会计账簿和国库支付凭证$/,
    );
    expect(sheet.text).toContain('加减：金额不符（对方减我方）,-900');
    expect(sheet.text).toContain('金额不符,Z2,2022-06-02,529800,');
    done(await send(desk.clerk, `runs/${id}/reopen`, { reason: '补充说明', ...(await seen()) }));
    expect((await runOf(desk.officer, id)).events[0]).toMatchObject({
      ...{ verb: 'reopen', reason: '补充说明', state: 'in_work' },
    });
  });

  test('project code or payee with amount and near day join what has no number; several that fit do not', async () => {
    const number = '粤财〔2022〕77号';
    await anEntry(database.db, desk.town, {
      ...{ measure: 'received', document_number: number, booked_on: '2022-04-10', amount: '7000' },
    });
    await database.owner.query(
      `insert into funds.document (id, number, title, payer, payer_key, programme, measure, year, amount, budget_code, issued_on)
       values (gen_random_uuid(), $1, 't', 'province', $2, 'special_fund', 'received', 2022, 7000, 'P-1', '2022-04-10')`,
      [number, places.province],
    );
    const quota = done(
      await send<Made>(desk.officer, 'sources', { name: '指标', kind: 'quota_ledger' }),
      201,
    ).id;
    const said = { source: quota, mapping, name: '指标.csv' };
    done(
      await send(desk.officer, 'imports', {
        ...said,
        file: file(',2022-04-12,70,甲,P-1', ',2022-04-20,70,甲,P-1'),
      }),
      201,
    );
    const body = { source: quota, programme: 'special_fund', from: '2022-04-01', to: '2022-04-30' };
    refused(
      await send(desk.officer, 'runs', { ...body, programme: 'self_raised', daysApart: 5 }),
      'programme_of_source',
    );
    const near = done(await send(desk.officer, 'runs', { ...body, daysApart: 5 }), 201).id;
    expect((await runOf(desk.officer, near)).counts).toMatchObject({ matched: 1, theirs_only: 1 });
    refused(await send(desk.officer, 'runs', { ...body, daysApart: 5 }), 'run_once');
    const { changedAt } = await runOf(desk.officer, near);
    done(await send(desk.officer, `runs/${near}/discard`, { reason: '放宽天数', seen: changedAt }));
    const wide = done(await send(desk.officer, 'runs', { ...body, daysApart: 12 }), 201).id;
    expect((await runOf(desk.officer, wide)).counts).toMatchObject({ matched: 0, ambiguous: 3 });
    // One of the two left apart: the other has ours alone.
    const later = (await itemsOf(desk.officer, wide)).find((row) => row.theirsOn === '2022-04-20');
    done(
      await send(desk.officer, `runs/${wide}/part`, { item: later?.id, reason: '是另一批指标' }),
    );
    expect((await runOf(desk.officer, wide)).counts).toMatchObject({ matched: 1, theirs_only: 1 });
  });

  test('another county sees nothing, whoever is above sees and does nothing', async () => {
    const id = await open('2021-10-01', '2021-10-31');
    expect((await desk.sibling.get(`/api/reconciliation/runs/${id}`)).status).toBe(404);
    expect((await desk.sibling.get(`/api/reconciliation/runs/${id}/items`)).status).toBe(404);
    expect(
      (await send(desk.sibling, `runs/${id}/match`, { seen: '2022-06-30T00:00:00Z' })).status,
    ).toBe(404);
    const theirs = { source, mapping, file: file('X1,2022-01-05,10,甲,') };
    expect((await send(desk.sibling, 'imports/preview', theirs)).status).toBe(404);
    const { rows } = done(
      await desk.province.get<{ rows: RunRow[] }>(
        `/api/reconciliation/runs?place=${places.province}`,
      ),
    );
    expect(rows.find((row) => row.id === id)).toMatchObject({
      verbs: [],
      sourceName: '一体化支付明细',
    });
  });
});
