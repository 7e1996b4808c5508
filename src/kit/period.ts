// Days and months as text: a day `YYYY-MM-DD`, a month `YYYY-MM`, a period from..to with both days in it.

export type Period = { from: string; to: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MILLIS_A_DAY = 86_400_000;
/** Beijing time has had no daylight saving since 1991: always eight hours ahead of UTC. */
const SHANGHAI = 8 * 3_600_000;

export function isDay(text: string): boolean {
  return DAY.test(text) && addDays(text, 0) === text;
}

export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** The day in Asia/Shanghai at an instant given in milliseconds. */
export function todayAt(millis: number): string {
  return new Date(millis + SHANGHAI).toISOString().slice(0, 10);
}

/** What a clock in Asia/Shanghai shows at an instant given in milliseconds: 2022-07-28 16:00:00. */
export function clockAt(millis: number): string {
  return new Date(millis + SHANGHAI).toISOString().slice(0, 19).replace('T', ' ');
}

export function addDays(day: string, count: number): string {
  return text(Date.parse(`${day}T00:00:00Z`) + count * MILLIS_A_DAY);
}

/** Whole days from one day to another: 1 from a day to the next. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLIS_A_DAY;
}

/** The same day some months later, or the month's last day where it has no such day. */
export function addMonths(day: string, count: number): string {
  const month = monthPlus(monthOf(day), count);
  const last = lastDayOfMonth(month);
  const wished = `${month}-${day.slice(8)}`;
  return wished > last ? last : wished;
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function monthPlus(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export function firstDayOfMonth(month: string): string {
  return `${month}-01`;
}

export function lastDayOfMonth(month: string): string {
  return addDays(firstDayOfMonth(monthPlus(month, 1)), -1);
}

/** Every month from the first to the last, both in it. */
export function months(first: string, last: string): string[] {
  const all: string[] = [];
  for (let month = first; month <= last; month = monthPlus(month, 1)) all.push(month);
  return all;
}

/** One year ending on a day: `2022-07-28` -> 2021-07-29..2022-07-28. */
export function yearTo(day: string): Period {
  return { from: addDays(addMonths(day, -12), 1), to: day };
}

/** The period of the same length right before this one. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

/**
 * A period as its full months and what sticks out of them: whole months are read from totals, the
 * edges from single days. Together they cover every day of the period once.
 */
export function edges(
  from: string,
  to: string,
): { months?: [first: string, last: string]; partials: Period[] } {
  if (from > to) throw new RangeError(`a period ends before it begins: ${from}..${to}`);
  const startsFull = from.endsWith('-01');
  const endsFull = to === lastDayOfMonth(monthOf(to));
  const first = startsFull ? monthOf(from) : monthPlus(monthOf(from), 1);
  const last = endsFull ? monthOf(to) : monthPlus(monthOf(to), -1);
  if (first > last) return { partials: [{ from, to }] };
  const partials: Period[] = [];
  if (!startsFull) partials.push({ from, to: lastDayOfMonth(monthOf(from)) });
  if (!endsFull) partials.push({ from: firstDayOfMonth(monthOf(to)), to });
  return { months: [first, last], partials };
}

function text(millis: number): string {
  return Number.isNaN(millis) ? '' : new Date(millis).toISOString().slice(0, 10);
}
