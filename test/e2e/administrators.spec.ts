/**
 * An empty installation: the first administrator, two links, a security administrator, a county official made, granted,
 * invited and signed in. On a server and a database of its own; the second factor has tests of its own and is off.
 */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { keepPolicy } from '../../src/access/store/policy.ts';
import { prepare } from '../../src/app/prepare.ts';
import { buildServer, webDir } from '../../src/app/server.ts';
import { kyselyOver, openPool, type Pool } from '../../src/platform/db/pool.ts';
import { aProvince } from '../places.ts';
import { launchBrowser, shot } from './browser.ts';

const name = `zz_e2e_run_empty_${process.pid}`;
const password = 'Lychee-2022 on the hill';
let server: FastifyInstance;
let app: Pool;
let address = '';
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const url = new URL(inject('adminUrl'));
  await asAdmin(
    `create database ${name} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`,
  );
  url.pathname = `/${name}`;
  const { urls } = await prepare(url.href);
  const owner = openPool(urls.zz_owner, { max: 2 });
  await aProvince(kyselyOver(owner));
  await keepPolicy(kyselyOver(owner), { preset: 'level3', secondFactorRoles: [] }, null);
  await owner.end();
  app = openPool(urls.zz_app);
  server = await buildServer({ pool: app, pages: webDir });
  await server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`; // a port, as it listens on one
  browser = await launchBrowser();
});
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await server?.close();
  await app?.end();
  await asAdmin(`drop database if exists ${name} with (force)`);
});

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Somebody at a machine of their own. */
async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'zh-CN' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function setPassword(link: string): Promise<Page> {
  const page = await open(link);
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一遍').fill(password);
  await page.getByRole('button', { name: '设置密码' }).click();
  return page;
}

test('from the first administrator to a county official at work', async () => {
  const system = await open('/');
  await system.waitForURL((url) => url.pathname === '/first-administrator');
  await shot(system, 'first-administrator');
  await system.getByLabel('你的用户名').fill('xitong');
  await system.getByLabel('密码', { exact: true }).fill(password);
  await system.getByLabel('再输一遍密码').fill(password);
  await system.getByRole('button', { name: '建立三个账户' }).click();
  const security = system.getByLabel('安全管理员（anquan）的链接');
  await security.waitFor();
  await shot(system, 'first-links');
  const [toSecurity, toAudit] = await Promise.all(
    [security, system.getByLabel('审计管理员（jilu）的链接')].map((link) => link.inputValue()),
  );
  await system.getByRole('button', { name: '已交给本人' }).click();

  const guard = await setPassword(toSecurity ?? '');
  await guard.getByText('安全管理员').first().waitFor();
  const watcher = await setPassword(toAudit ?? '');
  await watcher.getByText('审计管理员').first().waitFor();

  await system.goto('/access/accounts');
  await system.getByRole('button', { name: '开设账户' }).click();
  const form = system.getByRole('dialog');
  await form.getByLabel('姓名').fill('陈县㛃');
  await form.getByLabel('用户名').fill('chen.suixi');
  await form.getByLabel('岗位').selectOption('county');
  await form.getByLabel('归属地').fill('suixi');
  await form.getByRole('button', { name: '遂溪县' }).click();
  await form.getByRole('button', { name: '开设账户' }).click();
  const link = await form.getByLabel('陈县㛃的链接').inputValue();
  await form.getByRole('button', { name: '已交给本人' }).click();
  await system.getByRole('cell', { name: '待授权' }).waitFor();

  await guard.goto('/access/grants');
  await guard.getByRole('button', { name: '陈县㛃' }).click();
  const sheet = guard.getByRole('dialog');
  await sheet.getByRole('button', { name: '授予权限' }).click();
  await sheet.getByRole('button', { name: '授予权限' }).click();
  await guard.getByText('没有待办的授权').waitFor();

  const official = await setPassword(link);
  await official.waitForURL((url) => url.pathname === '/');
  await official.getByText('遂溪县').filter({ visible: true }).first().waitFor();
  await shot(official, 'official-signed-in');

  const later = await open('/login');
  await later.getByLabel('用户名').fill('chen.suixi');
  await later.getByLabel('密码').fill(password);
  await later.getByRole('button', { name: '登录', exact: true }).click();
  await later.waitForURL((url) => url.pathname === '/');

  const used = await open(link);
  await used.getByText('这个链接用过了').waitFor();
  expect(await used.getByLabel('新密码').count()).toBe(0);
}, 120_000);
