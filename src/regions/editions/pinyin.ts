// How a place name sounds, for search and for the Chinese order.

import { pinyin } from 'pinyin-pro';

export type Sound = { pinyin: string; initials: string };

// Half of all villages end in one of these: sounding them once saves half the work of a load.
const ENDINGS = [
  ending('社区居民委员会', 'she qu ju min wei yuan hui'),
  ending('社区居委会', 'she qu ju wei hui'),
  ending('居民委员会', 'ju min wei yuan hui'),
  ending('居委会', 'ju wei hui'),
  ending('村民委员会', 'cun min wei yuan hui'),
  ending('村委会', 'cun wei hui'),
  ending('街道', 'jie dao'),
];

const OPTIONS = { type: 'array', toneType: 'none', v: true } as const;
/** The syllable of every character met that has but one; null where the words around it decide. */
const readings = new Map<number, string | null>();

/** Syllables without tones or spaces (`ü` as `v`) and their first letters; other characters are left out. */
export function soundsOf(names: readonly string[]): Sound[] {
  const found = new Map<string, Sound>();
  return names.map((name) => {
    const ending = ENDINGS.find(({ text }) => name.endsWith(text));
    const stem = ending ? name.slice(0, -ending.text.length) : name;
    const sound = byCharacter(stem) ?? lookedUp(stem, found);
    if (!ending) return sound;
    const { pinyin, initials } = ending;
    return { pinyin: sound.pinyin + pinyin, initials: sound.initials + initials };
  });
}

/** Where every character has one reading, two thirds of all names; undefined where the words decide. */
function byCharacter(text: string): Sound | undefined {
  let [whole, initials] = ['', ''];
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    const reading = readingOf(point);
    if (reading === null) return undefined;
    whole += reading;
    initials += reading.charAt(0);
    if (point > 0xffff) at += 1;
  }
  return { pinyin: whole, initials };
}

/** As the dictionary reads the whole, each text once. */
function lookedUp(text: string, found: Map<string, Sound>): Sound {
  const known = found.get(text);
  if (known) return known;
  const sound = joined(pinyin(text, OPTIONS).map(plain));
  found.set(text, sound);
  return sound;
}

function joined(syllables: readonly string[]): Sound {
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  };
}

function readingOf(point: number): string | null {
  const known = readings.get(point);
  if (known !== undefined) return known;
  const all = new Set(
    pinyin(String.fromCodePoint(point), { ...OPTIONS, multiple: true }).map(plain),
  );
  const [one = ''] = all;
  const reading = all.size > 1 ? null : one;
  readings.set(point, reading);
  return reading;
}

function plain(syllable: string): string {
  return syllable.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function ending(text: string, syllables: string): Sound & { text: string } {
  return { text, ...joined(syllables.split(' ')) };
}
