/** Two server processes over one database, each started by the product's own command. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../src/access/password.ts';
import { addAccounts } from '../src/access/store/accounts.ts';
import { catalogue } from '../src/app/rooms.ts';
import { check } from '../src/indicators/fold.ts';
import { idsOf } from '../src/indicators/triggers.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { aProvince, places } from './places.ts';
import { type Product, startProduct } from './product.ts';
import { aHolding, type Holding } from './scope/world.ts';
import { aBatch, anOrganisation, newPerson } from './teams.ts';

const database = useDatabase();
let holding: Holding;
/** Both seal under one key. */
const folder = mkdtempSync(join(tmpdir(), 'zhuzhen-several-'));
let a: Product;
let b: Product;
const password = 'a long password';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  const shared = {
    unit: await anOrganisation(db, '珠海市水务局'),
    otherUnit: await anOrganisation(db, '珠海市教育局'),
    batch: await aBatch(db),
  };
  holding = await aHolding(db, places.county, shared);
  await addAccounts(db, [
    {
      ...{ id: newId(), name: 'li', displayName: '李', role: 'county', homeKey: places.county },
      passwordHash: await hashPassword(password),
    },
  ]);
  const env = {
    DATABASE_URL: database.adminUrl,
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
  };
  [a, b] = await Promise.all([startProduct(env), startProduct(env)]);
}, 120_000);
afterAll(async () => {
  await Promise.all([a?.stop(), b?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(at: Product): Promise<string> {
  const reply = await fetch(`${at.address}/public/api/access/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'li', password }),
  });
  expect(reply.status).toBe(200);
  return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const get = (at: Product, path: string, cookie: string) =>
  fetch(`${at.address}${path}`, { headers: { cookie } });

async function send(at: Product, path: string, cookie: string, body: object, id = newId()) {
  const reply = await fetch(`${at.address}${path}`, {
    method: 'POST',
    headers: {
      ...{ cookie, 'content-type': 'application/json', 'x-zhuzhen': '1' },
      'idempotency-key': id,
    },
    body: JSON.stringify(body),
  });
  return {
    status: reply.status,
    body: await reply.json(),
    replayed: reply.headers.get('idempotent-replay') === 'true',
  };
}

test('a session made at one holds at the other, and ended at one is dead at the other at once', async () => {
  const cookie = await signIn(a);
  expect((await get(b, '/api/access/session', cookie)).status).toBe(200);
  const out = await fetch(`${b.address}/api/access/sessions/current`, {
    method: 'DELETE',
    headers: { cookie, 'x-zhuzhen': '1', 'idempotency-key': newId() },
  });
  expect(out.status).toBe(204);
  expect((await get(a, '/api/access/session', cookie)).status).toBe(401);
  expect((await get(b, '/api/access/session', cookie)).status).toBe(401);
});

test('a write repeated at the other happens once', async () => {
  const cookie = await signIn(a);
  const unit = (name: string) => ({
    ...{ name, creditCode: null, kind: 'university', level: 'provincial' },
    ...{ home: places.county, validFrom: '2021-01-01' },
  });
  const id = newId();
  const first = await send(a, '/api/teams/organisations', cookie, unit('一次大学'), id);
  const again = await send(b, '/api/teams/organisations', cookie, unit('一次大学'), id);
  expect([first.status, first.replayed]).toEqual([201, false]);
  expect(again).toEqual({ ...first, replayed: true });
  const other = await send(b, '/api/teams/organisations', cookie, unit('另一大学'), id);
  expect(other.status).toBe(409);

  const both = newId();
  const answers = await Promise.all(
    [a, b, a, b].map((at) => send(at, '/api/teams/organisations', cookie, unit('同时大学'), both)),
  );
  expect(answers.map((r) => r.status)).toEqual([201, 201, 201, 201]);
  expect(answers.filter((r) => r.replayed)).toHaveLength(3);
  const { rows } = await database.owner.query(
    "select name, count(*)::int from teams.organisation where name like '%大学' group by 1 order by 1",
  );
  expect(rows).toEqual([
    { name: '一次大学', count: 1 },
    { name: '同时大学', count: 1 },
  ]);
});

test('what both write is folded once, and both answer the same figures', async () => {
  const cookie = await signIn(a);
  const value = async (at: Product): Promise<string> => {
    const asked = `codes=teams.cadres&place=${places.county}&from=2022-07-01&to=2022-07-28`;
    const reply = await get(at, `/api/indicators/values?${asked}`, cookie);
    return ((await reply.json()) as { values: { value: string }[] }).values[0]?.value ?? '';
  };
  const before = Number(await value(a));
  const post = (at: Product) =>
    send(at, '/api/teams/postings', cookie, {
      ...{ team: holding.team, person: newPerson(), organisation: holding.unit },
      ...{ batch: holding.batch, category: 'cadre', role: 'member', village: null },
      ...{ townPost: null, main: true, startsOn: '2022-07-01', dueOn: null },
    });
  const lanes = [a, b, a, b].map(async (at) => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await post(at));
    return answers;
  });
  const written = (await Promise.all(lanes)).flat();
  expect(written.map((r) => r.status)).toEqual(Array(24).fill(201));
  expect([await value(a), await value(b)]).toEqual([`${before + 24}`, `${before + 24}`]);
  const open = async () =>
    (await database.owner.query('select count(*)::int as n from indicators.delta')).rows[0].n;
  await expect.poll(open, { timeout: 20_000 }).toBe(0);
  expect([await value(a), await value(b)]).toEqual([`${before + 24}`, `${before + 24}`]);
  expect(await check(database.jobs, catalogue, await idsOf(database.jobs))).toEqual([]);
});

test('both say how they are', async () => {
  await database.owner.query(
    `insert into platform.backup_run (id, kind, form, started_at, ended_at, outcome, folder, backup)
     values (gen_random_uuid(), 'backup', 'physical', now() - interval '2 hours', now() - interval '1 hour', 'done', '/b', 'b')`,
  );
  for (const one of [a, b]) {
    expect((await fetch(`${one.address}/health/ready`)).status).toBe(200);
    const metrics = await (await fetch(`${one.address}/metrics`)).text();
    for (const name of [
      'zhuzhen_http_requests_total{method="POST",route="/api/teams/postings",status="201"} 12',
      'zhuzhen_pool_connections{role="app",state="idle"}',
      'zhuzhen_pool_waiting{role="app"} 0',
      'zhuzhen_delta_rows 0',
      'zhuzhen_fold_lag_seconds ',
      'zhuzhen_fold_failures 0',
      'zhuzhen_backup_age_seconds{kind="backup"} 36',
      'zhuzhen_disk_free_bytes{place="data"}',
      'nodejs_eventloop_lag_p99_seconds ',
    ])
      expect(metrics).toContain(`\n${name}`);
    const lines = one
      .heard()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const routes = lines.map((line) => JSON.parse(line).route);
    expect(routes).toContain('/api/teams/postings');
  }
});

test('one stops in order and the other goes on', async () => {
  const cookie = await signIn(a);
  expect(await a.stop()).toBe(0);
  await expect(get(a, '/api/access/session', cookie)).rejects.toThrow();
  expect((await get(b, '/api/access/session', cookie)).status).toBe(200);
});
