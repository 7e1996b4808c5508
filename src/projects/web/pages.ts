/** Pages of projects. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'projects.page.group';
const permission = 'projects.read';

export const pages: readonly PageDef[] = [
  {
    path: '/projects',
    nav: { group, word: 'projects.page.library', order: 40 },
    permission,
    load: () => import('./project/library-page.tsx'),
  },
  {
    path: '/projects/new',
    permission: 'projects.write',
    load: () => import('./forms/new-project-page.tsx'),
  },
  { path: '/projects/$id', permission, load: () => import('./project/project-page.tsx') },
  {
    path: '/projects/$id/amend',
    permission: 'projects.write',
    load: () => import('./forms/amend-project-page.tsx'),
  },
];
