import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTyped, bytesNeeded, grouped, recoveryCodes } from './second-factor.ts';

test.each([
  ['123456', { kind: 'code', text: '123456' }],
  [' 123 456 ', { kind: 'code', text: '123456' }],
  ['１２３４５６', { kind: 'code', text: '123456' }],
  ['12345', null],
  ['1234567', null],
  ['', null],
  ['abcdef-ghjkmn-pqrstv-wxyz01', { kind: 'recovery', text: 'abcdefghjkmnpqrstvwxyz01' }],
  ['ABCDEF GHJKMN PQRSTV WXYZOL', { kind: 'recovery', text: 'abcdefghjkmnpqrstvwxyz01' }],
  ['abcdef-ghjkmn-pqrstv-wxyz0u', null],
])('%s is read as %o', (typed, read) => expect(asTyped(typed)).toEqual(read));

test('ten codes, all different, each read back as it is shown', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: bytesNeeded, maxLength: bytesNeeded }),
      fc.boolean(),
      (random, capitals) => {
        const codes = recoveryCodes(random);
        expect(codes).toHaveLength(10);
        for (const code of codes) {
          const shown = capitals ? grouped(code).toUpperCase() : grouped(code);
          expect(asTyped(shown)).toEqual({ kind: 'recovery', text: code });
        }
      },
    ),
  );
});

test('no two texts of random bits make the same code', () => {
  const bytes = fc.uint8Array({ minLength: bytesNeeded, maxLength: bytesNeeded });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const same = one.subarray(0, 15).every((byte, at) => byte === other[at]);
      expect(recoveryCodes(one)[0] === recoveryCodes(other)[0]).toBe(same);
    }),
  );
});
