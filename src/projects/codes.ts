/** The closed lists of projects. The database holds the same as enums. */

export const tasks = ['industry', 'facilities', 'services', 'governance', 'consolidation'] as const;
export const states = [
  'idea',
  'proposed',
  'town_passed',
  'returned',
  'stocked',
  'planned',
  'preparing',
  'contracted',
  'building',
  'completed',
  'accepted',
  'settled',
  'handed_over',
  'terminated',
  'discarded',
] as const;
export const verbs = [
  'register',
  'amend',
  'propose',
  'pass',
  'approve',
  'plan',
  'prepare',
  'sign',
  'start',
  'report',
  'complete',
  'accept',
  'settle',
  'hand_over',
  'transfer',
  'return',
  'withdraw',
  'terminate',
  'discard',
] as const;
export const shortfallKinds = [
  'road',
  'water',
  'sewage',
  'service',
  'industry',
  'party',
  'other',
] as const;
export const benefitLinks = ['jobs', 'orders', 'shares', 'rent', 'dividends', 'other'] as const;
export const clearances = ['not_needed', 'pending', 'done'] as const;
export const documentKinds = [
  'minutes',
  'plan',
  'review',
  'tender',
  'contract',
  'invoice',
  'progress',
  'acceptance',
  'audit',
  'handover',
  'notice',
  'other',
] as const;
export const noticeStages = ['proposal', 'plan', 'award', 'subsidy', 'acceptance'] as const;
export const contractKinds = ['main', 'variation', 'settlement'] as const;
export const contractStates = [
  'drafted',
  'submitted',
  'returned',
  'in_force',
  'ending',
  'ended',
  'discarded',
] as const;
export const requestKinds = ['advance', 'progress', 'final', 'retention'] as const;
export const requestStates = [
  'drafted',
  'submitted',
  'returned',
  'checked',
  'sent',
  'paid',
  'discarded',
] as const;
export const caseKinds = ['project', 'contract', 'request', 'adjustment'] as const;
export const adjustmentStates = ['submitted', 'returned', 'withdrawn', 'approved'] as const;
export const assetKinds = ['operating', 'public', 'household'] as const;
export const assetOwners = ['village', 'town', 'county', 'household', 'enterprise'] as const;
export const assetConditions = ['in_use', 'idle', 'low_yield', 'disposed'] as const;
