/** How the rows of the audit about the own account are named on its page. Pure. */

const deeds: readonly (readonly [RegExp, string])[] = [
  [/^POST \/public\/api\/access\/sessions$/, 'sign_in'],
  [/^POST \/public\/api\/access\/first-administrator$/, 'sign_in'],
  [/^POST \/public\/api\/access\/invitations?\b/, 'invited'],
  [/^POST \/public\/api\/access\/sign-ons\/return$/, 'sign_on'],
  [/^DELETE \/api\/access\/sessions\/current$/, 'sign_out'],
  [/\/sessions\/current\/second-factor$/, 'code'],
  [/\/sessions\/current\/step-up$/, 'step_up'],
  [/\/sessions\/current\/act-for$/, 'act_for'],
  [/\/own\/password$/, 'password'],
  [/\/own\/second-factor$/, 'factor_begun'],
  [/\/own\/second-factor\/confirm$/, 'factor_set'],
  [/\/own\/second-factor\/recovery-codes$/, 'recovery_codes'],
  [/\/own\/second-factor\/remove$/, 'factor_removed'],
  [/\/own\/sessions\//, 'sessions_ended'],
  [/\/own\/devices\//, 'device_forgotten'],
  [/\/own\/sign-ons\/:provider\/unlink$/, 'unlinked'],
  [/\/own\/sign-ons/, 'linked'],
  [/ \/api\/access\/own\//, 'own'],
  [/ \/api\/access\/(accounts|grants|invitations)\b/, 'account'],
];

/** Refusals told on the page, which has their words; they need no numbers. */
const told = new Set([
  'access.refusal.wrong_password',
  'access.refusal.wrong_code',
  'access.refusal.wrong_current',
  'access.refusal.locked',
  'access.refusal.proof_locked',
  'access.refusal.disabled',
  'access.refusal.not_granted',
  'access.refusal.not_linked',
  'access.refusal.provider_off',
  'access.refusal.sign_on_refused',
]);

export interface OwnDeed {
  deed: string;
  done: boolean;
  why: string | null;
}

/** @param action method and URL of the endpoint; @param outcome 'done' or 'refused' with a code */
export function ownDeed(action: string, outcome: string): OwnDeed {
  const deed = deeds.find(([form]) => form.test(action))?.[1] ?? 'other';
  const code = /^refused (\S+)/.exec(outcome)?.[1] ?? null;
  return { deed, done: outcome === 'done', why: code !== null && told.has(code) ? code : null };
}
