import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactYuan, formatMoney, moneyParts, parseYuan, plainYuan, split } from './money.ts';

describe('parseYuan', () => {
  test.each([
    ['0', 0n],
    ['12', 1200n],
    ['1,234.5', 123450n],
    [' 12.340 ', 1234n],
    ['-0.01', -1n],
    ['18020000000.00', 1802000000000n],
    ['9007199254740993.01', 900719925474099301n],
  ])('%s', (text, fen) => expect(parseYuan(text)).toBe(fen));

  test.each(['', '1.234', '1,23', '1e5', '.5', '12元', '--1', '1.', '１２'])('refuses %s', (text) =>
    expect(parseYuan(text)).toBeUndefined(),
  );

  test('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), (fen) => {
        expect(parseYuan(exactYuan(fen))).toBe(fen);
        expect(parseYuan(plainYuan(fen))).toBe(fen);
      }),
    );
  });
});

describe('formatMoney', () => {
  test.each([
    [1802000000000n, '180.20亿元', '18,020.00 million yuan'],
    [301342000000n, '30.13亿元', '3,013.42 million yuan'],
    [2000000000n, '2,000.00万元', '20.00 million yuan'],
    [4_800_000n, '4.80万元', '0.0480 million yuan'],
    [999999n, '9,999.99元', '9,999.99 yuan'],
    [-150n, '-1.50元', '-1.50 yuan'],
    [0n, '0.00元', '0.00 yuan'],
  ])('%s fen', (fen, zh, en) => {
    expect(formatMoney(fen, 'zh')).toBe(zh);
    expect(formatMoney(String(fen), 'en')).toBe(en);
  });

  test('a column of 万元 shows the same digits in both languages, so that what is shown adds up in both', () => {
    const figures = (fen: bigint) =>
      (['zh', 'en'] as const).map((lang) => moneyParts(fen, lang, 'wan').figure);
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), (fen) => {
        const [zh, en] = figures(fen).map((figure) => figure.replace(/[,.]/g, ''));
        expect(BigInt(en ?? '')).toBe(BigInt(zh ?? ''));
      }),
    );
    expect([50_000_000n, 49_400_000n, 600_000n].map(figures)).toEqual([
      ['50.00', '0.5000'],
      ['49.40', '0.4940'],
      ['0.60', '0.0060'],
    ]);
  });

  test('rounds half away from zero and shows no minus zero', () => {
    expect(moneyParts(1_005_000n, 'zh', 'wan').figure).toBe('1.01');
    expect(moneyParts(1_004_999n, 'zh', 'wan').figure).toBe('1.00');
    expect(moneyParts(-1_005_000n, 'zh', 'wan').figure).toBe('-1.01');
    expect(moneyParts(-1n, 'zh', 'yi').figure).toBe('0.00');
  });
});

describe('split', () => {
  test('gives what remains to the largest remainders, the earlier of equals first', () => {
    expect(split(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(split(2000000000n, [6n, 3n, 1n])).toEqual([1200000000n, 600000000n, 200000000n]);
    expect(split(10n, [1n, 0n, 5n])).toEqual([2n, 0n, 8n]);
    expect(split(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  test('refuses weights that say nothing', () => {
    expect(() => split(1n, [])).toThrow(RangeError);
    expect(() => split(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => split(1n, [2n, -1n])).toThrow(RangeError);
  });

  const weights = fc
    .array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((weight) => weight > 0n));

  test('adds up to the amount, and no share is a fen or more away from its part', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), weights, (amount, all) => {
        const shares = split(amount, all);
        const total = all.reduce((sum, weight) => sum + weight, 0n);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(amount);
        shares.forEach((share, at) => {
          const away = share * total - amount * (all[at] ?? 0n);
          expect(away < total && away > -total).toBe(true);
        });
      }),
    );
  });
});
