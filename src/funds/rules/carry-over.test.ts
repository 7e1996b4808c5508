import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dividedAtYearEnd } from './carry-over.ts';

test('what contracts bind is carried over, the rest is surplus', () => {
  expect(dividedAtYearEnd({ received: 100n, committed: 70n, spent: 30n })).toEqual({
    ...{ carried: 40n, surplus: 30n },
  });
  expect(dividedAtYearEnd({ received: 100n, committed: 20n, spent: 30n }).carried).toBe(0n);
  expect(dividedAtYearEnd({ received: 100n, committed: 150n, spent: 30n })).toEqual({
    ...{ carried: 70n, surplus: 0n },
  });
});

test('both parts add up to what is left, and neither is below zero', () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 13n });
  fc.assert(
    fc.property(fen, fen, fen, (left, committed, spent) => {
      const found = dividedAtYearEnd({ received: left + spent, committed, spent });
      expect(found.carried + found.surplus).toBe(left);
      expect(found.carried >= 0n && found.surplus >= 0n).toBe(true);
    }),
  );
});
