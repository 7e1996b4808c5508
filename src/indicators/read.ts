/**
 * The read: one statement, so every part of the answer sees the same state of facts, cube and open increments.
 * Counties and above are read from months and days; towns from months and the facts of the broken month;
 * villages, counted differently, from the facts. SQL is put together from definitions (code) and
 * parameters; nothing a caller sends becomes SQL text.
 */
import type { Client } from '../platform/db/pool.ts';
import { partsOf } from './catalogue.ts';
import {
  type Additive,
  type Distinct,
  type Extreme,
  isAdditive,
  type RowIndicator,
  stepsOf,
} from './definition.ts';
import type { Engine } from './engine.ts';
import { dimensionSql } from './triggers.ts';
import { monthDays, monthSpans, type Window, windowOf } from './windows.ts';

export interface PlaceRange {
  key: string;
  lo: string;
  hi: string;
  level: string;
}

export interface Question {
  codes: readonly string[];
  places: readonly PlaceRange[];
  from: string;
  to: string;
  /** Only what had been recorded by this instant; read from facts and their earlier states. */
  known?: string;
  /** Keep the dimensions apart. */
  divided?: boolean;
  /** Keep the months apart; a stock's months before `from` come under the first month. */
  monthly?: boolean;
}

/** One number of the answer; dimensions in the definition's order, month as its first day. */
export interface Cell {
  code: string;
  place: string;
  month: string;
  dimensions: readonly [string, string, string];
  value: bigint;
}

interface Row {
  i: number;
  place: string;
  month: string | null;
  d1: string;
  d2: string;
  d3: string;
  value: string | null;
}

/** Answers the question for figures over rows (the parts of ratios and shares included). */
export async function read(client: Client, engine: Engine, question: Question): Promise<Cell[]> {
  const definitions = partsOf(engine.catalogue, question.codes);
  if (definitions.length === 0 || question.places.length === 0) return [];
  const values: unknown[] = [];
  const text = statement(engine, question, definitions, (value) => `$${values.push(value)}`);
  const { rows } = await client.query<Row>(text, values);
  return rows.flatMap((r) => {
    const code = definitions[r.i]?.code;
    if (!code || r.value === null) return [];
    return [
      {
        code,
        place: r.place,
        month: r.month ?? '',
        dimensions: [r.d1, r.d2, r.d3] as const,
        value: BigInt(r.value),
      },
    ];
  });
}

type Bind = (value: unknown) => string;

function statement(
  engine: Engine,
  q: Question,
  definitions: readonly RowIndicator[],
  bind: Bind,
): string {
  const fine = q.places.filter((p) => p.level === 'village');
  const towns = q.places.filter((p) => p.level === 'town');
  const wide = q.places.filter((p) => p.level !== 'village' && p.level !== 'town');
  const numbered = definitions.map((d, i) => ({ d, i }));
  const additive = numbered.filter((n): n is Numbered<Additive> => isAdditive(n.d));
  const parts: string[] = [];
  const context: Build = { engine, q, bind };
  if (q.known) {
    for (const n of additive)
      parts.push(...fromFacts(context, n, q.places, [windowOf(n.d.kind, q).whole]));
  } else {
    parts.push(...fromCube(context, additive, [...wide, ...towns]));
    parts.push(...fromDays(context, additive, wide));
    parts.push(...fromDelta(context, additive, wide, (w) => w.whole));
    parts.push(...fromDelta(context, additive, towns, monthDays));
    for (const n of additive) {
      const w = windowOf(n.d.kind, q);
      parts.push(
        ...fromFacts(context, n, towns, w.partials),
        ...fromFacts(context, n, fine, [w.whole]),
      );
    }
  }
  const grouped = parts.length
    ? [
        `select i, place, month, d1, d2, d3, sum(value)::bigint as value from (${parts.join('\nunion all\n')}) part group by 1, 2, 3, 4, 5, 6`,
      ]
    : [];
  const live = numbered.flatMap((n) => {
    if (n.d.kind === 'distinct') return [distinct(context, n.d, n.i)];
    return n.d.kind === 'extreme' ? [extreme(context, n.d, n.i)] : [];
  });
  return [...grouped, ...live].join('\nunion all\n');
}

interface Build {
  engine: Engine;
  q: Question;
  bind: Bind;
}
interface Numbered<D> {
  d: D;
  i: number;
}

/** `i` of each short number, so that rows come back under the definition's place in the list. */
function numbers({ engine, bind }: Build, list: readonly Numbered<Additive>[]): string {
  const ids = bind(list.map((n) => engine.ids.get(n.d.code)));
  const places = bind(list.map((n) => n.i));
  return `unnest(${ids}::smallint[], ${places}::int[]) as n(id, i)`;
}

const dimensions = (q: Question, alias: string) =>
  q.divided ? `${alias}.d1, ${alias}.d2, ${alias}.d3` : `'' as d1, '' as d2, '' as d3`;

function month({ q, bind }: Build, day: string): string {
  if (!q.monthly) return 'null::date as month';
  return `greatest(date_trunc('month', ${day})::date, date_trunc('month', ${bind(q.from)}::date)::date) as month`;
}

/** Flows and stocks have different windows: one condition for each kind that is asked. */
function perKind(
  list: readonly Numbered<Additive>[],
  make: (kind: Additive['kind'], members: readonly Numbered<Additive>[]) => string | null,
): string[] {
  return (['flow', 'stock'] as const).flatMap((kind) => {
    const members = list.filter((n) => n.d.kind === kind);
    const made = members.length ? make(kind, members) : null;
    return made ? [made] : [];
  });
}

function fromCube(
  b: Build,
  list: readonly Numbered<Additive>[],
  places: readonly PlaceRange[],
): string[] {
  if (places.length === 0) return [];
  return perKind(list, (kind, members) => {
    const { months } = windowOf(kind, b.q);
    if (!months) return null;
    return `select n.i, c.place, ${month(b, 'c.month')}, ${dimensions(b.q, 'c')}, c.value
      from ${numbers(b, members)} join indicators.cube c on c.indicator = n.id
      where c.place = any (${b.bind(places.map((p) => p.key))}::bigint[])
        and c.month between ${b.bind(months.first)}::date and ${b.bind(months.last)}::date`;
  });
}

function fromDays(
  b: Build,
  list: readonly Numbered<Additive>[],
  places: readonly PlaceRange[],
): string[] {
  if (places.length === 0) return [];
  return perKind(list, (kind, members) => {
    const { partials } = windowOf(kind, b.q);
    if (partials.length === 0) return null;
    return `select n.i, c.place, ${month(b, 'c.day')}, ${dimensions(b.q, 'c')}, c.value
      from ${numbers(b, members)} join indicators.cube_day c on c.indicator = n.id
      where c.place = any (${b.bind(places.map((p) => p.key))}::bigint[]) and (${within(b, 'c.day', partials)})`;
  });
}

function fromDelta(
  b: Build,
  list: readonly Numbered<Additive>[],
  places: readonly PlaceRange[],
  days: (w: Window) => { from: string; to: string } | null,
): string[] {
  if (places.length === 0) return [];
  return perKind(list, (kind, members) => {
    const period = days(windowOf(kind, b.q));
    if (!period) return null;
    return `select n.i, p.key as place, ${month(b, 'e.day')}, ${dimensions(b.q, 'e')}, e.value
      from ${placeList(b, places)} join indicators.delta e on e.place between p.lo and p.hi
      join ${numbers(b, members)} on n.id = e.indicator
      where ${within(b, 'e.day', [period])}`;
  });
}

function fromFacts(
  b: Build,
  { d, i }: Numbered<Additive>,
  places: readonly PlaceRange[],
  periods: readonly { from: string; to: string }[],
): string[] {
  if (places.length === 0 || periods.length === 0) return [];
  const dims = b.q.divided ? dimensionSql(d) : `'', '', ''`;
  return stepsOf(d).map(
    (step) => `select ${i}, p.key, ${month(b, step.on)}, ${dims}, (${step.value})::bigint
      from ${placeList(b, places)} join ${rowsAsKnown(b, d)} r on r.${d.place} between p.lo and p.hi
      where (${d.when ?? 'true'}) and (${within(b, step.on, periods)})`,
  );
}

/** The table, or what was known of it at an instant: rows recorded by then, and states superseded since. */
function rowsAsKnown({ engine, q, bind }: Build, d: RowIndicator): string {
  if (!q.known) return d.from;
  const columns = engine.columns.get(d.from);
  const at = `${bind(q.known)}::timestamptz`;
  const now = `select ${columns} from ${d.from} where recorded_at <= ${at}`;
  if (!d.history) return `(${now})`;
  return `(${now} union all select ${columns} from ${d.history} where recorded_at <= ${at} and superseded_at > ${at})`;
}

function distinct(b: Build, d: Distinct, i: number): string {
  const { q, bind } = b;
  const spans = q.monthly ? monthSpans(q.from, q.to) : [{ from: q.from, to: q.to }];
  const during = duringSql(d, 'm.first', 'm.last');
  return `select ${i} as i, p.key as place, ${q.monthly ? "date_trunc('month', m.first)::date" : 'null::date'} as month,
      ${liveDimensions(b, d)}, count(distinct ${d.of})::bigint as value
    from ${placeList(b, q.places)}
    cross join unnest(${bind(spans.map((s) => s.from))}::date[], ${bind(spans.map((s) => s.to))}::date[]) as m(first, last)
    join ${rowsAsKnown(b, d)} r on r.${d.place} between p.lo and p.hi
    where (${d.when ?? 'true'}) and ${during} group by 1, 2, 3, 4, 5, 6`;
}

function extreme(b: Build, d: Extreme, i: number): string {
  return `select ${i} as i, place, null::date as month, '' as d1, '' as d2, '' as d3, ${d.pick}(total)::bigint as value
    from (select p.key as place, sum(${d.value}) as total
      from ${placeList(b, b.q.places)} join ${rowsAsKnown(b, d)} r on r.${d.place} between p.lo and p.hi
      where (${d.when ?? 'true'}) and (${within(b, d.on, [b.q])}) group by p.key, ${d.per}) totals
    group by place`;
}

function liveDimensions(b: Build, d: Distinct): string {
  return [0, 1, 2]
    .map((n) => {
      const dimension = b.q.divided ? d.by?.[n] : undefined;
      return `${dimension ? `coalesce((${dimension.value})::text, '-')` : `''`} as d${n + 1}`;
    })
    .join(', ');
}

/** When a row of a distinct count holds; first and last are SQL. */
export function duringSql({ during }: Distinct, first: string, last: string): string {
  if (during.at === 'happens') return `${during.on} between ${first} and ${last}`;
  const since = during.at === 'last_day' ? last : first;
  return `${during.starts} <= ${last} and (${during.ends} is null or ${during.ends} > ${since})`;
}

const placeList = ({ bind }: Build, places: readonly PlaceRange[]) =>
  `unnest(${bind(places.map((p) => p.key))}::bigint[], ${bind(places.map((p) => p.lo))}::bigint[], ${bind(places.map((p) => p.hi))}::bigint[]) as p(key, lo, hi)`;

const within = ({ bind }: Build, day: string, periods: readonly { from: string; to: string }[]) =>
  periods.map((p) => `${day} between ${bind(p.from)}::date and ${bind(p.to)}::date`).join(' or ');
