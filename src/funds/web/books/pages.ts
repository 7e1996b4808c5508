/** Pages of the books as a whole: whether they balance, and the statement of accounts. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'funds.page.group';
const permission = 'funds.read';

export const pages: readonly PageDef[] = [
  {
    path: '/funds/balances',
    nav: { group, word: 'funds.page.balances', order: 42 },
    permission,
    load: () => import('./balances-page.tsx'),
  },
  {
    path: '/funds/checks',
    nav: { group, word: 'funds.page.checks', order: 43 },
    permission,
    load: () => import('./checks-page.tsx'),
  },
];
