/** Every page of every room as every role, in both languages: it opens, fits, speaks, and axe finds nothing serious. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { permissionsOf } from '../../src/access/roles.ts';
import { pages } from '../../src/app/web-rooms.ts';
import { demonstrationIdentities } from '../../src/demo/identities.ts';
import { complaintsOf, shot, signIn, useOffice } from './browser.ts';
import { samples } from './samples.ts';

const office = useOffice();
/** Axe and a picture of the whole page take seconds: they are for the first who may see a page. */
const seen = new Set<string>();

describe.each(demonstrationIdentities)('as $name', (identity) => {
  const may = (permission: string) =>
    permission === '' || permissionsOf[identity.role].includes(permission);

  test('every page, in Chinese and then in English', async () => {
    const page = await office.open('/login');
    await signIn(page, identity.name);
    const known = await samples(page, identity.homeKey);
    const session = await page.request.get('/api/access/session');
    expect(await session.json(), 'a step that is owed would stand for every page').toMatchObject({
      owes: null,
    });
    for (const one of pages) {
      const path = filled(one.path, known);
      if (path === null) continue;
      await page.goto(path);
      await settled(page);
      if (!may(one.permission)) continue;
      const whole = !seen.has(one.path);
      seen.add(one.path);
      await look(page, one.path, 'zh', whole);
      if (whole) expect(await serious(page), path).toEqual([]);
      await page.getByRole('button', { name: 'English', exact: true }).click();
      await page.locator('html[lang=en]').waitFor();
      await settled(page);
      await look(page, one.path, 'en', whole);
    }
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  }, 600_000); // some thirty pages in two languages; the first to see a page waits for axe too

  async function look(page: Page, path: string, lang: 'zh' | 'en', whole: boolean): Promise<void> {
    const name = `${identity.name}-${lang}${path.replaceAll(/[/$]+/g, '-')}`;
    await shot(page, name, whole);
    expect(await overflow(page), `${path} is wider than the window`).toBe(false);
    expect(await cutOff(page), `${path}, ${lang}: columns out of sight`).toEqual([]);
    expect(await page.locator('.face-failed').count(), `${path} failed`).toBe(0);
  }
});

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

async function serious(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page: page as never }).analyze(); // axe's type is the whole of playwright, ours its core
  return found.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    );
}
