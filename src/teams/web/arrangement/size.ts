// A number of people, years or batches as it is typed.

/** A whole number from 1 to 99. */
export const isSize = (typed: string): boolean => /^[1-9][0-9]?$/.test(typed.trim());
