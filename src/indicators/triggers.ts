/** Row triggers, generated: each fact writes its increments in the transaction that writes the fact. */
import type { Pool } from '../platform/db/pool.ts';
import { type Additive, addedBy, incrementSql, stepsOf } from './definition.ts';

/** The short numbers of additive definitions. */
export type Ids = ReadonlyMap<string, number>;

/** The ids as registered, for processes that only read. */
export async function idsOf(pool: Pool): Promise<Ids> {
  const { rows } = await pool.query<{ id: number; code: string }>(
    'select id, code from indicators.definition',
  );
  return new Map(rows.map((r) => [r.code, r.id]));
}

/** Name of the trigger function of a table, in the schema indicators. */
export const triggerName = (table: string): string => `on_${table.replace('.', '_')}`;

/** How many triggers a table has. */
export const TRIGGERS = 2;

/**
 * One function a table, for all definitions over it. A new row without a place adds nothing to any figure and
 * does not call it: an edition of the registry is loaded with 28 thousand of those.
 *
 * A new row is asked by plain conditions over variables named like its columns, which costs half of one
 * statement over all definitions; a change, which is rare, takes that statement.
 * @param columns of the table: those a definition may speak of.
 */
export function triggerSql(
  table: string,
  definitions: readonly Additive[],
  ids: Ids,
  columns: readonly string[],
): string {
  const name = triggerName(table);
  const plus = incrementsOf(definitions, ids, 'new', '');
  const minus = incrementsOf(definitions, ids, 'old', '-');
  const places = [...new Set(definitions.map((d) => `new.${d.place} is not null`))].join(' or ');
  return `
create function indicators.${name}() returns trigger
language plpgsql security definer set search_path = pg_catalog as $body$
#variable_conflict use_column
begin
  if tg_op = 'INSERT' then
    ${addingSql(table, definitions, ids, columns)}
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
create trigger indicators after insert on ${table}
  for each row when (${places}) execute function indicators.${name}();
create trigger indicators_change after update or delete on ${table}
  for each row execute function indicators.${name}();`;
}

const target = 'insert into indicators.delta (indicator, place, day, d1, d2, d3, value)';

/** What a new row adds, a condition each. */
function addingSql(
  table: string,
  definitions: readonly Additive[],
  ids: Ids,
  columns: readonly string[],
): string {
  const steps = definitions.flatMap((d) => stepsOf(d).map((step) => ({ d, ...addedBy(d, step) })));
  const text = steps.map(({ when, values }) => [when, ...values].join(' ')).join(' ');
  const named = columns.filter((column) => new RegExp(`\\b${column}\\b`).test(text));
  const variables = named.map((c) => `"${c}" ${table}."${c}"%type := new."${c}";`);
  const conditions = steps.map(
    ({ d, when, values }) =>
      `if ${when} then ${target} values (${[idOf(ids, d.code), ...values].join(', ')}); end if;`,
  );
  return `
    declare
      r alias for new;
      ${variables.join('\n      ')}
    begin
      ${conditions.join('\n      ')}
    end;`;
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
        `select ${idOf(ids, d.code)}::smallint, place, day, d1, d2, d3, ${sign}value from (${incrementSql(d, step, `(select ${row}.*)`)}) step`,
    ),
  );
  return selects.join('\n    union all\n    ');
}

/** @throws Error when the definition was never installed. */
export function idOf(ids: Ids, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`${code} is not registered`);
  return id;
}
