import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, classOf } from './rules.ts';

const values = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e15 })), {
  maxLength: 130,
});

test('every value has a class, larger values never a smaller one', () => {
  fc.assert(
    fc.property(values, (all) => {
      const bounds = boundsOf(all);
      expect(bounds.length).toBeLessThanOrEqual(5);
      expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
      const classes = all.toSorted((a, b) => a - b).map((value) => classOf(value, bounds));
      expect(classes).toEqual(classes.toSorted((a, b) => a - b));
      for (const [at, value] of all.toSorted((a, b) => a - b).entries()) {
        expect(classes[at] === 0).toBe(value === 0);
      }
    }),
  );
});

test('bounds are numbers people can say', () => {
  expect(boundsOf([0, 0, 3, 17, 41, 138, 152, 260, 311, 402, 777, 1234])).toEqual([
    17, 140, 260, 410, 1234,
  ]);
  expect(boundsOf([0, 0])).toEqual([]);
  expect(boundsOf([5, 5, 5])).toEqual([5]);
});
