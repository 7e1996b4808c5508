/** Tables of indicators: what is ready to read is scoped like the facts it came from. */
import type { TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'indicators.definition': { class: 'reference', scope: { none: 'catalogue' }, app: 'read' },
  'indicators.delta': { class: 'distributed', scope: { column: 'place' }, app: 'read' },
  'indicators.cube': { class: 'distributed', scope: { column: 'place' }, app: 'read' },
  'indicators.cube_day': { class: 'distributed', scope: { column: 'place' }, app: 'read' },
  'indicators.fold_run': { class: 'local', scope: { none: 'job diary' }, app: 'read' },
};
