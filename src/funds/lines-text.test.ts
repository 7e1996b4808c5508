import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainYuan } from '../kit/money.ts';
import {
  fenOf,
  partsOfPercent,
  readInstalments,
  readLines,
  readShares,
  readValues,
} from './lines-text.ts';

describe('lines as they are pasted', () => {
  test('code, name and amount, apart by tabs, blanks or commas', () => {
    const text = '440983117000\t大成镇\t120.5\n440983118 钱排镇 1,200\n\n440983,信宜市,0.000001';
    expect(readLines(text, 'wan')).toEqual({
      lines: [
        { place: '440983117000', amount: 120_500_000n },
        { place: '440983118000', amount: 1_200_000_000n },
        { place: '440983000000', amount: 1n },
      ],
      problems: [],
    });
  });
  test('a place that waits for its amount is left out', () => {
    expect(readLines('440983117000\t大成镇\t\n440983118000 钱排镇', 'yuan').lines).toEqual([]);
  });
  test('what cannot be read is named by its line', () => {
    const text = '大成镇 100\n\n440983117000 大成镇 1.234\n440983118000 钱排镇 0';
    expect(readLines(text, 'yuan').problems).toEqual([
      { line: 1, what: 'no_code' },
      { line: 3, what: 'no_amount' },
      { line: 4, what: 'no_amount' },
    ]);
  });
});

test('what is written in yuan is read as the same fen', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 14n), (fen) => {
      expect(fenOf(plainYuan(fen), 'yuan')).toBe(fen);
      const { lines } = readLines(`440983117000\t大成镇\t${plainYuan(fen)}`, 'yuan');
      expect(lines).toEqual([{ place: '440983117000', amount: fen }]);
    }),
  );
});

test('shares of places that differ', () => {
  const text =
    '440900 茂名市 55 35 5 5\n44 广东省 农场 10% 30 0 60\n440983 信宜市 60 30 5 4.99\n甲市 1 2';
  expect(readShares(text, 4)).toEqual({
    shares: [
      { holdsIn: '440900000000', farms: false, parts: [5500, 3500, 500, 500] },
      { holdsIn: '440000000000', farms: true, parts: [1000, 3000, 0, 6000] },
    ],
    problems: [
      { line: 3, what: 'no_parts' },
      { line: 4, what: 'no_code' },
    ],
  });
  expect(['2.5', '100', '2.555', '-1', ''].map(partsOfPercent)).toEqual([
    250,
    10_000,
    undefined,
    undefined,
    undefined,
  ]);
});

test('whole numbers of towns, and instalments by day', () => {
  expect(readValues('440983117000 大成镇 12,345\n440983118 钱排镇\n440983119 x 1.5')).toEqual({
    values: [{ place: '440983117000', value: 12_345 }],
    problems: [{ line: 3, what: 'no_amount' }],
  });
  expect(readInstalments('2022-03-31 500 首期\n2022-13-01 5\n2022-06-30 x', 'wan')).toEqual({
    instalments: [{ dueOn: '2022-03-31', amount: 500_000_000n, note: '首期' }],
    problems: [
      { line: 2, what: 'no_day' },
      { line: 3, what: 'no_amount' },
    ],
  });
});
