import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';

let server: Server;
let home = '';
const heard: string[] = [];
const get = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' } as const;

beforeAll(async () => {
  server = createServer((request, reply) => {
    heard.push(request.url ?? '');
    if (request.url === '/moved') reply.writeHead(302, { location: '/fine' }).end();
    else if (request.url === '/large') reply.end(Buffer.alloc(1_100_000));
    else if (request.url === '/torn')
      reply.writeHead(200, { 'content-length': '9' }).write('x', () => reply.destroy());
    else if (request.url !== '/slow') reply.end('fine');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string) => guardedFetch(home, false)(`${home}${path}`, get);

test('the issuer’s own host is asked', async () => {
  const reply = await ask('/fine');
  expect({ status: reply.status, text: await reply.text() }).toEqual({ status: 200, text: 'fine' });
});

test('a name is looked at when it is called', async () => {
  const local = home.replace('127.0.0.1', 'localhost');
  expect((await guardedFetch(local, false)(`${local}/fine`, get)).status).toBe(200);
});

test.each([
  ['/moved', 'redirected'],
  ['/large', 'too_much'],
  ['/torn', 'unreachable'],
])('%s: %s', async (path, fault) => {
  await expect(ask(path)).rejects.toMatchObject({ fault });
  expect(heard.at(-1)).toBe(path);
});

// Slow: it waits for the five seconds that are promised.
test('who does not answer is waited for five seconds', async () => {
  await expect(ask('/slow')).rejects.toMatchObject({ fault: 'unreachable' });
}, 15_000);

test('another host, another port and another protocol are not asked', async () => {
  for (const url of ['http://127.0.0.1:1/x', 'https://example.com/', 'file:///etc/passwd'])
    await expect(guardedFetch(home, true)(url, get)).rejects.toMatchObject({ fault: 'elsewhere' });
});

test.each([
  ['https://192.168.1.1', false, 'private'],
  ['https://169.254.169.254', true, 'private'],
  ['http://192.168.1.1', true, 'insecure'],
  ['http://8.8.8.8', false, 'insecure'],
])('%s, private networks allowed: %s', async (issuer, allowed, fault) => {
  await expect(guardedFetch(issuer, allowed)(issuer, get)).rejects.toMatchObject({ fault });
});
