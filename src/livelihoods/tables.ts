/** Tables of livelihoods: events of real people, spread by county. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'livelihoods.participant': placed('distributed', 'write'),
  'livelihoods.placement': placed('distributed', 'append'),
  'livelihoods.workshop': placed('distributed', 'write'),
  'livelihoods.workshop_job': placed('distributed', 'write'),
  'livelihoods.training_class': placed('distributed', 'write'),
  'livelihoods.attendance': placed('distributed', 'append'),
  'livelihoods.sales_event': placed('distributed', 'write'),
  'livelihoods.sale': placed('distributed', 'append'),
};
