/** What a process needs to answer for figures: the catalogue, the short numbers, what is known of the fact tables. */
import type { Pool } from '../platform/db/pool.ts';
import type { Catalogue } from './catalogue.ts';
import { hasRows } from './definition.ts';
import { type Ids, idsOf } from './triggers.ts';

export interface Engine {
  catalogue: Catalogue;
  ids: Ids;
  /** Columns of each fact table, for reading it together with its earlier states. */
  columns: ReadonlyMap<string, string>;
  /** Codes of the figures over rows whose earlier state can be told: a history is kept, or rows never change. */
  remembered: ReadonlySet<string>;
}

/** Reads numbers and columns once; definitions must have been installed by the migrating process. */
export async function loadEngine(pool: Pool, catalogue: Catalogue): Promise<Engine> {
  const ids = await idsOf(pool);
  const missing = catalogue.additive.filter((d) => !ids.has(d.code)).map((d) => d.code);
  if (missing.length > 0) throw new Error(`not migrated: no triggers for ${missing.join(', ')}`);
  return { catalogue, ids, ...(await factTables(pool, catalogue)) };
}

/** Columns and memory of the tables of the catalogue; tables that do not exist are left out. */
export async function factTables(
  pool: Pool,
  catalogue: Catalogue,
): Promise<Pick<Engine, 'columns' | 'remembered'>> {
  const definitions = catalogue.all.filter(hasRows);
  const { rows } = await pool.query<{
    name: string;
    columns: string;
    stamped: boolean;
    changed: boolean;
  }>(
    `select t.name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
       bool_or(a.attname = 'recorded_at' and a.atttypid = 'timestamptz'::regtype) as stamped,
       has_table_privilege('zz_app', t.name, 'update, delete') as changed
     from unnest($1::text[]) t(name)
     join pg_attribute a on a.attrelid = to_regclass(t.name) and a.attnum > 0 and not a.attisdropped
     group by t.name`,
    [[...new Set(definitions.map((d) => d.from))]],
  );
  const known = new Map(rows.map((r) => [r.name, r]));
  const remembered = definitions.filter((d) => {
    const table = known.get(d.from);
    return table?.stamped === true && (d.history !== undefined || !table.changed);
  });
  return {
    columns: new Map(rows.map((r) => [r.name, r.columns])),
    remembered: new Set(remembered.map((d) => d.code)),
  };
}
