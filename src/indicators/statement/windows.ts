/** Which days a question covers, cut into whole months and the rest. Pure. */
import {
  edges,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  months,
  type Period,
} from '../../kit/period.ts';
import type { Additive } from '../definition.ts';

/** Where the sum of a stock begins: before any day a fact may carry, typing errors in the year included. */
export const beginning = '0001-01-01';

export interface Window {
  /** Whole months, as first days; absent when the window lies inside one month. */
  months: { first: string; last: string } | null;
  /** Days outside the whole months. */
  partials: Period[];
  whole: Period;
}

/** A flow covers its period; a stock covers everything up to the last day. */
export function windowOf(kind: Additive['kind'], { from, to }: Period): Window {
  const whole = kind === 'flow' ? { from, to } : { from: beginning, to };
  const cut = edges(whole.from, whole.to);
  const months = cut.months
    ? { first: firstDayOfMonth(cut.months[0]), last: firstDayOfMonth(cut.months[1]) }
    : null;
  return { months, partials: cut.partials, whole };
}

/** Only the whole months of a window, as a period of days. */
export const monthDays = (w: Window): Period | null =>
  w.months && { from: w.months.first, to: lastDayOfMonth(monthOf(w.months.last)) };

/** The months of a period, the first and last cut to it. */
export const monthSpans = (from: string, to: string): Period[] =>
  months(monthOf(from), monthOf(to)).map((m) => ({
    from: firstDayOfMonth(m) < from ? from : firstDayOfMonth(m),
    to: lastDayOfMonth(m) > to ? to : lastDayOfMonth(m),
  }));
