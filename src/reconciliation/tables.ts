/** Tables of reconciliation: what was matched is made anew each time, what people said is only added to. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'reconciliation.source': placed('reference', 'write'),
  'reconciliation.import_file': placed('reference', 'write'),
  'reconciliation.line': placed('distributed', 'write_delete'),
  'reconciliation.brought_again': placed('distributed', 'write_delete'),
  'reconciliation.run': placed('reference', 'write'),
  'reconciliation.item': placed('distributed', 'write_delete'),
  'reconciliation.ruling': placed('distributed', 'append'),
  'reconciliation.run_event': placed('reference', 'append'),
};
