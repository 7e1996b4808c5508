/** Pages of self-raised and donated money. */
import type { PageDef } from '../../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/funds/donations',
    nav: { group: 'funds.page.group', word: 'funds.page.donations', order: 34 },
    permission: 'funds.read',
    load: () => import('./donations-page.tsx'),
  },
  {
    path: '/funds/donations/$id',
    permission: 'funds.read',
    load: () => import('./pledge-page.tsx'),
  },
];
