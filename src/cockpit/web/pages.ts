/** Pages of the cockpit. */
import type { PageDef } from '../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/',
    nav: { group: 'cockpit.page.group', word: 'cockpit.page.nav', order: 1 },
    permission: 'indicators.read',
    load: () => import('./cockpit-page.tsx'),
  },
];
