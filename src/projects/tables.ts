/** Tables of projects: cases change by verbs, what was done to them stays. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'projects.project': placed('distributed', 'write'),
  'projects.shortfall': placed('distributed', 'write'),
  'projects.budget': placed('distributed', 'write_delete'),
  'projects.adjustment': placed('distributed', 'write'),
  'projects.adjustment_line': placed('distributed', 'append'),
  'projects.contract': placed('distributed', 'write'),
  'projects.request': placed('distributed', 'write'),
  'projects.notice': placed('distributed', 'append'),
  'projects.objection': placed('distributed', 'write'),
  'projects.document': placed('distributed', 'write'),
  'projects.event': placed('distributed', 'append'),
  'projects.asset': placed('distributed', 'write'),
  'projects.asset_income': placed('distributed', 'append'),
  'projects.deadline_rule': {
    class: 'reference',
    scope: { none: 'dated rule everybody is measured by' },
    app: 'read',
  },
};
