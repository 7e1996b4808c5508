/** Tables of regions. Codes and names are published by the statistics bureau: no scope. */
import { placed, type TableManifest, type TableRule } from '../platform/db/tables.ts';

const published: TableRule = {
  class: 'reference',
  scope: { none: 'published registry' },
  app: 'read',
};

export const tables: TableManifest = {
  'regions.edition': published,
  'regions.region': published,
  'regions.ancestor': published,
  'regions.code': published,
  'regions.lineage': published,
  'regions.decision': { ...published, app: 'append' },
  'regions.tier': placed('reference', 'read'),
  'regions.flag': placed('reference', 'read'),
};
