// How a place name sounds, for search and for the Chinese order.

import { pinyin } from 'pinyin-pro';

export type Sound = { pinyin: string; initials: string };

// Half of all villages end in one of these: sounding them once saves half the work of a load.
const ENDINGS: [string, string][] = [
  ['社区居民委员会', 'she qu ju min wei yuan hui'],
  ['社区居委会', 'she qu ju wei hui'],
  ['居民委员会', 'ju min wei yuan hui'],
  ['居委会', 'ju wei hui'],
  ['村民委员会', 'cun min wei yuan hui'],
  ['村委会', 'cun wei hui'],
  ['街道', 'jie dao'],
];

/** Syllables without tones or spaces (`ü` as `v`) and their first letters; other characters are left out. */
export function soundOf(name: string): Sound {
  const ending = ENDINGS.find(([text]) => name.endsWith(text));
  const rest = ending ? name.slice(0, -ending[0].length) : name;
  const syllables = [
    ...pinyin(rest, { type: 'array', toneType: 'none', v: true }),
    ...(ending ? ending[1].split(' ') : []),
  ]
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
  };
}
