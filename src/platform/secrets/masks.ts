/** What is shown of a hidden value: as much as two people need to know that they speak of the same. Pure. */

export const maskKinds = [
  'id_number',
  'phone',
  'bank_account',
  'address',
  'health',
  'contact',
] as const;
export type MaskKind = (typeof maskKinds)[number];

const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** Nothing of a text that is too short to leave something hidden. */
function ends(text: string, first: number, last: number): string {
  const signs = [...text];
  const hidden = signs.length - first - last;
  if (hidden < 4) return stars(Math.max(signs.length, 4));
  return `${signs.slice(0, first).join('')}${stars(hidden)}${signs.slice(signs.length - last).join('')}`;
}

const masks: Record<MaskKind, (text: string) => string> = {
  /** 440***********1234: the county, the date of birth and what follows stay hidden. */
  id_number: (text) => ends(text, 3, 4),
  /** 138****5678 */
  phone: (text) => ends(text, 3, 4),
  /** **** **** 1234: the first digits would name the bank. */
  bank_account: (text) => ends(text, 0, 4),
  /** Down to the county or town, never the village, road or house. */
  address: (text) => `${untilTown(text)}****`,
  /** Nothing: not even how long it is. */
  health: () => '****',
  /** Nothing: it may be a number, an address or a name. */
  contact: () => '****',
};

/** The parts of an address down to the county or town, where the text names them so. */
function untilTown(address: string): string {
  const parts =
    /^(?:[^省]{2,8}省)?(?:[^市]{2,8}市)?(?:[^区县市]{1,8}[区县市])?(?:[^镇乡]{1,8}[镇乡])?/u;
  return parts.exec(address.trim())?.[0] ?? '';
}

export const mask = (kind: MaskKind, plain: string): string => masks[kind](plain);
