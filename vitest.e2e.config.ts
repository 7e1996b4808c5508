/** Browser tests: a real server with the demonstration, Chromium, two test files at a time. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The walk through all pages takes about as long as all others together: it goes first, they go beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const walks = ({ moduleId }: TestSpecification) => moduleId.includes('every-page');
    return [...files.filter(walks), ...(await super.sort(files.filter((one) => !walks(one))))];
  }
}

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.spec.ts'],
    globalSetup: ['test/e2e/server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
