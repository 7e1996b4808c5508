/** Connections that fail: what is given up, after how long, and that the next request is served. */
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { asRefusal } from '../http/server.ts';
import { type Limits, openPool, type Pool } from './pool.ts';
import { inScope, nobody } from './scope.ts';

const database = useDatabase();
const limits: Limits = { statement: 400, lock: 150, idle: 300, answer: 900 };
let pool: Pool;

beforeAll(() => {
  pool = openPool(database.urls.zz_app, { max: 1, limits });
});
afterAll(() => pool.end());

/** What the caller of failing work is told. */
const failing = (work: Promise<unknown>) => work.then(() => undefined, asRefusal);

test('a slow statement and a lock are given up with 503, and the connection serves on', async () => {
  expect(await failing(pool.query('select pg_sleep(5)'))).toMatchObject({ status: 503 });
  const holder = await database.owner.connect();
  await holder.query('begin');
  await holder.query('select pg_advisory_xact_lock(99)');
  const waiting = inScope(pool, nobody, (_, client) =>
    client.query('select pg_advisory_xact_lock(99)'),
  );
  expect(await failing(waiting)).toMatchObject({ status: 503 });
  await holder.query('rollback');
  holder.release();
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
});

test('a transaction in which nothing is asked lets go of its locks', async () => {
  const idle = inScope(pool, nobody, async (_, client) => {
    await client.query('select pg_advisory_xact_lock(98)');
    await new Promise((done) => setTimeout(done, 600)); // twice the limit
    await client.query('select 1');
  });
  expect(await failing(idle)).toMatchObject({ status: 503 });
  expect((await pool.query('select pg_try_advisory_lock(98) as free')).rows).toEqual([
    { free: true },
  ]);
});

test('a transaction that failed unnoticed is not taken for committed', async () => {
  const unnoticed = inScope(pool, nobody, (_, client) =>
    client.query('select 1 / 0').catch(() => {}),
  );
  await expect(unnoticed).rejects.toThrow(/had failed/);
});

test('connections that died without a word are noticed before they are lent, and while they work', async () => {
  const line = await aLine(database.urls.zz_app);
  const over = openPool(line.url, { max: 2, limits: { ...limits, statement: 0 } });
  const both = () => Promise.all([over.query('select 1'), over.query('select 1')]);
  await both();
  await new Promise((done) => setTimeout(done, 600)); // at rest
  line.forget();
  const began = performance.now();
  await both();
  expect(performance.now() - began).toBeGreaterThan(1_500); // they were asked in vain
  line.forget();
  expect(await failing(both())).toMatchObject({ status: 503 });
  await both();
  await over.end();
  line.close();
});

/** A way to the database whose connections can be made to pass nothing on any more. */
async function aLine(to: string) {
  const url = new URL(to);
  const port = Number(url.port);
  const pairs = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    pairs.add([near, far]);
    for (const end of [near, far]) end.on('error', () => {});
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  url.port = String(typeof address === 'object' ? address?.port : 0);
  return {
    url: url.toString(),
    forget: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    close: () => {
      for (const pair of pairs) for (const end of pair) end.destroy();
      server.close();
    },
  };
}
