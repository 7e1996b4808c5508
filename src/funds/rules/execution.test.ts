import { expect, test } from 'vitest';
import { monthsOf, shortOf } from './execution.ts';

test('what is missing reaches the target to the fen, and nothing is missing beyond it', () => {
  expect(shortOf(1000n, 300n, 500)).toBe(200n);
  expect(shortOf(999n, 0n, 500)).toBe(500n);
  expect(shortOf(1000n, 600n, 500)).toBe(0n);
  expect(shortOf(0n, 0n, 900)).toBe(0n);
});

test('months run to today, and to December of a year that is over', () => {
  expect(monthsOf(2022, '2022-03-05')).toEqual(['2022-01', '2022-02', '2022-03']);
  expect(monthsOf(2021, '2022-07-28')).toHaveLength(12);
  expect(monthsOf(2023, '2022-07-28')).toEqual([]);
});
