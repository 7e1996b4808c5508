/** What axe finds on a page. Its own driver opens a second page for every look; here it is given to a page once and asked there. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** @returns rules that are broken seriously, each with where; empty on a usable page */
export async function seriousFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: typeof axe }; // given to the page above
    const { violations } = await here.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => {
        const where = nodes.map(({ target }) => target.join(' '));
        return `${id}: ${where.slice(0, 3).join(', ')}`;
      });
  });
}
