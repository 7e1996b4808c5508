/**
 * The language figures are defined in. A definition speaks about one table; its live value, its rows, its
 * export, its rebuild and its check are all made from it. SQL fragments here are code, never input:
 * they name columns of the table, which start-up compares with the database.
 */
import type { Word } from '../kit/words.ts';

export type Unit =
  | 'person'
  | 'person_time'
  | 'unit'
  | 'place'
  | 'class'
  | 'document'
  | 'event'
  | 'fen'
  | 'ratio';

/** A way to divide a figure. */
export interface Dimension {
  name: string;
  /** SQL over the row's own columns, as everywhere in a definition but in `rows`. */
  value: string;
  /** Prefix of its labels in words.ts; without it the value is shown as it is. */
  vocabulary?: string;
}

/** A column of the drill-down list. */
export interface Column {
  name: string;
  /** SQL over the row `r` and the joined tables. */
  value: string;
  type: 'text' | 'date' | 'fen' | 'number' | 'code' | 'flag' | 'instant';
  label: Word;
  /** For codes: prefix of the labels. */
  vocabulary?: string;
  /** Page the value opens: '/teams/{}', or '/places?place={}' where the page takes it from its address. */
  link?: { path: string; value: string };
}

export interface Rows {
  /** Joins that only name things: each must keep every row of `r` exactly once. */
  join?: string;
  columns: readonly Column[];
}

interface Base {
  code: string;
  unit: Unit;
  /** Subject the figure belongs to: the catalogue's groups. */
  means: Word;
  /** Short name on tiles. */
  name: Word;
  /** Where the rule comes from. */
  source?: Word;
}

interface OverRows extends Base {
  from: string;
  when?: string;
  /** Column with the region key the row belongs to. */
  place: string;
  /** At most three. */
  by?: readonly Dimension[];
  rows: Rows;
  /** Column that, with the place, orders and pages the rows: a uuid or a number, 'id' unless told otherwise. */
  key?: string;
  /**
   * The twin with earlier states, for "as known on"; both carry recorded_at. A table without one answers
   * that question only when the application can't change its rows.
   */
  history?: string;
}

/** Sum of `value` over rows whose day lies in the period. */
export interface Flow extends OverRows {
  kind: 'flow';
  value: string;
  on: string;
}

/** Sum of all steps up to a day. */
export interface Stock extends OverRows {
  kind: 'stock';
  steps: readonly Step[];
}

/** Number of different things; asked live. */
export interface Distinct extends OverRows {
  kind: 'distinct';
  of: string;
  /** Rows count when they hold on the last day, or at any time in the period, or happen in the period. */
  during:
    | { at: 'last_day' | 'any_day'; starts: string; ends: string }
    | { at: 'happens'; on: string };
}

/** Smallest or largest of the sums per `per` (a place, a unit) in the period; asked live. */
export interface Extreme extends OverRows {
  kind: 'extreme';
  pick: 'min' | 'max';
  value: string;
  per: string;
  on: string;
}

/** One figure divided by another, kept as numerator and denominator. */
export interface Ratio extends Base {
  kind: 'ratio';
  of: string;
  over: string;
}

/** The parts of an additive figure along a dimension, as whole-number proportions. */
export interface Shares extends Base {
  kind: 'shares';
  of: string;
  by: string;
  order: readonly string[];
}

export type Additive = Flow | Stock;
export type RowIndicator = Flow | Stock | Distinct | Extreme;
export type Definition = RowIndicator | Ratio | Shares;

export const indicator = <D extends Definition>(definition: D): D => definition;

export const isAdditive = (d: Definition): d is Additive => d.kind === 'flow' || d.kind === 'stock';
export const hasRows = (d: Definition): d is RowIndicator =>
  d.kind !== 'ratio' && d.kind !== 'shares';

export interface Step {
  /** The day, a column or expression of type date. */
  on: string;
  /** A whole number. */
  value: string;
}

/** The SQL of the row's day for each step: a flow has one. */
export const stepsOf = (d: Additive): readonly Step[] =>
  d.kind === 'flow' ? [{ on: d.on, value: d.value }] : d.steps;

/** The three dimension columns; '' where the definition has fewer, '-' where the row has no value. */
export const dimensionColumns = (d: RowIndicator): readonly [string, string, string] => {
  const at = (i: number) => {
    const dimension = d.by?.[i];
    return dimension ? `coalesce((${dimension.value})::text, '-')` : `''::text`;
  };
  return [at(0), at(1), at(2)];
};

/** What one step of a row `r` adds, and when it adds anything: the meaning of an additive definition, written once. */
export function addedBy(d: Additive, step: Step): { when: string; values: readonly string[] } {
  const place = `r.${d.place}`;
  return {
    when: `(${d.when ?? 'true'}) and (${step.on}) is not null and ${place} is not null and (${step.value}) <> 0`,
    values: [place, step.on, ...dimensionColumns(d), `(${step.value})::bigint`],
  };
}

/** The same of every row of `source`. */
export function incrementSql(d: Additive, step: Step, source: string = d.from): string {
  const { when, values } = addedBy(d, step);
  const names = ['place', 'day', 'd1', 'd2', 'd3', 'value'];
  const columns = values.map((value, i) => `${value} as ${names[i]}`).join(', ');
  return `select ${columns}
    from ${source} r
    where ${when}`;
}

/** Whether a figure is true for the last day of a period or for the whole of it. */
export function timeOf(
  d: Definition,
  find: (code: string) => Definition | undefined,
): 'day' | 'period' {
  if (d.kind === 'stock') return 'day';
  if (d.kind === 'distinct') return d.during.at === 'last_day' ? 'day' : 'period';
  if (d.kind !== 'ratio' && d.kind !== 'shares') return 'period';
  const part = find(d.of);
  return part ? timeOf(part, find) : 'period';
}
