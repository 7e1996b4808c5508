/** Tables of evidence: what was taken stays on record. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'evidence.package': placed('distributed', 'append'),
};
