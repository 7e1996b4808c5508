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
  /** SQL over the row's columns. */
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
  /** Page the value opens, e.g. '/teams/{}' with the value of `linkValue`. */
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
  by?: readonly Dimension[];
  rows: Rows;
  /** Primary key expression that orders and pages the rows; 'r.id' unless told otherwise. */
  key?: string;
  /** The twin with earlier states, for "as known on". Rows carry recorded_at. */
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
  steps: readonly { on: string; value: string }[];
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

/** The SQL of the row's day for each step: a flow has one. */
export const stepsOf = (d: Additive): readonly { on: string; value: string }[] =>
  d.kind === 'flow' ? [{ on: d.on, value: d.value }] : d.steps;

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
