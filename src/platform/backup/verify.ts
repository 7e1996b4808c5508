/** Whether a restored database is whole: rows, references, and the structure of tables and indexes. */
import type pg from 'pg';
import { oneConnection } from '../db/one-connection.ts';
import { countRows, type TableRows, tablesOf } from './tables-of.ts';

export interface Verified {
  tables: number;
  rows: number;
  /** Whether the rows were compared with those counted at the backup. */
  compared: boolean;
  references: number;
  /** Indexes and tables whose structure was read through; null where amcheck is not to be had. */
  structures: number | null;
  /** What is wrong, a line each; empty when all is well. */
  faults: string[];
}

/** @param expected what was counted at the very moment the database was restored to, if it was. */
export async function verify(
  adminUrl: string,
  expected: readonly TableRows[] | undefined,
): Promise<Verified> {
  const client = oneConnection(adminUrl);
  await client.connect();
  try {
    const found = await countRows(client, await tablesOf(client));
    const references = await brokenReferences(client);
    const structures = await brokenStructures(client);
    return {
      tables: found.length,
      rows: found.reduce((sum, { rows }) => sum + rows, 0),
      compared: expected !== undefined,
      references: references.checked,
      structures: structures?.checked ?? null,
      faults: [
        ...(expected ? differing(found, expected) : []),
        ...references.faults,
        ...(structures?.faults ?? []),
      ],
    };
  } finally {
    await client.end();
  }
}

function differing(found: readonly TableRows[], expected: readonly TableRows[]): string[] {
  const now = new Map(found.map(({ name, rows }) => [name, rows]));
  return expected.flatMap(({ name, rows }) =>
    now.get(name) === rows ? [] : [`${name}: ${now.get(name) ?? 'missing'} rows, ${rows} expected`],
  );
}

interface Found {
  checked: number;
  faults: string[];
}

/** Rows that refer to a row that is not there; PostgreSQL itself never looks again once they are written. */
async function brokenReferences(client: pg.Client): Promise<Found> {
  const { rows: keys } = await client.query<{ name: string; sql: string }>(
    `select format('%s %s', k.conrelid::regclass, k.conname) as name,
       format('select count(*) as broken from %s c where %s and not exists (select from %s p where %s)',
         k.conrelid::regclass,
         string_agg(format('c.%I is not null', a.attname), ' and ' order by u.at),
         k.confrelid::regclass,
         string_agg(format('p.%I = c.%I', b.attname, a.attname), ' and ' order by u.at)) as sql
     from pg_constraint k
     cross join unnest(k.conkey, k.confkey) with ordinality u(here, there, at)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.here
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.there
     where k.contype = 'f' and k.convalidated
     group by k.oid, k.conrelid, k.confrelid, k.conname order by 1`,
  );
  const faults: string[] = [];
  for (const { name, sql } of keys) {
    const { rows } = await client.query<{ broken: string }>(sql); // made of the catalogue's own names
    if (rows[0]?.broken !== '0') faults.push(`${name}: ${rows[0]?.broken} rows refer to nothing`);
  }
  return { checked: keys.length, faults };
}

/**
 * Reads all B-tree and GIN indexes against their tables, and all tables, with PostgreSQL's own amcheck.
 * Undefined where it is not installed or we are no superuser. Leaves nothing behind.
 */
async function brokenStructures(client: pg.Client): Promise<Found | undefined> {
  const { rows: can } = await client.query<{ can: boolean }>(
    `select current_setting('is_superuser') = 'on'
       and exists (select from pg_available_extensions where name = 'amcheck') as can`,
  );
  if (!can[0]?.can) return undefined;
  await client.query('begin');
  try {
    await client.query('create schema zz_amcheck');
    // An installed one would stand in the way, and is put back by the rollback.
    await client.query('drop extension if exists amcheck');
    await client.query('create extension amcheck schema zz_amcheck');
    return await structures(client);
  } finally {
    await client.query('rollback');
  }
}

async function structures(client: pg.Client): Promise<Found> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select c.oid::regclass::text as name, case a.amname
         when 'btree' then format('select zz_amcheck.bt_index_check(%s::regclass, true, true)', c.oid)
         when 'gin' then format('select zz_amcheck.gin_index_check(%s::regclass)', c.oid)
         else format('select blkno, offnum, msg from zz_amcheck.verify_heapam(%s::regclass)', c.oid) end as sql
     from pg_class c left join pg_index i on i.indexrelid = c.oid left join pg_am a on a.oid = c.relam
     where c.relpersistence = 'p'
       and (c.relkind = 'i' and i.indisvalid and (a.amname = 'btree' or a.amname = 'gin'
              and exists (select from pg_proc where proname = 'gin_index_check'))
            or c.relkind in ('r', 't', 'm'))
     order by 1`,
  );
  const faults: string[] = [];
  for (const { name, sql } of rows) {
    await client.query('savepoint one');
    try {
      const found = await client.query<{ msg?: string }>(sql);
      faults.push(...found.rows.flatMap(({ msg }) => (msg ? [`${name}: ${msg}`] : [])));
      await client.query('release savepoint one');
    } catch (cause) {
      await client.query('rollback to savepoint one');
      faults.push(`${name}: ${(cause as Error).message}`);
    }
  }
  return { checked: rows.length, faults };
}
