import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Factor, factors } from './codes-allocation.ts';
import {
  type AllocatedTown,
  type AllocationRule,
  amountsOf,
  linesOf,
  localLinesOf,
  problemsOf,
  type Share,
  shareFor,
} from './rules-allocation.ts';

const CITY = '440900000000';
const COUNTY = '440983000000';
const share = (holdsIn: string, parts: number[], units: Share['units'] = 'all'): Share => {
  const [province = 0, assisting_city = 0, assisted_city = 0, county = 0] = parts;
  return { holdsIn, units, weights: { province, assisting_city, assisted_city, county } };
};
const sixThreeOne = share('440000000000', [6000, 3000, 250, 750]);
const none: Record<Factor, number> = {
  ...{ villages: 0, rural_population: 0, lifted_people: 0, performance: 0 },
};
const rule = (change: Partial<AllocationRule> = {}): AllocationRule => ({
  ...{ programme: 'special_fund', average: 2_000_000_000n, factors: none },
  ...{ least: null, most: null, shares: [sixThreeOne] },
  ...change,
});
const town = (at: number, values: readonly (bigint | null)[] = []): AllocatedTown => ({
  ...{ town: `440983${100 + at}000`, city: CITY, county: COUNTY, helper: '440100000000' },
  ...{ farm: false, named: null },
  factors: Object.fromEntries(factors.map((factor, n) => [factor, values[n] ?? null])) as Record<
    Factor,
    bigint | null
  >,
});
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

const someTowns = fc
  .array(fc.array(fc.bigInt(0n, 100_000n), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((values) => values.map((one, at) => town(at, one)));
const someRule = fc
  .record({
    average: fc.bigInt(1_000n, 10n ** 11n),
    parts: fc.tuple(...factors.map(() => fc.integer({ min: 0, max: 250 }))),
    least: fc.option(fc.integer({ min: 0, max: 100 })),
    most: fc.option(fc.integer({ min: 100, max: 300 })),
    weights: fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 10_000 }))),
  })
  .map(({ average, parts, least, most, weights }) =>
    rule({
      average,
      factors: Object.fromEntries(factors.map((factor, at) => [factor, parts[at] ?? 0])) as Record<
        Factor,
        number
      >,
      least: least === null ? null : (average * BigInt(least)) / 100n,
      most: most === null ? null : (average * BigInt(most)) / 100n,
      shares: [share('440000000000', weights)],
    }),
  );

describe('amounts of the towns', () => {
  test('the average comes out exact, nobody below the floor or above the ceiling', () => {
    fc.assert(
      fc.property(someRule, someTowns, (of, towns) => {
        const amounts = amountsOf(of, towns);
        expect(sum(amounts)).toBe((of.average ?? 0n) * BigInt(towns.length));
        for (const amount of amounts) {
          expect(amount >= (of.least ?? 0n)).toBe(true);
          expect(of.most === null || amount <= of.most).toBe(true);
        }
      }),
    );
  });

  test('whatever order the towns come in, the numbers are the same', () => {
    fc.assert(
      fc.property(someRule, someTowns, (of, towns) => {
        const amounts = amountsOf(of, towns);
        expect(amountsOf(of, towns.toReversed())).toEqual(amounts.toReversed());
        expect(linesOf(of, towns, [])).toEqual(linesOf(of, towns, []));
      }),
    );
  });

  test('without factors every town gets the average', () => {
    expect(amountsOf(rule(), [town(1), town(2)])).toEqual([2_000_000_000n, 2_000_000_000n]);
  });

  test('half by villages: twice the villages, twice that half', () => {
    const by = rule({ average: 600n, factors: { ...none, villages: 500 } });
    expect(amountsOf(by, [town(1, [10n]), town(2, [20n])])).toEqual([500n, 700n]);
    expect(amountsOf({ ...by, most: 650n }, [town(1, [10n]), town(2, [20n])])).toEqual([
      550n,
      650n,
    ]);
    expect(amountsOf({ ...by, least: 560n }, [town(1, [10n]), town(2, [20n])])).toEqual([
      560n,
      640n,
    ]);
  });

  test('a named amount stands outside the average', () => {
    expect(amountsOf(rule(), [{ ...town(1), named: 5n }, town(2)])).toEqual([5n, 2_000_000_000n]);
  });
});

describe('payers of a town', () => {
  test('their sums close with the town’s amount', () => {
    fc.assert(
      fc.property(someRule, someTowns, (of, towns) => {
        const byTown = Map.groupBy(
          linesOf(of, towns, [share(CITY, [0, 0, 3, 7])]),
          (line) => line.town,
        );
        for (const [at, amount] of amountsOf(of, towns).entries())
          expect(sum((byTown.get(towns[at]?.town ?? '') ?? []).map((line) => line.amount))).toBe(
            amount,
          );
      }),
    );
  });

  test('6:3:1 over many towns, to the fen', () => {
    const towns = Array.from({ length: 899 }, (_, at) => town(at % 900));
    const lines = linesOf(rule(), towns, []);
    const of = (payer: string) =>
      sum(lines.filter((line) => line.payer === payer).map(({ amount }) => amount));
    expect(of('province')).toBe(899n * 1_200_000_000n);
    expect(of('assisting_city')).toBe(899n * 600_000_000n);
    expect(of('assisted_city') + of('county')).toBe(899n * 200_000_000n);
  });

  test('the city divides its local 1, and nothing else', () => {
    const [first] = [town(1)];
    const parts = (divisions: Share[]) =>
      linesOf(rule(), [first], divisions).map(({ payer, amount }) => [payer, amount]);
    expect(parts([share(CITY, [0, 0, 6000, 4000])])).toEqual([
      ['province', 1_200_000_000n],
      ['assisting_city', 600_000_000n],
      ['assisted_city', 120_000_000n],
      ['county', 80_000_000n],
    ]);
    expect(
      localLinesOf([{ ...first, local: 200_000_000n }], [share(CITY, [0, 0, 6000, 4000])]),
    ).toMatchObject([{ amount: 120_000_000n }, { amount: 80_000_000n, payerPlace: COUNTY }]);
  });

  test('farms’ own scheme goes before a city’s, a city’s before the province’s', () => {
    const shares = [
      sixThreeOne,
      share(CITY, [5500, 3500, 500, 500]),
      share('440000000000', [1000, 3000, 0, 6000], 'farms'),
    ];
    expect(shareFor(shares, town(1))).toBe(shares[1]);
    expect(shareFor(shares, { ...town(1), farm: true })).toBe(shares[2]);
    expect(shareFor(shares, { town: '440883100000', farm: false })).toBe(shares[0]);
  });
});

test('what a rule cannot say of a town is named', () => {
  const towns = [town(1, [10n]), { ...town(2), helper: null }];
  expect(problemsOf(rule({ factors: { ...none, villages: 300 } }), towns)).toEqual([
    { code: 'no_factor', towns: ['440983102000'] },
    { code: 'no_helper', towns: ['440983102000'] },
  ]);
  expect(
    problemsOf(rule({ average: null, shares: [] }), [{ ...town(1), named: 5n }, town(2)]),
  ).toEqual([
    { code: 'no_amount', towns: ['440983102000'] },
    { code: 'no_share', towns: ['440983101000', '440983102000'] },
  ]);
  expect(problemsOf(rule({ most: 1n }), [town(1)])).toMatchObject([{ code: 'bounds' }]);
});
