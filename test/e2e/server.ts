/**
 * Global set-up of the browser tests: the product itself, started by its own command over a database of its
 * own that holds the demonstration; each run gets a fresh copy of its template, so tests may write.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { at, demonstrationTemplate } from '../demonstration.ts';
import { dataDir } from '../embedded-for-tests.ts';
import { command, ended } from '../own-program.ts';
import { isRunning } from '../running.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server under test, without a slash at the end. */
    baseUrl: string;
  }
}

const prefix = 'zz_e2e_run_';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startEmbedded({ dataDir, fast: true, log: (line) => console.error(line) });
  const name = `${prefix}${process.pid}`;
  const drop = () => asAdmin(database.adminUrl, `drop database if exists ${name} with (force)`);
  try {
    const template = await prepared(database.adminUrl);
    await copyOf(template, database.adminUrl, name);
    const server = await start(at(database.adminUrl, name));
    project.provide('baseUrl', server.address);
    project.provide('adminUrl', at(database.adminUrl, name));
    return async () => {
      await server.stop();
      await drop();
      await database.stop();
    };
  } catch (error) {
    await drop();
    await database.stop();
    throw error;
  }
}

/**
 * A second product beside the one under test, started as `npm start -- --empty`: the registry and nothing else.
 * @param adminUrl any database of the same server
 */
export async function startEmpty(adminUrl: string): Promise<Installation> {
  const name = `${prefix}empty_${process.pid}`;
  const drop = () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`);
  await drop();
  await asAdmin(
    adminUrl,
    `create database ${name} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`,
  );
  await pagesBuilt();
  const database = at(adminUrl, name);
  const server = await start(database, ['--empty']).catch(async (error) => {
    await drop();
    throw error;
  });
  return {
    address: server.address,
    adminUrl: database,
    stop: async () => {
      await server.stop();
      await drop();
    },
  };
}

export interface Installation {
  address: string;
  adminUrl: string;
  stop(): Promise<void>;
}

/**
 * The loaded demonstration and the built pages, made where they changed.
 * @returns the template's name
 */
export async function prepared(adminUrl: string): Promise<string> {
  const [template] = await Promise.all([demonstrationTemplate(adminUrl), pagesBuilt()]);
  return template;
}

async function copyOf(template: string, adminUrl: string, name: string): Promise<void> {
  for (const left of await runs(adminUrl))
    if (!isRunning(Number(left.split('_').at(-1))))
      await asAdmin(adminUrl, `drop database if exists ${left} with (force)`);
  await asAdmin(adminUrl, `create database ${name} template ${template} strategy file_copy`);
}

/** Builds the pages where they changed, as `npm start` does. */
const pagesBuilt = () =>
  ended(command(['--eval', `import('./bin/web-pages.mjs').then((m) => m.buildWebPages())`], {}));

/** Starts the product as `npm start` does, on a free port; the pages are there. */
async function start(
  databaseUrl: string,
  more: string[] = [],
): Promise<{ address: string; stop(): Promise<void> }> {
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'zhuzhen-e2e-')), // keys and anchors belong to one database
    PORT: '0',
    HOST: '127.0.0.1',
  };
  const { child, heard } = command(['src/app/cli.ts', 'start', ...more], env);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const said = /Zhuzhen is running: (http:\/\/\S+)/.exec(heard());
      if (said?.[1]) resolve(said[1]);
    });
    child.once('close', (code) =>
      reject(new Error(`the server ended with ${code} before it was ready:\n${heard()}`)),
    );
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
      rmSync(env.DATA_DIR, { recursive: true, force: true });
    },
  };
}

async function runs(adminUrl: string): Promise<string[]> {
  const found = await asAdmin(
    adminUrl,
    `select datname from pg_database where datname like '${prefix}%'`,
  );
  return found.map(({ datname }) => datname);
}

async function asAdmin(adminUrl: string, sql: string): Promise<{ datname: string }[]> {
  const client = new pg.Client({ connectionString: at(adminUrl, 'postgres') });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
