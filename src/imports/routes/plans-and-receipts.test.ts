// Sheets of use plans and of receipts: what the form would refuse, line by line; taken in whole, taken back by the law of each.
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { bytesFrom, done, importsAs, refused } from '../../../test/imports.ts';
import { aPerson, type Person } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { own, planGround } from '../../../test/plan-ground.ts';
import { useProjects } from '../../../test/projects.ts';
import { cellsOf, type Line } from '../../../test/sheets.ts';
import type { PlanPage, PlanRow } from '../../plans/contract.ts';
import { planSheet } from '../../plans/sheets/plan-sheet.ts';
import { newId } from '../../platform/new-id.ts';
import { receiptSheet } from '../../projects/sheets/receipt-sheet.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office } = kit;
const { act, page, taken, tried, problems } = importsAs;
const template = (who: Person, kind: string) =>
  who.get(`/api/imports/kinds/${kind}/template.xlsx?lang=zh`);
const templateBytes = (who: Person, kind: string) =>
  bytesFrom(office.server, who, `/api/imports/kinds/${kind}/template.xlsx?lang=zh`);
const { received, aProject } = planGround(database);
const reasons = async (who: Person, job: string) =>
  Object.fromEntries((await problems(who, job)).map((one) => [one.n, one.reasons.join(' ')]));

describe('a use plan', () => {
  const provincial = '粤财农〔2023〕11号';
  const countys = '遂财农〔2023〕12号';
  const mixed = '遂财农〔2023〕13号';
  beforeAll(async () => {
    await received(places.town, provincial, '10000');
    await received(places.otherTown, countys, '3000', own);
    await aProject(places.town, '村道硬化', '6000');
    await aProject(places.town, '生活污水', '3000', { number: '2023-2', binding_task: '污水治理' });
    // Another town, the same number.
    await aProject(places.otherTown, '泵站', '3000');
  });

  const line = (more: Line): Line => ({
    ...{ programme: '驻镇帮镇扶村专项资金', year: 2023, place: places.town, ...more },
  });
  const title = { title: '遂溪县2023年资金使用方案' };
  const closing = [
    line({ ...title, document: '粤财农[2023]11号', project: '2023-1', amount: 60 }),
    line({ document: provincial, project: '生活污水', task: '污水治理', amount: '30.00' }),
    line({ document: provincial, amount: 10 }),
    line({ document: countys, place: places.otherTown, project: '2023-1', amount: 30 }),
  ];
  const plans = async (who = office.county) =>
    done(
      await who.get<{ rows: PlanRow[] }>(`/api/plans/plans?place=${places.county}&year=2023`),
    ).rows.filter(({ state }) => state !== 'discarded');
  const open = async () => {
    const [plan] = await plans();
    return done(await office.county.get<PlanPage>(`/api/plans/plans/${plan?.id}`));
  };
  /** The mark of a template that is taken now. */
  const now = async () => {
    const { id, changedAt } = await open();
    return { [id]: changedAt };
  };
  const deed = async (who: Person, verb: string, more: object = {}) => {
    const { id, changedAt } = await open();
    const seen = verb === 'submit' ? { seen: changedAt } : {};
    return who.send('POST', `/api/plans/plans/${id}/${verb}`, { ...seen, ...more });
  };

  test('is drafted whole from a sheet, and gone again with the job; sent again nothing happens twice', async () => {
    const { county, finance } = office;
    const job = await taken(county, planSheet, closing);
    expect(job, JSON.stringify(await reasons(county, job.id))).toMatchObject({
      ...{ state: 'previewed', lines: 4, created: 1, changed: 0, amount: '13000' },
    });
    expect(await plans()).toEqual([]);
    const once = newId();
    done(await act(county, job.id, 'commit', once));
    done(await act(county, job.id, 'commit', once));
    const plan = await open();
    expect(plan).toMatchObject({ ...title, version: 1, state: 'drafted', problems: [] });
    expect(plan.lines.map((one) => [one.place, one.projectName, one.task, one.amount])).toEqual([
      [places.town, '村道硬化', null, '6000'],
      [places.town, '生活污水', '污水治理', '3000'],
      [places.town, null, null, '1000'],
      [places.otherTown, '泵站', null, '3000'],
    ]);
    expect(await plans()).toHaveLength(1);
    // Anybody of the office who may draft plans takes it back.
    done(await act(finance, job.id, 'undo'));
    expect(await plans()).toEqual([]);
  });

  test('says of every line what the plan could not take, in one pass', async () => {
    const { county } = office;
    await received(places.town, mixed, '2000');
    await received(places.town, mixed, '1000', own);
    const job = await taken(county, planSheet, [
      ...closing,
      line({ document: provincial, project: '2023-1', amount: '一百' }),
      line({ document: '粤财农〔2023〕99号', project: '没有的项目', amount: 1 }),
      line({ document: mixed, amount: 1 }),
      line({ document: mixed, source: '捐赠资金', amount: 1 }),
      line({ document: provincial, task: '没有的任务', project: '泵站', amount: 1 }),
      line({ document: mixed, source: '县级资金', place: places.siblingTown, amount: 10 }),
    ]);
    expect(job).toMatchObject({ state: 'validated', faulty: 6 });
    expect(await reasons(county, job.id)).toMatchObject({
      6: expect.stringContaining('金额（元）：'),
      7: expect.stringMatching(/没有文号“粤财农〔2023〕99号”[\s\S]*没有“没有的项目”/),
      8: expect.stringContaining('不止一种来源'),
      9: expect.stringContaining('没有这种出资方'),
      10: expect.stringMatching(/这个镇没有“泵站”[\s\S]*第 10 行的任务不在任务清单里/),
      11: expect.stringContaining('不在可选范围内'),
    });
    const twice = await taken(county, planSheet, [...closing, ...closing.slice(2, 3)]);
    expect(await reasons(county, twice.id)).toMatchObject({ 6: expect.stringContaining('相同') });
    refused(await act(county, twice.id, 'commit'), 'imports.refusal.state', 409);
    // The line with the title is wrong: what is wrong below it is said all the same.
    const head = await taken(county, planSheet, [
      line({ ...title, document: provincial, amount: '一百' }),
      line({ document: '粤财农〔2023〕99号', amount: 1 }),
    ]);
    expect(await reasons(county, head.id)).toMatchObject({
      2: expect.stringContaining('金额（元）'),
      3: expect.stringContaining('没有文号'),
    });
    expect(await plans()).toEqual([]);
  });

  test('takes the money of a donor from a town elsewhere, whose place its list offers', async () => {
    const { county } = office;
    const number = '遂财农〔2023〕14号';
    const given = { payer: 'donor', payer_key: places.siblingTown, source: 'donation' } as const;
    const self = { programme: 'self_raised' } as const;
    await received(places.town, number, '500', { ...given, ...self });
    const said = { programme: '自筹及捐赠', payer: '社会捐赠', source: '捐赠资金' };
    const job = await taken(county, planSheet, [
      line({ ...title, ...said, document: number, payerPlace: '石城镇 440881100000', amount: 5 }),
    ]);
    expect(job, JSON.stringify(await reasons(county, job.id))).toMatchObject({
      ...{ state: 'previewed', created: 1 },
    });
  });

  test('rewrites the draft, which closes by its own rules alone; what moved on since stays', async () => {
    const { county, finance } = office;
    const first = await taken(county, planSheet, [
      line({ ...title, document: provincial, project: '2023-1', amount: 61 }),
    ]);
    done(await act(county, first.id, 'commit'));
    refused(await deed(county, 'submit'), 'plans.refusal.does_not_close');
    // The line of the draft on the sheet people fill in; hidden lists name the project, too.
    const begun = cellsOf(await templateBytes(county, planSheet.code));
    expect(begun).toMatchObject({ E2: provincial, K2: '村道硬化 2023-1', L2: '61' });
    expect(begun).not.toHaveProperty('A3');
    const { rows } = await database.owner.query(
      `select after from access.audit where object = 'import_template plans.plan' and outcome = 'done'`,
    );
    expect(rows).toEqual([{ after: { lines: 1 } }]);

    const rest = [
      line({ document: mixed, source: '省级资金', amount: 20 }),
      line({ document: mixed, payer: '县级', amount: 10 }),
    ];
    const old = await templateBytes(finance, planSheet.code);
    const stood = await now();
    expect(cellsOf(old, 4)).toMatchObject({ D1: Object.entries(stood)[0]?.join(' ') });
    const change = await taken(finance, planSheet, [...closing, ...rest], stood);
    expect(change).toMatchObject({ state: 'previewed', created: 0, changed: 1 });
    expect(change.preview).toMatchObject([{ amount: '16000', amountBefore: '6100' }]);
    const late = await taken(finance, planSheet, closing, stood);
    done(await act(finance, change.id, 'commit'));
    refused(await act(finance, late.id, 'commit'), 'imports.refusal.not_as_checked', 409);
    refused(await act(county, first.id, 'undo'), 'imports.refusal.depends', 409);
    // What was taken before the colleague's change does not write over it; nor does a sheet that does not say when it was.
    const older = await tried(county, planSheet, old);
    expect(older).toMatchObject({ state: 'validated', created: 0, changed: 0 });
    const outdated = expect.stringMatching(/^资金类别：.*盖掉别人的改动.*重新下载模板/);
    expect(await reasons(county, older.id)).toEqual({ 2: outdated });
    const strange = line({ document: '粤财农〔2023〕99号', amount: 1 });
    const bare = await taken(county, planSheet, [...closing, strange]);
    expect(await reasons(county, bare.id)).toEqual({
      2: outdated,
      6: expect.stringContaining('没有文号'),
    });
    // The workbook with the reasons is as old as what was sent.
    const faulty = await taken(county, planSheet, [...closing, strange], await now());
    expect(Object.keys(await reasons(county, faulty.id))).toEqual(['6']);
    const url = `/api/imports/jobs/${faulty.id}/reasons.xlsx`;
    const told = cellsOf(await bytesFrom(office.server, county, url), 4);
    expect(told).toMatchObject({ D1: Object.entries(await now())[0]?.join(' ') });
    done(await act(finance, change.id, 'undo'));
    expect((await open()).lines.map(({ amount }) => amount)).toEqual(['6100']);

    const again = await taken(finance, planSheet, [...closing, ...rest], await now());
    done(await act(finance, again.id, 'commit'));
    // Sent back as it stands, it is nobody's deed.
    const { changedAt } = await open();
    const same = await taken(county, planSheet, [...closing, ...rest]);
    done(await act(county, same.id, 'commit'));
    done(await act(county, same.id, 'undo'));
    expect((await open()).changedAt).toBe(changedAt);
    done(await deed(finance, 'submit'));
    refused(await act(finance, again.id, 'undo'), 'imports.refusal.depends', 409);
    const closed = await taken(county, planSheet, closing);
    const ofClosed = await reasons(county, closed.id);
    expect(ofClosed).toEqual({ 2: expect.stringContaining('已提交审定') });
    expect(ofClosed[2]).not.toContain('重新下载模板'); // it holds drafts alone
  });

  test('is its county’s own', async () => {
    const { county, sibling, maker } = office;
    const job = await taken(county, planSheet, [{ ...closing[0], year: 2024 }]);
    refused(await act(sibling, job.id, 'check'), 'platform.refusal.absent', 404);
    const theirs = await taken(sibling, planSheet, closing.slice(0, 1));
    expect(theirs).toMatchObject({ state: 'validated', faulty: 1 });
    expect((await template(sibling, planSheet.code)).text).not.toContain('村道硬化');
    refused(await template(maker, planSheet.code), 'imports.refusal.other_form');
  });
});

describe('receipts', () => {
  let contract = '';
  let project = '';
  let main = '';
  beforeAll(async () => {
    await kit.received('300000000');
    ({ id: project, main } = await kit.underWay());
    contract = (await kit.page(project)).contracts[0]?.number ?? '';
  });
  const receipt = (number: string, amount: number, more: Line = {}): Line => ({
    ...{ contract, receipt: number, amount, day: '2022-07-28', ...more },
  });
  const requests = async () =>
    (await kit.page(project)).requests
      .filter(({ state }) => state !== 'discarded')
      .map(({ invoice, state, receipt: number }) => [invoice, state, number]);
  const spent = async () => {
    const { rows } = await database.owner.query<{ on: string; amount: string }>(
      `select booked_on::text as on, amount::text as amount from funds.entry where measure = 'spent' order by recorded_at, abs(amount), id`,
    );
    return rows.map(({ on, amount }) => `${on} ${amount}`);
  };

  test('are spent as by the form, whole or not at all; another person reverses them all', async () => {
    const { maker, other } = office;
    await kit.sent(project, main, '3000000', 'FP1');
    await kit.sent(project, main, '2000000', 'FP2');
    expect(cellsOf(await templateBytes(maker, receiptSheet.code))).toMatchObject({
      ...{ A2: contract, B2: 'FP1', D2: '30000', B3: 'FP2', D3: '20000' },
    });
    const rows = [receipt('回单1', 30_000), receipt('回单2', 20_000, { invoice: 'fp 2' })];
    const job = await taken(maker, receiptSheet, rows);
    expect(job, JSON.stringify(await reasons(maker, job.id))).toMatchObject({
      ...{ state: 'previewed', created: 2, changed: 0, amount: '5000000', newName: '登记' },
    });
    expect(job.preview.map(({ changes }) => changes)).toEqual([false, false]);
    expect(await spent()).toEqual([]);
    const once = newId();
    done(await act(maker, job.id, 'commit', once));
    done(await act(maker, job.id, 'commit', once));
    expect(await spent()).toEqual(['2022-07-28 2000000', '2022-07-28 3000000']);
    expect(await requests()).toEqual([
      ['FP1', 'paid', '回单1'],
      ['FP2', 'paid', '回单2'],
    ]);
    const twice = await taken(maker, receiptSheet, rows);
    expect(await reasons(maker, twice.id)).toMatchObject({
      2: expect.stringContaining('已登记回单“回单1”'),
      3: expect.stringContaining('已登记回单“回单2”'),
    });

    expect(await page(maker, job.id)).toMatchObject({
      ...{ verbs: [], undoNote: expect.stringContaining('冲红') },
    });
    refused(await act(maker, job.id, 'undo'), 'imports.refusal.undo_other');
    await kit.clock('2022-08-02');
    await kit.close('2022-07');
    expect((await page(other, job.id)).verbs).toEqual(['undo']);
    done(await act(other, job.id, 'undo'));
    expect((await spent()).slice(2)).toEqual(['2022-08-01 -2000000', '2022-08-01 -3000000']);
    expect(await requests()).toEqual([
      ['FP1', 'sent', null],
      ['FP2', 'sent', null],
    ]);
    // The month is closed by now: the day stays, it is booked into an open one.
    const shut = await taken(maker, receiptSheet, [receipt('回单3', 30_000)]);
    expect(await reasons(maker, shut.id)).toMatchObject({
      2: expect.stringMatching(/入账日期：2022-07 已经结账[\s\S]*2022-08-01/),
    });
    const opened = await taken(maker, receiptSheet, [
      receipt('回单3', 30_000, { bookedOn: '2022-08-02' }),
    ]);
    done(await act(maker, opened.id, 'commit'));
    expect((await spent()).at(-1)).toBe('2022-08-02 3000000');
    await database.owner.query('delete from funds.closing');
    await kit.clock('2022-07-28');
  });

  test('are refused one by one for what the form would refuse, and nothing is spent', async () => {
    const { maker } = office;
    const before = await spent();
    await kit.sent(project, main, '1000000', 'FP3');
    const job = await taken(maker, receiptSheet, [
      receipt('回单4', 20_000.01, { invoice: 'FP2' }),
      receipt('回单5', 5),
      receipt('回单6', 10_000, { invoice: 'FP3', day: '2022-07-29' }),
      receipt('回单3', 10_000, { invoice: 'FP3' }),
      receipt('回单7', 10_000, { contract: '没有的合同' }),
      receipt('回单8', 10_000, { invoice: 'FP3', payee: '别的公司' }),
      receipt('回单9', 20_000, { invoice: 'FP2', bookedOn: '2022-07-27' }),
      receipt('回单10', 10_000, { invoice: 'FP3' }),
      receipt('回单10', 10_000, { invoice: 'FP3' }),
    ]);
    expect(job).toMatchObject({ state: 'validated', faulty: 8 });
    expect(await reasons(maker, job.id)).toMatchObject({
      2: expect.stringContaining('与申请金额 20,000.00 元不一致'),
      3: expect.stringContaining('有 2 笔这样的申请'),
      4: expect.stringContaining('回单日期：日期不能晚于今天'),
      5: expect.stringContaining('这张回单已经登记过'),
      6: expect.stringContaining('没有这笔支付申请'),
      7: expect.stringContaining('没有这笔支付申请'),
      8: expect.stringContaining('入账日期：日期不能早于'),
      9: expect.stringContaining('出现两次'),
    });
    refused(await act(maker, job.id, 'commit'), 'imports.refusal.state', 409);
    expect(await spent()).toEqual(before);
  });

  test('are the town’s and the county’s above it; one reversed by hand keeps the others', async () => {
    const { maker, other, county, sibling, finance } = office;
    const requestOf = async (wanted: string) =>
      (await kit.page(project)).requests.find(({ invoice }) => invoice === wanted)?.id ?? '';
    const byHand = async (who: Person, invoice: string, verb: string, more: object) =>
      kit.moneyStep(who, 'requests', project, await requestOf(invoice), verb, more);
    const why = { reason: '登记成别的单位的回单' };
    const wrong = { receipt: '回单0', day: '2022-07-28' };
    kit.done(await byHand(finance, 'FP3', 'receipt', wrong));
    kit.done(await byHand(other, 'FP3', 'reverse', why));
    const rows = [
      receipt('回单11', 20_000, { invoice: 'FP2' }),
      receipt('回单12', 10_000, { invoice: 'FP3' }),
    ];
    const theirs = await taken(sibling, receiptSheet, rows);
    expect(theirs).toMatchObject({ state: 'validated', faulty: 2 });
    expect((await template(sibling, receiptSheet.code)).text).not.toContain('FP3');

    const late = await taken(maker, receiptSheet, rows);
    const job = await taken(county, receiptSheet, rows);
    refused(await act(sibling, job.id, 'commit'), 'platform.refusal.absent', 404);
    refused(await act(maker, job.id, 'commit'), 'platform.refusal.absent', 404);
    done(await act(county, job.id, 'commit'));
    const second = await aPerson(database, office.server, 'county_finance', places.county);
    refused(await act(maker, late.id, 'commit'), 'imports.refusal.not_as_checked', 409);
    // Who registered an earlier receipt of one of them is told so, not that it was changed.
    refused(await act(finance, job.id, 'undo'), 'projects.refusal.same_person');
    kit.done(await byHand(other, 'FP2', 'reverse', why));
    const before = await spent();
    refused(await act(second, job.id, 'undo'), 'imports.refusal.depends', 409);
    expect(await spent()).toEqual(before);
  });

  test('that wait beyond what a sheet takes in are told of in its template, which comes back all the same', async () => {
    const { maker } = office;
    await database.owner.query(
      `insert into projects.request (county, id, project_id, contract_id, place_key, kind, amount, payee, asked_on, state)
       select county, gen_random_uuid(), project_id, contract_id, place_key, kind, 100 + n, payee, '2022-07-01', 'sent'
       from projects.request, generate_series(1, 501) n where invoice = 'FP2'`,
    );
    const bytes = await templateBytes(maker, receiptSheet.code);
    const cells = cellsOf(bytes);
    expect(cells.H1).toMatch(
      /^※等待回单的支付申请共 502 笔，本表只带出申请最早的 500 笔.*导出支付申请/,
    );
    expect(cellsOf(bytes, 2)).toMatchObject({ A3: cells.H1 });
    expect([cells.A501, cells.A502]).toEqual([contract, undefined]);
    const job = done(await importsAs.upload(maker, receiptSheet, bytes), 201).id;
    expect(done(await importsAs.read(maker, job)).state).toBe('parsed');
    const english = await maker.get(
      `/api/imports/kinds/${receiptSheet.code}/template.xlsx?lang=en`,
    );
    expect(english.text).toContain(
      '502 requests wait for their receipts; this sheet brings the 500',
    );
  });
});
