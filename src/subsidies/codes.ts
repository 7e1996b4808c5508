/** The closed lists of subsidies. The database holds the same as enums. */
export const awardStates = [
  'applied',
  'refused',
  'checked',
  'listed',
  'paid',
  'failed',
  'discarded',
] as const;
export const batchStates = ['listed', 'checked', 'answered', 'paid', 'discarded'] as const;
export const results = ['paid', 'failed'] as const;
/** What may be wrong with a line of a bank's answer. */
export const faults = [
  'unknown_line',
  'twice',
  'name',
  'tail',
  'amount',
  'result',
  'reason',
  'lacking',
] as const;

/** Households decided on or listed in one go. */
export const mostAtOnce = 500;
