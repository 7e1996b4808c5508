import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepKeys, keysOf } from './key-source.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zz-key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));
const none = { keyFile: undefined, keys: undefined };

test('made once in the data directory, for nobody else to read', () => {
  const made = keysOf({ ...none, dataDir });
  expect(made.active.bytes).toHaveLength(32);
  expect(keysOf({ ...none, dataDir })).toEqual(made);
  expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600);
  chmodSync(join(dataDir, 'key'), 0o644);
  expect(() => keysOf({ ...none, dataDir })).toThrow('chmod 600');
});

test('a file that is named must be there and hold a key; none is made in its place', () => {
  const keyFile = join(dataDir, 'named');
  expect(() => keysOf({ ...none, keyFile, dataDir })).toThrow('does not exist');
  writeFileSync(keyFile, 'no key', { mode: 0o600 });
  expect(() => keysOf({ ...none, keyFile, dataDir })).toThrow('holds no keys');
  writeFileSync(keyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  expect(keysOf({ ...none, keyFile, dataDir }).active.bytes).toEqual(Buffer.alloc(32, 7));
});

test.each([0o640, 0o604, 0o620])('a named file of mode %o is refused', (mode) => {
  const keyFile = join(dataDir, 'named');
  writeFileSync(keyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  chmodSync(keyFile, mode);
  expect(() => keysOf({ ...none, keyFile, dataDir })).toThrow(`run chmod 600 ${keyFile}`);
  chmodSync(keyFile, 0o400);
  expect(keysOf({ ...none, keyFile, dataDir }).active.bytes).toEqual(Buffer.alloc(32, 7));
});

test('written whole, for nobody else to read', () => {
  const before = keysOf({ ...none, dataDir });
  const young = { id: '2026', algorithm: 'sm4-hmac-sm3', bytes: Buffer.alloc(32, 9) } as const;
  keepKeys({ ...none, dataDir }, { active: young, all: [...before.all, young] });
  expect(keysOf({ ...none, dataDir })).toEqual({ active: young, all: [...before.all, young] });
  expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).not.toContainEqual(expect.stringContaining('.new'));
});

test('from the environment, which nothing is written into', () => {
  const keys = `2026 sm4-hmac-sm3 ${Buffer.alloc(32, 9).toString('base64')}`;
  const read = keysOf({ keyFile: undefined, keys, dataDir });
  expect(read.active).toMatchObject({ id: '2026', algorithm: 'sm4-hmac-sm3' });
  expect(existsSync(join(dataDir, 'key'))).toBe(false);
  expect(() => keepKeys({ keyFile: undefined, keys, dataDir }, read)).toThrow('ZHUZHEN_KEYS');
});
