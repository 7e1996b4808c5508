import { describe, expect, test } from 'vitest';
import { actingPlaces, ownPlaces, type Place } from './places.ts';

const at = (key: string, source: Place['source'] = 'home'): Place => {
  const width = key.replace(/0+$/, '').length;
  const digits = width <= 4 ? 4 : width <= 6 ? 6 : 9;
  const stem = key.slice(0, digits);
  return { key, lo: key, hi: stem.padEnd(12, '9'), source };
};
const county = at('440823000000');
const city = at('440800000000', 'emergency');

describe('an emergency', () => {
  test('over one’s own home shows more and leaves the home to write for', () => {
    expect(actingPlaces([county, city], [])).toEqual([city]);
    expect(ownPlaces([county, city], [])).toEqual([county]);
  });

  test('elsewhere is read and not written for', () => {
    const other = at('441200000000', 'emergency');
    expect(ownPlaces([county, other], [])).toEqual([county]);
  });

  test('takes its place among four; what is not acted for is not written for either', () => {
    const homes = ['440823000000', '440981000000', '441202000000', '441302000000'].map((key) =>
      at(key, 'pairing'),
    );
    const all = [...homes, at('445200000000', 'emergency')];
    const acting = actingPlaces(all, ['440981000000']);
    expect(acting.map(({ key }) => key)).toEqual(['440981000000', '445200000000']);
    expect(ownPlaces(all, ['440981000000']).map(({ key }) => key)).toEqual(['440981000000']);
  });
});
