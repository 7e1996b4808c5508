/** The closed lists of plans. The database holds the same as enums. */
export const kinds = ['plan', 'adjustment'] as const;
export const states = [
  'drafted',
  'submitted',
  'returned',
  'approved',
  'filed',
  'discarded',
] as const;
export const verbs = [
  'draft',
  'adjust',
  'amend',
  'submit',
  'withdraw',
  'return',
  'approve',
  'file',
  'discard',
] as const;
/** What does not close, or is to be looked at; those of `hints` block nothing. */
export const problemCodes = [
  'nothing',
  'left',
  'above',
  'task_without_project',
  'above_budget',
  'project_ended',
  'below_budget',
  'not_in_library',
] as const;
export const hints: readonly (typeof problemCodes)[number][] = ['below_budget', 'not_in_library'];
/** How a line of an adjustment stands to the version before. */
export const changes = ['same', 'added', 'removed', 'changed'] as const;
