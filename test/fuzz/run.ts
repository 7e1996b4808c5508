/**
 * The long run of the fuzzer, in a database of its own:
 * node test/fuzz/run.ts --requests 200000 --seed 1
 */
import { parseArgs } from 'node:util';
import { runToEnd } from '../run/program.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '200000' }, seed: { type: 'string' } },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,9}$/.test(value)) {
    console.error(`--${name} ${value}: a whole number is needed`);
    process.exit(2);
  }
}
process.env.FUZZ_REQUESTS = values.requests;
if (values.seed) process.env.FUZZ_SEED = values.seed;
const { code, output } = await runToEnd('vitest', [
  'run',
  ...['--config', 'vitest.config.ts', 'test/fuzz.test.ts', '--disable-console-intercept'],
]);
console.log(output);
process.exitCode = code;
