/** How often an account may look at hidden values, search by one, and enter one. Pure. */

/** A reason is kept and read by others: a number written into it would be a plain one. A mobile number has 11 digits, a day 8. */
export const namesNumber = (reason: string): boolean =>
  /\d{11,}/.test(reason.normalize('NFKC').replace(/[\s-]/g, ''));

interface Allowed {
  most: number;
  /** Within so many seconds. */
  seconds: number;
}

/** Enough for a day's work on single cases; a whole list takes days and is noticed. */
export const allowed: Record<'reveal' | 'search' | 'entry', Allowed> = {
  reveal: { most: 20, seconds: 3_600 },
  search: { most: 60, seconds: 3_600 },
  /** Identity numbers entered: whether one is somebody's already is told. */
  entry: { most: 30, seconds: 3_600 },
};
