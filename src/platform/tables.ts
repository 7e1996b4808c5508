/** Tables of the platform. */
import type { TableManifest } from './db/tables.ts';

export const tables: TableManifest = {
  'platform.setting': { class: 'reference', scope: { none: 'settings of the whole' }, app: 'read' },
  'platform.backup_run': {
    class: 'local',
    scope: { none: 'about the installation as a whole' },
    app: 'read',
  },
  'platform.migration': { class: 'local', scope: { none: 'written by migrations' }, app: 'none' },
};
