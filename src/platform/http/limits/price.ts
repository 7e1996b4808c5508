/** What a request costs: about its share of a read of one row. */
import { type Endpoint, isWrite } from '../endpoint.ts';

const prices = { read: 1, write: 2, search: 3, stream: 20, publicWrite: 10 } as const;

/** What of an endpoint says its price. */
export type Priced = Pick<
  Endpoint,
  'method' | 'permission' | 'cost' | 'costStays' | 'stream' | 'query'
>;

/** An endpoint's own price, or the one of its kind. */
export function priceOf(one: Priced): number {
  if (one.cost !== undefined) return one.cost;
  if (one.stream) return prices.stream;
  if (isWrite(one)) return one.permission === 'public' ? prices.publicWrite : prices.write;
  return searches(one) ? prices.search : prices.read;
}

/**
 * What comes back when it went well: signing in is dear for who guesses, and a whole office that signs in at
 * half past eight from one address pays as for any write.
 */
export function returnOf(one: Priced): number {
  if (one.costStays) return 0;
  return isWrite(one) && one.permission === 'public' ? Math.max(0, priceOf(one) - prices.write) : 0;
}

function searches(one: Priced): boolean {
  const query = one.query as { properties?: Record<string, unknown> } | undefined;
  return query?.properties?.q !== undefined;
}
