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
