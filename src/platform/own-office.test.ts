import { expect, test } from 'vitest';
import { rangeOfKey } from '../kit/region-key.ts';
import { mustActForOwn } from './own-office.ts';

const seat = '440823000000';

test('an office does its own deeds for itself, and none of them while it acts for others', () => {
  expect(() => mustActForOwn({ seat, ownRanges: [rangeOfKey(seat)] })).not.toThrow();
  for (const ownRanges of [[], [rangeOfKey('440825000000')], [rangeOfKey('440823100000')]])
    expect(() => mustActForOwn({ seat, ownRanges })).toThrow(
      expect.objectContaining({ code: 'platform.refusal.acts_elsewhere', status: 422 }),
    );
});
