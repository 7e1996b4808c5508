/** Health for balancers: a yes or a no, and the reason only in the log. */
import { expect, test } from 'vitest';
import { bareServer } from '../http/server.ts';
import { serveHealth } from './health.ts';
import { logTo } from './log.ts';

test('live is always yes; ready says no while a check fails, and why only to the log', async () => {
  let written = '';
  const stream = {
    write: (line: string) => {
      written += line;
    },
  };
  const server = await bareServer((code) => ({ detail: code, todo: '' }), {
    logger: logTo('warn', stream),
  });
  let fault: Error | null = null;
  let looks = 0;
  serveHealth(server, {
    database: async () => {
      looks += 1;
      if (fault) throw fault;
    },
  });
  const ready = async () => {
    const { statusCode, headers, json } = await server.inject('/health/ready');
    return { statusCode, again: headers['retry-after'], body: json() };
  };
  const yes = { statusCode: 200, again: undefined, body: { status: 'ok' } };
  const no = { statusCode: 503, again: '5', body: { status: 'unavailable' } };

  expect(await ready()).toEqual(yes);
  fault = new Error('password of zz_app at 10.0.0.9');
  expect(await ready()).toEqual(yes); // within a second of the last look
  expect(looks).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await ready()).toEqual(no);
  expect((await server.inject('/health/live')).statusCode).toBe(200);
  fault = null;
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await ready()).toEqual(yes);
  expect(written.split('\n').map((line) => line && JSON.parse(line).msg)).toEqual([
    'not ready to serve',
    'ready again',
    '',
  ]);
  expect(written).toContain('zz_app at 10.0.0.9');
  await server.close();
});

test('a check that hangs is a no', async () => {
  const server = await bareServer((code) => ({ detail: code, todo: '' }));
  serveHealth(server, { database: () => new Promise(() => {}) });
  expect((await server.inject('/health/ready')).statusCode).toBe(503);
  await server.close();
});
