/** The files made from the database and the contracts are what `npm run generate` would write now. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withRolesTable } from '../src/access/roles-table.ts';
import { openApi } from '../src/app/api/openapi.ts';
import { withClassesTable } from '../src/app/classes-table.ts';
import { describedEndpoints } from '../src/app/server.ts';
import { generateTypes } from '../src/platform/db/generate-types.ts';
import { useDatabase } from './database.ts';

const database = useDatabase();

test('src/schema.gen.ts is what the database says', () => {
  expect(generateTypes(database.urls.zz_owner, true)).toBe(true);
}, 60_000); // a program of its own reads the whole catalogue

test('docs/openapi.json is what the contracts say', async () => {
  const kept = await readFile(new URL('../docs/openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(openApi(describedEndpoints()))));
});

test('the table of data classes in docs/security.md is what the list says', async () => {
  const kept = await readFile('docs/security.md', 'utf8');
  expect(withClassesTable(kept)).toBe(kept);
});

test('the table of roles in docs/security.md is what the roles say', async () => {
  const kept = await readFile(new URL('../docs/security.md', import.meta.url), 'utf8');
  expect(withRolesTable(kept)).toBe(kept);
});
