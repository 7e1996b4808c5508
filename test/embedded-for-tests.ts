/**
 * Global set-up of the tests: one real PostgreSQL for all files, started once, durability off.
 * A file that needs a database clones a template there. TEST_DATABASE_URL names a server to use instead.
 */
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { isRunning } from './running.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's address, for making and dropping databases and roles. */
    adminUrl: string;
  }
}

/** In memory where `npm test` says so (`run/scratch.ts`); otherwise kept between runs. */
export const dataDir =
  process.env.TEST_DATA_DIR ??
  fileURLToPath(new URL('../node_modules/.cache/zhuzhen-test-pg', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  if (outside !== undefined && outside !== '') {
    project.provide('adminUrl', outside);
    return async () => {};
  }
  const server = await startEmbedded({ dataDir, fast: true, log: (line) => console.error(line) });
  project.provide('adminUrl', server.adminUrl);
  return async () => {
    await dropTemplates(server.adminUrl);
    await server.stop();
  };
}

/** Drops the templates of this run, and of runs that were killed before they could. */
async function dropTemplates(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; run: string }>(
      `select datname as name, substring(datname from '_([0-9]+)(_making)?$') as run
       from pg_database where datname like 'zz\\_template\\_%'`,
    );
    for (const { name, run } of rows) {
      if (Number(run) === process.pid || !isRunning(Number(run)))
        await client.query(`drop database if exists "${name}" with (force)`);
    }
  } finally {
    await client.end();
  }
}
