/** The product's own server seen from outside: other sites, proxies, cookies. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aProvince, places } from '../../test/places.ts';
import { hashPassword } from '../access/password.ts';
import { addAccounts } from '../access/store/accounts.ts';
import { newId } from '../platform/new-id.ts';
import { buildServer } from './server.ts';

const database = useDatabase();
const proxy = '10.1.2.3';
let server: FastifyInstance;
let passwordHash: string;

beforeAll(async () => {
  await aProvince(database.db);
  server = await buildServer({ pool: database.app, trustProxy: [proxy] });
  passwordHash = await hashPassword('right one');
});
afterAll(() => server.close());

let name: string;
beforeEach(async () => {
  const id = newId();
  name = `li-${id.slice(-12)}`;
  await addAccounts(database.db, [
    { id, name, displayName: '李', passwordHash, role: 'county', homeKey: places.county },
  ]);
});

const signIn = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  server.inject({
    method: 'POST',
    url: '/public/api/access/sessions',
    headers: { host: 'zhuzhen.example', ...headers },
    remoteAddress,
    payload: { name, password: 'right one' },
  });
const signOut = (cookie: string, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  server.inject({
    method: 'DELETE',
    url: '/api/access/sessions/current',
    headers: {
      ...{ host: 'zhuzhen.example', 'x-zhuzhen': '1', 'idempotency-key': newId(), cookie },
      ...headers,
    },
    remoteAddress,
  });
const cookieOf = (reply: { headers: Record<string, unknown> }) =>
  String(reply.headers['set-cookie']).split(';')[0] ?? '';

const https = { 'x-forwarded-proto': 'https' };
const foreign = [
  ['another site', { origin: 'https://elsewhere.example' }],
  ['another port', { origin: 'http://zhuzhen.example:8443' }],
  ['a name that begins alike', { origin: 'https://zhuzhen.example.elsewhere.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['no web page', { origin: 'file://zhuzhen.example' }],
  ['two origins', { origin: 'http://zhuzhen.example, https://elsewhere.example' }],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }],
  ['a link', { 'sec-fetch-site': 'none' }],
] as const;
const own = [
  ['its own page', { origin: 'http://zhuzhen.example', 'sec-fetch-site': 'same-origin' }],
  ['its own page behind an unannounced proxy', { origin: 'https://zhuzhen.example' }],
  ['a program', {}],
] as const;

describe('writes come from the own pages', () => {
  test.each(foreign)('signing in is refused to %s', async (_, headers) => {
    const reply = await signIn(headers);
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'platform.refusal.foreign_page' });
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  test.each(foreign)('a write with a session is refused to %s', async (_, headers) => {
    const cookie = cookieOf(await signIn());
    expect((await signOut(cookie, headers)).statusCode).toBe(403);
    expect((await signOut(cookie, {})).statusCode).toBe(204);
  });

  test.each(own)('both are answered to %s', async (_, headers) => {
    const reply = await signIn(headers);
    expect(reply.statusCode).toBe(200);
    expect((await signOut(cookieOf(reply), headers)).statusCode).toBe(204);
  });

  test('over TLS a page without TLS is another site', async () => {
    const plain = { ...https, origin: 'http://zhuzhen.example' };
    expect((await signIn(plain, proxy)).statusCode).toBe(403);
  });

  test('whom the proxy says it asks for does not count', async () => {
    const claimed = {
      ...{ origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' },
      ...https,
    };
    expect((await signIn(claimed, proxy)).statusCode).toBe(403);
  });

  test('a body that a form could send is not read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const { statusCode } = await signIn({ 'content-type': type });
      expect(statusCode).toBe(400);
    }
  });
});

describe('the session cookie', () => {
  test('is bound to host and TLS behind a trusted proxy', async () => {
    const reply = await signIn(https, proxy);
    expect([reply.headers['set-cookie']].flat()[0]).toMatch(
      /^__Host-zz_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const cookie = cookieOf(reply);
    const ask = (one: string) =>
      server.inject({
        url: '/api/access/session',
        headers: { ...https, cookie: one },
        remoteAddress: proxy,
      });
    expect((await ask(cookie)).statusCode).toBe(200);
    // A neighbouring host can plant a cookie of the plain name, never one that begins with __Host-.
    expect((await ask(cookie.replace('__Host-', ''))).statusCode).toBe(401);
    const out = await signOut(cookie, https, proxy);
    expect(String(out.headers['set-cookie'])).toMatch(/^__Host-zz_session=;.*Max-Age=0/);
  });

  test('is plain where nobody trusted says TLS', async () => {
    for (const from of ['127.0.0.1', '10.1.2.4']) {
      const set = String((await signIn(https, from)).headers['set-cookie']);
      expect(set).toMatch(/^zz_session=/);
      expect(set).not.toContain('Secure');
    }
  });
});

test('who asks too much is told so in words, and when to ask again', async () => {
  const rates = { account: { burst: 3, perSecond: 0.1 }, address: { burst: 25, perSecond: 0.1 } };
  const strict = await buildServer({ pool: database.app, rates });
  try {
    const post = (password: string) =>
      strict.inject({
        method: 'POST',
        url: '/public/api/access/sessions',
        payload: { name, password },
      });
    const cookie = cookieOf(await post('right one'));
    const ask = () => strict.inject({ url: '/api/access/session', headers: { cookie } });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await ask()).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await post('wrong')).statusCode).toBe(401);
    expect((await post('wrong')).statusCode).toBe(401);
    const guess = await post('right one');
    expect(guess.statusCode).toBe(429);
    expect(Number(guess.headers['retry-after'])).toBeGreaterThan(0);
    expect(guess.json()).toMatchObject({
      code: 'platform.refusal.too_many',
      detail: `操作太频繁，${guess.headers['retry-after']} 秒后可以再试。`,
    });
    // A signed-in colleague behind the same address asks on: refused for the own haste alone.
    expect((await ask()).json()).toMatchObject({ code: 'platform.refusal.too_many' });
    const other = await server.inject({ url: '/api/access/session', headers: { cookie } });
    expect(other.statusCode).toBe(200);
  } finally {
    await strict.close();
  }
});
