import { expect, test } from 'vitest';
import { nextSort, ordered, type Sort } from './table-order.ts';

const rows = [
  { name: 'a', value: 2n },
  { name: 'b', value: null },
  { name: 'c', value: 10n },
  { name: 'd', value: 2n },
];
const columns = [{ key: 'value', sortBy: (row: (typeof rows)[number]) => row.value }];
const names = (sort: Sort | undefined) =>
  ordered(rows, columns, sort)
    .map(({ name }) => name)
    .join('');

test('rows keep the order they came in until a person sorts', () => {
  expect(names(undefined)).toBe('abcd');
  expect(names({ key: 'value', falling: true })).toBe('cadb');
  expect(names({ key: 'value', falling: false })).toBe('adcb');
  expect(names({ key: 'name', falling: false })).toBe('abcd');
});

test('a column is asked to fall, then to rise, then no longer', () => {
  const falling = nextSort('value', undefined);
  const rising = nextSort('value', falling);
  expect([falling, rising, nextSort('value', rising)]).toEqual([
    { key: 'value', falling: true },
    { key: 'value', falling: false },
    undefined,
  ]);
});
