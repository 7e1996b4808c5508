import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueBy, duePayers, partsOf, type RuledTown } from './rules-due.ts';

const weights = fc
  .tuple(...duePayers.map(() => fc.integer({ min: 0, max: 1000 })))
  .filter((all) => all.some((one) => one > 0))
  .map(([province = 0, assisting_city = 0, assisted_city = 0, county = 0]) => ({
    ...{ province, assisting_city, assisted_city, county },
  }));
const town = fc.record({
  town: fc.integer({ min: 100, max: 999 }).map((n) => `440983${n}000`),
  average: fc.bigInt(1n, 10n ** 12n),
  weights,
  payers: fc.constant({
    ...{ province: '440000000000', assisting_city: '440100000000' },
    ...{ assisted_city: '440900000000', county: '440983000000' },
  }),
}) as fc.Arbitrary<RuledTown>;

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

test('6:3:1 of 20 million, the local 1 a quarter the city’s', () => {
  const parts = partsOf(2_000_000_000n, {
    ...{ province: 600, assisting_city: 300, assisted_city: 25, county: 75 },
  });
  expect(parts).toEqual([1_200_000_000n, 600_000_000n, 50_000_000n, 150_000_000n]);
});

test('what all payers owe is what all towns get, now and in the trial', () => {
  fc.assert(
    fc.property(
      fc.array(town, { maxLength: 30 }),
      fc.bigInt(1n, 10n ** 12n),
      weights,
      (towns, average, other) => {
        const rows = dueBy(towns, { within: '440983000000', average, weights: other });
        expect(sum(rows.map((row) => row.now))).toBe(sum(towns.map((one) => one.average)));
        expect(sum(rows.map((row) => row.trial))).toBe(average * BigInt(towns.length));
      },
    ),
  );
});

test('a trial elsewhere changes nothing', () => {
  fc.assert(
    fc.property(fc.array(town, { maxLength: 30 }), (towns) => {
      for (const { now, trial } of dueBy(towns, { within: '440800000000', average: 1n }))
        expect(trial).toBe(now);
    }),
  );
});
