import { expect, test } from 'vitest';
import { isUuid7, millisOf } from '../kit/id.ts';
import { newId } from './new-id.ts';

test('ids are of now and never twice, over many draws of randomness', () => {
  const before = Date.now();
  const ids = Array.from({ length: 2_000 }, newId);
  const after = Date.now();
  expect(new Set(ids.map((id) => id.slice(13))).size).toBe(ids.length);
  for (const id of ids) {
    expect(isUuid7(id)).toBe(true);
    expect(millisOf(id)).toBeGreaterThanOrEqual(before);
    expect(millisOf(id)).toBeLessThanOrEqual(after);
  }
});
