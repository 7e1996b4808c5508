/** A county officer adds a posting and ends it: the province's figure follows in the same second, and the row is behind it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { usePostingsAlone } from './accounts.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';

usePostingsAlone();
const office = useOffice();
const county = '440983000000';
const province = '440000000000';
const period = 'from=2022-01-01&to=2022-07-28';

const cadres = async (page: Page): Promise<number> => {
  const reply = await page.request.get(
    `/api/indicators/values?codes=teams.cadres&place=${province}&${period}`,
  );
  return Number(((await reply.json()) as { values: { value: string }[] }).values[0]?.value);
};

test('adding, seeing and ending a posting', async () => {
  const provincial = await office.as('sheng', '/account');
  const before = await cadres(provincial);

  const page = await office.as('xian', `/teams?place=${county}&${period}`);
  await page.getByRole('button', { name: '新宝镇' }).click();
  await page.getByRole('button', { name: '登记派驻任职' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('欧阳㛃');
  await drawer.locator('.chosen button').first().click();
  await drawer.getByLabel('批次').selectOption({ index: 1 });
  await drawer.getByText('女', { exact: true }).click();
  await shot(page, 'posting-form', false);
  await drawer.getByRole('button', { name: '登记派驻任职' }).click();
  await page.getByRole('cell', { name: '欧阳㛃' }).first().waitFor();
  expect(await cadres(provincial)).toBe(before + 1);

  await provincial.goto(`/?place=${province}&${period}&figure=teams.cadres`);
  await provincial
    .getByText((before + 1).toLocaleString('en'))
    .first()
    .waitFor();
  const rows = await provincial.request.get(
    `/api/indicators/definitions/teams.cadres/rows.csv?place=${county}&${period}`,
  );
  expect(await rows.text()).toContain('欧阳㛃');

  const line = page.getByRole('row', { name: /欧阳㛃/ }).first();
  await line.getByRole('button', { name: '结束派驻' }).click();
  await page.getByRole('dialog').getByLabel('原因').selectOption('entered_in_error');
  await page.getByRole('dialog').getByRole('button', { name: '结束派驻' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await cadres(provincial)).toBe(before);
  await page.getByText('登记有误').first().waitFor();
  await shot(page, 'team-after-ending');
  expect(complaintsOf(page)).toEqual([]);
  expect(complaintsOf(provincial)).toEqual([]);
});

test('an auditor reads the same team and finds nothing to press', async () => {
  const page = await office.as('shenji', `/teams?place=${county}&${period}`);
  await page.getByRole('button', { name: '新宝镇' }).click();
  await page.getByRole('heading', { name: '编配要求' }).waitFor();
  expect(await page.getByRole('button', { name: '登记派驻任职' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '结束派驻' }).count()).toBe(0);
});

test('a refused deed says why and keeps what was typed', async () => {
  const page = await office.as('xian', `/teams?place=${county}&${period}`);
  await page.getByRole('button', { name: '新宝镇' }).click();
  await page.getByRole('button', { name: '登记派驻任职' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('二队长');
  await drawer.locator('.chosen button').first().click();
  await drawer.getByLabel('职务').selectOption('captain');
  await drawer.getByLabel('批次').selectOption({ index: 1 });
  await drawer.getByText('男', { exact: true }).click();
  await drawer.getByRole('button', { name: '登记派驻任职' }).click();
  await drawer.getByRole('alert').waitFor();
  await shot(page, 'posting-refused', false);
  expect(await drawer.getByLabel('姓名').inputValue()).toBe('二队长');
});
