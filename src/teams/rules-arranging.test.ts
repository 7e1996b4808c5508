/** How batches may lie to one another. */
import { describe, expect, test } from 'vitest';
import { refusalOfBatch, warningsOfBatch } from './rules-arranging.ts';

const batch = (number: number, startsOn: string, endsOn: string | null = null) => ({
  number,
  name: `第${number}批`,
  startsOn,
  endsOn,
});
const [first, second, third] = [
  batch(1, '2021-07-01', '2024-07-01'),
  batch(2, '2024-06-01', '2027-06-01'),
  batch(3, '2027-06-01'),
];

describe('a batch may not', () => {
  test.each([
    ['end before it begins', batch(2, '2024-06-01', '2024-05-31'), [first], 'batch_dates'],
    ['end as it begins', batch(2, '2024-06-01', '2024-06-01'), [first], 'batch_dates'],
    ['begin before an earlier one', batch(2, '2021-06-30'), [first], 'batch_order'],
    ['begin with an earlier one', batch(2, '2021-07-01'), [first], 'batch_order'],
    ['begin with a later one', batch(2, '2027-06-01'), [first, third], 'batch_order'],
    ['begin after a later one', batch(1, '2025-01-01'), [second], 'batch_order'],
  ] as const)('%s', (_, wanted, others, code) => {
    expect(refusalOfBatch(wanted, others)?.code).toBe(`teams.refusal.${code}`);
  });
});

test('a batch may overlap, leave a gap, and lie as it did', () => {
  expect(refusalOfBatch(second, [first, third])).toBeNull();
  expect(refusalOfBatch(batch(2, '2026-01-01'), [first, third])).toBeNull();
  expect(refusalOfBatch({ ...second, endsOn: '2028-01-01' }, [first, second, third])).toBeNull();
});

test('hand-over is told by days', () => {
  const said = (wanted: typeof first, others: (typeof first)[]) =>
    warningsOfBatch(wanted, others, { term_years: 3 }).map(({ code, params }) => [
      code,
      params.days,
    ]);
  expect(said(second, [first])).toEqual([['batch_overlap', 30]]);
  expect(said(batch(2, '2024-07-01', '2027-07-01'), [first])).toEqual([]);
  expect(said(batch(2, '2024-08-01'), [first, third])).toEqual([
    ['batch_gap', 31],
    ['batch_open', undefined],
  ]);
  expect(said(batch(1, '2021-07-01', '2024-07-02'), [first])).toEqual([['batch_long', undefined]]);
});

test('without a dated size no batch is long', () => {
  expect(warningsOfBatch(batch(1, '2021-07-01', '2031-07-01'), [], {})).toEqual([]);
});
