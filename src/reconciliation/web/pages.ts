/** Pages of reconciliation. */
import type { PageDef } from '../../platform/web/page-def.ts';

const permission = 'funds.read';

export const pages: readonly PageDef[] = [
  {
    path: '/reconciliation',
    nav: { group: 'funds.page.group', word: 'reconciliation.page.runs', order: 39 },
    permission,
    load: () => import('./runs/runs-page.tsx'),
  },
  {
    path: '/reconciliation/runs/$id',
    permission,
    load: () => import('./runs/run-page.tsx'),
  },
  {
    path: '/reconciliation/imports',
    permission,
    load: () => import('./imports/imports-page.tsx'),
  },
  {
    path: '/reconciliation/imports/new',
    permission: 'funds.register',
    load: () => import('./imports/take-in-page.tsx'),
  },
];
