/** Who owes what: the province asks, and goes down to a document number and the town it went to. */
import { expect, test } from 'vitest';
import { useBooksAlone } from './accounts.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';

const office = useOffice();
useBooksAlone();

test('the province sees what it owes itself, why, and by which document it gave', async () => {
  const page = await office.as('sheng', '/funds');
  await page.locator('[data-figure="funds.issued"]', { hasText: '174.00' }).waitFor();
  const payers = page.getByRole('region', { name: '各出资方' });
  const own = payers.getByRole('row', { name: /广东省/ });
  await own.getByText('422,400.00').waitFor();
  await own.getByText('2022年出资中补2021年 208,800.00万元').waitFor();
  expect(await payers.getByRole('row', { name: /合计/ }).textContent()).toContain('481,458.00');
  // Nothing is owed by the assisting cities: nothing there is red.
  const helper = payers.getByRole('row', { name: /珠海市/ });
  expect(await helper.locator('.owed').count()).toBe(0);

  await own.getByRole('button', { name: '广东省' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('以后年度已补 208,800.00万元').waitFor();
  await drawer
    .getByRole('link', { name: /^粤财农〔2022〕演\d+号$/ })
    .first()
    .waitFor();
  await shot(page, 'funds-payer', false);
  const link = drawer.getByRole('link', { name: /^粤财农〔2022〕演\d+号$/ }).first();
  const number = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  await page.getByRole('region', { name: '分到各地' }).getByRole('row').nth(40).waitFor();
  await page.getByText('管理台账，不替代法定会计账簿和国库支付凭证').first().waitFor();
  expect(await page.getByRole('button', { name: /支付|拨款|付款/ }).count()).toBe(0);
  expect(complaintsOf(page)).toEqual([]);
});

test('石溪镇: 3,464 provided of 4,000, and what of it came and was spent', async () => {
  const page = await office.as('yanshi', '/funds?lang=en');
  const towns = page.getByRole('region', { name: 'Town by town' });
  const row = towns.getByRole('row', { name: /石溪镇/ });
  await row.waitFor();
  for (const million of ['40.0000', '34.6400', '31.6400', '29.9370', '18.7704', '5.3600'])
    await row.getByText(million, { exact: true }).waitFor();
  await row.getByRole('button').click();
  await page.getByRole('heading', { name: 'What was booked, entry by entry' }).waitFor();
  await page.getByText('Takes back the entry of').first().waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

test('a city that helps others finds them first: what stands there, and what it remitted', async () => {
  const page = await office.as('bangfu', '/');
  const helped = page.getByRole('region', { name: '本市帮扶的地方' });
  await helped.getByRole('row', { name: /湛江市/ }).waitFor();
  expect(await helped.getByRole('row').count()).toBe(1 + 3);
  // By the day of booking 64,330 and 97,070 of 2022: 16.14 hundred million in all.
  const remitted = await helped
    .locator('[data-figure="funds.assisting_remitted"] .figure-link-number')
    .allTextContents();
  expect(remitted.reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(16.14, 2);
  await page.goto('/funds');
  await page.getByRole('link', { name: '广州财农〔2022〕演13号' }).waitFor();
  await page.getByRole('link', { name: '清远市' }).click();
  await page
    .getByRole('region', { name: '各出资方' })
    .getByRole('row', { name: /广州市/ })
    .waitFor();
  expect(complaintsOf(page)).toEqual([]);
});
