import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealedUnder } from './sealed.ts';

const sealed = sealedUnder(randomBytes(32));

test('what is sealed opens at its own place, and looks different each time', () => {
  const one = sealed.seal('秘密', 'table/1/column');
  expect(sealed.open(one, 'table/1/column')).toBe('秘密');
  expect(sealed.seal('秘密', 'table/1/column').equals(one)).toBe(false);
  expect(one.toString('utf8')).not.toContain('秘密');
});

test('it opens nowhere else, under no other key, and not when a byte was changed', () => {
  const one = sealed.seal('secret', 'table/1/column');
  expect(() => sealed.open(one, 'table/2/column')).toThrow();
  expect(() => sealedUnder(randomBytes(32)).open(one, 'table/1/column')).toThrow();
  for (let at = 0; at < one.length; at++) {
    const bent = Buffer.from(one);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(() => sealed.open(bent, 'table/1/column')).toThrow();
  }
  expect(() => sealed.open(one.subarray(0, 20), 'table/1/column')).toThrow();
});

test('a key of another length seals nothing', () => {
  expect(() => sealedUnder(randomBytes(16))).toThrow();
});
