/** What the cockpit shows: figures by the question they answer. A code without a definition is left out. */

export interface Group {
  /** The question its figures answer: `cockpit.question.<name>` in words.ts. */
  name: 'coverage' | 'teams' | 'funds' | 'livelihoods';
  codes: readonly string[];
}

/** In the order the interview spoke of them. */
export const groups: readonly Group[] = [
  {
    name: 'coverage',
    codes: [
      'regions.towns_covered',
      'regions.villages',
      'regions.key_towns',
      'regions.consolidation_towns',
      'regions.demonstration_towns',
      'regions.self_included_units',
      'regions.self_including_cities',
      'policy.main_documents',
    ],
  },
  {
    name: 'teams',
    codes: [
      'teams.towns_with_team',
      'teams.streets_with_team',
      'teams.sending_units',
      'teams.cadres',
      'teams.specialists',
      'teams.volunteers',
      'teams.first_secretaries',
    ],
  },
  {
    name: 'funds',
    codes: [
      'funds.due',
      'funds.issued',
      'funds.remitted',
      'funds.received',
      'funds.committed',
      'funds.spent',
      'funds.execution_rate',
      'funds.special_towns',
      'funds.special_average',
      'funds.special_shares',
      'funds.provincial_issued',
      'funds.assisting_remitted',
      'funds.local_received',
      'funds.self_included_min',
      'funds.self_included_max',
      'funds.zhuhai_yearly',
    ],
  },
  {
    name: 'livelihoods',
    codes: [
      'livelihoods.placements_lifted',
      'livelihoods.placements',
      'livelihoods.workshop_people',
      'livelihoods.workshop_people_lifted',
      'livelihoods.classes',
      'livelihoods.attendances_lifted',
      'livelihoods.sales',
    ],
  },
];

export const codes: readonly string[] = groups.flatMap((group) => group.codes);

/** The figure map, course and table show until another is chosen. */
export const firstChoice = 'teams.cadres';

/** What is recorded for villages: the rest belongs to towns. */
export const villageCodes: readonly string[] = [
  'livelihoods.placements_lifted',
  'livelihoods.placements',
  'livelihoods.workshop_people',
  'livelihoods.workshop_people_lifted',
  'livelihoods.classes',
  'livelihoods.attendances_lifted',
  'livelihoods.sales',
  'teams.first_secretaries',
];

/** Columns of the table of places beside the chosen figure. */
export const columns: readonly string[] = [
  'regions.towns_covered',
  'teams.cadres',
  'funds.received',
  'funds.spent',
  'funds.execution_rate',
  'livelihoods.placements_lifted',
  'livelihoods.sales',
];

/** Columns of the places a city helps. */
export const helped: readonly string[] = [
  'regions.towns_covered',
  'teams.towns_with_team',
  'teams.cadres',
  'funds.assisting_remitted',
  'funds.received',
  'funds.spent',
  'livelihoods.placements_lifted',
];

/** 应配 下达 拨付 到位 支出: five measures side by side, never added to each other. */
export const measures: readonly string[] = [
  'funds.due',
  'funds.issued',
  'funds.remitted',
  'funds.received',
  'funds.spent',
];

/** Tiers in the order of the documents, each with its figure. */
export const tiers: readonly { tier: string; code: string }[] = [
  { tier: 'key_assistance', code: 'regions.key_towns' },
  { tier: 'consolidation', code: 'regions.consolidation_towns' },
  { tier: 'demonstration', code: 'regions.demonstration_towns' },
  { tier: 'self_included', code: 'regions.self_included_units' },
];

/** Figures that say of a tier how many of its places have a team. */
export const teamsByTier: readonly string[] = ['teams.towns_with_team', 'teams.streets_with_team'];

/** The programme's first day: a period before it is nothing to compare with. */
export const programmeStart = '2021-06-01';
