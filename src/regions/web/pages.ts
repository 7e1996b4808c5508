// Pages of the places.
import type { PageDef } from '../../platform/web/page-def.ts';

const page = (path: string, word: string, order: number, load: PageDef['load']): PageDef => ({
  path,
  nav: { group: 'regions.page.nav', word, order },
  permission: 'regions.read',
  load,
});

export const pages: readonly PageDef[] = [
  page('/places', 'regions.page.places', 800, () => import('./places-page.tsx')),
  page('/places/editions', 'regions.page.editions', 810, () => import('./editions-page.tsx')),
  page('/places/findings', 'regions.page.findings', 820, () => import('./findings-page.tsx')),
];
