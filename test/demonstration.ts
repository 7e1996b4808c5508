/** The loaded demonstration as a template of databases, kept between runs under a hash of what it is made from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { command, ended } from './own-program.ts';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const prefix = 'zz_demonstration_';

/**
 * Made where it is not there; whoever comes meanwhile waits.
 * @param adminUrl any database of the server
 * @returns the template's name
 */
export async function demonstrationTemplate(adminUrl: string): Promise<string> {
  const template = `${prefix}${hashOfMakers()}`;
  const client = new pg.Client({ connectionString: at(adminUrl, 'postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7231)');
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like '${prefix.replaceAll('_', '\\_')}%'`,
    );
    if (rows.some(({ name }) => name === template)) return template;
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
    await make(client, adminUrl, template);
    return template;
  } finally {
    await client.end();
  }
}

async function make(client: pg.Client, adminUrl: string, template: string): Promise<void> {
  const making = `${template}_making`;
  await client.query(
    `create database ${making} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`,
  );
  await ended(command(['src/app/cli.ts', 'demo'], { DATABASE_URL: at(adminUrl, making) }));
  await client.query(`alter database ${making} rename to ${template}`);
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

/** The address of another database of the same server. */
export function at(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
