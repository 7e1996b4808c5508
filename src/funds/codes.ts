/** The closed lists of funds, in the order money comes down. The database holds the same as enums. */

export const measures = ['due', 'issued', 'remitted', 'received', 'committed', 'spent'] as const;
export type Measure = (typeof measures)[number];

export const payers = [
  'central',
  'province',
  'assisting_city',
  'assisted_city',
  'county',
  'own_city',
  'enterprise',
  'donor',
  'bank',
] as const;
export type Payer = (typeof payers)[number];

export const programmes = [
  'special_fund',
  'self_included_fund',
  'named_city_fund',
  'self_raised',
] as const;

export const sources = [
  'central_fund',
  'provincial_fund',
  'assisting_city_fund',
  'local_city_fund',
  'county_fund',
  'named_city_fund',
  'self_raised',
  'donation',
  'credit',
] as const;

/** Who gives: the lead unit of the team, its member units, others; a person is known by the family name alone. */
export const donorKinds = ['lead_unit', 'unit', 'enterprise', 'organisation', 'person'] as const;
export type DonorKind = (typeof donorKinds)[number];
/** Payers and sources of self-raised and donated money. */
export const donorPayers = ['donor', 'enterprise', 'bank'] as const;
export const donorSources = ['self_raised', 'donation'] as const;
export const goodsStates = ['registered', 'confirmed', 'discarded'] as const;
