/** Pages of rules and plans. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'funds.page.group';
const read = 'funds.read';
const register = 'funds.register';

export const pages: readonly PageDef[] = [
  {
    path: '/funds/allocations',
    nav: { group, word: 'funds.page.allocations', order: 39 },
    permission: read,
    load: () => import('./allocations-page.tsx'),
  },
  {
    path: '/funds/allocations/new',
    permission: register,
    load: () => import('./new-allocation-page.tsx'),
  },
  {
    path: '/funds/allocations/$id',
    permission: read,
    load: () => import('./allocation-page.tsx'),
  },
  {
    path: '/funds/allocations/$id/amend',
    permission: register,
    load: () => import('./amend-allocation-page.tsx'),
  },
  {
    path: '/funds/factor-values',
    permission: read,
    load: () => import('../factors/factor-values-page.tsx'),
  },
  {
    path: '/funds/raising',
    nav: { group, word: 'funds.page.raising', order: 40 },
    permission: read,
    load: () => import('../raising/raising-page.tsx'),
  },
  {
    path: '/funds/raising/new',
    permission: register,
    load: () => import('../raising/new-plan-page.tsx'),
  },
  {
    path: '/funds/raising/$id',
    permission: read,
    load: () => import('../raising/plan-page.tsx'),
  },
  {
    path: '/funds/raising/$id/amend',
    permission: register,
    load: () => import('../raising/amend-plan-page.tsx'),
  },
];
