/** An installation without the demonstration: from nothing to a person in post, by pages alone. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hashPassword } from '../../src/access/password.ts';
import { addAccounts } from '../../src/access/store/accounts.ts';
import { kyselyOver, openPool } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';
import { complaintsOf, enter, shot, useOffice } from './browser.ts';
import { type Installation, startEmpty } from './server.ts';

let installation: Installation;
const office = useOffice(() => installation.address);
const password = 'zhuzhen-2022';
const province = { name: 'province', password };
const county = { name: 'county', password };
const countyKey = '440983000000';

beforeAll(async () => {
  installation = await startEmpty(inject('adminUrl'));
  const pool = openPool(installation.adminUrl, { max: 1 });
  const passwordHash = await hashPassword(password);
  const account = (name: 'province' | 'county', homeKey: string) => ({
    ...{ id: newId(), name, displayName: name, passwordHash, role: name, homeKey },
  });
  try {
    await addAccounts(kyselyOver(pool), [
      account('province', '440000000000'),
      account('county', countyKey),
    ]);
  } finally {
    await pool.end();
  }
}, 120_000);
afterAll(() => installation?.stop());

test('batch, requirement, unit, team, posting', async () => {
  const provincial = await office.open('/login');
  await enter(provincial, province, '/teams/arrangement');
  await provincial.getByText('还没有登记批次').waitFor();
  await shot(provincial, 'empty-arrangement');
  await provincial.getByRole('button', { name: '登记批次' }).click();
  const batch = provincial.getByRole('dialog');
  await batch.getByLabel('批次名称').fill('第一批');
  await batch.getByLabel('开始日期').fill('2021-07-01');
  await batch.getByLabel('开始日期').press('Tab');
  await batch.getByRole('button', { name: '登记批次' }).click();
  await provincial.getByRole('rowheader', { name: '第一批' }).waitFor();

  await provincial.getByRole('button', { name: '登记编配要求' }).click();
  const rule = provincial.getByRole('dialog');
  await rule.getByLabel('镇', { exact: true }).check();
  await rule.getByLabel('职务').selectOption('captain');
  await rule.getByLabel('依据文件').fill('粤乡振〔2021〕2号');
  await shot(provincial, 'empty-requirement-form', false);
  await rule.getByRole('button', { name: '登记编配要求' }).click();
  await provincial.getByRole('cell', { name: '粤乡振〔2021〕2号' }).waitFor();
  expect(complaintsOf(provincial)).toEqual([]);

  const page = await office.open('/login');
  await enter(page, county, '/teams/organisations');
  await page.getByRole('button', { name: '登记选派单位' }).click();
  const unit = page.getByRole('dialog');
  await unit.getByLabel('单位全称').fill('信宜市水务局');
  await unit.getByLabel('类别').selectOption('party_government');
  await unit.getByLabel('层次').selectOption('county');
  await unit.getByRole('button', { name: '登记选派单位' }).click();
  await page.getByRole('button', { name: '信宜市水务局' }).waitFor();

  await page.goto('/teams');
  await page.getByRole('button', { name: '大成镇' }).click();
  const team = page.getByRole('dialog');
  await team.getByLabel('牵头单位').fill('水务');
  await team.getByRole('button', { name: '信宜市水务局' }).click();
  await shot(page, 'empty-form-team', false);
  await team.getByRole('button', { name: '组建工作队' }).click();
  await page.getByRole('heading', { name: '大成镇驻镇帮镇扶村工作队' }).waitFor();

  await page.getByRole('button', { name: '登记派驻任职' }).click();
  const posting = page.getByRole('dialog');
  await posting.getByLabel('姓名').fill('欧阳㛃');
  await posting.locator('.chosen button').first().click();
  await posting.getByLabel('职务').selectOption('captain');
  await posting.getByLabel('批次').selectOption('第一批');
  await posting.getByText('女', { exact: true }).click();
  await posting.getByRole('button', { name: '登记派驻任职' }).click();
  await page.getByRole('cell', { name: '欧阳㛃' }).first().waitFor();
  await shot(page, 'empty-team');
  expect(complaintsOf(page)).toEqual([]);

  await provincial.goto('/');
  await provincial.getByText('1', { exact: true }).first().waitFor();
  await shot(provincial, 'empty-cockpit');
});

test('a county reads batches and requirements and finds nothing to press', async () => {
  const page = await office.open('/login');
  await enter(page, county, '/teams/arrangement');
  await page.getByRole('rowheader', { name: '第一批' }).waitFor();
  for (const name of ['登记批次', '登记编配要求', '设定提醒标准', '停用'])
    expect(await page.getByRole('button', { name }).count(), name).toBe(0);
});

test('a team is formed in a town no rule names, and two batches overlap at hand-over', async () => {
  const page = await office.open('/login');
  await enter(page, province, '/teams/arrangement');
  await page.getByRole('button', { name: '更正批次' }).click();
  const change = page.getByRole('dialog');
  await change.getByLabel('计划结束日期').fill('2024-07-01');
  await change.getByLabel('计划结束日期').press('Tab');
  await change.getByRole('button', { name: '更正批次' }).click();
  await page.getByRole('cell', { name: '2024-07-01' }).waitFor();

  await page.getByRole('button', { name: '登记批次' }).click();
  const batch = page.getByRole('dialog');
  await batch.getByLabel('批次名称').fill('第二批');
  await batch.getByLabel('开始日期').fill('2021-01-01');
  await batch.getByLabel('开始日期').press('Tab');
  await batch.getByRole('button', { name: '登记批次' }).click();
  await batch.getByRole('alert').getByText('后一批要比前一批晚开始').waitFor();
  await shot(page, 'empty-batch-refused', false);
  await batch.getByLabel('开始日期').fill('2024-06-01');
  await batch.getByLabel('开始日期').press('Tab');
  await batch.getByRole('button', { name: '登记批次' }).click();
  await page.getByText('第一批与第二批重叠 30 天').waitFor();
  await shot(page, 'empty-batches');

  await page.goto('/teams?place=440902000000');
  await page.getByRole('button', { name: '组建工作队' }).click();
  const team = page.getByRole('dialog');
  await team.getByLabel('组建在哪个镇').fill('红旗街道');
  await team.getByRole('button', { name: '红旗街道' }).click();
  await team.getByLabel('牵头单位').fill('没有这个单位');
  await team.getByText('先去登记单位').waitFor();
  await team.getByLabel('牵头单位').fill('水务');
  await team.getByRole('button', { name: '信宜市水务局' }).click();
  await team.getByRole('button', { name: '组建工作队' }).click();
  await page.getByRole('heading', { name: '红旗街道驻镇帮镇扶村工作队' }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});
