import { expect, test } from 'vitest';
import { langOf, wording } from './i18n.tsx';
import { words } from './words.ts';

test('a text is filled in the language in use', () => {
  expect(wording(words, 'zh', false)('platform.web.rows', { count: 50 })).toBe('50 条');
  expect(wording(words, 'en', false)('platform.web.rows', { count: 50 })).toBe('50 rows');
});

test('a key without words shows while developing and never to people at work', () => {
  expect(wording(words, 'zh', true)('no.such.key')).toBe('⟦no.such.key⟧');
  expect(wording(words, 'zh', false)('no.such.key')).toBe('—');
});

test('both languages have a place for the same things', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).sort();
  for (const word of Object.values(words)) expect(places(word.en)).toEqual(places(word.zh));
});

test('Chinese unless English is asked for', () => {
  expect([langOf('en'), langOf('zh'), langOf(undefined), langOf('EN')]).toEqual([
    'en',
    'zh',
    'zh',
    'zh',
  ]);
});
