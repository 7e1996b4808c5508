/** Tables of teams. Rules across counties (one main posting) live here, so nothing is spread by county. */
import { placed, type TableManifest, type TableRule } from '../platform/db/tables.ts';

const shared = (reason: string, app: TableRule['app']): TableRule => ({
  class: 'reference',
  scope: { none: reason },
  app,
});

export const tables: TableManifest = {
  'teams.organisation': shared('units are public bodies known to all', 'write'),
  'teams.batch': shared('one list for the province', 'write'),
  'teams.batch_history': shared('one list for the province', 'read'),
  'teams.person': placed('reference', 'write'),
  'teams.team': placed('reference', 'write'),
  'teams.team_unit': placed('reference', 'write'),
  'teams.posting': placed('reference', 'write'),
  'teams.pairing': placed('reference', 'write'),
  'teams.duty': placed('reference', 'write'),
  'teams.requirement': shared('dated rule everybody is measured by', 'write'),
  'teams.limit_value': shared('dated size everybody is warned by', 'write'),
  'teams.person_history': placed('reference', 'read'),
  'teams.posting_history': placed('reference', 'read'),
  'teams.team_history': placed('reference', 'read'),
  'teams.team_unit_history': placed('reference', 'read'),
  'teams.pairing_history': placed('reference', 'read'),
};
