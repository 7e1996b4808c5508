import { createServer } from 'node:net';
import { expect, inject, test } from 'vitest';
import { checkOutside, databaseServer } from './database-server.ts';

test('an outside server of this version is taken, and stopping leaves it alone', async () => {
  const databaseUrl = inject('adminUrl');
  const server = await databaseServer({ dataDir: '/nonexistent', databaseUrl }, () => {});
  expect(server).toMatchObject({ adminUrl: databaseUrl, startedHere: false });
  await server.stop();
  await checkOutside(databaseUrl);
});

test('an unreachable server is one line without the password', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => closed.once('listening', done));
  const address = closed.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await new Promise((done) => closed.close(done));
  const problem = await checkOutside(`postgres://u:hunter2@127.0.0.1:${port}/d`).catch(String);
  expect(problem).toMatch(/cannot be reached \(127\.0\.0\.1:\d+: .*ECONNREFUSED/);
  expect(problem).not.toContain('hunter2');
  expect(problem).not.toContain('\n');
});

test('a wrong account and a missing database are said', async () => {
  const url = new URL(inject('adminUrl'));
  url.pathname = '/no_such_database';
  await expect(checkOutside(url.href)).rejects.toThrow(/no_such_database.* does not exist/);
  url.password = 'wrong';
  await expect(checkOutside(url.href)).rejects.toThrow(/password authentication failed/);
});
