/** Pages of plans. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'funds.page.group';
const permission = 'funds.read';

export const pages: readonly PageDef[] = [
  {
    path: '/plans',
    nav: { group, word: 'plans.page.plans', order: 39 },
    permission,
    load: () => import('./plans-page.tsx'),
  },
  { path: '/plans/$id', permission, load: () => import('./plan-page.tsx') },
  {
    path: '/plans/$id/amend',
    permission: 'funds.register',
    load: () => import('./amend/amend-page.tsx'),
  },
  { path: '/plans/$id/comparison', permission, load: () => import('./comparison-page.tsx') },
];
