/** Tables of plans: lines and tasks are put in place anew while a plan is drafted, what was done to it stays. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'plans.plan': placed('distributed', 'write'),
  'plans.task': placed('distributed', 'write_delete'),
  'plans.line': placed('distributed', 'write_delete'),
  'plans.event': placed('distributed', 'append'),
};
