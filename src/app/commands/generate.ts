/** zhuzhen generate: writes (or with --verify compares) the files made from the database and the contracts. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generateTypes } from '../../platform/db/generate-types.ts';
import { openApi } from '../api/openapi.ts';
import { describedEndpoints } from '../server.ts';
import type { Command } from './command.ts';
import { withDatabase } from './session.ts';

const apiFile = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));

export const generate: Command = {
  takes: '[--verify]',
  about: '生成类型与接口文档 / write src/schema.gen.ts and docs/openapi.json',
  arguments: 0,
  options: { verify: { type: 'boolean' } },
  run: (_, { verify }) =>
    withDatabase(async ({ urls }) => {
      const types = generateTypes(urls.zz_owner, verify === true);
      const text = `${JSON.stringify(openApi(describedEndpoints()), null, 2)}\n`;
      if (!verify) await writeFile(apiFile, text);
      const api = (await readFile(apiFile, 'utf8').catch(() => '')) === text;
      if (!types)
        console.error('src/schema.gen.ts differs from the database: run zhuzhen generate');
      if (!api) console.error('docs/openapi.json differs from the contracts: run zhuzhen generate');
      return types && api ? 0 : 1;
    }),
};
