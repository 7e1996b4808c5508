/** What Prometheus reads, and who else may. */
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { bareServer } from '../http/server.ts';
import { newMetrics, serveMetrics } from './metrics.ts';

let server: FastifyInstance;
afterEach(() => server.close());

async function aServer(token?: string) {
  const metrics = newMetrics({ ofProcess: false });
  server = await bareServer((code) => ({ detail: code, todo: '' }), { onEnd: [metrics.count] });
  serveMetrics(server, metrics, token);
  server.get('/api/tries/:id', async (request, reply) =>
    reply.code((request.params as { id: string }).id === 'bad' ? 503 : 200).send({}),
  );
  return metrics;
}

test('requests are counted by pattern and status, and gauges read when asked', async () => {
  const metrics = await aServer();
  let open = 3;
  metrics.gauge({ name: 'zhuzhen_open', help: 'Open.', read: () => open });
  metrics.gauge({
    name: 'zhuzhen_rooms',
    help: 'Rooms.',
    labels: ['room'],
    read: async () => [{ labels: { room: 'a' }, value: 1 }],
  });
  metrics.gauge({ name: 'zhuzhen_age', help: 'Age.', read: () => undefined });
  metrics.gauge({
    name: 'zhuzhen_broken',
    help: 'Broken.',
    read: () => Promise.reject(new Error('gone')),
  });
  for (const url of ['/api/tries/1', '/api/tries/2', '/api/tries/bad', '/440102199001011234'])
    await server.inject(url);
  await server.inject({ method: 'PUT', url: '/api/tries/1' });
  open = 4;
  const text = await metrics.text();
  for (const line of [
    'zhuzhen_http_requests_total{method="GET",route="/api/tries/:id",status="200"} 2',
    'zhuzhen_http_requests_total{method="GET",route="/api/tries/:id",status="503"} 1',
    'zhuzhen_http_requests_total{method="GET",route="other",status="404"} 1',
    'zhuzhen_http_requests_total{method="other",route="other",status="404"} 1',
    'zhuzhen_http_request_seconds_count{method="GET",route="/api/tries/:id"} 3',
    'zhuzhen_open 4',
    'zhuzhen_rooms{room="a"} 1',
  ])
    expect(text.split('\n')).toContain(line);
  expect(await metrics.text()).toMatch(/^zhuzhen_unread_total[{]name="zhuzhen_broken"[}] [12]$/m);
  expect(text).not.toMatch(/^zhuzhen_(age|broken) /m);
  expect(text).not.toContain('440102199001011234');
});

test('the process says how it is', async () => {
  await aServer();
  const text = await newMetrics().text();
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).toMatch(/^process_resident_memory_bytes /m);
});

describe('who may read them', () => {
  const ask = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    server.inject({
      url: '/metrics',
      remoteAddress,
      headers: { host: '127.0.0.1:80', ...headers },
    });

  test('without a token, this machine alone, and not through a proxy on it', async () => {
    await aServer();
    const reply = await ask();
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toMatch(/^text\/plain/);
    expect((await ask({ host: 'localhost' }, '::1')).statusCode).toBe(200);
    expect((await ask({ host: '[::1]:8080' }, '::ffff:127.0.0.1')).statusCode).toBe(200);
    const refused = [
      await ask({}, '10.0.0.1'),
      await ask({ 'x-forwarded-for': '127.0.0.1' }),
      await ask({ 'x-real-ip': '127.0.0.1' }),
      await ask({ forwarded: 'for=127.0.0.1' }),
      await ask({ host: 'zhuzhen.example' }),
      await ask({ host: '127.0.0.1.elsewhere.example' }),
    ];
    expect(refused.map((r) => r.statusCode)).toEqual(Array(6).fill(404));
  });

  test('with a token, whoever carries it', async () => {
    await aServer('0123456789abcdef');
    expect((await ask()).statusCode).toBe(404);
    expect((await ask({ authorization: 'Bearer 0123456789abcdeg' })).statusCode).toBe(404);
    const far = await ask({ authorization: 'Bearer 0123456789abcdef' }, '10.0.0.1');
    expect(far.statusCode).toBe(200);
  });
});
