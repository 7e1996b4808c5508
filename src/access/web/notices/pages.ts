/** Pages of notices and emergencies. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'access.page.group';

export const pages: readonly PageDef[] = [
  {
    path: '/access/notices',
    nav: { group, word: 'access.page.notices', order: 93 },
    permission: 'access.grant',
    load: () => import('./notices-page.tsx'),
  },
  {
    path: '/access/emergencies',
    nav: { group, word: 'access.page.emergencies', order: 94 },
    permission: 'access.emergency',
    load: () => import('./emergencies-page.tsx'),
  },
];
