/** Pages of indicators. */
import type { PageDef } from '../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/indicators',
    nav: { group: 'reports.page.group', word: 'indicators.page.catalogue', order: 81 },
    permission: 'indicators.read',
    load: () => import('./catalogue-page.tsx'),
  },
];
