// When things happen in the countryside: the year of the interview, month by month.
import { plus, YEAR } from '../days.ts';
import type { Random } from '../seed.ts';

/** First day, days, weight. After the Spring Festival of 2022 (1 February) people leave for work. */
const MONTHS: readonly (readonly [readonly [string, number], number])[] = [
  [['2021-07-29', 3], 0.8],
  [['2021-08-01', 31], 8],
  [['2021-09-01', 30], 8],
  [['2021-10-01', 31], 8],
  [['2021-11-01', 30], 9],
  [['2021-12-01', 31], 7],
  [['2022-01-01', 31], 4],
  [['2022-02-01', 28], 12],
  [['2022-03-01', 31], 14],
  [['2022-04-01', 30], 9],
  [['2022-05-01', 31], 8],
  [['2022-06-01', 30], 8],
  [['2022-07-01', 28], 8],
];

/** A day within the year of the interview. */
export function dayOfYear(r: Random): string {
  const [from, days] = r.weighted(MONTHS);
  return plus(from, r.int(0, days - 1));
}

/** A day right before that year; every tenth is its eve. */
export function dayBefore(r: Random): string {
  return r.chance(0.1) ? plus(YEAR.from, -1) : plus('2021-06-10', r.int(0, 48));
}

/** A day after today: what is agreed and not yet begun. */
export function dayAfter(r: Random): string {
  return plus(YEAR.to, r.int(1, 20));
}
