/** What every endpoint gets from the platform: texts that are none, addresses that are none, files for slow readers. */
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { register, type Services } from './dispatch.ts';
import { endpoint } from './endpoint.ts';
import { bareServer } from './server.ts';

const database = useDatabase();
let server: FastifyInstance;
let port = 0;
const open = { method: 'GET', permission: 'public', summary: { zh: '试', en: 'Try' } } as const;

beforeAll(async () => {
  server = await bareServer((code) => ({ detail: code, todo: '' }), { graceMs: 200 });
  const services = {
    pool: database.app,
    authenticate: async () => null,
    domainToday: async () => '2022-07-28',
  } as unknown as Services; // public reads without audit ask for nothing else
  register(
    server,
    [
      endpoint({
        ...open,
        url: '/public/api/tries/texts',
        query: Type.Object({ q: Type.String() }, { additionalProperties: false }),
        reply: { 200: Type.Object({ q: Type.String() }) },
        handle: async ({ query }) => query,
      }),
      endpoint({
        ...open,
        url: '/public/api/tries/file.csv',
        stream: 'text/csv',
        reply: { 200: Type.String() },
        handle: async function* ({ client }) {
          for (let i = 0; i < 400; i++) {
            await client.query('select 1');
            yield `${'行'.repeat(10_000)}\n`;
          }
        },
      }),
      endpoint({
        ...open,
        url: '/public/api/tries/torn.csv',
        stream: 'text/csv',
        reply: { 200: Type.String() },
        handle: async function* ({ client }) {
          yield 'one\n';
          await client.query('select 1 / 0');
        },
      }),
    ],
    services,
  );
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as { port: number }).port;
});
afterAll(() => server.close());

test.each(['%00', 'a%00b'])('a text with a NUL is refused: %s', async (q) => {
  const { statusCode } = await server.inject(`/public/api/tries/texts?q=${q}`);
  expect(statusCode).toBe(400);
});

test.each(['/public/api/%zz', `/public/api/tries/${'x'.repeat(300)}`])(
  'an address that cannot be read is answered like any other fault: %s',
  async (url) => {
    const { statusCode, headers } = await server.inject(url);
    expect([400, 404]).toContain(statusCode);
    if (statusCode === 400) expect(headers['content-type']).toContain('application/problem+json');
  },
);

test('readers that do not read hold no connection', async () => {
  const readers = Array.from({ length: 12 }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /public/api/tries/file.csv HTTP/1.1\r\nHost: x\r\n\r\n');
    return socket.pause();
  });
  await expect.poll(() => database.app.totalCount, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect
    .poll(() => database.app.totalCount - database.app.idleCount, { timeout: 20_000 })
    .toBe(0);
  const whole = await server.inject('/public/api/tries/file.csv');
  expect(whole.statusCode).toBe(200);
  expect(whole.payload).toHaveLength(400 * 10_001);
  for (const socket of readers) socket.destroy();
});

test('a file that cannot be made whole is not sent', async () => {
  const { statusCode, payload } = await server.inject('/public/api/tries/torn.csv');
  expect(statusCode).toBe(500);
  expect(payload).not.toContain('one');
});

test('a reader who does not read does not keep the server from stopping', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('GET /public/api/tries/file.csv HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => socket.once('readable', resolve)); // the reply has begun
  await server.close();
  socket.destroy();
});
