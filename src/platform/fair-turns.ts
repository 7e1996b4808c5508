/** Work of which only so much runs at a time, taken in turn from whoever waits: many of one do not keep another waiting. */
import { Refusal } from './http/problem.ts';

export interface FairLimits {
  /** How much runs at a time. */
  atOnce: number;
  /** How much of one may wait, and how much of all. */
  mostOfOne: number;
  most: number;
  /** Refused beyond that, with 503 and when to try again. */
  refusal: string;
  seconds: number;
}

/** @returns runs work of somebody, named by a key, when it is their turn */
export function fairTurns({ atOnce, mostOfOne, most, refusal, seconds }: FairLimits) {
  /** Whoever waits, the next first; each with what they wait with. */
  const waiting = new Map<string, (() => void)[]>();
  let running = 0;
  let count = 0;
  const next = () => {
    const [first] = waiting;
    if (!first) {
      running -= 1;
      return;
    }
    const [key, [go, ...rest]] = first;
    // To the end of the line, so that the others come first.
    waiting.delete(key);
    if (rest.length > 0) waiting.set(key, rest);
    count -= 1;
    go?.();
  };
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1;
    else {
      const own = waiting.get(key) ?? [];
      if (own.length >= mostOfOne || count >= most) throw new Refusal(refusal, { seconds }, 503);
      count += 1;
      // Whoever ends hands its place on.
      await new Promise<void>((go) => waiting.set(key, [...own, go]));
    }
    try {
      return await work();
    } finally {
      next();
    }
  };
}
