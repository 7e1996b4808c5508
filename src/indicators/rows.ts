/** The rows behind a figure: the same predicate, the same scope, the same days; and what each row counts for. */
import type { Client } from '../platform/db/pool.ts';
import { type RowIndicator, stepsOf } from './definition.ts';
import { duringSql, type PlaceRange } from './read.ts';

export interface RowsQuestion {
  place: PlaceRange;
  from: string;
  to: string;
  /** Only rows with this value of a dimension. */
  only?: { dimension: string; value: string };
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
 * The statement that lists rows in the order of place, then id.
 * Rows that cancel out (a posting that began and ended) are not listed: they count for nothing.
 */
export function rowsStatement(
  d: RowIndicator,
  q: RowsQuestion,
  after: string | null,
  limit: number | null,
): Statement {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const columns = d.rows.columns;
  const id = d.key ?? 'id';
  const picked = `
    select f.*, (${countedSql(d, bind, q)})::bigint as counted, f.${d.place} as at_place, f.${id}::text as row_id
    from ${d.from} f
    where f.${d.place} between ${bind(q.place.lo)}::bigint and ${bind(q.place.hi)}::bigint
      and (${d.when ?? 'true'}) and ${daysSql(d, bind, q)} ${onlySql(d, bind, q)}`;
  const position = after ? decode(after) : null;
  const text = `
    with r as (select * from (${picked}) picked where counted <> 0
      ${position ? `and (at_place, row_id) > (${bind(position.place)}::bigint, ${bind(position.id)})` : ''}
      order by at_place, row_id ${limit === null ? '' : `limit ${bind(limit)}`})
    select r.row_id as id, r.at_place::text as place, coalesce(pl.name, r.at_place::text) as place_name, r.counted::text as counted,
      array[${columns.map((c) => `(${c.value})::text`).join(', ')}]::text[] as cells,
      array[${columns.map((c) => (c.link ? `(${c.link.value})::text` : 'null')).join(', ')}]::text[] as links
    from r
    left join lateral (select name from regions.code where key = r.at_place and valid_from is not null order by valid_from desc limit 1) pl on true
    ${d.rows.join ?? ''}
    order by r.at_place, r.row_id`;
  return { text, values };
}

export async function rowsOf(
  client: Client,
  d: RowIndicator,
  q: RowsQuestion,
  after: string | null,
  limit: number,
): Promise<{ rows: FactRow[]; next: string | null }> {
  const { text, values } = rowsStatement(d, q, after, limit + 1);
  const { rows } = await client.query<FactRow>(text, values);
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

type Bind = (value: unknown) => string;

/** What the row adds to the figure. */
function countedSql(d: RowIndicator, bind: Bind, q: RowsQuestion): string {
  if (d.kind === 'distinct') return '1';
  if (d.kind === 'flow' || d.kind === 'extreme') return d.value;
  const upTo = `${bind(q.to)}::date`;
  return stepsOf(d)
    .map((s) => `case when ${s.on} <= ${upTo} then ${s.value} else 0 end`)
    .join(' + ');
}

function daysSql(d: RowIndicator, bind: Bind, q: RowsQuestion): string {
  const to = `${bind(q.to)}::date`;
  if (d.kind === 'distinct') return `(${duringSql(d, `${bind(q.from)}::date`, to)})`;
  if (d.kind === 'stock') return `(${d.steps.map((s) => `${s.on} <= ${to}`).join(' or ')})`;
  return `${d.on} between ${bind(q.from)}::date and ${to}`;
}

function onlySql(d: RowIndicator, bind: Bind, q: RowsQuestion): string {
  const dimension = q.only && d.by?.find((b) => b.name === q.only?.dimension);
  return dimension ? `and coalesce((${dimension.value})::text, '-') = ${bind(q.only?.value)}` : '';
}

const encode = (row: FactRow) =>
  Buffer.from(JSON.stringify([row.place, row.id])).toString('base64url');

/** @throws SyntaxError when the text was not made by encode; the route turns it into a refusal. */
function decode(after: string): { place: string; id: string } {
  const [place, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown[];
  if (typeof place !== 'string' || !/^\d{1,18}$/.test(place) || typeof id !== 'string')
    throw new SyntaxError('not a page mark');
  return { place, id };
}
