/** What indicators answers. Numbers are strings: fen and counts exactly, ratios as value over denominator. */
import Type, { type Static } from 'typebox';

export const Key = Type.String({ pattern: '^[0-9]{12}$' });
export const Day = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
const Code = '[a-z]+\\.[a-z][a-z0-9_]*';
const Codes = Type.String({ pattern: `^${Code}(,${Code}){0,79}$` });
const Instant = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?Z)?$',
});
const closed = { additionalProperties: false };

export const ValuesQuery = Type.Object(
  {
    codes: Codes,
    place: Key,
    from: Day,
    to: Day,
    by: Type.Optional(Type.String({ pattern: '^[a-z_]+$' })),
    known: Type.Optional(Instant),
  },
  closed,
);
export const SeriesQuery = Type.Object({ codes: Codes, place: Key, from: Day, to: Day }, closed);
/** `level`: the counties below (and cities that have none) instead of the places right below. */
export const BelowQuery = Type.Object(
  { codes: Codes, place: Key, from: Day, to: Day, level: Type.Optional(Type.Literal('county')) },
  closed,
);
export const CodeParams = Type.Object({ code: Type.String({ pattern: `^${Code}$` }) }, closed);
export const BelowSeriesQuery = Type.Object(
  { code: CodeParams.properties.code, place: Key, from: Day, to: Day },
  closed,
);
export const RowsQuery = Type.Object(
  {
    place: Key,
    from: Day,
    to: Day,
    dimension: Type.Optional(Type.String({ pattern: '^[a-z_]+$' })),
    value: Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\u0000]*$' })),
    known: Type.Optional(Instant),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$' })),
  },
  closed,
);
/** An export is opened by a link, which cannot say its language in a header. */
export const CsvQuery = Type.Object(
  {
    place: Key,
    from: Day,
    to: Day,
    dimension: RowsQuery.properties.dimension,
    value: RowsQuery.properties.value,
    known: RowsQuery.properties.known,
    lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
  },
  closed,
);

const Word = Type.Object({ zh: Type.String(), en: Type.String() });
const Part = Type.Object({ key: Type.String(), value: Type.String() });
const Nullable = Type.Union([Type.String(), Type.Null()]);

export const Value = Type.Object({
  code: Type.String(),
  value: Nullable,
  over: Nullable,
  parts: Type.Array(Part),
});
export type Value = Static<typeof Value>;

export const Values = Type.Object({
  place: Type.String(),
  from: Type.String(),
  to: Type.String(),
  /** Instant the answer was read at. */
  asOf: Type.String(),
  values: Type.Array(Value),
});
export type Values = Static<typeof Values>;

export const Children = Type.Object({
  place: Type.String(),
  asOf: Type.String(),
  rows: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      level: Type.String(),
      kind: Type.String(),
      values: Type.Array(Value),
    }),
  ),
  /** What belongs to the place itself or to places that ended, so that rows and total close; null where figures do not add up. */
  own: Type.Array(Value),
  total: Type.Array(Value),
});
export type Children = Static<typeof Children>;

const Points = Type.Array(Type.Object({ month: Type.String(), value: Nullable, over: Nullable }));
export const Series = Type.Object({
  place: Type.String(),
  asOf: Type.String(),
  series: Type.Array(Type.Object({ code: Type.String(), points: Points })),
});
export type Series = Static<typeof Series>;

export const BelowSeries = Type.Object({
  place: Type.String(),
  asOf: Type.String(),
  code: Type.String(),
  rows: Type.Array(Type.Object({ key: Type.String(), points: Points })),
});
export type BelowSeries = Static<typeof BelowSeries>;

export const Definition = Type.Object({
  code: Type.String(),
  unit: Type.String(),
  kind: Type.String(),
  name: Word,
  means: Word,
  source: Type.Union([Word, Type.Null()]),
  of: Nullable,
  over: Nullable,
  /** True for the last day of a period, or for the whole of it. */
  time: Type.Union([Type.Literal('day'), Type.Literal('period')]),
  table: Nullable,
  dimensions: Type.Array(Type.Object({ name: Type.String(), vocabulary: Nullable })),
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      type: Type.String(),
      label: Word,
      vocabulary: Nullable,
      link: Nullable,
    }),
  ),
  knownAsOf: Type.Boolean(),
});
export type Definition = Static<typeof Definition>;
export const Definitions = Type.Object({ rows: Type.Array(Definition) });
export type Definitions = Static<typeof Definitions>;

export const FactRows = Type.Object({
  code: Type.String(),
  place: Type.String(),
  asOf: Type.String(),
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      place: Type.String(),
      place_name: Type.String(),
      counted: Type.String(),
      cells: Type.Array(Nullable),
      links: Type.Array(Nullable),
    }),
  ),
  next: Nullable,
});
export type FactRows = Static<typeof FactRows>;
