/** The tables of a database and how many rows they hold. */
import type pg from 'pg';

export interface TableRows {
  name: string;
  rows: number;
}

/** Everything that keeps rows and is not PostgreSQL's own; quoted and with its schema. */
const ours = `
  c.relkind in ('r', 'm') and c.relpersistence = 'p'
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

export async function tablesOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} order by 1`,
  );
  return rows.map((r) => r.name);
}

/** Counts by reading every table, so that a page that cannot be read is found, too. */
export async function countRows(
  client: pg.ClientBase,
  tables: readonly string[],
): Promise<TableRows[]> {
  await client.query('set enable_indexscan = off');
  await client.query('set enable_indexonlyscan = off');
  const found: TableRows[] = [];
  for (const name of tables) {
    const { rows } = await client.query<{ rows: string }>(`select count(*) as rows from ${name}`);
    found.push({ name, rows: Number(rows[0]?.rows) });
  }
  return found;
}
