/** Pages of papers. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'funds.page.group';

export const pages: readonly PageDef[] = [
  {
    path: '/funds/due',
    nav: { group, word: 'funds.page.due', order: 38 },
    permission: 'funds.read',
    load: () => import('../due/due-page.tsx'),
  },
  {
    path: '/funds/papers',
    nav: { group, word: 'funds.page.papers', order: 36 },
    permission: 'funds.read',
    load: () => import('./papers-page.tsx'),
  },
  {
    path: '/funds/papers/new',
    permission: 'funds.register',
    load: () => import('./new-paper-page.tsx'),
  },
  {
    path: '/funds/papers/$id',
    permission: 'funds.read',
    load: () => import('./paper-page.tsx'),
  },
  {
    path: '/funds/papers/$id/amend',
    permission: 'funds.register',
    load: () => import('./amend-paper-page.tsx'),
  },
  {
    path: '/funds/closings',
    nav: { group, word: 'funds.page.closings', order: 37 },
    permission: 'funds.read',
    load: () => import('./closings-page.tsx'),
  },
];
