/** The closed lists of papers, beside those of `codes.ts`, in the order a form offers them. The database holds the same as enums. */
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
/** Beside them what a grant of donated money spends: it comes from its pledge, never from the form of papers. */
export const bookedMeasures = [...paperMeasures, 'spent'] as const;
export const levels = ['province', 'city', 'county', 'town'] as const;
export const instruments = [
  'fiscal_document',
  'remittance',
  'quota_notice',
  'bank_receipt',
] as const;
