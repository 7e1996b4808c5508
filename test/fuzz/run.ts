/**
 * The long run of the fuzzer, in a database of its own:
 * node test/fuzz/run.ts --requests 200000 --seed 1
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../run/program.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '200000' }, seed: { type: 'string' } },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,9}$/.test(value)) {
    console.error(`--${name} ${value}: a whole number is needed`);
    process.exit(2);
  }
}
const { requests, seed } = values;
const child = spawn(
  process.execPath,
  [
    join(checkout, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', 'test/fuzz.test.ts', '--config', 'vitest.config.ts', '--disable-console-intercept'],
  ],
  {
    cwd: checkout,
    env: { ...process.env, FUZZ_REQUESTS: requests, ...(seed ? { FUZZ_SEED: seed } : {}) },
    stdio: 'inherit',
  },
);
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
