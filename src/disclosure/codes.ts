/** The closed lists of disclosure. The database holds kinds and channels as enums. */
export const kinds = ['project', 'notice', 'document', 'plan', 'use_of_money'] as const;
export const channels = [
  'government_site',
  'village_board',
  'wechat_account',
  'own_pages',
] as const;
export const publicationStates = ['coming', 'standing', 'due', 'taken_down'] as const;
export const copyStates = ['made', 'published', 'due', 'taken_down'] as const;
/** What somebody who complained is told of it. */
export const complaintStates = ['received', 'in_hand', 'finished'] as const;
/** What free text of a public copy may not hold. */
export const textFaults = ['number', 'person', 'health', 'mail', 'classified'] as const;
/** Forms in which a copy is kept by who takes it. */
export const formats = ['html', 'pdf', 'docx'] as const;

export type Kind = (typeof kinds)[number];
export type Format = (typeof formats)[number];
