/** The 31 figures on their page, and one of them opened onto its definition and rows. */
import { expect, test } from 'vitest';
import { usePostingsAlone } from './accounts.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';

usePostingsAlone();
const office = useOffice();

test('31 of 31 agree for the province, and a figure opens onto its rows', async () => {
  const page = await office.as('sheng', '/reports/figures');
  await page.getByText('31 / 31').waitFor();
  await page.getByRole('link', { name: '8,099人' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('截止日在任的党政机关').first().waitFor();
  await drawer.locator('tbody tr').nth(10).waitFor();
  await shot(page, 'figure-drawer', false);
  expect(page.url()).toContain('figure=teams.cadres');
  expect(complaintsOf(page)).toEqual([]);
});

test('a town sees its own figures without comparison', async () => {
  const page = await office.as('zhen', '/reports/figures');
  await page.getByText('这里按你选的地方算').waitFor();
  expect(await page.getByText('一致', { exact: true }).count()).toBe(0);
  expect(complaintsOf(page)).toEqual([]);
});
