import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf, beijing, orderOf, proportion, quotient, said } from './format.ts';

const value = (value: string | null, over: string | null = null, parts: string[] = []) => ({
  code: 'x.y',
  value,
  over,
  parts: parts.map((part, at) => ({ key: String(at), value: part })),
});
const people = { zh: { one: '人', many: '人' }, en: { one: 'person', many: 'people' } };
const count = { unit: 'person', kind: 'stock' };
const money = { unit: 'fen', kind: 'flow' };
const average = { unit: 'fen', kind: 'ratio' };
const rate = { unit: 'ratio', kind: 'ratio' };
const shares = { unit: 'ratio', kind: 'shares' };

test.each([
  [count, value('8099'), 'zh', people.zh, '8,099人'],
  [count, value('8099'), 'en', people.en, '8,099 people'],
  [count, value('1'), 'en', people.en, '1 person'],
  [money, value('1740000000000'), 'zh', undefined, '174.00亿元'],
  [money, value('1740000000000'), 'en', undefined, '17,400.00 million yuan'],
  [money, value('350000000'), 'zh', undefined, '350.00万元'],
  [average, value('180200000000000', '90100'), 'zh', undefined, '2,000.00万元'],
  [rate, value('872', '1000'), 'zh', undefined, '87.2%'],
  [rate, value('0', '0'), 'zh', undefined, ''],
  [shares, value('1802', null, ['6', '3', '1']), 'en', undefined, '6:3:1'],
  [count, value(null), 'zh', people.zh, ''],
  [count, undefined, 'zh', people.zh, ''],
] as const)('%o of %o in %s with %j is %s', (definition, given, lang, word, text) => {
  expect(said(definition, given, lang, word)).toBe(text);
});

test.each([
  [['6', '3', '1'], '6:3:1'],
  [['5999999999', '3000000001', '1000000000'], '6:3:1'],
  [['1225', '600', '175'], '6.1:3:0.9'],
  [['0', '0', '0'], null],
  [['7', '0', '0'], '7:0:0'],
])('parts %o are %s', (parts, text) => {
  expect(proportion(value('1', null, parts).parts)).toBe(text);
});

test('an average of money is whole fen, never further than half a fen from the truth', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 6n), (sum, by) => {
      const fen = BigInt(quotient(String(sum), String(by)) ?? '');
      const off = (fen * by - sum) * 2n;
      expect(off <= by && off >= -by).toBe(true);
    }),
  );
  expect(quotient('1', '0')).toBeNull();
  expect(quotient('-3', '2')).toBe('-2');
});

test('nothing to divide by is no amount', () => {
  expect(amountOf(average, value('5', '0')).value).toBeNull();
});

test('order goes by size, ratios by what they say', () => {
  expect(orderOf(rate, value('1', '4'))).toBe(0.25);
  expect(orderOf(rate, value('1', '0'))).toBeNull();
  expect(orderOf(count, value('12'))).toBe(12n);
});

test('instants are said in Beijing time', () => {
  expect(beijing('2022-07-28T16:05:09.000Z')).toBe('2022-07-29 00:05');
});
