/** Figures that cannot be added up, asked from the facts each time: different things, smallest and largest. */

import { type Distinct, dimensionColumns, type Extreme } from '../definition.ts';
import { type Build, monthOfDay, type Numbered, placesOf, source } from './build.ts';
import { monthSpans } from './windows.ts';

/**
 * Different things at each place (and month). Divided, the whole comes as a line of its own with null
 * dimensions, because a thing may lie in several parts; so does each dimension alone.
 */
export function distinct(b: Build, { d, i }: Numbered<Distinct>): string {
  if (b.q.monthly && !(b.q.divided && d.by?.length)) return distinctMonthly(b, { d, i });
  const [d1, d2, d3] = dimensionColumns(d);
  const spans = spansOf(b);
  const at = placesOf(b, b.q.places);
  const sets = [1, 2, 3].map((n) => `(p.place${spans.group}, f.d${n})`);
  const divided = b.q.divided ? sets.slice(0, d.by?.length ?? 0) : [];
  const shown = (n: number) => (n <= divided.length ? `f.d${n}` : 'null::text');
  return `select ${i} as i, p.place, ${spans.month} as month,
      ${shown(1)} as d1, ${shown(2)} as d2, ${shown(3)} as d3, count(distinct f.thing)::bigint as value
    from ${at.from} ${spans.join}
    join (select r.${d.place} as place, ${d.of} as thing, ${d1} as d1, ${d2} as d2, ${d3} as d3, ${duringColumns(d)}
      from ${source(b, d)} r where (${d.when ?? 'true'}) and (${d.of}) is not null) f
      on ${at.holds('f.place')}
    where ${duringSql(d, 'f.starts', 'f.ends', spans.first, spans.last)}
    group by grouping sets ((p.place${spans.group})${divided.map((s) => `, ${s}`).join('')})`;
}

/** Rows are taken and sorted once, then counted month by month: sorting every row of every month at once takes several times as long. */
function distinctMonthly(b: Build, { d, i }: Numbered<Distinct>): string {
  const spans = spansOf(b);
  const at = placesOf(b, b.q.places);
  const [from, to] = [b.q.from, b.q.to].map((day) => () => `${b.bind(day)}::date`) as [Edge, Edge];
  const rows = `select p.place, f.thing, f.starts, f.ends from ${at.from}
    join (select r.${d.place} as place, ${d.of} as thing, ${duringColumns(d)}
      from ${source(b, d)} r where (${d.when ?? 'true'}) and (${d.of}) is not null) f
      on ${at.holds('f.place')}
    where ${duringSql(anyDay(d), 'f.starts', 'f.ends', from, to)} order by p.place, f.thing`;
  return `select ${i} as i, place, month, null::text as d1, null::text as d2, null::text as d3, value
    from (with f as materialized (${rows})
      select x.place, ${spans.month} as month, x.value
      from ${spans.spans} cross join lateral (
        select f.place, count(distinct f.thing)::bigint as value from f
        where ${duringSql(d, 'f.starts', 'f.ends', spans.first, spans.last)} group by f.place) x) monthly`;
}
type Edge = () => string;
/** What holds on the last day of a month held on a day of the period. */
const anyDay = (d: Distinct): Distinct =>
  d.during.at === 'last_day' ? { ...d, during: { ...d.during, at: 'any_day' } } : d;

export function extreme(b: Build, { d, i }: Numbered<Extreme>): string {
  const spans = spansOf(b);
  const at = placesOf(b, b.q.places);
  return `select ${i} as i, place, month, null::text as d1, null::text as d2, null::text as d3, ${d.pick}(total)::bigint as value
    from (select p.place, ${spans.month} as month, sum(f.value) as total
      from ${at.from} ${spans.join}
      join (select r.${d.place} as place, ${d.on} as day, ${d.per} as unit, (${d.value})::bigint as value
        from ${source(b, d)} r where (${d.when ?? 'true'})) f
        on ${at.holds('f.place')}
      where f.day between ${spans.first()} and ${spans.last()}
      group by p.place${spans.group}, f.unit) totals
    group by place, month`;
}

/** The whole period, or its months cut to it. Functions, because a parameter nobody uses has no type. */
function spansOf({ q, bind }: Build) {
  if (!q.monthly) {
    return {
      first: () => `${bind(q.from)}::date`,
      last: () => `${bind(q.to)}::date`,
      month: 'null::date',
      group: '',
      spans: '',
      join: '',
    };
  }
  const spans = monthSpans(q.from, q.to);
  const lists = [spans.map((s) => s.from), spans.map((s) => s.to)].map((l) => `${bind(l)}::date[]`);
  const list = `unnest(${lists.join(', ')}) as m(first, last)`;
  return {
    first: () => 'm.first',
    last: () => 'm.last',
    month: monthOfDay('m.first'),
    group: ', m.first',
    spans: list,
    join: `cross join ${list}`,
  };
}

const duringColumns = ({ during }: Distinct) =>
  during.at === 'happens'
    ? `${during.on} as starts, null::date as ends`
    : `${during.starts} as starts, ${during.ends} as ends`;

/** When a row of a distinct count holds; all SQL. */
export function duringSql(
  { during }: Distinct,
  starts: string,
  ends: string,
  first: () => string,
  last: () => string,
): string {
  if (during.at === 'happens') return `${starts} between ${first()} and ${last()}`;
  const since = during.at === 'last_day' ? last() : first();
  return `${starts} <= ${last()} and (${ends} is null or ${ends} > ${since})`;
}
