/** The rows of a logical backup put into an empty database. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { oneConnection } from '../../db/one-connection.ts';
import { StartProblem } from '../../db/start-problem.ts';
import { syncFile } from '../format/durable.ts';
import type { Backup } from '../format/folder.ts';
import type { BackupKey } from '../format/key.ts';
import { type Manifest, packName } from '../format/manifest.ts';
import { readPack } from '../format/pack.ts';
import { ownTables, wireForm } from './tables.ts';

/** Stands in a database whose restore has begun and not ended, so that nothing else is done with it. */
const unfinished = 'zz_restore_unfinished';

/** Whether a restore into this database was broken off. */
export async function isUnfinished(adminUrl: string): Promise<boolean> {
  return asClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [
      unfinished,
    ]);
    return rowCount === 1;
  });
}

/** Refuses a database that holds anything, unless a restore into it was broken off; marks it as begun. */
export async function beginLoad(adminUrl: string, ownerUrl: string): Promise<void> {
  if (await isUnfinished(adminUrl)) return;
  await asClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm', 'v') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' limit 1`,
    );
    if (rows[0]) throw notEmpty(rows[0].name);
  });
  await asClient(ownerUrl, (client) => client.query(`create schema ${unfinished}`));
}

export interface LogicalLoad {
  ownerUrl: string;
  backup: Backup;
  manifest: Manifest;
  key: BackupKey;
  /** Where the other files of the data directory go. */
  dataDir: string;
}

/**
 * Fills the tables, which must be as they were at the backup, in one transaction: rows are there all or not at
 * all. References are taken away before and put back after, which looks at every one of them.
 */
export async function loadLogical(how: LogicalLoad): Promise<void> {
  const { manifest } = how;
  await asClient(how.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(wireForm);
    const tables = await ownTables(client);
    requireSameTables(manifest, tables);
    const names = tables.map(({ name }) => name);
    const references = await takeReferences(client);
    await client.query(`truncate ${names.join(', ')}`);
    for (const name of names) await client.query(`alter table ${name} disable trigger user`);
    const columns = new Map(manifest.tables.map((t) => [`rows/${t.name}`, t]));
    await readPack(
      join(how.backup.folder, packName),
      how.key,
      manifest.name,
      manifest.files,
      async ({ path }, bytes) => {
        const table = columns.get(path);
        if (!table) return writeOther(how.dataDir, path, bytes);
        const sql = `copy ${table.name} (${(table.columns ?? []).join(', ')}) from stdin`;
        await pipeline(bytes, client.query(from(sql)));
      },
    );
    for (const { name, value, called } of manifest.logical?.sequences ?? [])
      await client.query('select setval($1::regclass, $2, $3)', [name, value, called]);
    for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    for (const sql of references) await client.query(sql);
    await client.query(`drop schema ${unfinished}`);
    await client.query('commit');
    await client.query('analyze');
  });
}

/** Takes all references between our tables away. @returns how to put them back. */
async function takeReferences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relowner = current_user::regrole order by k.oid`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

function requireSameTables(manifest: Manifest, tables: { name: string; columns: string[] }[]) {
  const told = (list: { name: string; columns?: string[] }[]) =>
    list.map(({ name, columns }) => `${name} (${columns?.join(', ')})`).sort();
  const [there, wanted] = [told(tables), told(manifest.tables)];
  const wrong = wanted.filter((t) => !there.includes(t));
  if (wrong.length === 0 && there.length === wanted.length) return;
  const differing = [...wrong, ...there.filter((t) => !wanted.includes(t))].join('; ');
  throw new StartProblem(
    `目标数据库的表和备份里的不一样(${differing}):请换一个新建的空库再恢复`,
    `the tables of the database are not those of the backup (${differing}): restore into a newly made database`,
  );
}

async function writeOther(
  dataDir: string,
  path: string,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const parts = path.split('/');
  if (parts[0] !== 'data' || parts.includes('..')) throw new Error(`${path} leads out`);
  const file = join(dataDir, ...parts.slice(1));
  mkdirSync(dirname(file), { recursive: true });
  await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
  await syncFile(file);
}

async function asClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = oneConnection(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const notEmpty = (table: string) =>
  new StartProblem(
    `目标数据库不是空的(里面有 ${table}):恢复只进空库,请新建一个数据库再试`,
    `the database is not empty (it holds ${table}): a restore goes into an empty one only, make a new database`,
  );
