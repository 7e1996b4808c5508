/**
 * What `npm test` runs: format and lint, types, dead code, unit and route tests, browser tests, fault tests.
 * One line a step; a step that fails shows why and does not stop the next, and what this machine does not allow is
 * named. The last line is `N passed, N failed`.
 *
 * npm test -- --only check | unit | e2e | faults
 */
import { parseArgs } from 'node:util';
import { chromiumThere } from './run/chromium.ts';
import { type Counts, program } from './run/program.ts';
import { vitest } from './run/vitest.ts';

interface Step {
  name: string;
  /** The choices of --only it belongs to. */
  parts: readonly string[];
  run(): Promise<Counts>;
  /** Nothing after it can work without it. */
  needed?: true;
  /** Begins with the first step, beside all others, and is waited for at its turn. */
  early?: true;
}

const gate = ['layers', 'manifest', 'rights', 'words', 'generated', 'security-papers'].map(
  (n) => `test/${n}.test.ts`,
);

const steps: readonly Step[] = [
  { name: 'Chromium', parts: ['e2e'], run: chromiumThere, needed: true },
  { name: 'format and lint', parts: ['check'], run: () => program('biome', ['check', '.']) },
  {
    name: 'types',
    parts: ['check'],
    run: () => program('tsc', ['-p', 'tsconfig.json', '--noEmit']),
    early: true,
  },
  { name: 'dead code', parts: ['check'], run: () => program('knip', []), early: true },
  {
    name: 'gate',
    parts: ['check only'],
    run: () => vitest('gate', ['--config', 'vitest.config.ts', ...gate]),
  },
  {
    name: 'unit, route and property tests',
    parts: ['unit'],
    run: () => vitest('unit', ['--config', 'vitest.config.ts']),
  },
  {
    name: 'demonstration and pages for the browser',
    parts: ['e2e'],
    run: () => program('node', ['test/e2e/prepare.ts']),
    early: true,
    needed: true,
  },
  {
    name: 'browser tests',
    parts: ['e2e'],
    run: () => vitest('e2e', ['--config', 'vitest.e2e.config.ts']),
  },
  {
    name: 'fault tests',
    parts: ['faults'],
    run: () => vitest('faults', ['--config', 'vitest.faults.config.ts']),
  },
];

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const { only } = values;
  if (only !== undefined && !['check', 'unit', 'e2e', 'faults'].includes(only)) {
    console.error('npm test -- --only check | unit | e2e | faults');
    return 2;
  }
  // The gate is part of the unit tests; on its own it runs only where those do not.
  const chosen = steps.filter(({ parts }) =>
    only === undefined
      ? !parts.includes('check only')
      : parts.includes(only) || (only === 'check' && parts.includes('check only')),
  );
  const total = { passed: 0, failed: 0 };
  const begun = new Map(chosen.filter(({ early }) => early).map((step) => [step, step.run()]));
  for (const step of chosen) {
    const began = Date.now();
    if (process.stdout.isTTY) process.stdout.write(`… ${step.name}`);
    const { passed, failed, skipped, output } = await (begun.get(step) ?? step.run());
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : '';
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
    console.log(`${failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s${counts})`);
    if (failed > 0) console.log(output.trimEnd());
    else for (const line of figuresIn(output)) console.log(`  ${line}`);
    for (const test of skipped) console.log(`  skipped: ${test}`);
    if (failed > 0 && step.needed) break;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** Lines of a table that a step prints to be seen. */
function figuresIn(output: string): string[] {
  return output.split('\n').filter((line) => line.startsWith('| '));
}
