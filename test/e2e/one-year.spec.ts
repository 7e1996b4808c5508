/**
 * A year of money in the made-up town of the demonstration: each number of its story stands on the page where whoever
 * works with it looks for it, and what one page says of a sum another does not deny.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsOf, shot, useOffice } from './browser.ts';

const office = useOffice();
const town = '990101100000';
const year = 'from=2021-07-01&to=2022-07-28';
/** Ten thousand yuan, as the pages write it. */
type Wan = string;

/** What stands in a table, row by row, cell by cell. */
async function rowsOf(page: Page, title: string): Promise<string[][]> {
  const table = page.getByRole('table', { name: title, exact: true });
  await table.locator('tbody tr').first().waitFor();
  return table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
}
const rowAbout = (rows: string[][], words: string): string[] => {
  const found = rows.find(([first = '', second = '']) => `${first} ${second}`.includes(words));
  if (!found) throw new Error(`no row about ${words}: ${JSON.stringify(rows)}`);
  return found;
};

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
  const sum = of('到位').reduce((all, row) => all + Number(row.split(' ').at(-1)), 0);
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
  const page = await office.as('caisuo', `/funds/quotas?place=${town}`);
  const rows = await rowsOf(page, '指标台账');
  const left = (words: string, year_: string): string[] => {
    const row = rows.find((one) => one[2]?.includes(words) && one[4] === year_) ?? [];
    return [row[5] ?? '', row[8] ?? '', row[10] ?? ''];
  };
  expect(left('演示省', '2021')).toEqual(['500.00', '76.45', '2021-10-20']);
  expect(left('演示省', '2022')).toEqual(['1,430.00', '910.67', '2022-02-15']);
  expect(left('演示帮扶市', '2022')).toEqual(['300.00', '159.60', '2022-03-28']);
  expect(complaintsOf(page)).toEqual([]);
});

test('reconciliation: one differs by 900 yuan, one is ours alone', async () => {
  const page = await office.as('caizheng', '/reconciliation');
  const rows = await rowsOf(page, '对账');
  const run = rowAbout(rows, '预算一体化');
  expect(run.slice(4, 9)).toEqual(['18', '1', '1', '0', '0']);
  await page
    .getByRole('link', { name: /演示县预算一体化/ })
    .first()
    .click();
  const statement = await rowsOf(page, '余额调节表');
  expect(rowAbout(statement, '金额不符').slice(1, 3)).toEqual(['1', '-900.00']);
  expect(rowAbout(statement, '我有他无').slice(1, 3)).toEqual(['1', '198,000.00']);
  expect(rowAbout(statement, '未调平').at(-1)).toBe('0.00');
  // Asked for and not paid: no spending yet, on neither side.
  await page.getByText(/已送审未付 1 笔.*77,000\.00/).waitFor();
  await shot(page, 'one-year-reconciliation');
  expect(complaintsOf(page)).toEqual([]);
});

test('findings: 30 per cent paid at 18 per cent of progress, two alike bids cleared', async () => {
  const page = await office.as('yanshi', '/supervision');
  const rows = await rowsOf(page, '疑点台账');
  expect(rowAbout(rows, '支付超进度').slice(0, 7)).toEqual([
    ...['支付超进度', '申请和已付占合同 30%，进度 18%。', '石溪镇', '47.76 万元', '待答复'],
    ...['石溪镇答复', expect.stringContaining('2022-08-04')],
  ]);
  expect(rowAbout(rows, '丝苗米烘干中心招标')[4]).toBe('已排除');
  expect(complaintsOf(page)).toEqual([]);
});
