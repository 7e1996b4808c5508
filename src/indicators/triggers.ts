/** Row triggers, generated: each fact writes its increments in the transaction that writes the fact. */
import type { Pool } from '../platform/db/pool.ts';
import { type Catalogue, compareWithDatabase, fingerprint } from './catalogue.ts';
import { type Additive, stepsOf } from './definition.ts';

/** The short numbers of additive definitions. */
export type Ids = ReadonlyMap<string, number>;

/**
 * Registers the definitions, makes the triggers anew, and drops what belongs to definitions that are gone.
 * Compares everything with the database first.
 * @returns the ids, and the codes whose cube must be rebuilt because they are new or changed.
 */
export async function installTriggers(
  owner: Pool,
  catalogue: Catalogue,
): Promise<{ ids: Ids; stale: string[] }> {
  await compareWithDatabase(owner, catalogue);
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7240)');
    await client.query(
      `insert into indicators.definition (code, fingerprint)
       select * from unnest($1::text[], $2::text[])
       on conflict (code) do update set fingerprint = excluded.fingerprint, ready = false, recorded_at = now()
       where definition.fingerprint <> excluded.fingerprint`,
      [catalogue.additive.map((d) => d.code), catalogue.additive.map(fingerprint)],
    );
    const { rows } = await client.query<{ id: number; code: string; ready: boolean }>(
      'select id, code, ready from indicators.definition order by id',
    );
    const ids = new Map(rows.map((r) => [r.code, r.id]));
    await client.query(dropOurs);
    for (const [table, definitions] of byTable(catalogue.additive)) {
      await client.query(triggerSql(table, definitions, ids));
    }
    await client.query('commit');
    const stale = rows.filter((r) => !r.ready && catalogue.byCode.has(r.code)).map((r) => r.code);
    return { ids, stale };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The ids as registered, for processes that only read. */
export async function idsOf(pool: Pool): Promise<Ids> {
  const { rows } = await pool.query<{ id: number; code: string }>(
    'select id, code from indicators.definition',
  );
  return new Map(rows.map((r) => [r.code, r.id]));
}

function byTable(definitions: readonly Additive[]): Map<string, Additive[]> {
  const tables = new Map<string, Additive[]>();
  for (const d of definitions) tables.set(d.from, [...(tables.get(d.from) ?? []), d]);
  return tables;
}

const dropOurs = `
  do $$ declare f record; begin
    for f in select p.oid::regprocedure as name from pg_proc p
             where p.pronamespace = 'indicators'::regnamespace and p.proname like 'on\\_%'
    loop execute format('drop function %s cascade', f.name); end loop;
  end $$`;

/** One function and one trigger a table, for all definitions over it. */
export function triggerSql(table: string, definitions: readonly Additive[], ids: Ids): string {
  const name = `on_${table.replace('.', '_')}`;
  const plus = incrementsOf(definitions, ids, 'new', '');
  const minus = incrementsOf(definitions, ids, 'old', '-');
  const target = 'insert into indicators.delta (indicator, place, day, d1, d2, d3, value)';
  return `
create function indicators.${name}() returns trigger
language plpgsql security definer set search_path = pg_catalog as $body$
begin
  if tg_op = 'INSERT' then
    ${target}
    ${plus};
  elsif tg_op = 'DELETE' then
    ${target}
    ${minus};
  else
    ${target}
    select indicator, place, day, d1, d2, d3, sum(value)
    from (${plus} union all ${minus}) as change (indicator, place, day, d1, d2, d3, value)
    group by indicator, place, day, d1, d2, d3
    having sum(value) <> 0;
  end if;
  return null;
end $body$;
create trigger indicators after insert or update or delete on ${table}
  for each row execute function indicators.${name}();`;
}

function incrementsOf(
  definitions: readonly Additive[],
  ids: Ids,
  row: 'new' | 'old',
  sign: '' | '-',
): string {
  const selects = definitions.flatMap((d) =>
    stepsOf(d).map(
      (step) =>
        `select ${idOf(ids, d)}::smallint, r.${d.place}, (${step.on})::date, ${dimensionSql(d)}, ${sign}(${step.value})::bigint
         from (select ${row}.*) r
         where (${d.when ?? 'true'}) and ${step.on} is not null and r.${d.place} is not null and (${step.value}) <> 0`,
    ),
  );
  return selects.join('\n    union all\n    ');
}

/** The three dimension columns; '' where the definition has fewer, '-' where the row has no value. */
export function dimensionSql(d: Additive): string {
  return [0, 1, 2]
    .map((i) => {
      const dimension = d.by?.[i];
      return dimension ? `coalesce((${dimension.value})::text, '-')` : `''`;
    })
    .join(', ');
}

function idOf(ids: Ids, d: Additive): number {
  const id = ids.get(d.code);
  if (id === undefined) throw new Error(`${d.code} is not registered`);
  return id;
}
