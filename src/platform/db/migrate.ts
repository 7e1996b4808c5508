/** Migrations: SQL files of all rooms, in the order of their time, each once, never edited afterwards. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, Pool } from './pool.ts';

export interface Migration {
  name: string;
  room: string;
  sql: string;
  checksum: string;
}

const bookkeeping = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text constraint migration_pkey primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  comment on table platform.migration is 'Applied migrations with the checksum of their text.'`;

/**
 * Applies what is missing, each file in its own transaction, one process at a time.
 * @param only the migrations of an earlier version, to bring an empty database to it; all when not given
 * @returns the names applied now.
 * @throws Error when a file already applied has another text, or a file fails (its name is in the message).
 */
export async function migrate(
  owner: Pool,
  roomsDir: string,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const all = await readMigrations(roomsDir);
  const files = only ? all.filter(({ name }) => only.has(name)) : all;
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock(7210)');
    await client.query(bookkeeping);
    const done = await applied(client);
    const fresh: string[] = [];
    for (const file of files) {
      const known = done.get(file.name);
      if (known === file.checksum) continue;
      if (known) throw new Error(`migration ${file.name} was edited after it had been applied`);
      await apply(client, file);
      fresh.push(file.name);
    }
    return fresh;
  } finally {
    await client.query('select pg_advisory_unlock(7210)').catch(() => {}); // a broken connection holds no lock
    client.release();
  }
}

/** All migrations of all rooms below the folder, ordered by their time stamp. */
export async function readMigrations(roomsDir: string): Promise<Migration[]> {
  const rooms = await readdir(roomsDir, { withFileTypes: true });
  const found = await Promise.all(
    rooms
      .filter((r) => r.isDirectory())
      .map(async ({ name: room }) => {
        const dir = join(roomsDir, room, 'migrations');
        const names = await readdir(dir).catch(() => [] as string[]); // a room without tables has no folder
        return Promise.all(
          names
            .filter((n) => /^\d{12}_[a-z0-9_]+\.sql$/.test(n))
            .map(async (name) => {
              const sql = await readFile(join(dir, name), 'utf8');
              return { name, room, sql, checksum: createHash('sha256').update(sql).digest('hex') };
            }),
        );
      }),
  );
  return found.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function applied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  );
  return new Map(rows.map((r) => [r.name, r.checksum]));
}

async function apply(client: Client, file: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one to tell
    throw new Error(`migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
