import fc from 'fast-check';
import { expect, test } from 'vitest';
import { behindOf, instalmentsMet } from './rules-raising.ts';

const plan = [
  { dueOn: '2022-06-30', amount: 300n },
  { dueOn: '2022-03-31', amount: 200n },
  { dueOn: '2022-09-30', amount: 500n },
];
const states = (provided: bigint, today = '2022-07-28') =>
  instalmentsMet(plan, provided, today).map(({ state }) => state);

test('what was provided meets the earliest instalments first', () => {
  expect(states(0n)).toEqual(['behind', 'behind', 'to_come']);
  expect(states(350n)).toEqual(['met', 'partly', 'to_come']);
  expect(states(500n)).toEqual(['met', 'met', 'to_come']);
  expect(states(1000n)).toEqual(['met', 'met', 'met']);
});

test('whoever met all instalments of the past is not behind', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 1200n), (provided) => {
      const met = instalmentsMet(plan, provided, '2022-07-28');
      const past = met.filter(({ dueOn }) => dueOn <= '2022-07-28');
      const planned = past.reduce((sum, { amount }) => sum + amount, 0n);
      expect(behindOf(planned, provided) === 0n).toBe(past.every(({ state }) => state === 'met'));
    }),
  );
});
