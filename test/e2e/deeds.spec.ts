/**
 * One payment from the town's request to the treasury's receipt and back, as its people do it: each figure that speaks of it
 * moves by exactly its amount, and the auditor gets from the figure to its voucher.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '../../src/platform/new-id.ts';
import { useBooksAlone } from './accounts.ts';
import { complaintsOf, rowAbout, rowsOf, shot, useOffice } from './browser.ts';

const office = useOffice();
useBooksAlone();
const town = '990101100000';
const ofTown = `place=${town}&from=2021-07-01&to=2022-07-28`;
/** 0.40 万元. */
const yuan = '4,000.00';
const receipt = 'ZF演示-22-7-1';

const hundredths = (wan: string | undefined) =>
  Math.round(100 * Number((wan ?? '').replaceAll(',', '')));

/** What the town's funds page, its quota book and the project library say of what is spent, in hundredths of 万元. */
async function spent(page: Page): Promise<number[]> {
  await page.goto(`/funds?${ofTown}`);
  const funds = rowAbout(await rowsOf(page, '各出资方'), '合计')[8];
  await page.goto(`/funds/quotas?place=${town}&programme=special_fund&year=2022`);
  const quota = (await rowsOf(page, '指标台账')).find((row) => row[1]?.includes('演示省'));
  await page.goto(`/projects?place=${town}&words=22-7`);
  const project = (await rowsOf(page, '项目库'))[0];
  return [funds, quota?.[6], quota?.[7], project?.[7]].map(hundredths);
}

/** Presses a verb of the one request that has it, fills its form and sends it. */
async function deed(page: Page, verb: string, fields: Record<string, string> = {}): Promise<void> {
  const requests = page.getByRole('region', { name: '支付申请' });
  await requests.getByRole('button', { name: verb, exact: true }).click();
  const form = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
  await form.getByRole('button', { name: verb, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}
const stands = (page: Page, state: string) =>
  page
    .getByRole('region', { name: '支付申请' })
    .getByRole('row', { name: state })
    .first()
    .waitFor();

async function aScan(words: string): Promise<Buffer> {
  const scan = await PDFDocument.create();
  scan.addPage([420, 300]).drawText(words, { x: 40, y: 200, size: 18 });
  return Buffer.from(await scan.save());
}

test('a payment: asked for, checked, its papers together, sent, paid by the receipt, seen by the auditor, taken back', async () => {
  const maker = await office.as('shixi', '/');
  const before = await spent(maker);
  await maker.getByRole('link', { name: /中心小学校舍修缮/ }).click();
  await maker.getByRole('heading', { level: 1, name: '中心小学校舍修缮' }).waitFor();
  const address = new URL(maker.url()).pathname;

  // An invoice another request rests on gets no further.
  await maker.getByRole('button', { name: '登记支付申请' }).click();
  const form = maker.getByRole('dialog');
  await form.getByLabel('类别').selectOption({ label: '预付款' });
  await form.getByLabel('金额（元）').fill(yuan);
  await form.getByLabel('发票号').fill('FP演示-22-1-1');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await maker
    .getByText(/同一发票号已用于“荔枝冷链集配中心”/)
    .first()
    .waitFor();
  const requests = maker.getByRole('region', { name: '支付申请' });
  await requests.getByRole('button', { name: '提交复核', exact: true }).click();
  await form.getByLabel('情况说明').fill('发票先借用');
  await form.getByRole('button', { name: '提交复核', exact: true }).click();
  await form.getByRole('alert').waitFor();
  await shot(maker, 'deeds-invoice-used', false);
  await form.getByRole('button', { name: '取消' }).click();
  await requests.getByRole('button', { name: '修改', exact: true }).click();
  await form.getByLabel('发票号').fill('FP演示-22-7-1');
  await form.getByRole('button', { name: '保存修改' }).click();
  await form.waitFor({ state: 'detached' });
  await requests.getByText('FP演示-22-7-1').waitFor();
  await deed(maker, '提交复核');
  await stands(maker, '待复核');
  expect(await requests.getByRole('button', { name: '复核', exact: true }).count()).toBe(0);

  const checker = await office.as('caisuo', address);
  await deed(checker, '复核');
  await stands(checker, '已复核待送审');

  // What is missing is said first; the contract's scan comes beside the page, the invoice's through its form.
  await maker.goto(`/dossiers?place=${town}`);
  await maker.getByRole('link', { name: /中心小学校舍修缮/ }).click();
  await maker.getByText(/还差.*发票/).waitFor();
  const request = new URL(maker.url()).pathname.split('/').at(-1) ?? '';
  const about = {
    ...{ project: address.split('/').at(-1) ?? '', request, kind: 'contract', dated: '2022-07-12' },
    ...{ title: '施工合同', name: 'contract.pdf', class: 'internal' },
  };
  const sent = await maker.request.post(`/api/dossiers/files?${new URLSearchParams(about)}`, {
    headers: {
      ...{ 'Idempotency-Key': newId(), 'X-Zhuzhen': '1' },
      'Content-Type': 'application/octet-stream',
    },
    data: await aScan('contract'),
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await maker.reload();
  await maker.getByRole('button', { name: '上传发票' }).click();
  await form.locator('input[type=file]').setInputFiles({
    ...{ name: 'invoice.pdf', mimeType: 'application/pdf' },
    buffer: await aScan('invoice'),
  });
  await form.getByLabel('文件名称').fill('发票');
  await form.getByLabel('文件日期').fill('2022-07-27');
  await form.getByLabel('文件日期').press('Tab');
  await form.getByText('不含个人信息').click();
  await form.getByRole('button', { name: '上传', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await maker.getByText('资料齐了。').waitFor();
  await maker.getByRole('button', { name: '生成送审资料' }).click();
  await maker.getByRole('link', { name: '下载 PDF' }).waitFor();
  await shot(maker, 'deeds-dossier');
  await maker.goto(address);
  await deed(maker, '送审');
  await stands(maker, '已送审未付');

  const county = await office.as('caizheng', address);
  await deed(county, '登记回单', { 国库支付回单号: receipt });
  await stands(county, '已支付（以国库回单为准）');
  // Asked for, checked and sent moved nothing; the receipt alone did.
  const [funds = 0, quota = 0, left = 0, project = 0] = before;
  expect(await spent(county)).toEqual([funds + 40, quota + 40, left - 40, project + 40]);

  const auditor = await office.as('shenji', `/funds?${ofTown}`);
  await auditor.locator('[data-figure="funds.spent"]').click();
  await auditor.getByRole('dialog').getByText(receipt).first().waitFor();
  await shot(auditor, 'deeds-figure-rows', false);
  await auditor.goto(`/funds/entries?place=${town}&measure=spent&document=${receipt}`);
  const voucher = await rowsOf(auditor, '明细账');
  expect(voucher).toHaveLength(1);
  expect(voucher[0]).toEqual(expect.arrayContaining(['2022-07-28', '0.40', receipt]));
  await auditor.getByRole('link', { name: receipt }).click();
  const found = await rowsOf(auditor, '项目库');
  expect(found).toHaveLength(1);
  expect(found[0]?.join(' ')).toContain('22-7');

  // Taken back by another, so that other tests find the year as it was.
  const office_ = await office.as('yanshi', address);
  await deed(office_, '冲红回单', { 理由: '回单登记错项目' });
  await stands(office_, '已送审未付');
  await deed(office_, '撤回送审', { 理由: '改由县级直接支付' });
  await stands(office_, '已退回');
  await maker.goto(address);
  await deed(maker, '作废', { 理由: '不再申请' });
  await stands(maker, '已作废');
  expect(await spent(maker)).toEqual(before);
  for (const page of [maker, checker, county, auditor, office_])
    expect(complaintsOf(page)).toEqual([]);
});
