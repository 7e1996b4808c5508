import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keysFrom, linesOf } from './keys.ts';

const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

test('the line of the first versions is a key of its own name', () => {
  const { active, all } = keysFrom(`${one}\n`);
  expect(active).toMatchObject({ id: 'first', algorithm: 'aes-256-gcm' });
  expect(active.bytes.toString('base64')).toBe(one);
  expect(all).toEqual([active]);
});

test('several lines: the marked one is in use, without a mark the first', () => {
  const text = `# keys\n\n${one}\n2026 sm4-hmac-sm3 ${two} active\n`;
  expect(keysFrom(text).active).toMatchObject({ id: '2026', algorithm: 'sm4-hmac-sm3' });
  expect(keysFrom(text).all.map(({ id }) => id)).toEqual(['first', '2026']);
  expect(keysFrom(`2025 aes-256-gcm ${one}; 2026 aes-256-gcm ${two}`).active.id).toBe('2025');
  expect(keysFrom(linesOf(keysFrom(text)))).toEqual(keysFrom(text));
});

test.each([
  ['', 'no key'],
  ['# nothing', 'no key'],
  [`\n2026 des ${one}`, 'line 2: the algorithm'],
  [`Two aes-256-gcm ${one}`, 'line 1: ids'],
  [`2026 aes-256-gcm ${one} old`, 'only the word active'],
  ['2026 aes-256-gcm c2hvcnQ=', 'Base64 of 32 bytes'],
  [`a aes-256-gcm ${one}\na aes-256-gcm ${two}`, 'the id a stands twice'],
  [`a aes-256-gcm ${one} active\nb aes-256-gcm ${two} active`, 'a second active key'],
])('%s is refused by its line alone', (text, why) => {
  expect(() => keysFrom(text)).toThrow(why);
  try {
    keysFrom(text);
  } catch (error) {
    expect(String(error)).not.toContain(one);
  }
});
