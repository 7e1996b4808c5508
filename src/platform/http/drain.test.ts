/** Stopping while people work: theirs is finished, what comes is told to come back, and balancers knew first. */
import { Agent, get } from 'node:http';
import { expect, test } from 'vitest';
import { serveHealth } from '../observe/health.ts';
import { bareServer } from './server.ts';

test('what is under way finishes; what comes is refused; ready says no before anything is refused', async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const server = await bareServer((code) => ({ detail: code, todo: code }));
  serveHealth(server, {});
  server.get('/api/tries/slow', async () => {
    await slow;
    return { done: true };
  });
  server.get('/api/tries/quick', async () => ({ quick: true }));
  const base = await server.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string) =>
    new Promise<{ status: number; connection: string; retry: string; body: string }>(
      (resolve, reject) => {
        get(`${base}${path}`, { agent }, (reply) => {
          let body = '';
          reply.on('data', (part) => {
            body += part;
          });
          reply.on('end', () =>
            resolve({
              status: reply.statusCode ?? 0,
              connection: reply.headers.connection ?? '',
              retry: reply.headers['retry-after'] ?? '',
              body,
            }),
          );
        }).on('error', reject);
      },
    );

  expect((await ask('/health/ready')).status).toBe(200);
  const underWay = ask('/api/tries/slow');
  await ask('/api/tries/quick');
  const drained = server.drain({ delayMs: 400, patienceMs: 5_000 });
  expect((await ask('/health/ready')).status).toBe(503);
  expect(await ask('/api/tries/quick')).toMatchObject({ status: 200, connection: 'close' });

  await expect.poll(async () => (await ask('/api/tries/quick')).status).toBe(503);
  const refused = await ask('/api/tries/quick');
  expect(refused).toMatchObject({ connection: 'close', retry: '5' });
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'platform.refusal.stopping' });
  expect((await ask('/health/live')).status).toBe(200);

  let over = false;
  drained.then(() => {
    over = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(over).toBe(false);
  finish();
  expect(await underWay).toMatchObject({ status: 200, body: '{"done":true}', connection: 'close' });
  await drained;
  await server.close();
  await expect(ask('/health/live')).rejects.toThrow('ECONNREFUSED');
  agent.destroy();
});

test('what never finishes is not waited for for ever', async () => {
  const server = await bareServer((code) => ({ detail: code, todo: code }), { graceMs: 50 });
  server.get('/api/tries/never', () => new Promise(() => {}));
  const base = await server.listen({ port: 0, host: '127.0.0.1' });
  const hanging = new Promise((resolve) => get(`${base}/api/tries/never`).on('error', resolve));
  await expect.poll(() => server.server.listening).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.drain({ patienceMs: 100 });
  await server.close();
  expect(await hanging).toMatchObject({ code: 'ECONNRESET' });
});
