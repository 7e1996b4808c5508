/** Pages of the own account and of single sign-on. */
import type { PageDef } from '../../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  { path: '/account', permission: '', load: () => import('./account-page.tsx') },
  {
    path: '/access/providers',
    nav: { group: 'access.page.group', word: 'access.page.providers', order: 97 },
    permission: 'access.settings',
    load: () => import('../sign-on/providers-page.tsx'),
  },
];
