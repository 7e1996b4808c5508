/**
 * A year of money in the made-up town of the demonstration: each number of its story stands on the page where whoever
 * works with it looks for it, and what one page says of a sum another does not deny. What leaves the product, the public
 * pages and the auditor's package, says the same. How one payment moves these numbers is played in deeds.spec.ts.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Values } from '../../src/indicators/contract.ts';
import { useBooksAlone } from './accounts.ts';
import { complaintsOf, rowAbout, rowsOf, shot, useOffice } from './browser.ts';

const office = useOffice();
useBooksAlone();
const town = '990101100000';
const county = '990101000000';
const year = 'from=2021-07-01&to=2022-07-28';
/** Ten thousand yuan, as the pages write it. */
type Wan = string;
const tenThousand = (wan: Wan | undefined) => Number((wan ?? '').replaceAll(',', ''));
const added = (rows: string[][], at: number): Wan =>
  (rows.reduce((all, row) => all + Math.round(100 * tenThousand(row[at])), 0) / 100).toFixed(2);

test('who owes what: 6:3:1 of 40 million, paid up for the year before, 3 million on their way', async () => {
  const page = await office.as('caizheng', `/funds?place=${town}&${year}`);
  const rows = await rowsOf(page, '各出资方');
  const said = (payer: string): Wan[] => {
    const row = rowAbout(rows, payer);
    return [2, 4, 6, 7, 8, 9].map((at) => row[at] ?? '');
  };
  // Due, provided, received, committed, spent, arrears.
  expect(said('演示省')).toEqual([
    '2,400.00',
    '1,930.00',
    '1,930.00',
    '1,796.62',
    '942.88',
    '470.00',
  ]);
  expect(said('演示帮扶市')).toEqual(['1,200.00', '1,200.00', '900.00', '875.90', '706.89', '']);
  expect(said('属地市县')).toEqual(['400.00', '334.00', '334.00', '321.18', '227.27', '66.00']);
  expect(said('合计')).toEqual([
    '4,000.00',
    '3,464.00',
    '3,164.00',
    '2,993.70',
    '1,877.04',
    '536.00',
  ]);
  // More than a year's due is not an error: it makes up for the year before, and says so.
  expect(rowAbout(rows, '演示省').at(-1)).toContain('补2021年 230.00万元');
  await shot(page, 'one-year-funds');
  // 54.2 per cent of what was provided is spent, 59.3 of what came.
  const [, , , , provided, , received, , spent] = rowAbout(rows, '合计');
  const share = (of: Wan | undefined) => (100 * tenThousand(spent)) / tenThousand(of);
  expect([share(provided).toFixed(1), share(received).toFixed(1)]).toEqual(['54.2', '59.3']);

  // Each budget year alone: due, provided, received, committed, spent.
  for (const [of, sums] of [
    ['2021', ['2,000.00', '1,260.00', '1,260.00', '1,221.40', '1,138.30']],
    ['2022', ['2,000.00', '2,204.00', '1,904.00', '1,772.30', '738.74']],
  ] as const) {
    await page.goto(`/funds?place=${town}&${year}&year=${of}`);
    const total = rowAbout(await rowsOf(page, '各出资方'), '合计');
    expect([2, 4, 6, 7, 8].map((at) => total[at])).toEqual(sums);
  }
  expect(complaintsOf(page)).toEqual([]);
});

test('the documents of the year, each with its day and amount', async () => {
  const page = await office.as(
    'shixi',
    `/funds/documents?place=${town}&${year}&programme=special_fund`,
  );
  const rows = await rowsOf(page, '指标文件');
  const of = (measure: string) =>
    rows
      .filter((row) => row[4] === measure)
      .map((row) => [row[2], row[3], row[6]].join(' '))
      .toSorted();
  expect(of('下达')).toEqual([
    '2021-09-28 演示省（虚构） 500.00',
    '2022-01-20 演示省（虚构） 900.00',
    '2022-05-10 演示省（虚构） 530.00',
  ]);
  expect(of('拨付')).toEqual([
    '2021-10-15 演示帮扶市 600.00',
    '2022-03-10 演示帮扶市 300.00',
    '2022-07-20 演示帮扶市 300.00',
  ]);
  const sum = of('到位').reduce((all, row) => all + tenThousand(row.split(' ').at(-1)), 0);
  expect(sum).toBe(3164);
  expect(complaintsOf(page)).toEqual([]);
});

/** Number, budget, committed, spent, progress: the story's table of projects. */
const works: Record<string, [Wan, Wan, Wan, string]> = {
  '21-1': ['320.00', '308.60', '299.34', '100%'],
  '21-2': ['286.00', '273.20', '265.00', '100%'],
  '21-3': ['298.00', '290.00', '232.00', '85%'],
  '21-4': ['260.00', '255.00', '247.35', '100%'],
  '21-5': ['76.00', '74.80', '74.80', '100%'],
  '21-6': ['20.00', '19.80', '19.80', '100%'],
  '22-1': ['480.00', '468.00', '224.64', '55%'],
  '22-2': ['365.00', '352.60', '176.30', '52%'],
  '22-3': ['412.00', '398.00', '119.40', '18%'],
  '22-4': ['118.00', '118.00', '61.50', '52%'],
  '22-5': ['96.00', '92.40', '46.20', '50%'],
  '22-6': ['83.00', '79.80', '39.90', '50%'],
  '22-7': ['150.00', '145.50', '', '0%'],
  '22-8': ['120.00', '118.00', '70.80', '62%'],
};

test('fourteen projects: budget, committed, spent and progress; binding ones are marked', async () => {
  const page = await office.as('shixi', `/projects?place=${town}`);
  const rows = (await rowsOf(page, '项目库')).filter((row) => (row[1] ?? '') in works);
  expect(Object.fromEntries(rows.map((row) => [row[1], [row[5], row[6], row[7], row[8]]]))).toEqual(
    works,
  );
  expect(rows.filter(([name]) => name?.startsWith('★')).map((row) => row[1])).toEqual([
    ...['21-3', '22-4', '22-5', '22-6'],
  ]);
  const sum = (at: number) =>
    rows.reduce(
      (all, row) => all + Math.round(100 * Number((row[at] ?? '').replaceAll(',', ''))),
      0,
    );
  expect([sum(5), sum(6)]).toEqual([308_400, 299_370]);
  expect(complaintsOf(page)).toEqual([]);
});

test('use plans close: 1,260 in the first year, 1,824 and 80 kept back in the second', async () => {
  const page = await office.as('caizheng', '/plans?place=990101000000');
  const rows = await rowsOf(page, '资金使用方案');
  const sums = (words: string) => rowAbout(rows, words).slice(5, 8);
  expect(sums('2021年驻镇')).toEqual(['1,260.00', '1,260.00', '']);
  expect(sums('2022年驻镇')).toEqual(['1,904.00', '1,824.00', '80.00']);
  expect(complaintsOf(page)).toEqual([]);
});

test('the quota book: what is left of each receipt, and since when it lies there', async () => {
  const page = await office.as('caisuo', `/funds/quotas?place=${town}&programme=special_fund`);
  const rows = await rowsOf(page, '指标台账');
  const left = (words: string, year_: string): string[] => {
    const row = rows.find((one) => one[1]?.includes(words) && one[3] === year_) ?? [];
    return [row[4] ?? '', row[7] ?? '', row[9]?.slice(0, 10) ?? ''];
  };
  expect(left('演示省', '2021')).toEqual(['500.00', '76.45', '2021-10-20']);
  expect(left('演示省', '2022')).toEqual(['1,430.00', '910.67', '2022-02-15']);
  expect(left('演示帮扶市', '2022')).toEqual(['300.00', '159.60', '2022-03-28']);
  expect(complaintsOf(page)).toEqual([]);
});

test('the books balance, month by month and at the end of the year', async () => {
  const page = await office.as(
    'caizheng',
    `/funds/balances?place=${county}&programme=special_fund`,
  );
  const rows = await rowsOf(page, '科目余额');
  await page.getByText('借贷平衡').waitFor();
  // What came and is not spent yet: 3,164 less 1,877.036; each line is rounded to the hundredth.
  const left = rows.filter((row) => row[3] === '到位' && row[4] === '用款地');
  expect(Number(added(left, 8))).toBeCloseTo(1286.964, 1);

  await page.goto(`/funds/execution?place=${county}&year=2022`);
  const last = (await rowsOf(page, '按月')).at(-1) ?? [];
  expect(last.slice(0, 5)).toEqual(['2022-07', '1,904.00', '1,772.30', '738.74', '38.8']);
  const booked = await rowsOf(page, '2022 年内记的账');
  const figures = await page.request.get(
    `/api/indicators/values?codes=funds.received,funds.spent&by=programme&place=${county}&from=2022-01-01&to=2022-07-28`,
  );
  const { values } = (await figures.json()) as Values;
  const special = values.map(({ parts }) => parts.find(({ key }) => key === 'special_fund')?.value);
  const sums = [1, 3].map((at) => booked.at(-1)?.[at]?.replace(/[^0-9.]/g, ''));
  expect(sums).toEqual(special.map((fen) => (Number(fen) / 1e6).toFixed(2)));
  expect(rowAbout(booked, '2022')[3]).toBe('738.74');

  await page.goto(`/funds/carry-overs?place=${county}`);
  await page.getByRole('link', { name: '2021 年终结转' }).click();
  const lines = (await rowsOf(page, '各行')).filter((row) => row[2]?.includes('专项资金'));
  // Five contracts of 972.7 were in force, 30 per cent of three of them paid.
  expect([4, 5, 6, 7, 8].map((at) => added(lines, at))).toEqual([
    ...['1260.00', '972.70', '263.43', '709.27', '287.30'],
  ]);
  await shot(page, 'one-year-carry-over');
  expect(complaintsOf(page)).toEqual([]);
});

test('self-raised and donated: 206 pledged, 176 arrived, 138.6 granted, goods of 14 apart', async () => {
  const page = await office.as('yanshi', `/funds/donations?place=${town}`);
  const pledges = await rowsOf(page, '认捐明细');
  const said = (donor: string) => rowAbout(pledges, donor).slice(5, 8);
  expect(said('发展和改革局')).toEqual(['50.00', '50.00', '']);
  expect(said('能源集团')).toEqual(['30.00', '30.00', '']);
  expect(said('农村商业银行')).toEqual(['6.00', '6.00', '']);
  expect(said('扶贫济困日')).toEqual(['120.00', '90.00', '30.00']);
  const figure = (name: string) =>
    page
      .locator('.figure', { hasText: name })
      .first()
      .evaluate((it) => it.textContent ?? '');
  for (const [name, wan] of [
    ['认捐', '206'],
    ['到账', '176'],
    ['已拨用', '138.6'],
    ['结存', '37.4'],
    ['捐物折价', '14'],
  ] as const)
    expect(await figure(name)).toContain(wan);
  await page.goto(`/funds/entries?place=${town}&programme=self_raised&measure=spent`);
  // Fourteen small projects of 9.9 each.
  const grants = await rowsOf(page, '明细账');
  expect([grants.length, added(grants, grants[0]?.indexOf('9.90') ?? 0)]).toEqual([14, '138.60']);
  expect(complaintsOf(page)).toEqual([]);
});

test('subsidies: 31 households, 30 paid at first, the rare character the second time', async () => {
  const page = await office.as('caisuo', `/projects?place=${town}&words=22-4`);
  await page.getByRole('link', { name: /防返贫到户奖补/ }).click();
  await page.getByRole('link', { name: '奖补发放' }).click();
  const batches = await rowsOf(page, '发放清册和代发批次');
  expect(batches.map((row) => [row[2], row[3]])).toEqual([
    ['31 户 465,000.00 元', expect.stringContaining('30 户 450,000.00 元')],
    ['1 户 15,000.00 元', '1 户 15,000.00 元'],
  ]);
  await page.getByRole('link', { name: '第 1 批' }).click();
  await page.getByText('本批支出 450,000.00 元').waitFor();
  const failed = (await rowsOf(page, '到户名单')).filter((row) => row.at(-1)?.startsWith('失败'));
  expect(failed.map((row) => [row[1], row.at(-1)])).toEqual([
    ['李𬭎', expect.stringMatching(/生僻字.*第 2 批补发/)],
  ]);
  await shot(page, 'one-year-batch');
  expect(complaintsOf(page)).toEqual([]);
});

test('reconciliation: 26 of ours against 25, one of which differs by 900 yuan', async () => {
  const page = await office.as('caizheng', '/reconciliation');
  const rows = await rowsOf(page, '对账');
  const run = rowAbout(rows, '预算一体化');
  expect(run.slice(4, 9)).toEqual(['24', '1', '0', '0', '0']);
  await page
    .getByRole('link', { name: /演示县预算一体化/ })
    .first()
    .click();
  const statement = await rowsOf(page, '余额调节表');
  expect(statement[0]?.[1]).toBe('25');
  expect(rowAbout(statement, '金额不符').slice(1, 3)).toEqual(['1', '-900.00']);
  expect(rowAbout(statement, '未调平').at(-1)).toBe('0.00');
  // The 26th was asked for and not paid: no spending yet, on neither side.
  await page.getByText(/已送审未付 1 笔.*77,000\.00/).waitFor();
  await page.getByText('529,800.00').first().waitFor();
  await page.getByText('528,900.00').first().waitFor();
  await shot(page, 'one-year-reconciliation');
  expect(complaintsOf(page)).toEqual([]);
});

test('four suspicions: alike bids, a contract in nine parts, an invoice twice, paid ahead of the work', async () => {
  const page = await office.as('yanshi', '/supervision');
  const rows = await rowsOf(page, '疑点台账');
  expect(rowAbout(rows, '支付超进度').slice(0, 7)).toEqual([
    ...['支付超进度', '申请和已付占合同 30%，进度 18%。', '石溪镇', '47.76 万元', '待答复'],
    ...['石溪镇答复', expect.stringContaining('2022-08-04')],
  ]);
  expect(rowAbout(rows, '丝苗米烘干中心招标')[4]).toBe('已排除');
  const told = (words: string) => rowAbout(rows, words).slice(1, 5);
  expect(told('疑似拆分合同')).toEqual([
    ...[expect.stringContaining('9 份都低于 10.00万元'), '石溪镇', '79.80 万元', '已排除'],
  ]);
  expect(told('发票号重复')).toEqual([
    ...[expect.stringContaining('FP演示-自筹-09'), '石溪镇', '4.80 万元', '已销号'],
  ]);
  await page.getByRole('link', { name: '疑似拆分合同' }).click();
  await page
    .getByText(/合并为一份合同 79\.8 万元/)
    .first()
    .waitFor();
  await shot(page, 'one-year-split-contract');
  expect(complaintsOf(page)).toEqual([]);
});

test('a stranger reads the public copies, on the page and as data', async () => {
  const page = await office.open(`/public?place=${town}`);
  const read = async (title: string): Promise<string> => {
    await page.goto(`/public?place=${town}`);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return page.locator('main').evaluate((it) => it.textContent ?? '');
  };
  const market = await read('石溪镇项目公开：镇区农贸市场改造');
  for (const yuan of ['3,200,000.00', '3,086,000.00', '2,993,420.00'])
    expect(market).toContain(yuan);
  const use = await read('石溪镇2021年驻镇帮镇扶村资金使用情况');
  // Received, committed, spent of the first year.
  for (const yuan of ['12,600,000.00', '12,214,000.00', '11,382,960.00'])
    expect(use).toContain(yuan);
  // Self-raised money has books of its own: neither its source nor its small project stands beside the fiscal ones.
  expect(use).not.toContain('自筹');
  await shot(page, 'one-year-public');

  const feed = await page.request.get(`/public/api/disclosure/copies?place=${town}`);
  const { rows } = (await feed.json()) as { rows: { title: { zh: string } }[] };
  expect(rows.map(({ title }) => title.zh).toSorted()).toEqual([
    '石溪镇2021年驻镇帮镇扶村资金使用情况',
    '石溪镇项目公开：荔枝冷链集配中心',
    '石溪镇项目公开：镇区农贸市场改造',
  ]);
  const data = await page.request.get(`/public/api/disclosure/oc4ids?place=${town}`);
  const { projects } = (await data.json()) as {
    projects: { title: string; budget: { amount: { amount: number } } }[];
  };
  expect(Object.fromEntries(projects.map((one) => [one.title, one.budget.amount.amount]))).toEqual({
    '演示数据：镇区农贸市场改造': 3_200_000,
    '演示数据：荔枝冷链集配中心': 4_800_000,
  });
  // Nobody's page shows who made it, and it needs no script.
  expect(await page.locator('script').count()).toBe(0);
  expect(complaintsOf(page)).toEqual([]);
});

test('the auditor takes the package: its vouchers add up to what the pages say', async () => {
  const page = await office.as('shenji', `/evidence?place=${county}`);
  await page.getByText('演审通〔2022〕7号').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '生成并下载取数包' }).click(),
  ]);
  const contents = unzipSync(await readFile(await download.path()));
  const file = (code: string): Record<string, string>[] => {
    const name = Object.keys(contents).find((one) => one.endsWith(`-${code}.csv`)) ?? '';
    return parse(Buffer.from(contents[name] ?? []), { columns: true, bom: true });
  };
  const fen = (yuan: string | undefined) =>
    Math.round(100 * Number((yuan ?? '0').replaceAll(',', '')));
  const sum = (rows: Record<string, string>[], column = '金额') =>
    rows.reduce((all, row) => all + fen(row[column]), 0) / 1_000_000;
  const entries = file('entries');
  const spread = (programme: string, ...measures: string[]) =>
    measures.map((one) =>
      sum(entries.filter((row) => row.资金类别 === programme && row.口径 === one)),
    );
  expect(spread('驻镇帮镇扶村专项资金', '应配', '到位', '合同占用', '支出')).toEqual([
    ...[4000, 3164, 2993.7, 1877.036],
  ]);
  expect(spread('驻镇帮镇扶村专项资金', '下达', '拨付')).toEqual([1930, 1200]);
  expect(spread('自筹及捐赠', '到位', '支出')).toEqual([176, 138.6]);
  const own = file('budgets').filter((row) => /^2[12]-/.test(row.项目编号 ?? ''));
  expect(sum(own, '占用额度')).toBe(3084);
  expect(file('reconciliation').map((row) => [row.相符, row.金额不符, row.我有他无])).toEqual([
    ['24', '1', '0'],
  ]);
  expect(file('findings').map((row) => row.规则 || row.问题)).toEqual(
    expect.arrayContaining(['支付超进度', '疑似拆分合同', '发票号重复']),
  );
  expect(complaintsOf(page)).toEqual([]);
});
