/** What the parts of a read share. SQL is put together from definitions (code) and parameters; nothing a caller sends becomes SQL text. */
import type { RowIndicator } from '../definition.ts';
import type { Engine } from '../engine.ts';

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

/** Adds a parameter and returns its place in the text, `$1` and so on. */
export type Bind = (value: unknown) => string;

export interface Build {
  engine: Engine;
  q: Question;
  bind: Bind;
}

/** A definition with its place in the list the answer is told apart by. */
export interface Numbered<D> {
  d: D;
  i: number;
}

export interface Places {
  /** A list of FROM with the places as p(place), and SQL that is true where a row belongs to one. */
  from: string;
  holds(column: string): string;
}

/**
 * Where rows are looked for. One place is a range the planner knows. Several are read once: the range that
 * holds them all, then the ancestors of each row's place; a list of ranges would be walked for every row.
 */
export function placesOf({ bind }: Build, places: readonly PlaceRange[]): Places {
  const lo = bind(
    edge(
      places.map((p) => p.lo),
      false,
    ),
  );
  const hi = bind(
    edge(
      places.map((p) => p.hi),
      true,
    ),
  );
  const inside = (column: string) => `${column} between ${lo}::bigint and ${hi}::bigint`;
  const keys = places.map((p) => p.key);
  if (keys.length === 1)
    return { from: `(select ${bind(keys[0])}::bigint as place) p`, holds: inside };
  return {
    from: `(select key, ancestor as place from regions.ancestor where ancestor = any (${bind(keys)}::bigint[])) p`,
    holds: (column) => `p.key = ${column} and ${inside(column)}`,
  };
}

const edge = (keys: readonly string[], largest: boolean): string =>
  keys.reduce((found, key) => (BigInt(key) > BigInt(found) === largest ? key : found));

export const within = (
  { bind }: Build,
  day: string,
  periods: readonly { from: string; to: string }[],
): string =>
  periods.map((p) => `${day} between ${bind(p.from)}::date and ${bind(p.to)}::date`).join(' or ');

/** The month of a day, without a detour over time zones. */
export const monthOfDay = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;

/** The table, or what was known of it at an instant: rows recorded by then, and states superseded since. */
export function asKnown(
  d: RowIndicator,
  columns: string | undefined,
  known: string | undefined,
  bind: Bind,
): string {
  if (!known) return d.from;
  if (!columns) throw new Error(`${d.code}: ${d.from} is not known`);
  const at = `${bind(known)}::timestamptz`;
  const now = `select ${columns} from ${d.from} where recorded_at <= ${at}`;
  if (!d.history) return `(${now})`;
  return `(${now} union all select ${columns} from ${d.history} where recorded_at <= ${at} and superseded_at > ${at})`;
}

export const source = ({ engine, q, bind }: Build, d: RowIndicator): string =>
  asKnown(d, engine.columns.get(d.from), q.known, bind);
