/** Resident identity numbers (GB 11643-1999) and mainland mobile numbers: their form, never whose they are. Pure. */

/** Provinces of GB/T 2260, and the codes of residence permits for residents of 港澳台. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
/** No province has it and no card begins so: numbers of made-up people. */
const madeUpProvince = '99';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

export type IdentityFault = 'form' | 'check' | 'area' | 'birth' | 'born_in';

/** As it is compared and kept: half-width, without spaces, X upper case. */
export const asIdentityNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** The last sign of a number of which the first seventeen digits are given. */
export function checkSignOf(seventeen: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return checks[sum % 11] ?? '';
}

/**
 * What is wrong with a number as it is kept; null when nothing is.
 * @param about today, YYYY-MM-DD; the year of birth on record; whether made-up people are at home here
 */
export function identityFault(
  number: string,
  about: { today: string; bornIn: number | null; madeUp: boolean },
): IdentityFault | null {
  if (!/^\d{17}[\dX]$/.test(number)) return 'form';
  if (checkSignOf(number) !== number[17]) return 'check';
  const province = number.slice(0, 2);
  if (!provinces.has(province) && !(about.madeUp && province === madeUpProvince)) return 'area';
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(born) || born < '1900-01-01' || born > about.today) return 'birth';
  return about.bornIn !== null && Number(number.slice(6, 10)) !== about.bornIn ? 'born_in' : null;
}

/** Whether what was typed could be somebody's number at all. */
export const isIdentityNumber = (typed: string, today: string): boolean =>
  identityFault(asIdentityNumber(typed), { today, bornIn: null, madeUp: true }) === null;

function isDate(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= days;
}

/** As it is compared and kept: eleven digits, without +86, spaces or hyphens. */
export const asMobileNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(?:\+|00)86/, '');

/** @param madeUp whether numbers of made-up people, which begin with 100 as no mobile does, are at home here */
export const isMobileNumber = (number: string, madeUp: boolean): boolean =>
  /^1[3-9]\d{9}$/.test(number) || (madeUp && /^100\d{8}$/.test(number));
