/** A bucket of tokens: the rule of who may ask how much in how long. Pure: the clock is an argument. */

/** What may be asked at once, and what grows back. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** What is left, as of an instant in milliseconds. Nobody asked yet is the same as a full bucket. */
export interface Bucket {
  left: number;
  at: number;
}

export type Taken =
  | { bucket: Bucket; granted: true }
  | { bucket: Bucket; granted: false; waitMs: number };

/**
 * Takes the price of a request, or says how long to wait for it; a refused one costs nothing.
 * What costs more than the whole bucket waits for a full one. A clock that goes back gives nothing.
 */
export function take(
  bucket: Bucket | undefined,
  { burst, perSecond }: Allowance,
  price: number,
  now: number,
): Taken {
  const before = bucket ?? { left: burst, at: now };
  const at = Math.max(now, before.at);
  const left = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond);
  const due = Math.min(price, burst);
  if (left >= due) return { bucket: { left: left - due, at }, granted: true };
  return { bucket: { left, at }, granted: false, waitMs: ((due - left) / perSecond) * 1000 };
}

/** Gives a part of a price back. */
export function giveBack(bucket: Bucket, { burst }: Allowance, price: number): Bucket {
  return { left: Math.min(burst, bucket.left + price), at: bucket.at };
}
