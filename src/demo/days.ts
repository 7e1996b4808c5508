// The calendar of the demonstration, kept ready: half a million rows ask for a day some days later.

export const TODAY = '2022-07-28';
/** "One year" of the interview. */
export const YEAR = { from: '2021-07-29', to: TODAY };

const FIRST = Date.UTC(2015, 0, 1);
const calendar = Array.from({ length: 6_000 }, (_, at) =>
  new Date(FIRST + at * 86_400_000).toISOString().slice(0, 10),
);
const position = new Map(calendar.map((day, at) => [day, at]));

/** The day `count` days later (earlier when negative). */
export function plus(day: string, count: number): string {
  const found = calendar[at(day) + count];
  if (found === undefined) throw new RangeError(`outside the demonstration's calendar: ${day}`);
  return found;
}

/** Days from one day to another. */
export function between(from: string, to: string): number {
  return at(to) - at(from);
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** When a fact of a day was written down: the lag in days, never after today unless the day itself is. */
export function recorded(day: string, lag: number): string {
  return `${day > TODAY ? TODAY : earlier(plus(day, lag), TODAY)}T17:30:00+08:00`;
}

/** Instant of a day at nine in the morning, Beijing time, in milliseconds. */
export function instant(day: string): number {
  return FIRST + at(day) * 86_400_000 + 3_600_000;
}

function at(day: string): number {
  const found = position.get(day);
  if (found === undefined) throw new RangeError(`outside the demonstration's calendar: ${day}`);
  return found;
}
