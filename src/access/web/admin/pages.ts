/** Pages of administering accounts. What the roles may and what the policy says is open to everybody. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'access.page.group';
const permission = 'access.read';

export const pages: readonly PageDef[] = [
  {
    path: '/access/accounts',
    nav: { group, word: 'access.page.accounts', order: 90 },
    permission,
    load: () => import('./accounts-page.tsx'),
  },
  {
    path: '/access/grants',
    nav: { group, word: 'access.page.grants', order: 91 },
    permission,
    load: () => import('./grants-page.tsx'),
  },
  {
    path: '/access/invitations',
    nav: { group, word: 'access.page.invitations', order: 92 },
    permission,
    load: () => import('./invitations-page.tsx'),
  },
  {
    path: '/access/roles',
    nav: { group, word: 'access.page.roles', order: 93 },
    permission: '',
    load: () => import('./roles-page.tsx'),
  },
  {
    path: '/access/policy',
    nav: { group, word: 'access.page.policy', order: 94 },
    permission: '',
    load: () => import('./policy/policy-page.tsx'),
  },
];
