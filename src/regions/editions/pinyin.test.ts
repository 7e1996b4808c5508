import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { readEdition } from './file.ts';
import { soundsOf } from './pinyin.ts';

test.each([
  ['沙湾街道', 'shawanjiedao', 'swjd'],
  ['长隆社区居民委员会', 'changlongshequjuminweiyuanhui', 'clsqjmwyh'],
  ['绿水村委会', 'lvshuicunweihui', 'lscwh'],
  ['𠮷里第3村', 'lidi3cun', 'ld3c'],
  ['（旧）?村', 'jiucun', 'jc'],
])('%s', (name, sound, initials) => {
  expect(soundsOf([name])).toEqual([{ pinyin: sound, initials }]);
});

test('names sounded character by character sound as the dictionary reads them whole', () => {
  const file = new URL('../data/guangdong-divisions-2021.csv', import.meta.url);
  // Endings have a sound of their own in soundsOf; towns and counties have none of those.
  const names = readEdition(readFileSync(file, 'utf8'))
    .rows.filter(({ level, name }) => level !== 'village' && !name.endsWith('街道'))
    .map(({ name }) => name);
  const whole = names.map((name) =>
    pinyin(name, { type: 'array', toneType: 'none', v: true })
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
  expect(names.length).toBeGreaterThan(1_000);
  expect(soundsOf(names).map((sound) => sound.pinyin)).toEqual(whole);
});
