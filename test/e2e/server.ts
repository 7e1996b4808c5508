/**
 * Global set-up of the browser tests: the product itself, started by its own command over a database of its
 * own that holds the demonstration. The loaded demonstration is kept as a template between runs, under a
 * hash of what it is made from; each run gets a fresh copy, so tests may write.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { isRunning } from '../running.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server under test, without a slash at the end. */
    baseUrl: string;
  }
}

const checkout = fileURLToPath(new URL('../..', import.meta.url));
/** The PostgreSQL of all tests. */
export const dataDir = join(checkout, 'node_modules', '.cache', 'zhuzhen-test-pg');
const prefix = 'zz_e2e_';
/** The template outlives a run, and what is sealed in it must open in the next. */
const keys = `e2e aes-256-gcm ${Buffer.alloc(32, 7).toString('base64')}`;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startEmbedded({ dataDir, fast: true, log: (line) => console.error(line) });
  const name = `${prefix}run_${process.pid}`;
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
  const name = `${prefix}run_empty_${process.pid}`;
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
  const [template] = await Promise.all([demonstration(adminUrl), pagesBuilt()]);
  return template;
}

async function demonstration(adminUrl: string): Promise<string> {
  const template = `${prefix}template_${hashOfMakers()}`;
  const known = await databases(adminUrl, 'template');
  if (!known.includes(template)) {
    for (const older of known)
      await asAdmin(adminUrl, `drop database if exists ${older} with (force)`);
    await makeTemplate(adminUrl, template);
  }
  return template;
}

async function copyOf(template: string, adminUrl: string, name: string): Promise<void> {
  for (const left of await databases(adminUrl, 'run'))
    if (!isRunning(Number(left.split('_').at(-1))))
      await asAdmin(adminUrl, `drop database if exists ${left} with (force)`);
  await asAdmin(adminUrl, `create database ${name} template ${template} strategy file_copy`);
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  const making = `${template}_making`;
  await asAdmin(adminUrl, `drop database if exists ${making} with (force)`);
  await asAdmin(
    adminUrl,
    `create database ${making} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`,
  );
  await ended(command(['src/app/cli.ts', 'demo'], { DATABASE_URL: at(adminUrl, making) }));
  await asAdmin(adminUrl, `alter database ${making} rename to ${template}`);
}

/** Everything the loaded demonstration depends on: migrations, registry, definitions, the demonstration itself. */
function hashOfMakers(): string {
  const makers =
    /^(demo|regions|kit)\/|\/migrations\/|\/(indicators|of-regions|tables|accounts?)\.ts$|^app\/(first-start|prepare|rooms)\.ts$|^(indicators|platform\/(db|secrets))\/[a-z-]+\.ts$/;
  const hash = createHash('sha256');
  const files = readdirSync(join(checkout, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.tsx$|\.css$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(checkout, 'src').length + 1))
    .filter((file) => makers.test(file) && !file.includes('/web/'));
  for (const file of files.sort())
    hash.update(`${file}\0`).update(readFileSync(join(checkout, 'src', file)));
  return hash.digest('hex').slice(0, 16);
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

interface Command {
  child: ChildProcess;
  heard(): string;
}

/** @throws Error with what the command said when it does not end well. */
async function ended({ child, heard }: Command): Promise<void> {
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}:\n${heard()}`);
}

/** A program tied to us: it sees its channel close when we are killed, and ends too. */
function command(args: string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: { ...process.env, ZHUZHEN_KEYS: keys, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      text = (text + part.toString('utf8')).slice(-20_000);
    });
  return { child, heard: () => text };
}

async function databases(adminUrl: string, kind: 'template' | 'run'): Promise<string[]> {
  const found = await asAdmin(
    adminUrl,
    `select datname from pg_database where datname like '${prefix}${kind}\\_%'`,
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

function at(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
