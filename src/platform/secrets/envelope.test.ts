import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Algorithm, algorithms } from './algorithms.ts';
import { KeyMissing, placeOf, SealBroken, secretsUnder } from './envelope.ts';
import { type Key, onlyKey } from './keys.ts';

const place = placeOf('teams.person', '0190a000-0000-7000-8000-000000000001', 'id_number');
const plain = '449999198501011238';
const counted = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
const key = (id: string, algorithm: Algorithm): Key => ({ id, algorithm, bytes: randomBytes(32) });

/** Worked out with the `cryptography` library of Python, from the description in decision 0025 alone. */
const known: Record<Algorithm, { sealed: string; index: string }> = {
  'aes-256-gcm': {
    sealed:
      '0201056669727374000000000000000000000000e72ce9bc72b1f2b01ca111ddebaf7a2a1ab0722ee8794b61defffd875cb422f43746',
    index: '28d3a0437fbd0683bbd703e9a8b13ff33438250f144fd4267d440670d8349ddc',
  },
  'sm4-hmac-sm3': {
    sealed:
      '0202056669727374000000000000000000000000000000002868544a8a24b82d2f43791c6824c4851c745716456e6557ab323c57ed7722535003a4923cb20e8b40c82dc68f3f591e00fd0a02ddf960cb9f13d53ff965eb8b',
    index: 'd927b39bed0258d34ff876e300b3f6966f472dee5ba050688567ef877f164af9',
  },
};

test('SM4 and SM3 are those of GB/T 32907 and GB/T 32905', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
});

describe.each(algorithms)('%s', (algorithm) => {
  const secrets = secretsUnder(onlyKey(randomBytes(32), algorithm));

  test('known answers', () => {
    const fixed = secretsUnder(onlyKey(counted, algorithm), (length) => Buffer.alloc(length));
    expect(fixed.seal(plain, place).toString('hex')).toBe(known[algorithm].sealed);
    expect(fixed.index('id_number', plain).toString('hex')).toBe(known[algorithm].index);
    expect(fixed.open(Buffer.from(known[algorithm].sealed, 'hex'), place)).toBe(plain);
  });

  test('what is sealed opens at its own place, and looks different each time', () => {
    const one = secrets.seal('广东 𠮷', place);
    expect(secrets.open(one, place)).toBe('广东 𠮷');
    expect(secrets.seal('广东 𠮷', place).equals(one)).toBe(false);
    expect(one.toString('utf8')).not.toContain('广东');
    expect(secrets.open(secrets.seal('', place), place)).toBe('');
  });

  test('moved to another row, another column or another table it does not open', () => {
    const one = secrets.seal(plain, place);
    for (const elsewhere of [
      placeOf('teams.person', '0190a000-0000-7000-8000-000000000002', 'id_number'),
      placeOf('teams.person', '0190a000-0000-7000-8000-000000000001', 'phone'),
      placeOf('teams.member', '0190a000-0000-7000-8000-000000000001', 'id_number'),
    ])
      expect(() => secrets.open(one, elsewhere)).toThrow(SealBroken);
  });

  test('no byte can be changed, none be missing', () => {
    const one = secrets.seal(plain, place);
    for (let at = 0; at < one.length; at++) {
      const bent = Buffer.from(one);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(() => secrets.open(bent, place)).toThrow();
      expect(() => secrets.open(one.subarray(0, at), place)).toThrow();
    }
  });

  test('a key that is not there is named; one of the same name with other bytes opens nothing', () => {
    const old = key('2025', algorithm);
    const sealed = secretsUnder({ active: old, all: [old] }).seal(plain, place);
    expect(() => secrets.open(sealed, place)).toThrow(KeyMissing);
    expect(() => secrets.open(sealed, place)).toThrow('the key 2025');
    const other = key('2025', algorithm);
    expect(() => secretsUnder({ active: other, all: [other] }).open(sealed, place)).toThrow(
      SealBroken,
    );
  });

  test('after a new key the old values open, and are found by their index', () => {
    const [old, young] = [key('2025', algorithm), key('2026', algorithm)];
    const before = secretsUnder({ active: old, all: [old] });
    const after = secretsUnder({ active: young, all: [old, young] });
    expect(after.open(before.seal(plain, place), place)).toBe(plain);
    expect(after.indexes('id_number', plain)[0]).toEqual(before.index('id_number', plain));
    expect(after.index('id_number', plain)).not.toEqual(before.index('id_number', plain));
    expect(after.seal(plain, place).subarray(0, after.head.length)).toEqual(after.head);
  });

  test('an index tells kinds apart', () => {
    expect(secrets.index('id_number', '1')).not.toEqual(secrets.index('phone', '1'));
  });
});

test('both algorithms stand beside each other', () => {
  const [old, young] = [key('2025', 'aes-256-gcm'), key('2026', 'sm4-hmac-sm3')];
  const sealed = secretsUnder({ active: old, all: [old] }).seal(plain, place);
  expect(secretsUnder({ active: young, all: [old, young] }).open(sealed, place)).toBe(plain);
});

describe('what the first versions sealed', () => {
  const bytes = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bytes, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update('JBSWY3DP'), cipher.final()]);
  const sealed = Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), text]);

  test('opens as long as its key is among those given', () => {
    const [first, young] = [onlyKey(bytes).active, key('2026', 'aes-256-gcm')];
    expect(secretsUnder(onlyKey(bytes)).open(sealed, place)).toBe('JBSWY3DP');
    const both = secretsUnder({ active: young, all: [young, first] });
    expect(both.open(sealed, place)).toBe('JBSWY3DP');
    expect(() => secretsUnder({ active: young, all: [young] }).open(sealed, place)).toThrow(
      SealBroken,
    );
    expect(() => secretsUnder(onlyKey(bytes)).open(sealed, `${place}s`)).toThrow(SealBroken);
  });
});
