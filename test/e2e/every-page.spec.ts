/** Every page of every room as every role, in both languages: it opens, fits, speaks, and axe finds nothing serious. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { permissionsOf, type RoleName } from '../../src/access/roles.ts';
import { pages } from '../../src/app/web-rooms.ts';
import { demonstrationIdentities } from '../../src/demo/identities.ts';
import { complaintsOf, shot, useOffice } from './browser.ts';
import { samples } from './samples.ts';
import { seriousFaults } from './usable.ts';

const office = useOffice();
/**
 * The first who may see a page sees it in both languages, with axe; of the others every eighth, each time
 * another one, in one of the languages. PAGES=all walks everybody through every page; PICTURES=first takes pictures
 * of what is seen first, PICTURES=all of everything.
 */
const seen = new Set<string>();
const people = demonstrationIdentities
  // Two of one office see the same.
  .filter(
    ({ role, homeKey }, at, all) =>
      all.findIndex((one) => one.role === role && one.homeKey === homeKey) === at,
  )
  .map((identity, at) => ({ ...identity, at }));

describe.each(people)('as $name', (identity) => {
  test('pages, in Chinese or in English', async () => {
    const page = await office.as(identity.name, '/account');
    const known = await samples(page, identity.homeKey);
    // The first page still puts place and period into its address: nobody walks on before.
    await settled(page);
    const session = await page.request.get('/api/access/session');
    expect(await session.json(), 'a step that is owed would stand for every page').toMatchObject({
      owes: null,
    });
    for (const [at, one] of pages.entries()) {
      const path = filled(one.path, known);
      if (path === null || !allowed(identity.role, one.permission)) continue;
      const first = !seen.has(one.path);
      const all = process.env.PAGES === 'all' || process.env.PICTURES === 'all';
      if (!first && !all && (at + identity.at) % 8 !== 0) continue;
      seen.add(one.path);
      const name = (lang: Language) =>
        `${identity.name}-${lang}${one.path.replaceAll(/[/$]+/g, '-')}`;
      // The next in the list sees it in the other language.
      const lang = (at + identity.at) % 16 < 8 ? 'zh' : 'en';
      await walk(page, path, lang);
      await look(page, name(lang), first);
      if (!first) continue;
      expect(await seriousFaults(page), path).toEqual([]);
      const other = lang === 'zh' ? 'en' : 'zh';
      await page.getByRole('button', { name: languages[other].button, exact: true }).click();
      await page.locator(`html[lang=${languages[other].tag}]`).waitFor();
      await settled(page);
      await look(page, name(other), first);
    }
    expect(complaintsOf(page)).toEqual([]);
  }, 600_000);
});

type Language = 'zh' | 'en';
const languages = {
  zh: { button: '中文', tag: 'zh-CN' },
  en: { button: 'English', tag: 'en' },
} as const;

const withLang = (path: string) => `${path}${path.includes('?') ? '&' : '?'}lang=en`;

const allowed = (role: RoleName, permission: string) =>
  permission === '' || permissionsOf[role].includes(permission);

/** To a page as by a link, without loading the product anew; pages loaded by their address have tests of their own. */
async function walk(page: Page, path: string, lang: Language): Promise<void> {
  await page.evaluate(
    (to) => {
      // The page one is on already keeps its title.
      if (new URL(to, location.href).pathname !== location.pathname)
        for (const title of document.querySelectorAll('h1')) title.dataset.left = '';
      history.pushState({}, '', to);
    },
    lang === 'en' ? withLang(path) : path,
  );
  const title = page.locator('h1:not([data-left])').first();
  await title.waitFor().catch((cause: unknown) => {
    throw new Error(`${path} shows no title of its own`, { cause });
  });
  await settled(page);
}

async function look(page: Page, name: string, whole: boolean): Promise<void> {
  const pictures = process.env.PICTURES;
  if (pictures === 'all' || (pictures === 'first' && whole)) await shot(page, name, whole);
  expect(await overflow(page), `${name} is wider than the window`).toBe(false);
  expect(await cutOff(page), `${name}: columns out of sight`).toEqual([]);
  expect(await page.locator('.face-failed').count(), `${name} failed`).toBe(0);
}

/** A path with its parameters from the demonstration; null where the role's place has no such thing. */
function filled(path: string, known: Record<string, string | null>): string | null {
  let missing = false;
  const full = path.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const subject = name === 'id' ? path.split('/').slice(1, -1).join('.') : name;
    const value = known[subject] ?? known[name] ?? null;
    missing ||= value === null;
    return value ?? '';
  });
  return missing ? null : full;
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null, undefined, {
    timeout: 15_000,
  });
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Tables whose last columns are out of sight at the width of an office screen. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.table-window, .table-full')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(
        (table) =>
          `${table.getAttribute('aria-label')}: ${table.scrollWidth - table.clientWidth} px`,
      ),
  );
