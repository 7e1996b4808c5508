/** What is typed as a second factor, and the codes for a lost phone. Pure. */

/** Crockford's alphabet: no letter that could be read as a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 24;
const bytesOfOne = 15;
export const howMany = 10;
export const bytesNeeded = howMany * bytesOfOne;

/** What somebody typed: a code of the authenticator, a recovery code, or neither. */
export type Typed = { kind: 'code' | 'recovery'; text: string } | null;

/** Blanks and dashes, full-width digits, capitals and letters taken for digits are all forgiven. */
export function asTyped(typed: string): Typed {
  const text = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  if (/^\d{6}$/.test(text)) return { kind: 'code', text };
  const read = text.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1');
  const fits = read.length === length && [...read].every((sign) => alphabet.includes(sign));
  return fits ? { kind: 'recovery', text: read } : null;
}

/** @param random `bytesNeeded` bytes; each code is 120 bits of them */
export function recoveryCodes(random: Uint8Array): string[] {
  return Array.from({ length: howMany }, (_, at) =>
    written(random.subarray(at * bytesOfOne, (at + 1) * bytesOfOne)),
  );
}

/** As it is shown: four groups of six. */
export const grouped = (code: string): string => (code.match(/.{6}/g) ?? []).join('-');

function written(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let at = 0; at < length; at++) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
}
