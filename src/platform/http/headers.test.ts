/** What every answer carries, whatever it answers; and what other sites get to read: nothing. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages } from './pages.ts';
import { bareServer } from './server.ts';

let server: FastifyInstance;
let folder: string;
const proxy = '10.1.2.3';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuzhen-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<meta content="__NONCE__">');
  await writeFile(join(folder, 'assets', 'a-1.js'), 'a');
  server = await bareServer((code) => ({ detail: code, todo: code }), { trustProxy: [proxy] });
  server.get('/api/tries/good', async () => ({ fine: true }));
  server.get('/api/tries/broken', async () => {
    throw new Error('secret at /srv/zhuzhen/src');
  });
  await servePages(server, folder);
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const answers = [
  ['a reply', '/api/tries/good', 200],
  ['a defect', '/api/tries/broken', 500],
  ['an absent endpoint', '/api/tries/none', 404],
  ['an absent file', '/assets/none.js', 404],
  ['an address that cannot be read', '/api/%zz', 400],
  ['a page', '/teams', 200],
  ['a file of a page', '/assets/a-1.js', 200],
] as const;

describe.each(answers)('%s', (_, url, status) => {
  test('says what a browser may do with it', async () => {
    const { headers, statusCode } = await server.inject(url);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none'/,
      ),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http:/);
    expect(headers['cache-control']).toBe(
      url.startsWith('/assets/a') ? 'public, max-age=31536000, immutable' : 'no-store',
    );
  });

  test('says nothing of the server', async () => {
    const { headers, payload } = await server.inject(url);
    expect(Object.keys(headers)).not.toContain('server');
    expect(Object.keys(headers)).not.toContain('x-powered-by');
    expect(payload).not.toMatch(/fastify|node_modules|secret| at .*[.](ts|js)/i);
  });

  test.each([
    ['a simple request', 'GET', {}],
    ['a preflight', 'OPTIONS', { 'access-control-request-method': 'POST' }],
    ['a credentialed one', 'GET', { cookie: 'zz_session=x' }],
  ] as const)('gives other sites nothing: %s', async (_, method, headers) => {
    const foreign = { origin: 'https://elsewhere.example', ...headers };
    const reply = await server.inject({ method, url, headers: foreign });
    expect(Object.keys(reply.headers).filter((h) => h.startsWith('access-control'))).toEqual([]);
    expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin');
    if (method === 'OPTIONS') expect([400, 404]).toContain(reply.statusCode);
  });

  if (status === 400) return; // Fastify knows no proxy for an address it cannot read

  test('asks for TLS only where it came over TLS', async () => {
    expect((await server.inject(url)).headers['strict-transport-security']).toBeUndefined();
    const over = { remoteAddress: proxy, headers: { 'x-forwarded-proto': 'https' } };
    expect((await server.inject({ url, ...over })).headers['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    );
    const lie = { remoteAddress: '10.1.2.4', headers: { 'x-forwarded-proto': 'https' } };
    expect(
      (await server.inject({ url, ...lie })).headers['strict-transport-security'],
    ).toBeUndefined();
  });
});

test('the nonce of a page is its own', async () => {
  const [one, other] = [await server.inject('/teams'), await server.inject('/teams')];
  const nonce = /content="([^"]+)"/.exec(one.payload)?.[1] ?? '';
  expect(nonce).toHaveLength(24);
  expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  expect(other.payload).not.toContain(nonce);
});

test.each([
  ['no HTTP', 'HELLO\r\n\r\n', 400, 'platform.refusal.unreadable'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
    400,
    'platform.refusal.unreadable',
  ],
  [
    'length and chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'platform.refusal.unreadable',
  ],
  [
    'endless headers',
    `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'platform.refusal.too_large',
  ],
  [
    'an expectation nobody meets',
    'GET / HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\n\r\n',
    417,
    'platform.refusal.unreadable',
  ],
])(
  'bytes that are no request are answered like any other fault: %s',
  async (_, bytes, status, code) => {
    const answer = await exchange(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
  },
);

test.each([
  [
    'an expectation, then a body',
    'POST / HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\nContent-Length: 5\r\n\r\nhello',
  ],
  [
    'an expectation, then another request',
    'GET / HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
  [
    'a last request, then another',
    'GET /teams HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
])('a connection that is to close is answered once: %s', async (_, bytes) => {
  const answer = await exchange(bytes);
  expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1);
});

test('a HEAD that cannot be read is answered without a body', async () => {
  const answer = await exchange(`HEAD /?q=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer.split('\r\n\r\n')[1]).toBe('');
});

/** Sends bytes and reads until the other side closes. */
function exchange(bytes: string): Promise<string> {
  const { port } = server.server.address() as { port: number };
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => {
      heard += part.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}
