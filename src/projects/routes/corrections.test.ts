// What is corrected afterwards: budgets, contracts, receipts, closed months, invoices; and what stays in the ledger.
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import type { Person } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { useProjects } from '../../../test/projects.ts';
import { newId } from '../../platform/new-id.ts';
import type { AdjustmentRow } from '../contract.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office, post, done, refused, page, step, moneyStep, source, underWay, sent, close } = kit;

beforeAll(() => kit.received('300000000'));

const inCounty = (amount: string) => ({
  ...{ ...source(amount), payer: 'county' as const, payerPlace: places.county },
  source: 'county_fund' as const,
});
const propose = async (id: string, budget: object[], who = office.maker) =>
  post(who, `projects/${id}/adjustments`, {
    ...{ seen: (await page(id)).changedAt, reason: '设计变更', budget },
  });
const decide = async (who: Person, id: string, verb: string, reason?: string) => {
  const last = (await page(id)).adjustments.at(-1) as AdjustmentRow; // proposed before
  return post(who, `adjustments/${last.id}/steps/${verb}`, { seen: last.changedAt, reason });
};
const paidWith = (id: string, asked: string, receipt: string, more: object = {}) =>
  moneyStep(office.maker, 'requests', id, asked, 'receipt', {
    receipt,
    day: '2022-07-28',
    ...more,
  });
const spentOn = async () => {
  const { rows } = await database.owner.query<{ on: string; amount: string }>(
    `select booked_on::text as on, amount::text as amount from funds.entry where measure = 'spent' order by recorded_at, id`,
  );
  return rows.map(({ on, amount }) => `${on} ${amount}`);
};

describe('adjusting a budget that holds money', () => {
  test('the town proposes, the county decides, the quota follows and both budgets stay', async () => {
    await kit.received('5000000', { source: 'county_fund', payer: 'county', year: 2022 });
    const { id } = await underWay();
    refused(await propose(id, [source('30000000')]), 'refusal.adjusts_nothing');
    refused(await propose(id, [source('27999999')]), 'refusal.below_committed');
    refused(
      await propose(id, [{ ...inCounty('1'), payerPlace: places.province }]),
      'refusal.payer_place',
    );
    done(await propose(id, [source('28000000'), inCounty('4000000')]), 201);
    refused(await propose(id, [source('29000000')]), 'refusal.adjustment_waits');
    refused(await decide(office.other, id, 'approve'), 'refusal.other_office');
    refused(await decide(office.county, id, 'return'), 'refusal.reason_needed');
    expect((await page(id)).mayAdjust).toBe(false);
    const waiting = await office.county.get<{ rows: { kind: string; amount: string }[] }>(
      '/api/projects/matters',
    );
    expect(waiting.body.rows.filter(({ kind }) => kind === 'adjustment')).toMatchObject([
      { amount: '32000000', verb: 'approve' },
    ]);
    done(await decide(office.county, id, 'approve'));
    const after = await page(id);
    expect(after).toMatchObject({ budget: '32000000', mayAdjust: true });
    expect(after.budgetLines.map(({ amount, held }) => [amount, held])).toEqual([
      ['28000000', '28000000'],
      ['4000000', '4000000'],
    ]);
    expect(after.adjustments[0]?.lines.map(({ before, after: now }) => [before, now])).toEqual([
      ['30000000', '28000000'],
      ['0', '4000000'],
    ]);
    // More than was received is not to be had, and nothing of it stays.
    done(await propose(id, [source('28000000'), inCounty('5000001')]), 201);
    refused(await decide(office.county, id, 'approve'), 'missing.quota');
    expect((await page(id)).budget).toBe('32000000');
    const ends = { reason: '没有申请' };
    refused(await step(office.county, id, 'terminate', ends), 'missing.contract_running');
    done(await decide(office.county, id, 'return', '等县资金到位'));
    expect((await page(id)).adjustments.at(-1)).toMatchObject({
      ...{ state: 'returned', answer: '等县资金到位' },
    });
    done(await propose(id, [source('28000000')]), 201);
    done(await decide(office.county, id, 'approve'));
    expect((await page(id)).budgetLines).toMatchObject([{ held: '28000000' }]);
    expect(
      (
        await post(office.sibling, `adjustments/${after.adjustments[0]?.id}/steps/approve`, {
          seen: after.changedAt,
        })
      ).status,
    ).toBe(404);
  });
});

describe('ending a contract in force', () => {
  test('a second person checks it, what nobody was paid is released, and the project may end', async () => {
    const before = BigInt((await kit.balanceOf('committed')) ?? '0');
    const { id, main } = await underWay();
    const asked = await sent(id, main, '8000000');
    const why = { reason: '承包方弃标', day: '2022-07-28' };
    refused(
      await moneyStep(office.maker, 'contracts', id, main, 'end', why),
      'missing.requests_open',
    );
    done(await paidWith(id, asked, `回单 ${newId()}`));
    refused(
      await moneyStep(office.maker, 'contracts', id, main, 'end', { reason: why.reason }),
      'refusal.day_needed',
    );
    done(await moneyStep(office.maker, 'contracts', id, main, 'end', why));
    refused(await moneyStep(office.maker, 'contracts', id, main, 'confirm'), 'refusal.same_person');
    refused(
      await post(office.maker, `projects/${id}/requests`, kit.request(main)),
      'refusal.contract_ended',
    );
    expect(await page(id)).toMatchObject({ committed: '28000000' });
    done(await moneyStep(office.other, 'contracts', id, main, 'confirm'));
    expect(await page(id)).toMatchObject({ committed: '8000000', spent: '8000000' });
    expect(BigInt((await kit.balanceOf('committed')) ?? '0') - before).toBe(8_000_000n);
    // A receipt taken back and a request given up leave nothing committed either.
    done(await moneyStep(office.other, 'requests', id, asked, 'reverse', { reason: '退汇' }));
    done(await moneyStep(office.maker, 'requests', id, asked, 'recall', { reason: '退汇' }));
    done(await moneyStep(office.maker, 'requests', id, asked, 'discard', { reason: '不再支付' }));
    expect(await page(id)).toMatchObject({ committed: '0', spent: '0' });
    done(await step(office.county, id, 'terminate', { reason: '承包方弃标' }));
    expect((await page(id)).budgetLines).toMatchObject([{ held: '0' }]);
  });
});

describe('several sources under several contracts', () => {
  const bySource = async (id: string) =>
    (await page(id)).budgetLines
      .toSorted((a, b) => Number(a.payer === 'county') - Number(b.payer === 'county'))
      .map(({ committed, spent, held }) =>
        [committed, spent, held].map((fen) => Number(fen) / 1e6),
      );
  const another = async (id: string) => {
    done(await propose(id, [source('30000000'), inCounty('30000000')]), 201);
    done(await decide(office.county, id, 'approve'));
  };
  const end = async (id: string, main: string) => {
    const why = { reason: '承包方弃标', day: '2022-07-28' };
    done(await moneyStep(office.maker, 'contracts', id, main, 'end', why));
    done(await moneyStep(office.other, 'contracts', id, main, 'confirm'));
  };

  test('a change books no source below what was paid of it', async () => {
    await kit.received('60000000', { source: 'county_fund', payer: 'county', year: 2022 });
    const { id, main } = await underWay({ amount: '30000000' });
    done(await paidWith(id, await sent(id, main, '24000000'), `回单 ${newId()}`));
    await another(id);
    await kit.signed(id, { kind: 'variation', changes: main, amount: '36000000' });
    expect(await bySource(id)).toEqual([
      [26, 24, 30],
      [10, 0, 30],
    ]);
  });

  test('a receipt falls on its own contract; once a project is over its quota follows', async () => {
    const { id, main } = await underWay({ amount: '30000000' });
    await another(id);
    const second = await kit.signed(id, { amount: '30000000' });
    const asked = await sent(id, main, '15000000');
    done(await paidWith(id, asked, `回单 ${newId()}`));
    await end(id, main);
    expect(await bySource(id)).toEqual([
      [15, 15, 30],
      [30, 0, 30],
    ]);
    await end(id, second);
    done(await step(office.maker, id, 'report', { progress: 100 }));
    done(await step(office.maker, id, 'complete', { day: '2022-07-28' }));
    await kit.notice(id, 'acceptance', ['2022-07-28', '2022-08-04']);
    await kit.clock('2022-08-05');
    done(await step(office.other, id, 'accept', { day: '2022-08-05' }));
    done(await step(office.county, id, 'settle', { day: '2022-08-05' }));
    expect(await bySource(id)).toEqual([
      [15, 15, 15],
      [0, 0, 0],
    ]);
    const why = { reason: '退汇' };
    done(await moneyStep(office.other, 'requests', id, asked, 'reverse', why));
    done(await moneyStep(office.maker, 'requests', id, asked, 'recall', why));
    done(await moneyStep(office.maker, 'requests', id, asked, 'discard', why));
    expect((await bySource(id))[0]).toEqual([0, 0, 0]);
    await kit.clock('2022-07-28');
  });
});

describe('a receipt registered wrongly, months that are closed', () => {
  test('another person reverses it, the request may be paid again, closed months take nothing', async () => {
    const { id, main } = await underWay();
    const asked = await sent(id, main, '3000000');
    const receipt = `回单 ${newId()}`;
    done(await paidWith(id, asked, receipt));
    const why = { reason: '登记成别的单位的回单' };
    refused(
      await moneyStep(office.maker, 'requests', id, asked, 'reverse', why),
      'refusal.same_person',
    );
    refused(
      await moneyStep(office.other, 'requests', id, asked, 'reverse'),
      'refusal.reason_needed',
    );
    await kit.clock('2022-08-02');
    await close('2022-07');
    done(await moneyStep(office.other, 'requests', id, asked, 'reverse', why));
    expect((await spentOn()).slice(-2)).toEqual(['2022-07-28 3000000', '2022-08-01 -3000000']);
    expect(await page(id)).toMatchObject({
      spent: '0',
      requests: [{ state: 'sent', receipt: null }],
    });
    const shut = await paidWith(id, asked, receipt);
    refused(shut, 'refusal.month_shut');
    expect(shut.text).toContain('2022-08-01');
    refused(await paidWith(id, asked, receipt, { bookedOn: '2022-07-27' }), 'refusal.day_before');
    done(await paidWith(id, asked, receipt, { bookedOn: '2022-08-02' }));
    expect((await spentOn()).at(-1)).toBe('2022-08-02 3000000');
    expect(await page(id)).toMatchObject({
      spent: '3000000',
      requests: [{ paidOn: '2022-07-28' }],
    });

    // A contract of the closed month is booked into an open one by whoever checks it.
    const late = kit.contract({ amount: '100', signedOn: '2022-07-30' });
    const small = done(await post(office.maker, `projects/${id}/contracts`, late), 201);
    done(await moneyStep(office.maker, 'contracts', id, small, 'submit'));
    refused(await moneyStep(office.other, 'contracts', id, small, 'check'), 'refusal.month_shut');
    const today = { bookedOn: '2022-08-02' };
    done(await moneyStep(office.other, 'contracts', id, small, 'check', today));
    await database.owner.query('delete from funds.closing');
    await kit.clock('2022-07-28');
  });

  test('a month waits for its contracts', async () => {
    const id = await kit.preparing();
    const said = kit.contract({ signedOn: '2022-06-30', amount: '100' });
    const made = done(await post(office.maker, `projects/${id}/contracts`, said), 201);
    done(await moneyStep(office.maker, 'contracts', id, made, 'submit'));
    const answer = await office.finance.send<object>('POST', '/api/funds/closings', {
      ...{ place: places.county, month: '2022-06' },
    });
    expect(answer, answer.text).toMatchObject({
      ...{ status: 422, body: { code: 'funds.refusal.contracts_wait' } },
    });
  });
});

/** What a request says of itself whose invoice was typed so, and is dropped again. */
const hintsOn = async ({ id, main }: { id: string; main: string }, invoice: string) => {
  const said = kit.request(main, { invoice, amount: '200', payee: newId() });
  const made = done(await post(office.maker, `projects/${id}/requests`, said), 201);
  const row = (await page(id)).requests.find((one) => one.id === made);
  done(await moneyStep(office.maker, 'requests', id, made, 'discard', { reason: '试登' }));
  return row?.hints.map(({ code }) => code);
};

describe('one invoice for one request', () => {
  test('whoever holds it, until that request is taken back', async () => {
    const [one, two] = [await underWay(), await underWay()];
    const first = await sent(one.id, one.main, '100', 'FP 8801');
    const said = kit.request(two.main, { invoice: 'fp8801', amount: '200' });
    const second = done(await post(office.maker, `projects/${two.id}/requests`, said), 201);
    const submit = { explanation: '同一供应商' };
    refused(
      await moneyStep(office.maker, 'requests', two.id, second, 'submit', submit),
      'refusal.invoice_used',
    );
    for (const typed of ['FP8801', 'Fp\u00a088\u300001'])
      expect(await hintsOn(two, typed)).toEqual(['same_invoice']);
    expect(await hintsOn(two, 'FP 8802')).toEqual([]);
    done(await moneyStep(office.maker, 'requests', one.id, first, 'recall', { reason: '重复' }));
    done(await moneyStep(office.maker, 'requests', two.id, second, 'submit', submit));
    done(await moneyStep(office.other, 'requests', two.id, second, 'check'));
    // The one paper without a number serves the first request that leaves, and no second.
    await kit.dossier(second);
    done(await moneyStep(office.maker, 'requests', two.id, second, 'send'));
    const third = kit.request(two.main, { invoice: 'FP9', amount: '300', payee: '他人' });
    const last = done(await post(office.maker, `projects/${two.id}/requests`, third), 201);
    done(await moneyStep(office.maker, 'requests', two.id, last, 'submit'));
    done(await moneyStep(office.other, 'requests', two.id, last, 'check'));
    await kit.dossier(last);
    refused(
      await moneyStep(office.maker, 'requests', two.id, last, 'send'),
      'missing.paper_invoice',
    );
  });
});

describe('who is in charge', () => {
  test('another account of the town takes over, and takes back what waits', async () => {
    const { maker, other, county, sibling } = office;
    const { id, main } = await underWay();
    expect((await page(id)).mayTransfer).toBe(true);
    const { rows } = (
      await maker.get<{ rows: { id: string }[] }>(`/api/projects/projects/${id}/handlers`)
    ).body;
    expect(rows.map((row) => row.id)).toEqual([other.id]);
    const transfer = async (who: Person, to: string) =>
      post(who, `projects/${id}/transfer`, {
        ...{ seen: (await page(id)).changedAt, to, reason: '岗位调整' },
      });
    refused(await transfer(maker, county.id), 'refusal.handler_of_town');
    refused(await transfer(county, other.id), 'refusal.town_registers');
    expect((await transfer(sibling, other.id)).status).toBe(404);
    const asked = done(await post(maker, `projects/${id}/requests`, kit.request(main)), 201);
    done(await moneyStep(maker, 'requests', id, asked, 'submit'));
    refused(
      await moneyStep(other, 'requests', id, asked, 'withdraw', { reason: '补材料' }),
      'refusal.not_maker',
    );
    done(await transfer(maker, other.id));
    done(await moneyStep(other, 'requests', id, asked, 'withdraw', { reason: '补材料' }));
    const waiting = await other.get<{ rows: { project: string; own: boolean }[] }>(
      '/api/projects/matters',
    );
    const own = waiting.body.rows.filter((row) => row.project === id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((row) => row.own)).toBe(true);
  });
});
