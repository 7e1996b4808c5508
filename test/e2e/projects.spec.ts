/** A town's project from the form into the year's plan: what is missing stands on the page, each office takes its own step. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsOf, shot, useOffice } from './browser.ts';

const office = useOffice();
const name = '石溪小桥加固';

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label);
    if ((await field.evaluate((it) => it.tagName)) === 'SELECT')
      await field.selectOption({ label: value });
    else await field.fill(value);
    await field.press('Tab');
  }
}
/** Opens a form by its button, fills it and sends it by the button named as the deed. */
async function deed(page: Page, opens: string, sends: string, fields: Record<string, string> = {}) {
  await page.getByRole('button', { name: opens, exact: true }).click();
  await fill(page, fields);
  await page.getByRole('dialog').getByRole('button', { name: sends, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
const step = (page: Page, verb: string, fields = {}) => deed(page, verb, verb, fields);
const heading = (page: Page) => page.getByRole('heading', { level: 1, name });

test('from the form into the plan: notice, objection, three offices, what blocks each', async () => {
  const maker = await office.as('shixi', '/projects');
  await maker.getByRole('link', { name: '登记项目' }).click();
  await maker.getByLabel('项目名称').fill(name);
  await maker.getByLabel('五大提升').selectOption({ label: '设施' });
  await maker.getByLabel('实施单位').fill('石溪镇人民政府');
  await maker.getByLabel('建设内容和规模').fill('加固小桥一座，长 12 米');
  await maker.getByLabel('省级（元）').fill('10,000');
  await maker.getByText('1.00 万元').waitFor();
  await maker.getByRole('group', { name: '补齐的短板' }).getByRole('checkbox').first().check();
  await shot(maker, 'project-form');
  await maker.getByRole('button', { name: '登记', exact: true }).click();
  await heading(maker).waitFor();

  await maker.getByText('申报公示没有做完').waitFor();
  expect(await maker.getByRole('button', { name: '申报', exact: true }).isDisabled()).toBe(true);
  await deed(maker, '登记公示', '登记', {
    公示环节: '申报公示',
    张贴日期: '2022-07-10',
    公示截止日期: '2022-07-18',
    张贴地点: '村务公开栏',
  });
  await deed(maker, '登记异议', '登记', { 收到日期: '2022-07-12', 异议内容: '施工期间绕行太远' });
  await deed(maker, '登记材料', '登记', { 类别: '会议纪要', 材料名称: '村民代表会议纪要' });
  // The page moves when the paper is no longer missing.
  await maker.getByText('村民代表会议纪要').waitFor();
  expect(await maker.getByRole('button', { name: '申报', exact: true }).isDisabled()).toBe(true);
  await deed(maker, '答复异议', '答复异议', { 答复日期: '2022-07-13', 答复内容: '搭设便桥' });
  await shot(maker, 'project-before-proposal');
  await step(maker, '申报');
  await maker.getByText('待镇审核').first().waitFor();
  const address = new URL(maker.url()).pathname;

  const other = await office.as('caisuo', address);
  await heading(other).waitFor();
  await step(other, '镇审核通过');

  const county = await office.as('yanshi', address);
  await heading(county).waitFor();
  expect(await county.getByRole('button', { name: '审定入库' }).isDisabled()).toBe(true);
  await deed(county, '登记材料', '登记', { 类别: '论证评审意见', 材料名称: '县级论证意见' });
  await step(county, '审定入库');
  await maker.reload();
  await deed(maker, '登记公示', '登记', {
    公示环节: '年度计划公示',
    张贴日期: '2022-07-28',
    公示截止日期: '2022-08-04',
    张贴地点: '镇政务公开栏',
  });
  // Posted today: the plan waits until the notice is over.
  await county.reload();
  await county.getByText('年度计划公示没有做完').first().waitFor();
  expect(await county.getByRole('button', { name: '列入年度计划', exact: true }).isDisabled()).toBe(
    true,
  );
  await shot(county, 'project-before-plan');

  // Given back, so that other tests find the quota as it was.
  await step(county, '终止', { 理由: '改由水利部门实施' });
  await county.getByText('已终止').first().waitFor();
  for (const page of [maker, other, county]) expect(complaintsOf(page)).toEqual([]);
});

test('a project of the story: committed and paid stand on its page and open no deed to the province', async () => {
  const page = await office.as('caizheng', '/projects?place=990101100000&words=荔枝冷链');
  // The filters are kept under a name and bring the list back.
  const kept = page.getByRole('button', { name: '常用筛选' });
  await kept.click();
  await page.locator('.saved-views').getByLabel('名称').fill('冷链');
  await page.getByRole('button', { name: '存下当前筛选' }).click();
  await page.getByRole('button', { name: '冷链', exact: true }).waitFor();
  await shot(page, 'projects-kept-filters', false);
  await page.goto('/projects');
  await kept.click();
  await page.getByRole('button', { name: '冷链', exact: true }).click();
  await page.getByRole('link', { name: /荔枝冷链集配中心/ }).click();
  await page.getByRole('heading', { level: 1, name: '荔枝冷链集配中心' }).waitFor();
  await page.getByText('480.00 万元').waitFor();
  await page.getByText('468.00 万元').waitFor();
  await page.getByText('224.64 万元').waitFor();
  await page.getByText('55%').first().waitFor();
  await shot(page, 'project-of-the-story');
  expect(complaintsOf(page)).toEqual([]);
});
