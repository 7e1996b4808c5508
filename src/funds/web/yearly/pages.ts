/** Pages of the year: execution month by month, and carrying over at its end. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'funds.page.group';
const permission = 'funds.read';

export const pages: readonly PageDef[] = [
  {
    path: '/funds/execution',
    nav: { group, word: 'funds.page.execution', order: 35 },
    permission,
    load: () => import('./execution-page.tsx'),
  },
  {
    path: '/funds/carry-overs',
    nav: { group, word: 'funds.page.carry_overs', order: 41 },
    permission,
    load: () => import('./carry-overs-page.tsx'),
  },
  {
    path: '/funds/carry-overs/$id',
    permission,
    load: () => import('./carry-over-page.tsx'),
  },
];
