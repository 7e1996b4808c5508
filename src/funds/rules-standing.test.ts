/** How a year's surplus makes up earlier years: the town of the story by hand, and that sums always close. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payers } from './codes.ts';
import { measureOf, settle } from './rules-standing.ts';

const wan = (amount: number) => BigInt(amount) * 1_000_000n;

test('a document counts for who writes one, what came for everybody else', () => {
  expect(payers.map((payer) => [payer, measureOf(payer)])).toEqual([
    ['central', 'issued'],
    ['province', 'issued'],
    ['assisting_city', 'remitted'],
    ['assisted_city', 'received'],
    ['county', 'received'],
    ['own_city', 'received'],
    ['enterprise', 'received'],
    ['donor', 'received'],
    ['bank', 'received'],
  ]);
});

describe('settling years', () => {
  test('of 2022 provided by the province 230 make up 2021, and 470 are owed', () => {
    const lines = [
      { year: 2022, due: wan(1200), provided: wan(1430) },
      { year: 2021, due: wan(1200), provided: wan(500) },
    ];
    expect(settle(lines)).toEqual([
      { year: 2021, arrears: wan(470), makesUp: [], madeUp: wan(230), over: 0n },
      {
        year: 2022,
        arrears: 0n,
        makesUp: [{ year: 2021, amount: wan(230) }],
        madeUp: 0n,
        over: 0n,
      },
    ]);
  });

  test('the earliest first, and what is left over pays no later year', () => {
    const lines = [
      { year: 2021, due: 10n, provided: 4n },
      { year: 2022, due: 10n, provided: 8n },
      { year: 2023, due: 10n, provided: 19n },
      { year: 2024, due: 10n, provided: 9n },
    ];
    expect(settle(lines).map(({ arrears, over }) => [arrears, over])).toEqual([
      [0n, 0n],
      [0n, 0n],
      [0n, 1n],
      [1n, 0n],
    ]);
    expect(settle(lines)[2]?.makesUp).toEqual([
      { year: 2021, amount: 6n },
      { year: 2022, amount: 2n },
    ]);
  });

  test('sums close, nothing falls below zero, no year is paid more than it lacks', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const line = fc.record({
      year: fc.integer({ min: 2021, max: 2035 }),
      due: amount,
      provided: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 15n }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ year }) => year }), (lines) => {
        const settled = settle(lines);
        const sum = (of: readonly bigint[]) => of.reduce((total, one) => total + one, 0n);
        const owed = sum(lines.map(({ due, provided }) => due - provided));
        expect(
          sum(settled.map(({ arrears }) => arrears)) - sum(settled.map(({ over }) => over)),
        ).toBe(owed);
        const given = settled.flatMap(({ makesUp }) => makesUp);
        expect(sum(given.map((one) => one.amount))).toBe(sum(settled.map(({ madeUp }) => madeUp)));
        for (const { year, arrears, madeUp, over, makesUp } of settled) {
          const { due, provided } = lines.find((one) => one.year === year) ?? fail();
          const short = due > provided ? due - provided : 0n;
          expect(arrears + madeUp).toBe(short);
          expect(sum(makesUp.map((one) => one.amount)) + over).toBe(
            provided > due ? provided - due : 0n,
          );
          expect([arrears, madeUp, over].every((one) => one >= 0n)).toBe(true);
          expect(makesUp.every((one) => one.year < year && one.amount > 0n)).toBe(true);
        }
      }),
    );
  });
});

function fail(): never {
  throw new Error('a year nobody asked about');
}
