/** Whose anchors a directory holds: the database's name stands in a file beside them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '../../platform/db/pool.ts';
import type { Line } from './anchor-files.ts';

const nameFile = 'zhuzhen-anchors-database.txt';

/** The name of this database. */
export async function homeOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from access.audit_home');
  if (!rows[0]) throw new Error('access.audit_home is empty');
  return rows[0].id;
}

/** The database a directory says it belongs to; null where it says nothing. */
export async function ownerOf(dir: string): Promise<string | null> {
  try {
    return (await readFile(join(dir, nameFile), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes the database's name into a directory that has none: an empty one, or one whose last line the database knows.
 * @throws Error when the directory says it is another's
 */
export async function claim(
  client: Client,
  dir: string,
  home: string,
  last: Line | null,
): Promise<void> {
  const owner = await ownerOf(dir);
  if (owner === home) return;
  if (owner !== null)
    throw new Error(
      `这里是另一个数据库的锚点，不往里写：请用 AUDIT_ANCHOR_DIR 另指一个目录，或把 DATABASE_URL、DATA_DIR 改回原来的数据库 / ` +
        `these are the anchors of another database, nothing is written here: name another directory with AUDIT_ANCHOR_DIR, or set DATABASE_URL or DATA_DIR back to the database they belong to`,
    );
  if (last && !(await knows(client, last))) return;
  await writeFile(join(dir, nameFile), `${home}\n`, { flag: 'wx', mode: 0o640 });
}

async function knows(client: Client, { anchor, hash }: Line): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from access.audit_anchor where sequence = $1 and hash = $2',
    [anchor.sequence, hash],
  );
  return rowCount === 1;
}
