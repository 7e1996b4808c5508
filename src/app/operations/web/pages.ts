/** Pages of running the installation. */
import type { PageDef } from '../../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/operations/backups',
    nav: { group: 'access.page.group', word: 'app.operations.backups', order: 960 },
    permission: 'operations.read',
    load: () => import('./backups-page.tsx'),
  },
];
