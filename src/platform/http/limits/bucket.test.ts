/** The rule of the buckets: never more than allowed, never held up longer than said. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Allowance, type Bucket, giveBack, take } from './bucket.ts';

const allowance = fc.record({
  burst: fc.integer({ min: 1, max: 1000 }),
  perSecond: fc.integer({ min: 1, max: 100 }),
});
/** Requests as milliseconds since the one before, and a price. */
const requests = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 5000 }), price: fc.integer({ min: 1, max: 30 }) }),
  { maxLength: 200 },
);

/** Sends them all. @returns what was granted, and when */
function sent(given: Allowance, list: { after: number; price: number }[]) {
  let bucket: Bucket | undefined;
  let now = 1_000_000;
  const granted: { at: number; price: number }[] = [];
  for (const { after, price } of list) {
    now += after;
    const taken = take(bucket, given, price, now);
    bucket = taken.bucket;
    if (taken.granted) granted.push({ at: now, price: Math.min(price, given.burst) });
  }
  return granted;
}

test('in no stretch of time is more granted than the burst and what grew back', () => {
  fc.assert(
    fc.property(allowance, requests, (given, list) => {
      const granted = sent(given, list);
      for (let from = 0; from < granted.length; from++) {
        let sum = 0;
        for (let to = from; to < granted.length; to++) {
          sum += granted[to]?.price ?? 0;
          const seconds = ((granted[to]?.at ?? 0) - (granted[from]?.at ?? 0)) / 1000;
          expect(sum).toBeLessThanOrEqual(given.burst + seconds * given.perSecond + 1e-6);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('whoever waits as long as said is answered, and not before', () => {
  fc.assert(
    fc.property(allowance, requests, fc.integer({ min: 1, max: 3000 }), (given, list, price) => {
      let bucket: Bucket | undefined;
      let now = 0;
      for (const one of list) {
        now += one.after;
        bucket = take(bucket, given, one.price, now).bucket;
      }
      const asked = take(bucket, given, price, now);
      if (asked.granted) return;
      expect(take(asked.bucket, given, price, now + asked.waitMs * 0.99 - 0.01).granted).toBe(
        false,
      );
      expect(take(asked.bucket, given, price, now + asked.waitMs + 0.001).granted).toBe(true);
    }),
  );
});

test('what is refused costs nothing, and a clock that goes back gives nothing', () => {
  fc.assert(
    fc.property(allowance, fc.nat(1000), fc.nat(100_000), (given, left, back) => {
      const bucket = { left: Math.min(left, given.burst), at: 1_000_000 };
      const taken = take(bucket, given, given.burst, bucket.at - back);
      expect(taken.bucket.at).toBe(bucket.at);
      expect(taken.bucket.left).toBe(taken.granted ? 0 : bucket.left);
      expect(taken.granted).toBe(bucket.left >= given.burst);
    }),
  );
});

test('giving back fills no bucket beyond its brim', () => {
  fc.assert(
    fc.property(allowance, fc.nat(1000), fc.nat(50), (given, left, price) => {
      const bucket = giveBack({ left: Math.min(left, given.burst), at: 5 }, given, price);
      expect(bucket.left).toBeLessThanOrEqual(given.burst);
      expect(bucket.left).toBeGreaterThanOrEqual(Math.min(left, given.burst));
    }),
  );
});
