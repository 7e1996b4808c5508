/** The interview's 31 figures: which definition answers each, for which days. Values are in data/seed-figures.csv. Pure. */

/** Where a figure comes from in the engine. */
export interface FigureQuestion {
  indicator: string;
  from: string;
  to: string;
}

/** First day the programme had facts. */
const begin = '2021-01-01';
const interviewDay = '2022-07-28';
const registryDay = '2021-06-30';
/** "One year" of the interview: the year ending on its day. */
const year = { from: '2021-07-29', to: interviewDay };
const since = { from: begin, to: interviewDay };
const year2022 = { from: '2022-01-01', to: interviewDay };

export const questions: Record<string, FigureQuestion> = {
  F01: { indicator: 'regions.towns_covered', from: begin, to: registryDay },
  F02: { indicator: 'regions.villages', from: begin, to: registryDay },
  F03: { indicator: 'regions.key_towns', ...since },
  F04: { indicator: 'regions.consolidation_towns', ...since },
  F05: { indicator: 'regions.demonstration_towns', from: begin, to: registryDay },
  F06: { indicator: 'regions.self_including_cities', ...since },
  F07: { indicator: 'regions.self_included_units', ...since },
  F08: { indicator: 'funds.self_included_min', ...since },
  F09: { indicator: 'funds.self_included_max', ...since },
  F10: { indicator: 'teams.towns_with_team', ...since },
  F11: { indicator: 'teams.streets_with_team', ...since },
  F12: { indicator: 'teams.sending_units', ...since },
  F13: { indicator: 'teams.cadres', ...since },
  F14: { indicator: 'teams.specialists', ...since },
  F15: { indicator: 'teams.volunteers', ...since },
  F16: { indicator: 'funds.special_towns', ...since },
  F17: { indicator: 'funds.special_average', ...year2022 },
  F18: { indicator: 'funds.special_shares', ...since },
  F19: { indicator: 'funds.provincial_issued', ...since },
  F20: { indicator: 'funds.provincial_issued', from: begin, to: '2021-12-31' },
  F21: { indicator: 'funds.provincial_issued', ...year2022 },
  F22: { indicator: 'funds.assisting_remitted', ...since },
  F23: { indicator: 'funds.local_received', ...since },
  F24: { indicator: 'funds.zhuhai_yearly', ...year2022 },
  F25: { indicator: 'policy.main_documents', ...since },
  F26: { indicator: 'livelihoods.placements_lifted', ...year },
  F27: { indicator: 'livelihoods.workshop_people', ...year },
  F28: { indicator: 'livelihoods.workshop_people_lifted', ...year },
  F29: { indicator: 'livelihoods.classes', ...year },
  F30: { indicator: 'livelihoods.attendances_lifted', ...year },
  F31: { indicator: 'livelihoods.sales', ...year },
};

export interface Computed {
  value: string | null;
  over: string | null;
  parts: { key: string; value: string }[];
}

/** The computed value in the figure's own unit: yuan exactly to the fen, a proportion as 6:3:1, else a whole number. */
export function inUnit(unit: string, computed: Computed): string | null {
  if (unit === 'ratio') return computed.parts.map((p) => p.value).join(':');
  if (computed.value === null) return null;
  const fen = BigInt(computed.value);
  if (unit !== 'yuan') return fen.toString();
  const over = computed.over === null ? 1n : BigInt(computed.over);
  if (over === 0n) return null;
  const yuan = fen / (100n * over);
  const rest = fen % (100n * over);
  return rest === 0n
    ? yuan.toString()
    : `${yuan}.${((rest * 100n) / (100n * over)).toString().padStart(2, '0')}`;
}

/**
 * Whether a computed value is what was said: to the last digit, or, where the interview rounded
 * ("nearly 20 thousand"), computed over stated within a range like 0.95..1.00.
 */
export function agrees(stated: string, tolerance: string, computed: string | null): boolean {
  if (computed === null) return false;
  if (tolerance === 'exact') return computed === stated;
  const [low, high] = tolerance.split('..').map(Number);
  const ratio = Number(computed) / Number(stated);
  return low !== undefined && high !== undefined && ratio >= low && ratio <= high;
}
