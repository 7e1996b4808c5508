import { expect, test } from 'vitest';
import { isUuid, isUuid7, millisOf, uuid7 } from './id.ts';
import {
  countyOfKey,
  isRegionKey,
  isWithin,
  levelOfKey,
  rangeOfKey,
  regionKey,
} from './region-key.ts';
import { characters, csvCell, csvLine, trimmed } from './text.ts';
import { fill } from './words.ts';

test.each([
  ['440000000000', 'province', '440000000000', '449999999999'],
  ['440100000000', 'city', '440100000000', '440199999999'],
  ['440103000000', 'county', '440103000000', '440103999999'],
  ['441900003000', 'town', '441900003000', '441900003999'],
  ['441900003001', 'village', '441900003001', '441900003001'],
])('key %s is a %s', (key, level, lo, hi) => {
  expect(levelOfKey(key)).toBe(level);
  expect(rangeOfKey(key)).toEqual({ lo, hi });
});

test('keys', () => {
  expect(isWithin('440103001000', '440100000000')).toBe(true);
  expect(isWithin('440203001000', '440100000000')).toBe(false);
  expect(countyOfKey('441900003001')).toBe('441900');
  expect(regionKey(440100000000n)).toBe('440100000000');
  expect(isRegionKey('4401')).toBe(false);
  expect(() => regionKey('4401')).toThrow(RangeError);
});

test('ids order by time and carry it', () => {
  const low = new Uint8Array(10);
  const high = new Uint8Array(10).fill(255);
  const early = uuid7(1659000000000, high);
  const late = uuid7(1659000000001, low);
  expect(early < late).toBe(true);
  expect([early, late].every(isUuid7)).toBe(true);
  expect(isUuid('0185c8a0-0000-4000-8000-000000000000')).toBe(true);
  expect(isUuid7('0185c8a0-0000-4000-8000-000000000000')).toBe(false);
  expect(millisOf(late)).toBe(1659000000001);
  expect(() => uuid7(-1, low)).toThrow(RangeError);
});

test('a cell never runs as a formula and text keeps its characters', () => {
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('＝cmd')).toBe("'＝cmd");
  expect(csvCell(-5)).toBe('-5');
  expect(csvCell('a,"b"')).toBe('"a,""b"""');
  expect(csvLine(['镇', null, 3n])).toBe('镇,,3\r\n');
  expect(trimmed('\ufeff　塘㙍镇 \u200b')).toBe('塘㙍镇');
  expect(trimmed(' e\u0301 ')).toBe('e\u0301');
  expect(characters('𠮷·㛃')).toBe(3);
});

test('a text shows the place it has no value for', () => {
  expect(fill('第 {line} 行：{code}', { line: 3 })).toBe('第 3 行：{code}');
  expect(
    [1, 2, '1', 0].map((count) => fill('{count} more {count|request|requests}', { count })),
  ).toEqual(['1 more request', '2 more requests', '1 more request', '0 more requests']);
});
