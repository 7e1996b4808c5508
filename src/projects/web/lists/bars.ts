// Where a project's bars lie in a year, in days from its first: planned, real, done, and what is later than planned.
import { addDays, daysBetween } from '../../../kit/period.ts';
import type { YearRow } from '../../contract-lists.ts';

export interface Bar {
  from: number;
  length: number;
}
export interface Bars {
  planned: Bar | null;
  real: Bar | null;
  /** The part of the real bar that is done, by the progress reported. */
  done: Bar | null;
  /** From the planned last day on: built later, or not yet finished. */
  over: Bar | null;
}

export const daysOf = (year: number): number => daysBetween(`${year}-01-01`, `${year + 1}-01-01`);

/** Days a project is behind its plan: finished later, or not finished though its last day is over. */
export function daysLate(row: YearRow, today: string): number {
  if (row.plannedTo === null || row.state === 'terminated') return 0;
  const end = row.completedOn ?? today;
  return Math.max(0, daysBetween(row.plannedTo, end));
}

export function barsOf(row: YearRow, year: number, today: string): Bars {
  const end = row.completedOn ?? today;
  const { plannedFrom, plannedTo, startedOn } = row;
  const real = startedOn === null ? null : within(startedOn, end, year);
  const last = startedOn && addDays(startedOn, doneDays(startedOn, end, row.progress) - 1);
  return {
    planned: plannedFrom && plannedTo ? within(plannedFrom, plannedTo, year) : null,
    real,
    done: startedOn && last && row.progress > 0 ? within(startedOn, last, year) : null,
    over: plannedTo && daysLate(row, today) > 0 ? within(addDays(plannedTo, 1), end, year) : null,
  };
}

/** How many days of the bar the progress stands for; a day at least. */
const doneDays = (from: string, to: string, progress: number) =>
  Math.max(1, Math.round(((daysBetween(from, to) + 1) * progress) / 100));

/** Both days in it, cut to the year; null outside it. */
function within(from: string, to: string, year: number): Bar | null {
  const first = `${year}-01-01`;
  const start = Math.max(0, daysBetween(first, from));
  const end = Math.min(daysOf(year), daysBetween(first, to) + 1);
  return end > start ? { from: start, length: end - start } : null;
}
