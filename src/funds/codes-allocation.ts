/** The closed lists of rules and plans, beside those of `codes.ts`, in the order a form offers them. The database holds the same as enums. */
export const ruleStates = ['drafted', 'submitted', 'returned', 'approved', 'discarded'] as const;
export const ruleVerbs = [
  'draft',
  'amend',
  'submit',
  'withdraw',
  'return',
  'approve',
  'discard',
  'charge',
] as const;
export const allocationKinds = ['payers', 'division'] as const;
export const unitKinds = ['all', 'farms'] as const;
export const factors = ['villages', 'rural_population', 'lifted_people', 'performance'] as const;
export type Factor = (typeof factors)[number];

/** Programmes a rule is made for, and their payers in the order in which a share is rounded. */
export const ruledProgrammes = ['special_fund', 'self_included_fund'] as const;
export type RuledProgramme = (typeof ruledProgrammes)[number];
export const rulePayers = {
  special_fund: ['province', 'assisting_city', 'assisted_city', 'county'],
  self_included_fund: ['province', 'own_city', 'county'],
} as const;
export type RulePayer = (typeof rulePayers)[RuledProgramme][number];
/** Who the local share is divided between. */
export const localPayers = ['assisted_city', 'county'] as const;
/** Cities that plan how they raise what they provide. */
export const raisers = ['assisting_city', 'assisted_city', 'own_city'] as const;
