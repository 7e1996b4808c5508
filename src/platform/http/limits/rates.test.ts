/** Whose bucket a request is taken from, and what the answer says when it is empty. */
import Fastify, { type FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import { priceOf, returnOf } from './price.ts';
import { limitRates, networkOf } from './rates.ts';

const endpoint = (given: Partial<Endpoint>): Endpoint => ({
  method: 'GET',
  url: '/api/tries/x',
  permission: 'signed_in',
  summary: { zh: '试', en: 'Try' },
  reply: { 204: {} },
  handle: () => undefined,
  ...given,
});
const read = endpoint({});
const signIn = endpoint({ method: 'POST', url: '/public/api/tries/x', permission: 'public' });

test.each([
  ['a read', read, 1, 0],
  ['a write', endpoint({ method: 'POST' }), 2, 0],
  ['a search', endpoint({ query: { properties: { q: {} } } as never }), 3, 0],
  ['an export', endpoint({ stream: 'text/csv' }), 20, 0],
  ['signing in', signIn, 10, 8],
  ['what says its own', endpoint({ cost: 7 }), 7, 0],
  ['what leaves something', { ...signIn, cost: 250, costStays: true } as Endpoint, 250, 0],
] as const)('%s', (_, one, price, back) => {
  expect(priceOf(one)).toBe(price);
  expect(returnOf(one)).toBe(back);
});

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

/** A server whose requests say who asks and what; its answers are 204, 401 for ?fail, or what the limit says. */
function aServer(clock: { now: number }): FastifyInstance {
  const app = Fastify();
  const rates = { burst: 20, perSecond: 1 };
  const spend = limitRates(app, { account: rates, address: rates }, () => clock.now);
  for (const one of [read, signIn]) {
    app.route({
      method: one.method,
      url: one.url,
      config: { endpoint: one } as object,
      handler: async (request, reply) => {
        const { account, fail } = request.query as { account?: string; fail?: string };
        spend(request, one, account ?? null);
        return reply.code(fail ? 401 : 204).send();
      },
    });
  }
  app.setErrorHandler((error: { status: number; params: object }, _, reply) =>
    reply.code(error.status).send(error.params),
  );
  return app;
}

async function times(count: number, ask: () => Promise<{ statusCode: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push((await ask()).statusCode);
  return statuses;
}

test('a stranger who asks too much is held up, and no signed-in colleague behind the same address', async () => {
  const clock = { now: 0 };
  const app = aServer(clock);
  const ask = (query: string, remoteAddress: string) =>
    app.inject({ url: `${read.url}${query}`, remoteAddress });
  expect((await times(30, () => ask('', '10.0.0.1'))).filter((s) => s === 429)).toHaveLength(10);
  expect((await ask('?account=li', '10.0.0.1')).statusCode).toBe(204);
  expect((await ask('', '10.0.0.2')).statusCode).toBe(204);
  const refused = await ask('', '10.0.0.1');
  expect([refused.statusCode, refused.json()]).toEqual([429, { seconds: 1 }]);
  clock.now += 1000;
  expect((await ask('', '10.0.0.1')).statusCode).toBe(204);
  await app.close();
});

test('an account is held up wherever it asks from', async () => {
  const app = aServer({ now: 0 });
  let host = 0;
  const ask = () => {
    host += 1;
    return app.inject({ url: `${read.url}?account=li`, remoteAddress: `10.0.0.${host}` });
  };
  expect((await times(25, ask)).filter((s) => s === 429)).toHaveLength(5);
  await app.close();
});

test('guessing passwords is dear; an office that signs in is not', async () => {
  const app = aServer({ now: 0 });
  const ask = (query: string, remoteAddress: string) =>
    app.inject({ method: 'POST', url: `${signIn.url}${query}`, remoteAddress });
  expect(await times(3, () => ask('?fail=1', '10.0.0.1'))).toEqual([401, 401, 429]);
  expect((await times(6, () => ask('', '10.0.0.2'))).filter((s) => s === 204)).toHaveLength(6);
  await app.close();
});
