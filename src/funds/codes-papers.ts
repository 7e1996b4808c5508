/** The closed lists of papers, in the order a form offers them. The database holds the same as enums. */
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
export const programmes = [
  'special_fund',
  'self_included_fund',
  'named_city_fund',
  'self_raised',
] as const;
export const paperKinds = ['booking', 'reversal'] as const;
export const paperStates = ['drafted', 'submitted', 'returned', 'posted', 'discarded'] as const;
export const paperVerbs = [
  'register',
  'amend',
  'submit',
  'withdraw',
  'return',
  'check',
  'discard',
] as const;
/** Measures that come with a paper; due comes from the rule, committed and spent from projects. */
export const paperMeasures = ['issued', 'remitted', 'received'] as const;
export const levels = ['province', 'city', 'county', 'town'] as const;
export const instruments = [
  'fiscal_document',
  'remittance',
  'quota_notice',
  'bank_receipt',
] as const;
