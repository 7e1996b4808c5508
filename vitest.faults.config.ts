/** Fault tests: the product is killed, cut off and filled up. On their own, beside no other file. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/chaos/**/*.spec.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
