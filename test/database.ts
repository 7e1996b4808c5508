/** A real database for each test file: a clone of a prepared template, made in milliseconds. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { prepare } from '../src/app/prepare.ts';
import {
  type Db,
  kyselyOver,
  openPool,
  type Pool,
  requestLimits,
} from '../src/platform/db/pool.ts';
import { type RoleUrls, roleUrls } from '../src/platform/db/roles.ts';
import { at, demonstrationTemplate } from './demonstration.ts';

export interface TestDatabase {
  adminUrl: string;
  urls: RoleUrls;
  owner: Pool;
  app: Pool;
  jobs: Pool;
  /** Kysely as zz_owner: sees and writes everything, for arranging and checking. */
  db: Db;
}

/**
 * Call at the top of a test file; the returned object is filled before its first test and emptied after its last.
 * @param fill what to load beyond the prepared schema; makes a second template, named by `template`.
 */
export const useDatabase = (
  template = 'empty',
  fill?: (database: TestDatabase) => Promise<void>,
): TestDatabase =>
  useCloneOf(async (adminUrl) => {
    await ensureTemplate(adminUrl, 'empty');
    if (fill) await ensureTemplate(adminUrl, template, 'empty', fill);
    return templateName(template);
  });

/** The same over the loaded demonstration, which the browser tests start from too. */
export const useDemonstration = (): TestDatabase => useCloneOf(demonstrationTemplate);

function useCloneOf(template: (adminUrl: string) => Promise<string>): TestDatabase {
  const given = {} as TestDatabase; // filled in beforeAll; using it earlier fails loudly
  let name = '';
  beforeAll(async () => {
    const adminUrl = inject('adminUrl');
    const from = await template(adminUrl);
    name = `zz_test_${randomBytes(6).toString('hex')}`;
    await asAdmin(adminUrl, (c) => clone(c, name, from));
    Object.assign(given, open(at(adminUrl, name)));
  }, 240_000);
  afterAll(async () => {
    await close(given);
    if (name === '') return; // it was never made
    await asAdmin(inject('adminUrl'), (c) =>
      c.query(`drop database if exists ${name} with (force)`),
    );
  });
  return given;
}

const templateName = (kind: string) => `zz_template_${kind}_${process.env.ZZ_TEST_RUN ?? 'local'}`;

async function ensureTemplate(
  adminUrl: string,
  kind: string,
  from?: string,
  fill?: (database: TestDatabase) => Promise<void>,
): Promise<void> {
  const name = templateName(kind);
  await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(7230)');
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount) return;
    const making = `${name}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    if (from) await clone(client, making, templateName(from));
    else
      await client.query(
        `create database ${making} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`,
      );
    const url = at(adminUrl, making);
    if (!from) await prepare(url);
    if (fill) {
      const database = open(url);
      await fill(database).finally(() => close(database));
    }
    await client.query(`alter database ${making} rename to ${name}`);
  });
}

const clone = (client: pg.Client, name: string, from: string) =>
  client.query(`create database ${name} template ${from} strategy file_copy`);

function open(adminUrl: string): TestDatabase {
  const urls = roleUrls(adminUrl);
  const owner = openPool(urls.zz_owner, { max: 4 });
  return {
    adminUrl,
    urls,
    owner,
    app: openPool(urls.zz_app, { max: 8, limits: requestLimits }),
    jobs: openPool(urls.zz_jobs, { max: 4 }),
    db: kyselyOver(owner),
  };
}

const close = (d: TestDatabase) => Promise.all([d.owner?.end(), d.app?.end(), d.jobs?.end()]);

async function asAdmin(
  adminUrl: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: at(adminUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
