/** Browser tests: a real server with the demonstration, Chromium, two test files at a time. */
import { defineConfig } from 'vitest/config';
import { longestFirst } from './test/run/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.spec.ts'],
    globalSetup: ['test/e2e/server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // The walk through all pages takes about as long as all others together.
    sequence: { sequencer: longestFirst(['every-page', 'own-account']) },
    // Two browsers on a small machine: a test of three people takes its time.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
