/** Which identity and mobile numbers may be kept of a person. Pure. */
import {
  asIdentityNumber,
  asMobileNumber,
  identityFault,
  isMobileNumber,
} from '../kit/identity-number.ts';

export interface Around {
  /** YYYY-MM-DD */
  today: string;
  bornIn: number | null;
  /** Whether numbers of made-up people are good: only beside the demonstration. */
  madeUp: boolean;
}

const refusals = {
  form: 'teams.refusal.id_number_form',
  check: 'teams.refusal.id_number_check',
  area: 'teams.refusal.id_number_area',
  birth: 'teams.refusal.id_number_birth',
  born_in: 'teams.refusal.id_number_born_in',
} as const;

/** @returns the refusal's code; null when the number may be kept */
export function refusalOfIdNumber(typed: string, around: Around): string | null {
  const fault = identityFault(asIdentityNumber(typed), around);
  return fault && refusals[fault];
}

export const refusalOfPhone = (typed: string, { madeUp }: Pick<Around, 'madeUp'>): string | null =>
  isMobileNumber(asMobileNumber(typed), madeUp) ? null : 'teams.refusal.phone_form';
