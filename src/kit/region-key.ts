// Keys of places: twelve digits in groups of 2-2-2-3-3 (province, city, county, town, village).

export type RegionLevel = 'province' | 'city' | 'county' | 'town' | 'village';

export const regionLevels: readonly RegionLevel[] = [
  'province',
  'city',
  'county',
  'town',
  'village',
];

const DIGITS: Record<RegionLevel, number> = {
  province: 2,
  city: 4,
  county: 6,
  town: 9,
  village: 12,
};
const KEY = /^[1-9]\d{11}$/;

export function isRegionKey(text: string): boolean {
  return KEY.test(text);
}

/** The level a key's own digits say: the deepest group that is not zero. */
export function levelOfKey(key: string): RegionLevel {
  if (!key.endsWith('000')) return 'village';
  if (key.slice(6, 9) !== '000') return 'town';
  if (key.slice(4, 6) !== '00') return 'county';
  return key.slice(2, 4) === '00' ? 'province' : 'city';
}

/** A town or village: what its county keeps for all its towns is not shown there. */
export const belowCounty = (key: string): boolean => ['town', 'village'].includes(levelOfKey(key));

/** First and last key of everything in a place, itself included. */
export function rangeOfKey(key: string): { lo: string; hi: string } {
  const stem = key.slice(0, DIGITS[levelOfKey(key)]);
  return { lo: stem.padEnd(12, '0'), hi: stem.padEnd(12, '9') };
}

/** Whether a place lies in another or is it: the digits that say the outer place are its own as well. */
export function isWithin(key: string, outer: string): boolean {
  return key.startsWith(outer.slice(0, DIGITS[levelOfKey(outer)]));
}

/** The county a fact held at this place is kept under: 440000 for the province, 441900 for 东莞. */
export function countyOfKey(key: string): string {
  return key.slice(0, 6);
}

/** A key as twelve digits, from the text or number a database or a file gives. */
export function regionKey(value: string | number | bigint): string {
  const key = String(value).padStart(12, '0');
  if (!isRegionKey(key)) throw new RangeError(`not a key of twelve digits: ${value}`);
  return key;
}
