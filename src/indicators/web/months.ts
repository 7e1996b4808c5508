// Months of a figure as charts and lines take them.
import { addMonths, firstDayOfMonth, monthOf } from '../../kit/period.ts';
import { percent } from '../../platform/web/amount.ts';
import type { Definition } from '../contract.ts';
import { quotient } from './format.ts';
import type { At } from './use-figures.ts';

/** The same place over the period and, where that is shorter, the twelve months to its end. */
export function yearAtLeast({ place, from, to }: At): At {
  const start = firstDayOfMonth(monthOf(addMonths(to, -11)));
  return { place, from: from < start ? from : start, to };
}

/** One month's value as a chart takes it; null where there is nothing to divide by. */
export function monthly(
  { kind, unit }: Pick<Definition, 'kind' | 'unit'>,
  { value, over }: { value: string | null; over: string | null },
): string | null {
  if (kind !== 'ratio' || value === null) return value;
  if (unit === 'fen') return quotient(value, over);
  return over && over !== '0' ? percent(value, over) : null;
}

/** Shares and extremes have no course of their own. */
export const hasCourse = ({ kind }: Pick<Definition, 'kind'>): boolean =>
  kind !== 'shares' && kind !== 'extreme';
