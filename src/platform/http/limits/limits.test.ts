/** How long and how large anything may be, and what is left of what was stopped: nothing. */
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { openPool, type Pool } from '../../db/pool.ts';
import { fileStore } from '../../files/file-store.ts';
import { register, type Services } from '../dispatch.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { bareServer } from '../server.ts';

const database = useDatabase();
let server: FastifyInstance;
let pool: Pool;
let port = 0;
let letGo = () => {};
const held = new Promise<void>((resolve) => {
  letGo = resolve;
});

const open = { permission: 'public', summary: { zh: '试', en: 'Try' } } as const;
const told = { 200: Type.Object({ told: Type.String() }) };
const insert = `insert into access.account (id, name, display_name, password_hash, role, home_key)
                values (gen_random_uuid(), 'slow', 'slow', 'none', 'province', 440000000000)`;

const endpoints: Endpoint[] = [
  endpoint({
    ...open,
    method: 'POST',
    url: '/public/api/tries/slow',
    reply: told,
    handle: async ({ client }) => {
      await client.query(insert);
      await client.query('select pg_sleep(30)');
      return { told: 'never' };
    },
  }),
  endpoint({
    ...open,
    method: 'POST',
    url: '/public/api/tries/held',
    reply: told,
    handle: async ({ client }) => {
      await client.query(insert);
      await client.query('select pg_advisory_xact_lock(1)');
      return { told: 'never' };
    },
  }),
  endpoint({
    ...open,
    method: 'POST',
    url: '/public/api/tries/small',
    body: Type.Object({ text: Type.String() }),
    reply: told,
    handle: async ({ body }) => ({ told: String(body.text.length) }),
  }),
  endpoint({
    ...open,
    method: 'POST',
    url: '/public/api/tries/large',
    body: Type.Object({ text: Type.String() }),
    bodyLimit: 300_000,
    reply: told,
    handle: async ({ body }) => ({ told: String(body.text.length) }),
  }),
  endpoint({
    ...open,
    method: 'POST',
    url: '/public/api/tries/file',
    file: { most: 40 },
    reply: told,
    handle: async ({ file }) => ({ told: `${file.type} ${file.size}` }),
  }),
  endpoint({
    ...open,
    method: 'GET',
    url: '/public/api/tries/waits',
    reply: told,
    handle: async () => {
      await held;
      return { told: 'at last' };
    },
  }),
];

beforeAll(async () => {
  pool = openPool(database.urls.zz_app, {
    max: 4,
    limits: { statement: 300, lock: 100, idle: 30_000, answer: 10_000 },
  });
  const services = {
    pool,
    authenticate: async () => null,
    domainToday: async () => '2022-07-28',
    record: async () => {},
    most: 3,
    files: fileStore(mkdtempSync(join(tmpdir(), 'zz-limits-'))),
  } as unknown as Services; // strangers' requests ask for nothing else
  server = await bareServer((code) => ({ detail: code, todo: code }), {
    headMs: 300,
    wholeMs: 600,
  });
  register(server, endpoints, services);
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as { port: number }).port;
});
afterAll(async () => {
  await server.close();
  await pool.end();
});

const post = (url: string, payload: object = {}) => server.inject({ method: 'POST', url, payload });
const written = async () =>
  (await database.owner.query("select 1 from access.account where name = 'slow'")).rowCount;

describe('the database', () => {
  test.each([
    ['a statement that takes too long', '/public/api/tries/slow', 'platform.refusal.too_slow'],
    ['a lock somebody else has', '/public/api/tries/held', 'platform.refusal.held'],
  ])('%s is answered with words, and the transaction is gone', async (_, url, code) => {
    const other = await database.owner.connect();
    await other.query('begin; select pg_advisory_xact_lock(1)');
    const reply = await server.inject({ method: 'POST', url });
    await other.query('rollback');
    other.release();
    expect(reply.statusCode).toBe(503);
    expect(reply.headers['retry-after']).toBe('5');
    expect(reply.json()).toMatchObject({ code });
    expect(await written()).toBe(0);
    const { rows } = await database.owner.query(
      "select 1 from pg_stat_activity where usename = 'zz_app' and state <> 'idle'",
    );
    expect(rows).toEqual([]);
  });

  test('has limits wherever the product serves', async () => {
    const { rows } = await database.app.query(
      `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
              current_setting('idle_in_transaction_session_timeout') as idle`,
    );
    expect(rows).toEqual([{ statement: '6s', lock: '4s', idle: '7s' }]);
  });
});

describe('size', () => {
  test('a body has a limit, which an endpoint may widen', async () => {
    const text = 'x'.repeat(150_000);
    expect((await post('/public/api/tries/small', { text })).statusCode).toBe(413);
    expect((await post('/public/api/tries/large', { text })).json()).toEqual({ told: '150000' });
    const more = await post('/public/api/tries/large', { text: 'x'.repeat(300_000) });
    expect(more.statusCode).toBe(413);
    expect(more.json()).toMatchObject({ code: 'platform.refusal.too_large' });
  });

  test('an address has a limit', async () => {
    const { statusCode } = await server.inject(`/public/api/tries/limit?q=${'x'.repeat(9_000)}`);
    expect(statusCode).toBe(414);
  });

  test('depth does not matter', async () => {
    const payload = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const reply = await server.inject({
      method: 'POST',
      url: '/public/api/tries/small',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(reply.statusCode).toBe(400);
  });
});

describe('who does not get on', () => {
  test.each([
    ['the head', 'GET /public/api/tries/limit HTTP/1.1\r\nHost: x\r\nA: '],
    [
      'the body',
      'POST /public/api/tries/small HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    ],
  ])('with %s is shown out', async (_, beginning) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (part) => {
      heard += part.toString();
    });
    socket.on('error', () => {}); // written after it was closed
    socket.write(beginning);
    const drip = setInterval(() => socket.write('a'), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    expect(heard).toMatch(/^HTTP\/1.1 408 /);
    expect(heard).toContain('platform.refusal.not_received');
  });
});

describe('a file', () => {
  const sent = async (length: number) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1')
      .setEncoding('utf8')
      .on('error', () => {}); // written after it was closed
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.write(
      `POST /public/api/tries/file HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n%PDF-`,
    );
    // Longer than anything but a file may take.
    for (let at = 5; at < length && !socket.closed; at += 5) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (socket.writable) socket.write('x'.repeat(Math.min(5, length - at)));
    }
    if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
    return heard;
  };

  test('may take its time on a slow line', async () => {
    expect(await sent(25)).toContain('"told":"pdf 25"');
  });

  test('that says it is too large is refused before it has come', async () => {
    expect(await sent(41)).toContain('platform.refusal.file_large');
  });

  test('goes to no endpoint that did not ask for one', async () => {
    const reply = await server.inject({
      ...{ method: 'POST', url: '/public/api/tries/small', payload: Buffer.from('%PDF-') },
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(reply.statusCode).toBe(400);
  });
});

test('what is too much at once is refused at once, not queued', async () => {
  const waiting = Array.from({ length: 3 }, () => server.inject('/public/api/tries/waits'));
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(3);
  const refused = await post('/public/api/tries/small', { text: 'a' });
  expect(refused.statusCode).toBe(503);
  expect(refused.json()).toMatchObject({ code: 'platform.refusal.busy' });
  expect(refused.headers['retry-after']).toBe('5');
  letGo();
  expect((await Promise.all(waiting)).map((r) => r.statusCode)).toEqual([200, 200, 200]);
  expect((await post('/public/api/tries/small', { text: 'a' })).statusCode).toBe(200);
});
