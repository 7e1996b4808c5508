/** Pages of imports. */
import type { PageDef } from '../../platform/web/page-def.ts';

const permission = 'imports.write';

export const pages: readonly PageDef[] = [
  {
    path: '/imports',
    nav: { group: 'imports.page.group', word: 'imports.page.jobs', order: 90 },
    permission,
    load: () => import('./jobs-page.tsx'),
  },
  { path: '/imports/$id', permission, load: () => import('./job-page.tsx') },
];
