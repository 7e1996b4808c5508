/** Drives one address and says how many answers a second and how long they took. */
import autocannon from 'autocannon';

export interface Rate {
  perSecond: number;
  p50ms: number;
  p97ms: number;
}

export interface Target {
  url: string;
  cookie?: string;
  seconds?: number;
  connections?: number;
}

/** @throws Error when any answer was not 2xx: a benchmark of refusals is none. */
export async function drive({ url, cookie, seconds = 6, connections = 8 }: Target): Promise<Rate> {
  const headers = cookie ? { cookie } : {};
  await autocannon({ url, headers, connections, duration: 1 });
  const result = await autocannon({ url, headers, connections, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p50ms: result.latency.p50,
    p97ms: result.latency.p97_5,
  };
}

/** The median of several timings of one piece of work, in milliseconds. */
export async function timed(work: () => Promise<unknown>, rounds = 5): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
