import { expect, test } from 'vitest';
import { middleOf } from './map-labels.ts';

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (...rings: number[][][]) => ({
  type: 'Feature' as const,
  properties: { code: '1', name: '', city: '1' },
  geometry: { type: 'MultiPolygon' as const, coordinates: rings.map((ring) => [ring]) },
});

test('a name stands in the middle of the outline, drawn either way round', () => {
  expect(middleOf([feature(square(110, 20, 2))])).toEqual([111, 21]);
  expect(middleOf([feature(square(110, 20, 2).toReversed())])).toEqual([111, 21]);
});

test('a small island moves the name little', () => {
  const [x] = middleOf([feature(square(110, 20, 10), square(130, 20, 1))]);
  expect(x).toBeGreaterThan(115);
  expect(x).toBeLessThan(115.2);
});

test('no outline, no place', () => {
  expect(middleOf([])).toEqual([0, 0]);
});
