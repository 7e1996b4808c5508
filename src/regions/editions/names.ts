// How two published names of one place differ: only the ending, a character put right, or truly another name.

import { pinyin } from 'pinyin-pro';
import type { RegionLevel } from '../../kit/region-key.ts';
import type { NameChange } from '../vocabulary.ts';
import { isBroken } from './file.ts';

const VILLAGE_ENDING = /(社区居民委员会|社区居委会|居民委员会|居委会|社区|村民委员会|村委会|村)$/;
const UNIT_OFFICE = /(管理委员会|管委会|办事处|管理处)$/;
const UNIT_ENDING = /(街道|镇|民族乡|乡|开发区|管理区|公司|农场|区|县|市)$/;
// Slips of the published files in the ending itself: 居民委会, 居委会会, 居委委员会, 居委.
const SLIPPED_ENDING =
  /(社区|社会)?(居民委会|居民居委会|居委会会|居委委员会|居委员会|居委|社会居委会|村民委会|村委员会|村民委员会委会|村民委员会村委会)$/;
const OFFICE_WORDS = /办事处|管理委员会|管理区|管区|村民委员会(?=生活区)|居民委员会(?=社区)/g;
// A district that is no unit of the registry, written before the name: 潮州市枫溪区长美社区.
const OTHER_DISTRICT = /^[^区县市镇社]{1,4}[区县]/;
const NUMERAL = /[一二三四五六七八九十]/;
/** The block of everyday characters; what lies outside stands in a registry because somebody looked it up. */
const RARE = /[^\u4e00-\u9fff]/u;
const LOOSE_ENDING = /(管区|管理区|办事处)?(生活区|村村|村|社区|居民区)?$/;

/** The part of a village's name that names it: 沙湾社区居委会 -> 沙湾. */
export function stemOf(name: string): string {
  return name.replace(VILLAGE_ENDING, '');
}

/** The part of a town's or county's name that names it: 沙湾镇 and 沙湾街道 -> 沙湾. */
export function unitStemOf(name: string): string {
  const place = name.replace(UNIT_OFFICE, '') || name;
  return place.replace(UNIT_ENDING, '') || place;
}

/** A stem with the words for farm quarters dropped as well: 东关管区生活区 and 东关社区 -> 东关. */
export function looseStemOf(name: string): string {
  return stemOf(name).replace(LOOSE_ENDING, '') || name;
}

/** @param above names of the places above, in both editions: some publish them as part of the name. */
export function nameChange(
  level: RegionLevel,
  before: string,
  after: string,
  above: readonly string[],
): NameChange {
  const stem = level === 'village' ? stemOf : unitStemOf;
  if (isBroken(before) && fitsBroken(before, after)) return 'broken';
  if (stem(before) === stem(after)) return 'ending_only';
  const [old, now] = [bare(before, above), bare(after, above)];
  if (old === now) return 'words_around';
  if (putRight(old, now)) return 'characters';
  if (plain(before) === plain(after) || plain(old) === plain(now)) return 'characters';
  return putRight(stem(before), stem(after)) ? 'characters' : 'other_name';
}

/** One character apart: enough in a long name; in a short one the two must be of one sound or one be rare. */
function putRight(before: string, after: string): boolean {
  const [a, b] = [[...before], [...after]];
  if (a.length !== b.length) return false;
  const apart = a.flatMap((char, at) => (char === b[at] ? [] : [at]));
  const [at] = apart;
  if (apart.length !== 1 || at === undefined) return false;
  const [old, now] = [a[at] ?? '', b[at] ?? ''];
  if (NUMERAL.test(old) || NUMERAL.test(now)) return false;
  return a.length >= 5 || RARE.test(now) || sameSound(old, now);
}

/** Same sound, or the same but for the first consonant: 基 and 碁, 冲 and 埇. */
function sameSound(a: string, b: string): boolean {
  const [one, other] = [finals(a), finals(b)];
  return one.some((sound) => other.includes(sound));
}

function finals(char: string): string[] {
  return pinyin(char, { type: 'array', toneType: 'none', multiple: true, pattern: 'final' });
}

function fitsBroken(broken: string, whole: string): boolean {
  const [a, b] = [[...stemOf(broken)], [...stemOf(whole)]];
  return a.length === b.length && a.every((char, at) => isBroken(char) || char === b[at]);
}

/** A name without the places above it, the words for offices and its ending. */
function bare(name: string, above: readonly string[]): string {
  let rest = name;
  for (const place of above) {
    if (rest.length > place.length && rest.startsWith(place)) rest = rest.slice(place.length);
  }
  if (rest !== name) rest = rest.replace(OTHER_DISTRICT, '') || rest;
  return stemOf(stemOf(rest).replace(OFFICE_WORDS, '')) || name;
}

function plain(name: string): string {
  return stemOf(name.replace(SLIPPED_ENDING, ''));
}
