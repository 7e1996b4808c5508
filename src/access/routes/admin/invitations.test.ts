/** Links to set a password: told once, used once, taken back, and the first three administrators, against a real database. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aPerson, aServer, aStranger, type Person } from '../../../../test/people.ts';
import { aProvince, places } from '../../../../test/places.ts';
import { newId } from '../../../platform/new-id.ts';
import type { FirstAdministrators, InvitationRow, Invited } from '../../contract-accounts.ts';
import { openSession } from '../../store/sessions.ts';

const database = useDatabase();
let server: FastifyInstance;
let system: Person;
let security: Person;
const strong = 'Red-lychee 2022 tree';

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
});
afterAll(() => server.close());

const open = (token: string) =>
  aStranger(server).send<{ name: string }>('POST', '/public/api/access/invitations/open', {
    token,
  });
const accept = (token: string, password = strong) =>
  aStranger(server).send<{ session: { role: string } | null }>(
    'POST',
    '/public/api/access/invitations/accept',
    { token, password },
  );
const signIn = (name: string, password: string) =>
  aStranger(server).send('POST', '/public/api/access/sessions', { name, password });
const gone = { status: 422, body: { code: 'access.refusal.invitation_gone' } };

test('an empty installation begins with three administrators, two of them by link', async () => {
  const stranger = aStranger(server);
  const first = (more: object) =>
    stranger.send<FirstAdministrators>('POST', '/public/api/access/first-administrator', {
      ...{ name: 'Xi.tong', password: strong, security: 'anquan', audit: 'jilu' },
      ...more,
    });
  expect(await first({ audit: 'ANQUAN' })).toMatchObject({
    status: 422,
    body: { code: 'access.refusal.names_alike' },
  });
  expect((await first({ security: '=x' })).body).toMatchObject({
    code: 'access.refusal.name_form',
  });
  expect((await first({ password: 'short' })).body).toMatchObject({
    code: 'access.refusal.password_short',
  });
  const made = await first({});
  expect(made.body).toMatchObject({
    session: { role: 'sysadmin', home: { key: places.province }, owes: 'enrolment' },
    invitations: [
      { name: 'anquan', role: 'secadmin', displayName: '安全管理员', homeName: '广东省' },
      { name: 'jilu', role: 'auditadmin', displayName: '审计管理员' },
    ],
  });
  expect((await first({})).status).toBe(409);
  for (const { token, name } of made.body.invitations) {
    expect((await open(token)).body.name).toBe(name);
    expect((await accept(token)).body.session?.role).toMatch(/^(sec|audit)admin$/);
    expect((await signIn(name, strong)).status).toBe(200);
  }
  const { rows } = await database.owner.query(
    `select count(*)::int as n from access.audit where after::text ~ $1 or before::text ~ $1`,
    [made.body.invitations.map((i) => i.token).join('|')],
  );
  expect(rows).toEqual([{ n: 0 }]);
});

describe('a link', () => {
  beforeEach(async () => {
    system ??= await aPerson(database, server, 'sysadmin', places.county);
    security ??= await aPerson(database, server, 'secadmin', places.county);
  });

  async function anAccount(): Promise<{ id: string; name: string }> {
    const [id, name] = [newId(), `wang${newId()}`];
    const rights = { role: 'county', home: places.county, person: null, organisation: null };
    const body = { name, displayName: '王五', ...rights };
    expect((await system.send('POST', '/api/access/accounts', body, id)).status).toBe(201);
    return { id, name };
  }
  async function grant(account: string): Promise<void> {
    const { rows } = await database.owner.query<{ id: string }>(
      `select id from access.grant_request where account_id = $1 and state = 'waiting'`,
      [account],
    );
    const body = { requests: rows.map((r) => r.id) };
    expect((await security.send('POST', '/api/access/grants/confirm', body)).status).toBe(200);
  }
  async function invited(account: string): Promise<string> {
    const reply = await system.send<Invited>('POST', '/api/access/invitations', {
      accounts: [account],
    });
    expect(reply.status, reply.text).toBe(201);
    return reply.body.rows[0]?.token ?? '';
  }
  const hashOf = async (account: string) => {
    const { rows } = await database.owner.query<{ password_hash: string | null }>(
      'select password_hash from access.account where id = $1',
      [account],
    );
    return rows[0]?.password_hash;
  };

  test('sets the password once, and whoever is granted is in', async () => {
    const { id, name } = await anAccount();
    await grant(id);
    const token = await invited(id);
    expect((await open(token)).body).toEqual({
      ...{ name, displayName: '王五', resets: false, expiresAt: expect.any(String) },
      policy: { minLength: 10, classes: 3, history: 5 },
    });
    for (const [password, code] of [
      ['Short 1', 'password_short'],
      ['alllowercaseletters', 'password_classes'],
      ['Password123456', 'password_common'],
      [`${name}-X1`, 'password_name'],
    ] as const)
      expect(await accept(token, password)).toMatchObject({
        status: 422,
        body: { code: `access.refusal.${code}` },
      });
    expect((await accept(token)).body.session).toMatchObject({ role: 'county' });
    expect(await accept(token)).toMatchObject(gone);
    expect(await open(token)).toMatchObject(gone);
    expect((await signIn(name, strong)).status).toBe(200);
  });

  test('ends the session of whoever was signed in at that browser', async () => {
    const { id } = await anAccount();
    await grant(id);
    const token = await invited(id);
    const other = await aPerson(database, server, 'county', places.county);
    const body = { token, password: strong };
    const reply = await other.send('POST', '/public/api/access/invitations/accept', body);
    expect(reply.body).toMatchObject({ session: { account: { id } } });
    expect((await other.get('/api/access/session')).status).toBe(401);
  });

  test('before the grant sets the password and lets nobody in', async () => {
    const { id, name } = await anAccount();
    expect((await accept(await invited(id))).body).toEqual({ session: null });
    expect((await signIn(name, strong)).body).toMatchObject({ code: 'access.refusal.not_granted' });
    await grant(id);
    expect((await signIn(name, strong)).status).toBe(200);
  });

  test('sets it once, although two use it at the same moment', async () => {
    const { id } = await anAccount();
    const token = await invited(id);
    const replies = await Promise.all([accept(token), accept(token, 'Other-lychee 2023 tree')]);
    expect(replies.map((r) => r.status).sort()).toEqual([200, 422]);
  });

  test('sent anew is another one, and the earlier is void', async () => {
    const { id } = await anAccount();
    const earlier = await invited(id);
    const token = await invited(id);
    expect(await open(earlier)).toMatchObject(gone);
    expect((await open(token)).status).toBe(200);
  });

  test('is told once: neither kept with the answer nor in the audit, and only as a hash', async () => {
    const { id } = await anAccount();
    const key = newId();
    const ask = () =>
      system.send<Invited>('POST', '/api/access/invitations', { accounts: [id] }, key);
    const token = (await ask()).body.rows[0]?.token ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await ask()).toMatchObject({
      status: 409,
      body: { code: 'platform.refusal.shown_once' },
    });
    const { rows } = await database.owner.query<{ reply: unknown; token_hash: Buffer }>(
      `select r.reply, i.token_hash from access.replay r, access.invitation i where r.id = $1 and i.account_id = $2`,
      [key, id],
    );
    expect(rows[0]?.reply).toBeNull();
    expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(token).digest());
    const told = await database.owner.query('select from access.audit a where a::text like $1', [
      `%${token}%`,
    ]);
    expect(told.rowCount).toBe(0);
  });

  test('can be taken back, once, and is listed until then', async () => {
    const { id } = await anAccount();
    const token = await invited(id);
    const list = async () =>
      (
        await system.get<{ rows: InvitationRow[] }>(
          `/api/access/invitations?place=${places.county}`,
        )
      ).body.rows;
    const [row] = await list();
    expect(row).toMatchObject({ account: id, expired: false, resets: false });
    expect(JSON.stringify(row)).not.toContain(token);
    const revoke = (key: string) =>
      system.send('POST', `/api/access/invitations/${row?.id}/revoke`, undefined, key);
    const key = newId();
    expect((await revoke(key)).status).toBe(200);
    expect((await revoke(key)).headers['idempotent-replay']).toBe('true');
    expect((await revoke(newId())).status).toBe(409);
    expect(await accept(token)).toMatchObject(gone);
    expect((await list()).some((r) => r.account === id)).toBe(false);
  });

  test('ends with its hours and with its account', async () => {
    const { id } = await anAccount();
    const token = await invited(id);
    await database.owner.query(
      `update access.invitation set expires_at = now() where account_id = $1`,
      [id],
    );
    expect(await accept(token)).toMatchObject(gone);
    const again = await invited(id);
    await system.send('POST', `/api/access/accounts/${id}/disable`, { why: 'left' });
    expect(await accept(again)).toMatchObject(gone);
    expect(await hashOf(id)).toBeNull();
  });

  test('that nobody made says the same, and costs no hash', async () => {
    const began = performance.now();
    const replies = await Promise.all(Array.from({ length: 20 }, () => accept('A'.repeat(43))));
    expect(replies.every((r) => r.status === 422)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await accept('short')).status).toBe(400);
  });

  test('resets a lost password: the old one is void at once, is not taken again, and sessions end', async () => {
    const { id, name } = await anAccount();
    await grant(id);
    await accept(await invited(id));
    expect(await system.send('POST', '/api/access/invitations', { accounts: [id] })).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.has_password' },
    });
    const cookie = `zz_session=${await openSession(database.db, id, { secondFactor: true })}`;
    const key = newId();
    const at = `/api/access/accounts/${id}/reset-password`;
    const reset = await system.send<Invited>('POST', at, undefined, key);
    expect(reset.status).toBe(201);
    expect((await system.send('POST', at, undefined, key)).status).toBe(409);
    const out = await server.inject({ url: '/api/access/session', headers: { cookie } });
    expect(out.statusCode).toBe(401);
    expect((await signIn(name, strong)).status).toBe(401);
    const token = reset.body.rows[0]?.token ?? '';
    expect((await open(token)).body).toMatchObject({ name, resets: true });
    expect(await accept(token)).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.password_used' },
    });
    expect((await accept(token, 'Green-lychee 2023 tree')).body.session).toMatchObject({
      role: 'county',
    });
    const { rows } = await database.owner.query(
      `select outcome from access.audit where object = $1 and action like '%reset-password'`,
      [`account ${id}`],
    );
    expect(rows).toEqual([{ outcome: 'done' }]);
    // Whoever administers the county finds it there.
    const seats = await database.owner.query(
      `select distinct place_key::text as place from access.audit
       where object = $1 and action like 'POST /public/%' order by 1`,
      [`account ${id}`],
    );
    expect(seats.rows).toEqual([{ place: places.county }]);
  });

  test('for several accounts comes for all or none', async () => {
    const [one, two] = [await anAccount(), await anAccount()];
    const both = { accounts: [one.id, two.id] };
    await accept(await invited(two.id));
    expect((await system.send('POST', '/api/access/invitations', both)).status).toBe(422);
    const none = await database.owner.query('select from access.invitation where account_id = $1', [
      one.id,
    ]);
    expect(none.rowCount).toBe(0);
  });
});
