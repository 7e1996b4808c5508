/** What is missing to a target of execution. Pure. */

/**
 * Fen that must still be spent so that `target` parts in a thousand of what was received are: rounded up, so that the target
 * is reached when they are. Nothing where it is reached.
 */
export function shortOf(received: bigint, spent: bigint, target: number): bigint {
  const wanted = (received * BigInt(target) + 999n) / 1000n;
  return wanted > spent ? wanted - spent : 0n;
}

/** The months of a budget year up to a day's, `2022-01` first; a year that is over goes on to its December. */
export function monthsOf(year: number, today: string): string[] {
  const last = today.slice(0, 7) < `${year}-12` ? today.slice(0, 7) : `${year}-12`;
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter(
    (month) => month <= last,
  );
}
