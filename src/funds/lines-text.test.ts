import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainYuan } from '../kit/money.ts';
import { fenOf, readLines } from './lines-text.ts';

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
