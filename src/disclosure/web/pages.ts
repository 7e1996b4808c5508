/** Pages of disclosure. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'disclosure.page.group';
const permission = 'disclosure.read';

export const pages: readonly PageDef[] = [
  {
    path: '/disclosure',
    nav: { group, word: 'disclosure.page.waiting', order: 64 },
    permission,
    load: () => import('./waiting-page.tsx'),
  },
  {
    path: '/disclosure/copies',
    nav: { group, word: 'disclosure.page.copies', order: 65 },
    permission,
    load: () => import('./copies-page.tsx'),
  },
  { path: '/disclosure/copies/$id', permission, load: () => import('./copy-page.tsx') },
  {
    path: '/disclosure/complaints',
    nav: { group, word: 'disclosure.page.complaints', order: 66 },
    permission: 'supervision.decide',
    load: () => import('./complaints-page.tsx'),
  },
  {
    path: '/disclosure/complaints/$id',
    permission: 'supervision.decide',
    load: () => import('./complaint-page.tsx'),
  },
];
