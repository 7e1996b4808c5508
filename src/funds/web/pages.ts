/** Pages of funds. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'funds.page.group';
const permission = 'funds.read';

export const pages: readonly PageDef[] = [
  {
    path: '/funds',
    nav: { group, word: 'funds.page.standing', order: 30 },
    permission,
    load: () => import('./standing/standing-page.tsx'),
  },
  {
    path: '/funds/documents',
    nav: { group, word: 'funds.page.documents', order: 31 },
    permission,
    load: () => import('./documents/documents-page.tsx'),
  },
  {
    path: '/funds/documents/$id',
    permission,
    load: () => import('./documents/document-page.tsx'),
  },
  {
    path: '/funds/quotas',
    nav: { group, word: 'funds.page.quotas', order: 32 },
    permission,
    load: () => import('./quotas-page.tsx'),
  },
  {
    path: '/funds/entries',
    nav: { group, word: 'funds.page.entries', order: 33 },
    permission,
    load: () => import('./entries-page.tsx'),
  },
];
