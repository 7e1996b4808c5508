/** What a process needs to answer for figures: the catalogue, the short numbers, the columns of the fact tables. */
import type { Pool } from '../platform/db/pool.ts';
import type { Catalogue } from './catalogue.ts';
import { hasRows } from './definition.ts';
import { type Ids, idsOf } from './triggers.ts';

export interface Engine {
  catalogue: Catalogue;
  ids: Ids;
  /** Columns of each fact table, for reading it together with its earlier states. */
  columns: ReadonlyMap<string, string>;
}

/** Reads numbers and columns once; definitions must have been installed by the migrating process. */
export async function loadEngine(pool: Pool, catalogue: Catalogue): Promise<Engine> {
  const tables = [...new Set(catalogue.all.filter(hasRows).map((d) => d.from))];
  const { rows } = await pool.query<{ name: string; columns: string }>(
    `select t.name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from unnest($1::text[]) t(name)
     join pg_attribute a on a.attrelid = t.name::regclass and a.attnum > 0 and not a.attisdropped
     group by t.name`,
    [tables],
  );
  const ids = await idsOf(pool);
  const missing = catalogue.additive.filter((d) => !ids.has(d.code)).map((d) => d.code);
  if (missing.length > 0) throw new Error(`not migrated: no triggers for ${missing.join(', ')}`);
  return { catalogue, ids, columns: new Map(rows.map((r) => [r.name, r.columns])) };
}
