/** The closed lists of reconciliation, in the order a form offers them. The database holds the same as enums. */

export const sourceKinds = ['payment_detail', 'quota_ledger', 'bank_statement'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const runStates = ['in_work', 'finished', 'confirmed', 'discarded'] as const;
export type RunState = (typeof runStates)[number];

export const runVerbs = [
  'open',
  'match',
  'pair',
  'part',
  'explain',
  'finish',
  'return',
  'confirm',
  'reopen',
  'discard',
] as const;
export type RunVerb = (typeof runVerbs)[number];

export const results = [
  'matched',
  'amount_differs',
  'ours_only',
  'theirs_only',
  'ambiguous',
] as const;
export type Result = (typeof results)[number];

export const bases = ['number', 'near', 'person'] as const;

export const reasons = [
  'in_transit',
  'not_yet_paid',
  'not_yet_booked',
  'recorded_wrongly',
  'theirs_wrong',
  'other',
] as const;
export type Reason = (typeof reasons)[number];
