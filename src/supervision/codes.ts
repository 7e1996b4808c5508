/** The closed lists of supervision. The database holds the same as enums. */

export const sources = ['rule', 'audit', 'inspection', 'assessment', 'media', 'petition'] as const;
/** What comes from outside, with a paper. */
export const outside = ['audit', 'inspection', 'assessment', 'media', 'petition'] as const;
export const states = [
  'opened',
  'assigned',
  'explained',
  'confirmed',
  'cleared',
  'rectified',
  'appealed',
  'closed',
] as const;
export const verbs = [
  'open',
  'register',
  'reopen',
  'assign',
  'explain',
  'return',
  'confirm',
  'clear',
  'rectify',
  'close',
  'appeal',
] as const;
/** What people do to a finding that stands; each is an endpoint. */
export const deeds = [
  'assign',
  'explain',
  'return',
  'confirm',
  'clear',
  'rectify',
  'close',
  'appeal',
] as const;
export const objectKinds = [
  'project',
  'contract',
  'request',
  'account',
  'supplier',
  'town',
] as const;
/** What may be asked about before it is handed in. */
export const hintKinds = ['project', 'contract', 'request'] as const;
