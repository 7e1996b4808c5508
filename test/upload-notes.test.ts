/** Wherever a file can be chosen, it stands beside it that this is no system for classified material. */
import { expect, test } from 'vitest';
import { sources } from './gate/sources.ts';

test('every control that takes a file carries the note', () => {
  const silent = sources
    .filter((s) => s.path.startsWith('src/') && /type=(["'{]+)file\b/.test(s.text))
    .filter((s) => !s.text.includes('<UploadNote'))
    .map((s) => `${s.path}: put <UploadNote /> (platform/web/fields.tsx) beside the control`);
  expect(silent).toEqual([]);
});
