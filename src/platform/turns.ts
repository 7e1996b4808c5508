/** Work of which only so much runs at a time; the rest waits its turn. */
import { Refusal } from './http/problem.ts';

/**
 * @param atOnce how much runs at a time
 * @param most how much may wait; what comes beyond is refused with 503
 */
export function turns(atOnce: number, most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= most) throw new Refusal('platform.refusal.unavailable', {}, 503);
    else await new Promise<void>((go) => waiting.push(go)); // whoever ends hands its place on
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
