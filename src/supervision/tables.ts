/** Tables of supervision: the nightly run opens findings and marks those that are gone, people move them on. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'supervision.rule': {
    class: 'reference',
    scope: { none: 'parameters everybody is measured by' },
    app: 'append',
  },
  'supervision.finding': { ...placed('distributed', 'write'), jobs: 'write' },
  'supervision.event': { ...placed('distributed', 'append'), jobs: 'append' },
  'supervision.run': {
    class: 'local',
    scope: { none: 'counts of the whole; shown to who is of the whole alone' },
    app: 'read',
    jobs: 'append',
  },
};
