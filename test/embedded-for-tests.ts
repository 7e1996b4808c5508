/**
 * Global set-up of the tests: one real PostgreSQL for all files, started once, durability off.
 * A file that needs a database clones a template there. TEST_DATABASE_URL names a server to use instead.
 */
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/platform/db/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's address, for making and dropping databases and roles. */
    adminUrl: string;
  }
}

const dataDir = fileURLToPath(new URL('../node_modules/.cache/zhuzhen-test-pg', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  if (outside !== undefined && outside !== '') {
    project.provide('adminUrl', outside);
    return async () => {};
  }
  const server = await startEmbedded({ dataDir, fast: true, log: (line) => console.error(line) });
  project.provide('adminUrl', server.adminUrl);
  return server.stop;
}
