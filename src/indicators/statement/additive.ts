/**
 * The parts of a read for figures that add up. Counties and above are read from months, days and open
 * increments; towns from months, their increments and the facts of the broken month; villages, and
 * everything "as known on", from the facts.
 */

import type { Period } from '../../kit/period.ts';
import { type Additive, incrementSql, stepsOf } from '../definition.ts';
import {
  type Build,
  monthOfDay,
  type Numbered,
  type PlaceRange,
  placesOf,
  source,
  within,
} from './build.ts';
import { monthDays, type Window, windowOf } from './windows.ts';

/** SELECTs of (i, place, month, d1, d2, d3, value); their union is to be summed. */
export function additiveParts(b: Build, list: readonly Numbered<Additive>[]): string[] {
  const { places, known } = b.q;
  const whole = (w: Window) => [w.whole];
  if (known) return list.flatMap((n) => fromFacts(b, n, places, whole));
  const villages = places.filter((p) => p.level === 'village');
  const towns = places.filter((p) => p.level === 'town');
  const wide = places.filter((p) => p.level !== 'village' && p.level !== 'town');
  return [
    ...fromCube(b, list, [...wide, ...towns]),
    ...fromDays(b, list, wide),
    ...fromDelta(b, list, wide, (w) => w.whole),
    ...fromDelta(b, list, towns, monthDays),
    ...list.flatMap((n) => fromFacts(b, n, towns, (w) => w.partials)),
    ...list.flatMap((n) => fromFacts(b, n, villages, whole)),
  ];
}

/** `i` of each short number, so that rows come back under the definition's place in the list. */
function numbers({ engine, bind }: Build, list: readonly Numbered<Additive>[]): string {
  const ids = bind(list.map((n) => engine.ids.get(n.d.code)));
  const places = bind(list.map((n) => n.i));
  return `unnest(${ids}::smallint[], ${places}::int[]) as n(id, i)`;
}

const dimensions = ({ q }: Build, alias: string) =>
  [1, 2, 3].map((n) => (q.divided ? `${alias}.d${n}` : `null::text as d${n}`)).join(', ');

function month({ q, bind }: Build, day: string): string {
  if (!q.monthly) return 'null::date as month';
  return `greatest(${monthOfDay(day)}, ${monthOfDay(`${bind(q.from)}::date`)}) as month`;
}

/** Flows and stocks have different windows: one SELECT for each kind that is asked. */
function perKind(
  b: Build,
  list: readonly Numbered<Additive>[],
  make: (window: Window, members: readonly Numbered<Additive>[]) => string | null,
): string[] {
  return (['flow', 'stock'] as const).flatMap((kind) => {
    const members = list.filter((n) => n.d.kind === kind);
    const made = members.length ? make(windowOf(kind, b.q), members) : null;
    return made ? [made] : [];
  });
}

function fromCube(
  b: Build,
  list: readonly Numbered<Additive>[],
  places: readonly PlaceRange[],
): string[] {
  if (places.length === 0) return [];
  return perKind(b, list, ({ months }, members) => {
    if (!months) return null;
    return `select n.i, c.place, ${month(b, 'c.month')}, ${dimensions(b, 'c')}, c.value
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
  return perKind(b, list, ({ partials }, members) => {
    if (partials.length === 0) return null;
    return `select n.i, c.place, ${month(b, 'c.day')}, ${dimensions(b, 'c')}, c.value
      from ${numbers(b, members)} join indicators.cube_day c on c.indicator = n.id
      where c.place = any (${b.bind(places.map((p) => p.key))}::bigint[]) and (${within(b, 'c.day', partials)})`;
  });
}

function fromDelta(
  b: Build,
  list: readonly Numbered<Additive>[],
  places: readonly PlaceRange[],
  days: (w: Window) => Period | null,
): string[] {
  if (places.length === 0) return [];
  return perKind(b, list, (window, members) => {
    const period = days(window);
    if (!period) return null;
    const at = placesOf(b, places);
    return `select n.i, p.place, ${month(b, 'e.day')}, ${dimensions(b, 'e')}, e.value
      from ${at.from} join indicators.delta e on ${at.holds('e.place')}
      join ${numbers(b, members)} on n.id = e.indicator
      where ${within(b, 'e.day', [period])}`;
  });
}

function fromFacts(
  b: Build,
  { d, i }: Numbered<Additive>,
  places: readonly PlaceRange[],
  days: (w: Window) => readonly Period[],
): string[] {
  const periods = days(windowOf(d.kind, b.q));
  if (places.length === 0 || periods.length === 0) return [];
  const at = placesOf(b, places);
  return stepsOf(d).map(
    (step) => `select ${i} as i, p.place, ${month(b, 'f.day')}, ${dimensions(b, 'f')}, f.value
      from ${at.from} join (${incrementSql(d, step, source(b, d))}) f on ${at.holds('f.place')}
      where ${within(b, 'f.day', periods)}`,
  );
}
