/** An adjustment beside the version it changes, line by line. Fen throughout. Pure. */
import type { changes } from './codes.ts';

export interface Compared<Line> {
  change: (typeof changes)[number];
  /** The line as the new version has it, or as the old one had it where it is gone. */
  line: Line;
  before: bigint;
  after: bigint;
}

/**
 * Every line of either version once, in the order of the new one, what is gone at the end.
 * @param keyOf what makes a line the same in both versions
 */
export function compared<Line extends { amount: string }>(
  before: readonly Line[],
  after: readonly Line[],
  keyOf: (line: Line) => string,
): Compared<Line>[] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const now = new Set(after.map(keyOf));
  const kept = after.map((line): Compared<Line> => {
    const was = old.get(keyOf(line));
    const [a, b] = [BigInt(was?.amount ?? 0), BigInt(line.amount)];
    return { change: !was ? 'added' : a === b ? 'same' : 'changed', line, before: a, after: b };
  });
  const gone = before
    .filter((line) => !now.has(keyOf(line)))
    .map(
      (line): Compared<Line> => ({
        ...{ change: 'removed', line, before: BigInt(line.amount), after: 0n },
      }),
    );
  return [...kept, ...gone];
}
