/** Accounts the browser tests make for themselves: the demonstration's have a password everybody knows. */
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { RoleName } from '../../src/access/roles.ts';
import { kyselyOver, openPool } from '../../src/platform/db/pool.ts';
import { roleUrls } from '../../src/platform/db/roles.ts';
import type { TestDatabase } from '../database.ts';
import { type Account, anAccount, password } from '../signing-in.ts';
import { seriousFaults } from './usable.ts';

/** Call at the top of a file: the database of the server under test, as its owner. */
export function useServersDatabase(): TestDatabase {
  const given = {} as TestDatabase; // filled in beforeAll; using it earlier fails loudly
  beforeAll(() => {
    const owner = openPool(roleUrls(inject('adminUrl')).zz_owner, { max: 2 });
    Object.assign(given, { owner, db: kyselyOver(owner) });
  });
  afterAll(() => given.owner?.end());
  return given;
}

export const county = '440983000000';

export const someone = (
  database: TestDatabase,
  role: RoleName = 'county',
  more: { homeKey?: string; mustChange?: boolean } = {},
): Promise<Account> => anAccount(database, role, { homeKey: county, ...more });

/** Types name and password into the sign-in page. */
export async function typeIn(page: Page, { name }: Account): Promise<void> {
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Nothing serious for axe, and nothing wider than the window. */
export async function expectUsable(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, `${page.url()} is wider than the window`).toBe(false);
}

/**
 * Call at the top of a file whose tests count the postings of the real towns or change them: such files wait for each
 * other.
 */
export const usePostingsAlone = (): void => useAlone(7231);
/** The same for the money of the made-up town. */
export const useBooksAlone = (): void => useAlone(7232);

function useAlone(lock: number): void {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  beforeAll(async () => {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [lock]);
  }, 300_000);
  afterAll(() => client.end());
}
