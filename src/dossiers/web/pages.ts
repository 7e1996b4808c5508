/** Pages of dossiers. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'projects.page.group';
const permission = 'projects.read';

export const pages: readonly PageDef[] = [
  {
    path: '/dossiers',
    nav: { group, word: 'dossiers.page.requests', order: 47 },
    permission,
    load: () => import('./requests-page.tsx'),
  },
  {
    path: '/dossiers/checklists',
    nav: { group, word: 'dossiers.page.checklists', order: 48 },
    permission,
    load: () => import('./checklists-page.tsx'),
  },
  { path: '/dossiers/$id', permission, load: () => import('./dossier-page.tsx') },
];
