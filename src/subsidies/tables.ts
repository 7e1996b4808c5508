/** Tables of subsidies: lines and batches change by their steps, nothing is removed. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'subsidies.award': placed('distributed', 'write'),
  'subsidies.batch': placed('distributed', 'write'),
  'subsidies.batch_line': placed('distributed', 'write'),
};
