/** Pages of supervision. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'supervision.page.group';
const permission = 'supervision.read';

export const pages: readonly PageDef[] = [
  {
    path: '/supervision',
    nav: { group, word: 'supervision.page.findings', order: 60 },
    permission,
    load: () => import('./findings-page.tsx'),
  },
  {
    path: '/supervision/new',
    permission: 'supervision.decide',
    load: () => import('./new-problem-page.tsx'),
  },
  {
    path: '/supervision/findings/$id',
    permission,
    load: () => import('./finding-page.tsx'),
  },
  {
    path: '/supervision/rules',
    nav: { group, word: 'supervision.page.rules', order: 61 },
    permission,
    load: () => import('./book/rules-page.tsx'),
  },
  {
    path: '/supervision/trial',
    nav: { group, word: 'supervision.page.trial', order: 62 },
    permission: 'supervision.try',
    load: () => import('./book/trial-page.tsx'),
  },
];
