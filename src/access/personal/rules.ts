/** How often an account may look at hidden values, search by one, and enter one. Pure. */

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
