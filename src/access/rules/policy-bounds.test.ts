/** The policy's bounds, what is kept of it, and what is said to be weaker. */
import { describe, expect, test } from 'vitest';
import { type Policy, policyFrom, presets } from './policy.ts';
import {
  apartFrom,
  bounds,
  isWeaker,
  numbers,
  outOfBounds,
  withoutSecondFactor,
} from './policy-bounds.ts';

const names = Object.keys(presets) as Policy['preset'][]; // the keys are the presets

test.each(names)(
  'the preset %s lies within the bounds and differs from itself in nothing',
  (name) => {
    expect(outOfBounds(presets[name])).toEqual([]);
    expect(apartFrom(presets[name])).toEqual({ preset: name });
    expect(numbers.filter((n) => isWeaker(n, presets[name][n], name))).toEqual([]);
    expect(withoutSecondFactor(presets[name])).toEqual([]);
  },
);

describe.each(numbers)('%s', (name) => {
  const { least, most, never } = bounds[name];
  const holds = (value: number | null) =>
    outOfBounds({ ...presets.level3, [name]: value } as Policy).length === 0;

  test('is held within its bounds', () => {
    expect([least, most].map(holds)).toEqual([true, true]);
    expect([least - 1, most + 1, least + 0.5, Number.NaN].map(holds)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(holds(null)).toBe(never ?? false);
  });

  test('is weaker at one end only', () => {
    expect(isWeaker(name, least, 'level3') && isWeaker(name, most, 'level3')).toBe(false);
    expect(isWeaker(name, least, 'level3') || isWeaker(name, most, 'level3')).toBe(true);
    if (never) expect(isWeaker(name, null, 'level3')).toBe(true);
  });
});

test('what is kept makes the same policy again', () => {
  const wanted: Policy = {
    ...presets.level3,
    minLength: 12,
    rotateDays: null,
    secondFactorRoles: ['auditor', 'sysadmin'],
  };
  const kept = apartFrom(wanted);
  expect(kept).toEqual({
    preset: 'level3',
    minLength: 12,
    rotateDays: null,
    secondFactorRoles: ['auditor', 'sysadmin'],
  });
  expect(policyFrom(kept)).toEqual(wanted);
  expect(withoutSecondFactor(wanted)).toEqual(['secadmin', 'auditadmin']);
});
