/** The security policy over HTTP: read by all, set by the security administrators of the whole, kept as history. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../../test/people.ts';
import { aProvince, places } from '../../../../test/places.ts';
import { newId } from '../../../platform/new-id.ts';
import type { PolicyChanges, PolicyPage } from '../../contract-accounts.ts';
import { presets } from '../../rules/policy.ts';

const database = useDatabase();
let server: FastifyInstance;
let security: Person;
let official: Person;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  security = await aPerson(database, server, 'secadmin', places.province);
  official = await aPerson(database, server, 'town', places.town);
});
afterAll(() => server.close());

const now = async () => (await official.get<PolicyPage>('/api/access/policy')).body;
const set = async (change: object, id = newId(), who = security) =>
  who.send<PolicyPage>(
    'POST',
    '/api/access/policies',
    { policy: { ...(await now()).policy, ...change }, seen: (await now()).since },
    id,
  );

test('is level 3 until somebody sets another', async () => {
  expect(await now()).toEqual({ policy: presets.level3, since: null });
});

test('holds at once, is kept with who set it, and audited with before and after', async () => {
  const set14 = await set({ minLength: 14, rotateDays: null });
  expect(set14).toMatchObject({
    status: 200,
    body: { policy: { minLength: 14, rotateDays: null } },
  });
  expect(await now()).toEqual(set14.body);
  expect((await set({ ...presets.nist })).status).toBe(200);
  const { rows } = (await official.get<PolicyChanges>('/api/access/policies')).body;
  expect(rows.map((r) => r.policy.minLength)).toEqual([15, 14]);
  expect(rows.every((r) => r.by?.startsWith('secadmin'))).toBe(true);
  const { rows: audit } = await database.owner.query(
    `select before, after from access.audit where object = 'policy' and outcome = 'done' order by id`,
  );
  expect(audit).toEqual([
    { before: { preset: 'level3' }, after: { preset: 'level3', minLength: 14, rotateDays: null } },
    { before: { preset: 'level3', minLength: 14, rotateDays: null }, after: { preset: 'nist' } },
  ]);
});

test('acts on the next request: who has shown no second factor owes it now', async () => {
  expect((await set({ preset: 'level3', secondFactorRoles: [] })).status).toBe(200);
  await database.owner.query(
    'update access.session set second_factor_at = null where account_id = $1',
    [official.id],
  );
  expect((await official.get('/api/regions/editions')).status).toBe(200);
  expect((await set({ secondFactorRoles: ['town'] })).status).toBe(200);
  expect((await official.get('/api/regions/editions')).status).toBe(403);
  expect((await official.get('/api/access/policy')).status).toBe(200);
  expect((await set({ secondFactorRoles: ['secadmin'] })).status).toBe(200);
});

test('keeps within its bounds and changes something', async () => {
  for (const bad of [
    { minLength: 7 },
    { lockMinutes: 1441 },
    { idleMinutes: 1 },
    { unusedDays: 29 },
  ])
    expect(await set(bad)).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.policy_bounds' },
    });
  expect((await set({ lockMinutes: null })).status).toBe(400);
  expect((await set({ lockMinutes: 1.5 })).status).toBe(400);
  expect((await set({})).body).toMatchObject({ code: 'access.refusal.nothing_changes' });
});

test('is set once for one id, and not over what another has set meanwhile', async () => {
  const id = newId();
  const body = { policy: { ...(await now()).policy, history: 7 }, seen: (await now()).since };
  const first = await security.send('POST', '/api/access/policies', body, id);
  const again = await security.send('POST', '/api/access/policies', body, id);
  expect([first.status, again.status, again.headers['idempotent-replay']]).toEqual([
    200,
    200,
    'true',
  ]);
  const stale = await security.send('POST', '/api/access/policies', body);
  expect(stale).toMatchObject({ status: 409, body: { code: 'access.refusal.policy_changed' } });
  const other = { ...body, seen: (await now()).since };
  const both = await Promise.all(
    [8, 9].map((history) =>
      security.send('POST', '/api/access/policies', {
        ...other,
        policy: { ...other.policy, history },
      }),
    ),
  );
  expect(both.map((r) => r.status).sort()).toEqual([200, 409]);
});

test('is nobody else’s to set', async () => {
  const system = await aPerson(database, server, 'sysadmin', places.province);
  const below = await aPerson(database, server, 'secadmin', places.city);
  expect((await set({ history: 3 }, newId(), system)).status).toBe(403);
  expect((await set({ history: 3 }, newId(), official)).status).toBe(403);
  expect(await set({ history: 3 }, newId(), below)).toMatchObject({
    status: 422,
    body: { code: 'access.refusal.policy_above' },
  });
});
