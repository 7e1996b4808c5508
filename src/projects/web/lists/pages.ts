/** Pages that list projects and what belongs to them. */
import type { PageDef } from '../../../platform/web/page-def.ts';

const group = 'projects.page.group';
const permission = 'projects.read';

export const pages: readonly PageDef[] = [
  {
    path: '/projects/board',
    nav: { group, word: 'projects.page.board', order: 41 },
    permission,
    load: () => import('./board-page.tsx'),
  },
  {
    path: '/projects/matters',
    nav: { group, word: 'projects.page.matters', order: 42 },
    permission,
    load: () => import('./matters-page.tsx'),
  },
  {
    path: '/projects/shortfalls',
    nav: { group, word: 'projects.page.shortfalls', order: 43 },
    permission,
    load: () => import('./shortfalls-page.tsx'),
  },
  {
    path: '/projects/year',
    nav: { group, word: 'projects.page.year', order: 44 },
    permission,
    load: () => import('./year-page.tsx'),
  },
  {
    path: '/projects/assets',
    nav: { group, word: 'projects.page.assets', order: 45 },
    permission,
    load: () => import('./assets-page.tsx'),
  },
  {
    path: '/projects/handover',
    nav: { group, word: 'projects.page.handover', order: 46 },
    permission,
    load: () => import('./handover-page.tsx'),
  },
];
