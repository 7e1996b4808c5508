/** Pages of subsidies. */
import type { PageDef } from '../../platform/web/page-def.ts';

const permission = 'projects.read';

export const pages: readonly PageDef[] = [
  { path: '/projects/$id/subsidies', permission, load: () => import('./subsidies-page.tsx') },
  { path: '/subsidies/batches/$id', permission, load: () => import('./batch-page.tsx') },
];
