/** Pages of evidence. */
import type { PageDef } from '../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/evidence',
    nav: { group: 'supervision.page.group', word: 'evidence.page', order: 66 },
    permission: 'indicators.export',
    load: () => import('./evidence-page.tsx'),
  },
];
