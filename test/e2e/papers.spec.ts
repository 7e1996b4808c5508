/** A county's paper of money, from the form to the books and back: one registers, another checks, the figure follows. */
import { expect, test } from 'vitest';
import { useBooksAlone } from './accounts.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';

const office = useOffice();
useBooksAlone();
const town = '990101100000';
const county = '990101000000';

/** What the town received of all years, in fen. */
async function received(page: Awaited<ReturnType<typeof office.open>>): Promise<bigint> {
  const answer = await page.request.get(
    `/api/indicators/values?codes=funds.received&place=${town}&from=2021-07-01&to=2022-07-28`,
  );
  expect(answer.ok(), await answer.text()).toBe(true);
  const { values } = (await answer.json()) as { values: { value: string }[] };
  return BigInt(values[0]?.value ?? '');
}

test('registered, refused, amended, checked by another, taken back', async () => {
  const maker = await office.as('yanshi', '/funds/papers');
  const before = await received(maker);
  await maker.getByRole('link', { name: '登记单据' }).click();
  await maker.getByLabel('文号').fill('演示财农〔2022〕演99号');
  await maker.getByLabel('标题').fill('关于下达2022年县级配套资金指标（第二批）的通知');
  await maker.getByLabel('环节').selectOption({ label: '到位' });
  await maker.getByLabel('出资方').selectOption({ label: '县级' });
  await maker.getByLabel('出资地').selectOption({ label: '演示县' });
  expect(await maker.getByLabel('资金来源').inputValue()).toBe('county_fund');
  await maker.getByLabel('文件总金额').fill('60');
  await maker.getByRole('button', { name: '填入下辖地方' }).click();
  const lines = await maker.getByLabel('明细').inputValue();
  expect(lines).toContain('石溪镇');
  await maker.getByLabel('明细').fill(`${town} 石溪镇 59.5`);
  await maker.getByText('还差').waitFor();
  await maker.getByLabel('任务清单').fill('★防返贫监测 | 监测户全覆盖');
  await shot(maker, 'paper-form');
  await maker.getByRole('button', { name: '保存草稿' }).click();

  await maker.getByRole('button', { name: '提交复核' }).click();
  await maker.getByRole('dialog').getByLabel('对提示的说明').fill('补足配套');
  await maker.getByRole('dialog').getByRole('button', { name: '提交复核' }).click();
  await maker.getByText('明细合计比文件金额少 5,000.00 元。').waitFor();
  await maker.getByRole('button', { name: '取消' }).click();

  await maker.getByRole('link', { name: '修改' }).click();
  await maker.getByRole('textbox', { name: '明细' }).fill(`${town}\t石溪镇\t600,000.00`);
  await maker.getByRole('button', { name: '保存修改' }).click();
  await maker.getByRole('button', { name: '提交复核' }).click();
  await maker.getByRole('dialog').getByLabel('对提示的说明').fill('补足配套');
  await maker.getByRole('dialog').getByRole('button', { name: '提交复核' }).click();
  await maker.getByText('待复核').waitFor();
  expect(await maker.getByRole('button', { name: '复核入账' }).count()).toBe(0);
  expect(await received(maker)).toBe(before);

  const checker = await office.as('caizheng', '/funds/papers?state=submitted');
  await checker.getByRole('link', { name: '演示财农〔2022〕演99号' }).click();
  await checker.getByText('登记人说明：补足配套').waitFor();
  await shot(checker, 'paper-to-check');
  await checker.getByRole('button', { name: '复核入账' }).click();
  await shot(checker, 'paper-check', false);
  await checker.getByRole('dialog').getByRole('button', { name: '复核入账' }).click();
  await checker.getByText('已入账').waitFor();
  expect(await received(checker)).toBe(before + 60_000_000n);

  // Taken back the other way round: the clerk drafts it, the county's officer checks it.
  await checker.getByRole('button', { name: '冲红' }).click();
  await checker.getByRole('dialog').getByLabel('原因').fill('文号登错');
  await checker.getByRole('dialog').getByRole('button', { name: '冲红' }).click();
  await checker.getByRole('heading', { level: 1, name: '冲红 演示财农〔2022〕演99号' }).waitFor();
  await checker.getByRole('button', { name: '提交复核' }).click();
  await checker.getByRole('dialog').getByRole('button', { name: '提交复核' }).click();
  await checker.getByText('待复核').waitFor();
  await maker.goto('/funds/papers?state=submitted');
  await maker.getByRole('link', { name: '冲红 演示财农〔2022〕演99号' }).click();
  await maker.getByRole('button', { name: '复核入账' }).click();
  await maker.getByRole('dialog').getByRole('button', { name: '复核入账' }).click();
  await maker.getByText('已入账').waitFor();
  await shot(maker, 'paper-reversal');
  expect(await received(maker)).toBe(before);

  await checker.goto(`/funds/closings?place=${county}`);
  await checker.getByRole('button', { name: '结账' }).click();
  await shot(checker, 'closing', false);
  expect(complaintsOf(maker)).toEqual([]);
  expect(complaintsOf(checker)).toEqual([]);
}, 120_000);
