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
const languages = ['zh', 'en'] as const;
/** Province and town see every shape of every page, the audit administrator the audit; axe takes seconds a page. */
const withAxe = new Set(['sheng', 'zhen', 'jilu']);

describe.each(demonstrationIdentities)('as $name', (identity) => {
  const may = (permission: string) =>
    permission === '' || permissionsOf[identity.role].includes(permission);

  test.each(languages)(
    'every page, %s',
    async (lang) => {
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
        await page.goto(`${path}?lang=${lang}`);
        await settled(page);
        const name = `${identity.name}-${lang}${one.path.replaceAll(/[/$]+/g, '-')}`;
        await shot(page, name, withAxe.has(identity.name));
        if (!may(one.permission)) continue;
        expect(await overflow(page), `${path} is wider than the window`).toBe(false);
        expect(await page.locator('.face-failed').count(), `${path} failed`).toBe(0);
        if (lang === 'zh' && withAxe.has(identity.name))
          expect(await serious(page), path).toEqual([]);
      }
      expect(complaintsOf(page)).toEqual([]);
    },
    240_000,
  );
});

/** A path with its parameters from the demonstration; null where the role's place has no such thing. */
function filled(path: string, known: Record<string, string | null>): string | null {
  let missing = false;
  const full = path.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const subject =
      path.split('/')[1] === 'teams' && name === 'id'
        ? path.split('/').slice(1, -1).join('.')
        : name;
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
