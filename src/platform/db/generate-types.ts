/** Writes src/schema.gen.ts from a migrated database: the types flow one way. Run by `npm run generate`. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const out = fileURLToPath(new URL('../../schema.gen.ts', import.meta.url));
const rooms =
  '(platform|regions|access|indicators|teams|funds|projects|plans|reconciliation|subsidies|supervision|dossiers|disclosure|evidence|imports|livelihoods|policy).*';
const typeMapping = { timestamptz: 'ColumnType<string, Date | string, Date | string>' };

/**
 * @param verify compare only, write nothing.
 * @returns true when the file is (now) what the database says.
 */
export function generateTypes(ownerUrl: string, verify = false): boolean {
  const bin = createRequire(import.meta.url).resolve('kysely-codegen/dist/cli/bin.js');
  const args = [
    bin,
    '--dialect',
    'postgres',
    '--url',
    ownerUrl,
    '--out-file',
    out,
    '--include-pattern',
    rooms,
    '--date-parser',
    'string',
    '--numeric-parser',
    'string',
    '--no-domains',
    '--type-mapping',
    JSON.stringify(typeMapping),
  ];
  if (verify) args.push('--verify');
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (done.status !== 0) console.error(done.stdout, done.stderr);
  return done.status === 0;
}
