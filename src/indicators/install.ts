/** Brings the database in line with the catalogue: numbers, triggers, and nothing left of definitions that are gone. */
import { createHash } from 'node:crypto';
import type { Client, Pool } from '../platform/db/pool.ts';
import { type Catalogue, fingerprint } from './catalogue.ts';
import { compareWithDatabase } from './compare.ts';
import { type Ids, TRIGGERS, triggerName, triggerSql } from './triggers.ts';

/**
 * Registers the definitions, makes the triggers that changed anew, and drops what belongs to definitions
 * that are gone. Compares everything with the database first. Changes nothing, and locks no table, when
 * all is as it should be.
 * @returns the ids, and the codes whose cube must be rebuilt: new, changed, or not watched for a while.
 */
export async function installTriggers(
  owner: Pool,
  catalogue: Catalogue,
): Promise<{ ids: Ids; stale: string[] }> {
  await compareWithDatabase(owner, catalogue);
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query("set local lock_timeout = '20s'");
    await client.query('select pg_advisory_xact_lock(7240)');
    await dropGone(client, catalogue);
    const ids = await register(client, catalogue);
    const unwatched = await makeTriggers(client, catalogue, ids);
    await client.query('update indicators.definition set ready = false where code = any ($1)', [
      unwatched,
    ]);
    const stale = await client.query<{ code: string }>(
      'select code from indicators.definition where not ready order by id',
    );
    await client.query('commit');
    return { ids, stale: stale.rows.map((r) => r.code) };
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one to tell
    throw error;
  } finally {
    client.release();
  }
}

async function dropGone(client: Client, catalogue: Catalogue): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    'delete from indicators.definition where code <> all ($1) returning id',
    [catalogue.additive.map((d) => d.code)],
  );
  if (rows.length === 0) return;
  const gone = [rows.map((r) => r.id)];
  for (const table of ['delta', 'cube', 'cube_day'])
    await client.query(`delete from indicators.${table} where indicator = any ($1)`, gone);
}

/** Numbers are smallint: only a new code may take one, so no `on conflict`, which takes one each time. */
async function register(client: Client, catalogue: Catalogue): Promise<Ids> {
  const wanted = [catalogue.additive.map((d) => d.code), catalogue.additive.map(fingerprint)];
  await client.query(
    `update indicators.definition d set fingerprint = w.fingerprint, ready = false, recorded_at = now()
     from unnest($1::text[], $2::text[]) w(code, fingerprint)
     where d.code = w.code and d.fingerprint <> w.fingerprint`,
    wanted,
  );
  await client.query(
    `insert into indicators.definition (code, fingerprint)
     select code, fingerprint from unnest($1::text[], $2::text[]) w(code, fingerprint)
     where not exists (select from indicators.definition d where d.code = w.code)`,
    wanted,
  );
  const { rows } = await client.query<{ id: number; code: string }>(
    'select id, code from indicators.definition',
  );
  return new Map(rows.map((r) => [r.code, r.id]));
}

interface Found {
  name: string;
  mark: string | null;
  table: string | null;
  enabled: boolean;
}

/** @returns codes over tables that had no working trigger: facts may have been written unseen. */
async function makeTriggers(client: Client, catalogue: Catalogue, ids: Ids): Promise<string[]> {
  const { rows: found } = await client.query<Found>(
    `select p.proname as name, obj_description(p.oid, 'pg_proc') as mark,
       format('%s.%s', n.nspname, c.relname) as table, coalesce(t.tgenabled in ('O', 'A'), false) as enabled
     from pg_proc p left join pg_trigger t on t.tgfoid = p.oid
     left join pg_class c on c.oid = t.tgrelid left join pg_namespace n on n.oid = c.relnamespace
     where p.pronamespace = 'indicators'::regnamespace and p.proname like 'on\\_%'`,
  );
  const columns = await columnsOf(client, [...new Set(catalogue.additive.map((d) => d.from))]);
  const kept = new Set<string>();
  const unwatched: string[] = [];
  const make: string[] = [];
  for (const [table, definitions] of Map.groupBy(catalogue.additive, (d) => d.from)) {
    const name = triggerName(table);
    const sql = triggerSql(table, definitions, ids, columns.get(table) ?? []);
    const mark = `Generated from the definitions over ${table}: ${createHash('sha256').update(sql).digest('hex')}`;
    const there = found.filter((f) => f.name === name);
    const works = there.length === TRIGGERS && there.every((f) => f.table === table && f.enabled);
    if (works && there[0]?.mark === mark) {
      kept.add(name);
      continue;
    }
    if (!works) unwatched.push(...definitions.map((d) => d.code));
    make.push(sql, `comment on function indicators.${name}() is '${mark}'`);
  }
  const drop = new Set(found.map((f) => f.name).filter((name) => !kept.has(name)));
  for (const name of drop) await client.query(`drop function indicators.${name}() cascade`);
  for (const sql of make) await client.query(sql);
  return unwatched;
}

async function columnsOf(
  client: Client,
  tables: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select t.name as table, array_agg(a.attname::text order by a.attnum) as columns
     from unnest($1::text[]) t (name) join pg_attribute a on a.attrelid = t.name::regclass
     where a.attnum > 0 and not a.attisdropped group by t.name`,
    [tables],
  );
  return new Map(rows.map((row) => [row.table, row.columns]));
}
