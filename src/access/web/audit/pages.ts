/** The page of the audit. */
import type { PageDef } from '../../../platform/web/page-def.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/audit',
    nav: { group: 'access.page.group', word: 'access.page.audit', order: 950 },
    permission: 'audit.read',
    load: () => import('./audit-page.tsx'),
  },
];
