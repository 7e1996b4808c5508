/** How much an account, and a stranger's address, may ask: kept in this process's memory (decision 0021). */
import { isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '../endpoint.ts';
import { Refusal } from '../problem.ts';
import { type Allowance, type Bucket, giveBack, take } from './bucket.ts';
import { type Priced, priceOf, returnOf } from './price.ts';

export interface Rates {
  account: Allowance;
  address: Allowance;
}

/** A page asks a dozen things when it opens; nobody opens two a second for long. */
const usual: Rates = {
  account: { burst: 600, perSecond: 20 },
  address: { burst: 600, perSecond: 10 },
};

/** @param factor 2 lets everybody ask twice as much */
export const ratesTimes = (factor: number): Rates => ({
  account: times(usual.account, factor),
  address: times(usual.address, factor),
});
const times = ({ burst, perSecond }: Allowance, factor: number): Allowance => ({
  burst: burst * factor,
  perSecond: perSecond * factor,
});

/** Called when it is known who asks; throws Refusal 429 when that one asks too much. */
export type Spend = (request: FastifyRequest, one: Priced, account: string | null) => void;

/**
 * Whoever is signed in is limited as an account alone, so an office behind one address is not held up by a
 * colleague; only who is not is limited by address.
 */
export function limitRates(
  app: FastifyInstance,
  rates: Rates,
  now: () => number = () => performance.now(),
): Spend {
  const accounts = purse(rates.account);
  const addresses = purse(rates.address);
  app.addHook('onResponse', async (request, reply) => {
    const one = (request.routeOptions.config as { endpoint?: Endpoint }).endpoint; // set where endpoints are registered
    const back = one && reply.statusCode < 300 ? returnOf(one) : 0;
    if (back > 0) addresses.giveBack(networkOf(request.ip), back);
  });
  return (request, one, account) => {
    const waitMs =
      account === null
        ? addresses.take(networkOf(request.ip), priceOf(one), now())
        : accounts.take(account, priceOf(one), now());
    if (waitMs > 0)
      throw new Refusal('platform.refusal.too_many', { seconds: Math.ceil(waitMs / 1000) }, 429);
  };
}

/** Beyond this many, those that asked longest ago are forgotten: nearly always they are full again. */
const mostKept = 50_000;

function purse(allowance: Allowance) {
  const buckets = new Map<string, Bucket>();
  const keep = (key: string, bucket: Bucket) => {
    buckets.delete(key); // to the end of the order
    buckets.set(key, bucket);
    if (buckets.size > mostKept) buckets.delete(buckets.keys().next().value ?? '');
  };
  return {
    /** @returns milliseconds to wait; 0 when it was granted. */
    take(key: string, price: number, at: number): number {
      const taken = take(buckets.get(key), allowance, price, at);
      keep(key, taken.bucket);
      return taken.granted ? 0 : taken.waitMs;
    },
    giveBack(key: string, price: number): void {
      const bucket = buckets.get(key);
      if (bucket) keep(key, giveBack(bucket, allowance, price));
    },
  };
}

/** A household or an office has 2^64 addresses of IPv6: they count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
