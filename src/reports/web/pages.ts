/** Pages of reports. */
import type { PageDef } from '../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/reports/figures',
    nav: { group: 'reports.page.group', word: 'reports.page.figures', order: 80 },
    permission: 'figures.read',
    load: () => import('./figures-page.tsx'),
  },
];
