/** zhuzhen generate: writes (or with --verify compares) what is made from the database, the contracts and the roles. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { withRolesTable } from '../../access/roles-table.ts';
import { generateTypes } from '../../platform/db/generate-types.ts';
import { openApi } from '../api/openapi.ts';
import { withClassesTable } from '../classes-table.ts';
import { describedEndpoints } from '../server.ts';
import type { Command } from './command.ts';
import { withDatabase } from './session.ts';

const securityFile = fileURLToPath(new URL('../../../docs/security.md', import.meta.url));
const apiFile = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));

export const generate: Command = {
  takes: '[--verify]',
  about:
    '生成类型、接口文档、岗位表和数据分类表 / write src/schema.gen.ts, docs/openapi.json roles and data classes in docs/security.md',
  arguments: 0,
  options: { verify: { type: 'boolean' } },
  run: (_, { verify }) =>
    withDatabase(async ({ urls }) => {
      const types = generateTypes(urls.zz_owner, verify === true);
      const text = `${JSON.stringify(openApi(describedEndpoints()), null, 2)}\n`;
      if (!verify) await writeFile(apiFile, text);
      const api = (await readFile(apiFile, 'utf8').catch(() => '')) === text;
      const security = await readFile(securityFile, 'utf8');
      const tables = withClassesTable(withRolesTable(security));
      if (!verify) await writeFile(securityFile, tables);
      const told = !verify || tables === security;
      if (!types)
        console.error('src/schema.gen.ts differs from the database: run zhuzhen generate');
      if (!api) console.error('docs/openapi.json differs from the contracts: run zhuzhen generate');
      if (!told)
        console.error('docs/security.md differs from roles and data classes: run zhuzhen generate');
      return types && api && told ? 0 : 1;
    }),
};
