/** The rows behind a figure: the same predicate, the same scope, the same days; and what each row counts for. */
import type { Client } from '../platform/db/pool.ts';
import { dimensionColumns, type RowIndicator, stepsOf } from './definition.ts';
import { asKnown, type Bind, type PlaceRange } from './statement/build.ts';
import { duringSql } from './statement/live.ts';
import { beginning } from './statement/windows.ts';

export interface RowsQuestion {
  place: PlaceRange;
  from: string;
  to: string;
  /** Only rows with this value of a dimension. */
  only?: { dimension: string; value: string };
  /** Rows as they were known at an instant; with the columns of the table (Engine.columns). */
  known?: { at: string; columns: string | undefined };
}

/** A row in wire shape: id, place, what it counts, and the definition's columns in order (null stays null). */
export interface FactRow {
  id: string;
  place: string;
  place_name: string;
  counted: string;
  cells: (string | null)[];
  links: (string | null)[];
}

export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * The statement that lists rows in the order of place, then key, as an index on both has them.
 * Rows that cancel out (a posting that began and ended) are not listed: they count for nothing.
 */
export function rowsStatement(
  d: RowIndicator,
  q: RowsQuestion,
  after: string | null,
  limit: number | null,
): Statement {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const columns = d.rows.columns;
  const key = `r.${d.key ?? 'id'}`;
  const position = after === null ? null : decode(after);
  const from = asKnown(d, q.known?.columns, q.known?.at, bind);
  const picked = `
    select r.*, (${countedSql(d, bind, q)})::bigint as counted, r.${d.place} as at_place, ${key} as row_key
    from ${from} r
    where r.${d.place} between ${bind(q.place.lo)}::bigint and ${bind(q.place.hi)}::bigint
      and (${d.when ?? 'true'}) and ${daysSql(d, bind, q)} ${onlySql(d, bind, q)}
      ${position ? `and (r.${d.place}, ${key}) > (${bind(position.place)}::bigint, ${bind(position.key)})` : ''}`;
  const text = `
    with r as (select * from (${picked}) picked where counted <> 0
      ${limit === null ? '' : `order by at_place, row_key limit ${bind(limit)}`})
    select r.row_key::text as id, r.at_place::text as place, coalesce(pl.name, r.at_place::text) as place_name, r.counted::text as counted,
      array[${columns.map((c) => `(${c.value})::text`).join(', ')}]::text[] as cells,
      array[${columns.map((c) => (c.link ? `(${c.link.value})::text` : 'null')).join(', ')}]::text[] as links
    from r
    left join lateral (select name from regions.code where key = r.at_place and valid_from is not null order by valid_from desc limit 1) pl on true
    ${d.rows.join ?? ''}
    order by r.at_place, r.row_key`;
  return { text, values };
}

/** @throws SyntaxError when the mark after which to go on was not made here. */
export async function rowsOf(
  client: Client,
  d: RowIndicator,
  q: RowsQuestion,
  after: string | null,
  limit: number,
): Promise<{ rows: FactRow[]; next: string | null }> {
  const { text, values } = rowsStatement(d, q, after, limit + 1);
  const { rows } = await client.query<FactRow>(text, values).catch((error: { code?: string }) => {
    // A mark of another table: a number where a uuid is asked, or the other way round.
    if (after !== null && (error.code === '22P02' || error.code === '22003'))
      throw new SyntaxError('not a page mark of this list', { cause: error });
    throw error;
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? encode(last) : null };
}

/** All rows, a thousand at a time, through a cursor of the request's transaction. */
export async function* everyRow(
  client: Client,
  d: RowIndicator,
  q: RowsQuestion,
): AsyncGenerator<FactRow[], void> {
  const { text, values } = rowsStatement(d, q, null, null);
  await client.query(`declare every_row no scroll cursor for ${text}`, values);
  for (;;) {
    const { rows } = await client.query<FactRow>('fetch 1000 from every_row');
    if (rows.length === 0) return;
    yield rows;
  }
}

/** What the row adds to the figure. A row of a distinct count counts 1; the figure is the number of different things. */
function countedSql(d: RowIndicator, bind: Bind, q: RowsQuestion): string {
  if (d.kind === 'distinct') return `case when (${d.of}) is null then 0 else 1 end`;
  if (d.kind === 'flow' || d.kind === 'extreme') return d.value;
  const upTo = `${bind(q.to)}::date`;
  return stepsOf(d)
    .map((s) => `case when ${s.on} <= ${upTo} then coalesce(${s.value}, 0) else 0 end`)
    .join(' + ');
}

function daysSql(d: RowIndicator, bind: Bind, q: RowsQuestion): string {
  const from = () => `${bind(d.kind === 'stock' ? beginning : q.from)}::date`;
  const to = () => `${bind(q.to)}::date`;
  if (d.kind === 'stock')
    return `(${d.steps.map((s) => `${s.on} between ${from()} and ${to()}`).join(' or ')})`;
  if (d.kind !== 'distinct') return `${d.on} between ${from()} and ${to()}`;
  const { during } = d;
  return during.at === 'happens'
    ? `(${duringSql(d, during.on, 'null', from, to)})`
    : `(${duringSql(d, during.starts, during.ends, from, to)})`;
}

function onlySql(d: RowIndicator, bind: Bind, q: RowsQuestion): string {
  const at = d.by?.findIndex((b) => b.name === q.only?.dimension) ?? -1;
  return at < 0 ? '' : `and ${dimensionColumns(d)[at]} = ${bind(q.only?.value)}`;
}

const encode = (row: FactRow) =>
  Buffer.from(JSON.stringify([row.place, row.id])).toString('base64url');

const keyForm = /^(\d{1,18}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws SyntaxError when the text was not made by encode; the route turns it into a refusal. */
function decode(after: string): { place: string; key: string } {
  const mark: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  const [place, key] = Array.isArray(mark) ? (mark as unknown[]) : [];
  if (typeof place !== 'string' || !/^\d{1,18}$/.test(place))
    throw new SyntaxError('not a page mark');
  if (typeof key !== 'string' || !keyForm.test(key)) throw new SyntaxError('not a page mark');
  return { place, key };
}
