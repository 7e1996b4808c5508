/** Tables of disclosure: copies are frozen, publications end, a complaint gets its reply. Complaints come in by a function alone. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'disclosure.copy': placed('distributed', 'append'),
  'disclosure.publication': placed('distributed', 'write'),
  'disclosure.complaint': placed('distributed', 'write'),
};
