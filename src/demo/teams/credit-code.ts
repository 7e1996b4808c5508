// Unified social credit codes of made-up units, GB 32100-2015 with the organisation code of GB 11714.
import type { TeamsOrganisationKind } from '../../schema.gen.ts';
import { type Random, taken } from '../seed.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Registering department and category: organs 11, institutions 12, social organisations 51, enterprises 91. */
const HEADS: Record<TeamsOrganisationKind, string> = {
  party_government: '11',
  public_institution: '12',
  university: '12',
  hospital: '12',
  social_organisation: '51',
  chamber: '51',
  state_enterprise: '91',
  private_enterprise: '91',
  bank: '91',
};

/** An 18-character code with both check characters right. `region` is six digits. */
export function creditCode(r: Random, kind: TeamsOrganisationKind, region: string): string {
  const head = HEADS[kind];
  const free = Array.from({ length: 6 }, () => r.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY']));
  const body = head === '91' ? `MA${free.join('')}` : `00${digits(r, 6)}`;
  const without = `${head}${region}${body}${organisationCheck(body)}`;
  return without + creditCheck(without);
}

/** Check character of the first 17 by GB 32100: powers of 3 modulo 31. */
export function creditCheck(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return taken([...ALPHABET], (31 - (sum % 31)) % 31);
}

/** Check character of an organisation code by GB 11714: modulo 11, 10 is written X. */
function organisationCheck(first8: string): string {
  const sum = [...first8].reduce((total, character, at) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    return total + value * taken(ORGANISATION_WEIGHTS, at);
  }, 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

function digits(r: Random, count: number): string {
  return String(r.int(10 ** (count - 1), 10 ** count - 1));
}
