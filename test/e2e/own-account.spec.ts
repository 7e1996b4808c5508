/** Signing in with a second factor, what is owed first, the renewed proof, ending sessions, and single sign-on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { aProvider, type TestProvider } from '../provider.ts';
import { age, codeOf, forgetSteps, password } from '../signing-in.ts';
import { expectUsable, someone, typeIn, useServersDatabase } from './accounts.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';

// Each signs in several times, where a password takes its time, and looks at its pages with axe.
vi.setConfig({ testTimeout: 240_000 });

const office = useOffice();
const database = useServersDatabase();
const phone = { width: 390, height: 844 };
let provider: TestProvider;

beforeAll(async () => {
  // To the browser 'localhost' is another site than 127.0.0.1, as a provider is.
  provider = await aProvider(`${inject('baseUrl')}/sign-on/return`, 'localhost');
});
afterAll(() => provider.stop());

/** Sets up an authenticator where the page offers it; returns its secret and the recovery codes. */
async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('button', { name: '取二维码' }).click();
  await page.getByRole('img', { name: /二维码/ }).waitFor();
  await expectUsable(page);
  const shown = await page.locator('.step-secret').textContent();
  const secret = (shown ?? '').replaceAll(' ', '');
  await page.getByLabel('验证器上的 6 位验证码').fill(codeOf(secret));
  await page.getByRole('button', { name: '确认绑定' }).click();
  await page.locator('.step-codes li').nth(9).waitFor();
  return { secret, codes: await page.locator('.step-codes code').allInnerTexts() };
}

test('an authenticator is set up, asked for at the next sign-in, and a recovery code stands in for it', async () => {
  const account = await someone(database);
  const page = await office.open('/login?return=%2Faccount');
  await typeIn(page, account);
  await page.getByRole('heading', { name: '我的账户' }).waitFor();
  await page.getByRole('button', { name: '绑定验证器' }).click();
  const { secret, codes } = await setUp(page);
  await expectUsable(page);
  await page.getByRole('button', { name: '已经存好' }).click();
  await page.getByText('还剩 10 个恢复码').waitFor();
  await expectUsable(page);
  await page.getByRole('button', { name: /账户/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();

  await page.waitForURL((url) => url.pathname === '/login');
  await page.goto('/login?return=%2Fteams');
  await typeIn(page, account);
  await page.getByRole('heading', { name: '还差验证码' }).waitFor();
  await expectUsable(page);
  await shot(page, 'step-code');
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('alert').getByText('验证码不对').waitFor();
  await forgetSteps(database, account);
  await page.getByLabel('验证码').fill(codeOf(secret));
  await page.getByRole('button', { name: '继续' }).click();
  await page.waitForURL((url) => url.pathname === '/teams');

  const other = await office.open('/login', phone);
  await typeIn(other, account);
  await other.getByLabel('验证码').waitFor();
  await shot(other, 'step-code-phone');
  await other.getByRole('button', { name: 'English' }).click();
  await other.getByLabel('Code').fill(codes[0] ?? '');
  await shot(other, 'step-code-phone-en');
  await other.getByRole('button', { name: 'Go on' }).click();
  await other.locator('.shell').waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

test('a password set by somebody else is changed first, then the reader is where they wanted', async () => {
  const account = await someone(database, 'county', { mustChange: true });
  const page = await office.open('/login?return=%2Faccount', phone);
  await typeIn(page, account);
  await page.getByRole('heading', { name: '先修改密码' }).waitFor();
  await page.getByLabel('现在的密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('short');
  await page.getByText('还差 5 个').waitFor();
  await shot(page, 'step-password-phone');
  await expectUsable(page);
  await page.getByLabel('新密码', { exact: true }).fill('Another-one 2022');
  await page.getByLabel('再输一遍新密码').fill('Another-one 2022');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('heading', { name: '我的账户' }).waitFor();
  await shot(page, 'account-phone');
  await expectUsable(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('ending the other sessions asks again who is there, and they are dead at once', async () => {
  const account = await someone(database);
  const [page, other] = [await office.open('/login'), await office.open('/login')];
  await typeIn(other, account);
  await other.locator('.shell').waitFor();
  await page.goto('/login?return=%2Faccount');
  await typeIn(page, account);
  await page.getByRole('button', { name: '结束其他全部登录' }).waitFor();
  await shot(page, 'account');
  await age(database, 'stepped_up_at', account, '11 minutes');
  await page.getByRole('button', { name: '结束其他全部登录' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('密码').waitFor();
  await shot(page, 'step-up', false);
  await expectUsable(page);
  await page.keyboard.press('Escape');
  await page.getByRole('alert').getByText('再确认一次').waitFor();
  expect((await other.request.get('/api/access/session')).status()).toBe(200);
  await page.getByRole('button', { name: '结束其他全部登录' }).click();
  await dialog.getByLabel('密码').fill(password);
  await dialog.getByRole('button', { name: '确认并继续' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '结束其他全部登录' }).waitFor({ state: 'detached' });
  expect((await other.request.get('/api/access/session')).status()).toBe(401);
  await page.goto('/account?lang=en');
  await page.getByRole('heading', { name: 'What was done with the account' }).waitFor();
  await page.getByText('Renewed proof').first().waitFor();
  await shot(page, 'account-en');
  await expectUsable(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('whoever has no place is told why, in words', async () => {
  const page = await office.open('/login');
  await typeIn(page, await someone(database, 'captain', { homeKey: '440983117000' }));
  await page.getByText('没有你在任的派驻任职').waitFor();
  await shot(page, 'no-places');
  await expectUsable(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('a role that must have an authenticator sets it up before anything else', async () => {
  const { rows } = await database.owner.query<{ at: string }>(
    `insert into access.policy (value) values ('{"preset": "level3", "rotateDays": null, "secondFactorRoles": ["secadmin"]}')
     returning recorded_at::text as at`,
  );
  const account = await someone(database, 'secadmin', { homeKey: '440000000000' });
  const page = await office.open('/login?lang=zh');
  await typeIn(page, account);
  await page.getByRole('heading', { name: '先绑定手机验证器' }).waitFor();
  await shot(page, 'step-enrolment');
  await setUp(page);
  await shot(page, 'step-recovery-codes');
  await page.getByRole('button', { name: '已经存好，继续' }).click();
  // Other files walk the pages as the demonstration's administrators, who owe nothing.
  await database.owner.query('delete from access.policy where recorded_at = $1', [rows[0]?.at]);

  // The first page of an administrator is their own.
  await page.waitForURL((url) => url.pathname.startsWith('/access/'));
  await page.goto('/access/providers');
  await page.getByRole('button', { name: '接入平台' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称').fill('粤政易');
  await drawer.getByLabel('代号').fill('yzy');
  await drawer.getByLabel('发行者地址').fill(provider.issuer);
  await drawer.getByLabel('客户端编号').fill(provider.clientId);
  await drawer.getByLabel('客户端密钥').fill(provider.clientSecret);
  await shot(page, 'provider-form', false);
  await expectUsable(page);
  await drawer.getByRole('button', { name: '接入平台' }).click();
  await page.getByRole('button', { name: '粤政易' }).waitFor();
  await shot(page, 'providers');
  await expectUsable(page);
  expect(complaintsOf(page)).toEqual([]);
});

test('an account is linked with a provider of another site, and enters by it', async () => {
  provider.be('li-si');
  const account = await someone(database);
  const page = await office.open('/login?return=%2Faccount');
  await typeIn(page, account);
  await page.getByRole('button', { name: '关联', exact: true }).click();
  await page.getByRole('button', { name: '取消关联' }).waitFor();

  const fresh = await office.open('/login?return=%2Faccount');
  await shot(fresh, 'login-provider');
  await fresh.getByRole('button', { name: '用粤政易登录' }).click();
  await fresh.getByRole('heading', { name: '我的账户' }).waitFor();
  await fresh.getByText(account.name).first().waitFor();

  provider.be('nobody-here');
  const stranger = await office.open('/login');
  await stranger.getByRole('button', { name: '用粤政易登录' }).click();
  await stranger.getByText('这个统一认证身份没有关联账户').waitFor();
  await shot(stranger, 'sign-on-not-linked');
  await expectUsable(stranger);
  expect(complaintsOf(fresh)).toEqual([]);
});
