/** The table of roles says something of every role and every permission. */
import { expect, test } from 'vitest';
import { allPermissions, roleNames } from './roles.ts';
import { withRolesTable } from './roles-table.ts';
import { words } from './words.ts';

test('every permission and every role has words', () => {
  const missing = [...allPermissions].filter((p) => !(`access.permission.${p}` in words));
  expect(missing).toEqual([]);
});

test('the table has a line for every role and leaves the rest of the document alone', () => {
  const marks = '<!-- roles: written by zhuzhen generate -->\nold\n<!-- /roles -->';
  const made = withRolesTable(`before\n${marks}\nafter`);
  expect(made.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(
    roleNames.length + 2,
  );
  expect(made).toMatch(/^before\n/);
  expect(made).toMatch(/\nafter$/);
  expect(made).not.toContain('old');
  expect(withRolesTable(made)).toBe(made);
  expect(() => withRolesTable('no marks')).toThrow('no <!-- roles');
});
