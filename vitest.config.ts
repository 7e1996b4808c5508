/** Unit, rule and route tests; browser tests run on their own (test/e2e). */
import { defineConfig } from 'vitest/config';
import { longestFirst } from './test/run/longest-first.ts';

/** Files that start programs, fill worlds or load everything. */
const longest = [
  ...['test/restore-drill', 'commands/divisions', 'test/scope-matrix'],
  ...['test/hidden-values', 'test/audit-complete', 'audit/tampering', 'sheets/sheets'],
  ...['demo/generators', 'db/embedded', 'test/fuzz', 'backup/logical', 'commands/keys'],
];

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/*.test.ts'],
    globalSetup: ['test/embedded-for-tests.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // The product's modules are loaded once a worker, not once a file: half of the time went into that. A file that
    // changes what is the process's own (environment, clock, signals) puts it back.
    isolate: false,
    sequence: { sequencer: longestFirst(longest) },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { ZZ_TEST_RUN: String(process.pid) },
  },
});
