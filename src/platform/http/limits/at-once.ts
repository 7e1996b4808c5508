/** How much of something runs at once: what comes beyond is refused at once instead of waiting for all before it. */
import { Refusal } from '../problem.ts';

/** @throws Refusal 503 from the returned function when `most` are running. */
export function atOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  return async (work) => {
    if (running >= most) throw new Refusal('platform.refusal.busy', {}, 503);
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
}
