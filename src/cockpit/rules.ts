/** How values are sorted into the classes of a map. Pure. */

/**
 * Upper bounds of at most `count` classes above zero, with about as many places in each and bounds of
 * two digits, so that a reader can say them. The last bound is the largest value's.
 */
export function boundsOf(values: readonly number[], count = 5): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const largest = sorted.at(-1) ?? 0;
  const inner = Array.from({ length: count - 1 }, (_, at) => {
    const cut = sorted[Math.ceil(((at + 1) * sorted.length) / count) - 1] ?? largest;
    return rounded(cut);
  });
  return [...new Set([...inner.filter((bound) => bound < largest), largest])];
}

/** The class of a value: 0 for nothing, else the number of the first bound that holds it. */
export function classOf(value: number, bounds: readonly number[]): number {
  if (value <= 0) return 0;
  const at = bounds.findIndex((bound) => value <= bound);
  return at < 0 ? bounds.length : at + 1;
}

/** Rounded up to two digits: 1234 -> 1300. Numbers below ten stay as they are. */
function rounded(value: number): number {
  if (value < 10) return Math.ceil(value * 10) / 10;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / step) * step;
}
