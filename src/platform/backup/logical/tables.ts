/** The product's own tables and sequences, as a logical backup takes and fills them. */
import type pg from 'pg';

/** Text forms that mean the same on every server, whatever its settings. */
export const wireForm =
  "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local extra_float_digits = 3";

export interface OwnTable {
  /** Quoted, with its schema. */
  name: string;
  /** Quoted; without those PostgreSQL computes. */
  columns: string[];
}

export async function ownTables(client: pg.ClientBase): Promise<OwnTable[]> {
  const { rows } = await client.query<OwnTable>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence = 'p' and c.relowner = current_user::regrole
     group by 1 order by 1`,
  );
  return rows;
}

export interface Sequence {
  name: string;
  value: string;
  called: boolean;
}

export async function ownSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and c.relowner = current_user::regrole order by 1`,
  );
  if (rows.length === 0) return [];
  const asked = rows.map(
    ({ name }) =>
      `select '${name.replaceAll("'", "''")}' as name, last_value::text as value, is_called as called from ${name}`,
  );
  return (await client.query<Sequence>(asked.join(' union all '))).rows;
}
