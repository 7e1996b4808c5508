import { expect, test } from 'vitest';
import { difference, grouped, percent, shown } from './amount.ts';

test.each([
  [
    { value: '8099', as: 'count', unit: '人' },
    { figure: '8,099', unit: '人', exact: '' },
  ],
  [
    { value: '1740000000000', as: 'fen' },
    { figure: '174.00', unit: '亿元', exact: '17,400,000,000.00 元' },
  ],
  [
    { value: '27', over: '31', as: 'ratio' },
    { figure: '87.1', unit: '%', exact: '27 / 31' },
  ],
  [{ value: '0', over: '0', as: 'ratio' }, undefined],
  [{ value: null, as: 'count' }, undefined],
] as const)('%o is shown as %o', (amount, expected) =>
  expect(shown(amount, 'zh')).toEqual(expected),
);

test('a column of money keeps one unit', () => {
  expect(shown({ value: '123400', as: 'fen' }, 'zh', 'wan')?.figure).toBe('0.12');
  expect(shown({ value: '2000000000', as: 'fen' }, 'en', 'wan')).toMatchObject({
    figure: '20.0000',
    unit: 'million yuan',
  });
});

test.each([
  ['1', '3', '33.3'],
  ['2', '3', '66.7'],
  ['1', '8', '12.5'],
  ['-1', '8', '-12.5'],
  ['-1', '100000', '0.0'],
  ['3372', '18000', '18.7'],
  ['9007199254740993', '9007199254740993', '100.0'],
])('%s of %s is %s %%', (value, over, expected) => expect(percent(value, over)).toBe(expected));

test('thousands are grouped', () => {
  expect(['0', '999', '1000', '-1234567', '1234.5'].map(grouped)).toEqual([
    '0',
    '999',
    '1,000',
    '-1,234,567',
    '1,234.5',
  ]);
});

test('a difference is exact beyond what a number holds', () => {
  const fen = (value: string) => ({ value, as: 'fen' }) as const;
  expect(difference(fen('9007199254740993'), fen('1'))?.value).toBe('9007199254740992');
  expect(difference(fen('1'), { value: null, as: 'fen' })).toBeUndefined();
});

test.each([
  ['1', '9', '-8', 'places'],
  ['2', '1', '1', 'place'],
  ['1', '2', '-1', 'place'],
])('from %s to %s is a change with its own word: %s %s', (now, before, by, word) => {
  const counted = (value: string) =>
    ({ value, as: 'count', unit: 'places', one: 'place' }) as const;
  const change = difference(counted(now), counted(before));
  expect(change?.value).toBe(by);
  expect(change && shown(change, 'en')?.unit).toBe(word);
});
