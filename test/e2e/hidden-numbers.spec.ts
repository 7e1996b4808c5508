/** Hidden numbers of a person in the browser: entered, masked, revealed for a reason with a renewed proof, told to the person. */
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { demonstrationIdentities } from '../../src/demo/identities.ts';
import { checkSignOf } from '../../src/kit/identity-number.ts';
import { newId } from '../../src/platform/new-id.ts';
import { expectUsable, usePostingsAlone, useServersDatabase } from './accounts.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';

// Two people sign in, and every face is looked at with axe.
vi.setConfig({ testTimeout: 240_000 });

usePostingsAlone();
const office = useOffice();
const database = useServersDatabase();
const county = '440983000000';
const period = 'from=2022-01-01&to=2022-07-28';
const seventeen = '99010119850203991';
const idNumber = `${seventeen}${checkSignOf(seventeen)}`;
const phone = '10099912345';
const password = demonstrationIdentities.find(({ name }) => name === 'xian')?.password ?? '';

const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

async function openTeam(page: Page, town: string): Promise<void> {
  await page.locator('.row-open', { hasText: town }).first().click();
  await page.getByRole('heading', { name: '编配要求' }).waitFor();
}

/** As if the proof of signing in were an hour old. */
const letProofLapse = (name: string) =>
  database.owner.query(
    `update access.session s set stepped_up_at = now() - interval '1 hour', second_factor_at = now() - interval '1 hour'
     from access.account a where a.id = s.account_id and a.name = $1`,
    [name],
  );

async function reveal(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^查看.*的${field}$`) }).click();
  const asking = page.getByRole('dialog', { name: new RegExp(`的${field}$`) });
  await asking.getByLabel('事由').fill('台风预警，电话通知本人');
  await asking.getByRole('button', { name: '查看', exact: true }).click();
}

/** The figures of the interview are counted by other tests: nobody may stay in post who was not there. */
async function takeBack(page: Page, name: string): Promise<void> {
  const { rows } = await database.owner.query<{ id: string; starts: string }>(
    `select o.id, o.starts_on::text as starts from teams.posting o join teams.person p on p.id = o.person_id where p.name = $1`,
    [name],
  );
  const [posting] = rows;
  const reply = await page.request.post(`/api/teams/postings/${posting?.id}/end`, {
    headers: { 'x-zhuzhen': '1', 'idempotency-key': newId() },
    data: { endsOn: posting?.starts, reason: 'entered_in_error', note: null },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
}

test('entered once, shown in part, revealed for a reason, found by the whole number', async () => {
  const page = await office.as('xian', `/teams?place=${county}&${period}`);
  await openTeam(page, '新宝镇');
  await page.getByRole('button', { name: '登记派驻任职' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('麦䶮');
  await drawer.locator('.chosen button').first().click();
  await drawer.getByLabel('批次').selectOption({ index: 1 });
  await drawer.getByText('女', { exact: true }).click();
  await drawer.getByLabel('身份证号').fill(`${idNumber.slice(0, 17)}0`.replace(/0$/, 'A'));
  await drawer.getByLabel('手机号').fill(phone);
  await drawer.getByText('身份证号应为 18 位').waitFor();
  await drawer.getByLabel('身份证号').fill(idNumber);
  expect(await stored(page)).toContain('麦䶮');
  expect(await stored(page)).not.toContain(idNumber);
  expect(await stored(page)).not.toContain(phone);
  await shot(page, 'hidden-entering', false);
  await drawer.getByRole('button', { name: '登记派驻任职' }).click();
  await page.getByRole('button', { name: '看麦䶮的登记' }).first().click();

  await page.getByText(`990***********${idNumber.slice(-4)}`).waitFor();
  await page.getByText('100****2345').waitFor();
  await expectUsable(page);
  await shot(page, 'hidden-card', false);
  await letProofLapse('xian');
  await reveal(page, '手机号');
  await page.getByRole('heading', { name: '再确认一次是你本人' }).waitFor();
  await shot(page, 'hidden-proof', false);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText(phone).waitFor();
  await page.getByRole('cell', { name: '台风预警，电话通知本人' }).waitFor();
  await expectUsable(page);
  await shot(page, 'hidden-shown', false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(phone).isVisible()).toBe(false);
  expect(await page.getByText('100****2345').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '收起' }).click();
  expect(await page.getByText(phone).count()).toBe(0);

  await page.getByRole('button', { name: '更正号码' }).click();
  await page.getByRole('textbox', { name: '手机号' }).fill('10099954321');
  await page.getByRole('button', { name: '更正号码' }).click();
  await page.getByText('100****4321').waitFor();
  await page.getByText(/更正：手机号/).waitFor();

  await page.goto(`/teams?place=${county}&${period}`);
  await page.getByRole('button', { name: '按号码找人' }).click();
  await page.getByLabel('号码', { exact: true }).fill(idNumber.toLowerCase());
  await page.getByLabel('事由').fill('核对是否重复登记');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.getByRole('rowheader', { name: '麦䶮' }).waitFor();
  await expectUsable(page);
  await shot(page, 'hidden-found', false);
  expect(page.url()).not.toContain(idNumber);
  expect(await page.content()).not.toContain('10099954321');
  expect(complaintsOf(page)).toEqual([]);
  await takeBack(page, '麦䶮');
});

test('the person reads in the own account who looked, when and why', async () => {
  const page = await office.as('xian', `/teams?place=${county}&${period}`);
  await openTeam(page, '大成镇');
  await page.getByRole('row', { name: /队长/ }).first().locator('.row-open').click();
  await reveal(page, '手机号');
  await page.locator('.hidden-shown').waitFor();
  expect(await page.locator('.hidden-shown').textContent()).toMatch(/^100\d{8}$/);

  const own = await office.as('duizhang', '/account');
  await own.getByRole('heading', { name: '谁看过我的信息' }).waitFor();
  await own.getByRole('row', { name: /县级（信宜市）.*查看：手机号.*台风预警/ }).waitFor();
  await expectUsable(own);
  await shot(own, 'hidden-own');
  await own.goto('/account?lang=en');
  await own.getByRole('heading', { name: 'Who looked at my details' }).waitFor();
  await shot(own, 'hidden-own-en');
  expect(complaintsOf(own)).toEqual([]);

  const other = await office.as('zhen', '/account');
  await other.getByRole('heading', { name: '我的账户' }).waitFor();
  expect(await other.getByText('谁看过我的信息').count()).toBe(0);
});

test('a captain sees the mask and no eye', async () => {
  const page = await office.as('duizhang', `/teams?place=440983117000&${period}`);
  await openTeam(page, '大成镇');
  await page.getByRole('row', { name: /队长/ }).first().locator('.row-open').click();
  await page.getByText(/100\*{4}/).waitFor();
  expect(await page.locator('.hidden-eye').count()).toBe(0);
  expect(await page.getByText('谁看过', { exact: true }).count()).toBe(0);
});

test('a mark of secrecy is refused in words, and the draft does not keep it', async () => {
  const page = await office.as('xian', `/teams?place=${county}&${period}`);
  await openTeam(page, '新宝镇');
  await page.getByRole('button', { name: '结束派驻' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('原因').selectOption('rotation');
  await drawer.getByLabel('说明').fill('见附件机密★5年');
  await drawer.getByRole('button', { name: '结束派驻' }).click();
  await drawer.getByText('本系统是非涉密系统').first().waitFor();
  await shot(page, 'classified-refused', false);
  expect(await stored(page)).not.toContain('机密');
});
