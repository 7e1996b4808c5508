import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFrom } from './key-file.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zz-key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('made once in the data directory, for nobody else to read', () => {
  const key = keyFrom({ keyFile: undefined, dataDir });
  expect(key).toHaveLength(32);
  expect(keyFrom({ keyFile: undefined, dataDir }).equals(key)).toBe(true);
  expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600);
  chmodSync(join(dataDir, 'key'), 0o644);
  expect(() => keyFrom({ keyFile: undefined, dataDir })).toThrow('chmod 600');
});

test('a file that is named must be there and hold a key; none is made in its place', () => {
  const keyFile = join(dataDir, 'named');
  expect(() => keyFrom({ keyFile, dataDir })).toThrow('does not exist');
  writeFileSync(keyFile, 'no key', { mode: 0o600 });
  expect(() => keyFrom({ keyFile, dataDir })).toThrow('holds no key');
  writeFileSync(keyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  expect(keyFrom({ keyFile, dataDir })).toEqual(Buffer.alloc(32, 7));
});

test.each([0o640, 0o604, 0o620])('a named file of mode %o is refused', (mode) => {
  const keyFile = join(dataDir, 'named');
  writeFileSync(keyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  chmodSync(keyFile, mode);
  expect(() => keyFrom({ keyFile, dataDir })).toThrow(`run chmod 600 ${keyFile}`);
  chmodSync(keyFile, 0o400);
  expect(keyFrom({ keyFile, dataDir })).toEqual(Buffer.alloc(32, 7));
});
