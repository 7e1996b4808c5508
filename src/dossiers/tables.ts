/** Tables of dossiers: scans are withdrawn, never removed; what was put together stays as it left. */
import { placed, type TableManifest } from '../platform/db/tables.ts';
import type { FileColumns } from '../platform/files/sweep.ts';

const published = { none: 'what an office asks of all who send it dossiers' };

export const tables: TableManifest = {
  'dossiers.file': placed('distributed', 'write'),
  'dossiers.checklist': { class: 'reference', scope: published, app: 'write' },
  'dossiers.checklist_item': { class: 'reference', scope: published, app: 'write_delete' },
  'dossiers.dossier': placed('distributed', 'append'),
  'dossiers.dossier_part': placed('distributed', 'append'),
};

/** Where this room names files of the store. */
export const fileColumns: FileColumns = ['dossiers.file.sha256', 'dossiers.dossier.sha256'];
