/** Tables of imports: jobs stay, lines go when a job is decided, what was made is kept to take it back by. */
import { placed, type TableManifest } from '../platform/db/tables.ts';
import type { FileColumns } from '../platform/files/sweep.ts';

export const tables: TableManifest = {
  'imports.job': placed('distributed', 'write'),
  'imports.line': placed('distributed', 'write_delete'),
  'imports.made': placed('distributed', 'append'),
};

/** Where this room names files of the store. */
export const fileColumns: FileColumns = ['imports.job.sha256'];
