/** The second factor of an account, against a real database. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aServer, type Person } from '../../../../test/people.ts';
import { aProvince, places } from '../../../../test/places.ts';
import {
  anAccount,
  codeOf,
  currentUrl,
  enrolled,
  forgetLocks,
  forgetSteps,
  ownUrl,
  password,
  signedIn,
} from '../../../../test/signing-in.ts';
import { newId } from '../../../platform/new-id.ts';

const database = useDatabase();
let server: FastifyInstance;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
});
afterAll(() => server.close());

const giveCode = (person: Person, code: string) =>
  person.send<{ owes: string | null; code?: string }>('POST', `${currentUrl}/second-factor`, {
    code,
  });

describe('a second factor', () => {
  test('is set up, asked for at the next sign-in, and each code is good once', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const { secret, code, codes } = await enrolled(person);
    expect(codes).toHaveLength(10);
    const { rows } = await database.owner.query(
      'select secret, pending_secret from access.second_factor where account_id = $1',
      [account.id],
    );
    expect(String(rows[0].secret)).not.toContain(secret);
    expect(rows[0].pending_secret).toBeNull();

    const later = await signedIn(server, account);
    const session = await later.get<{ owes: string; permissions: string[] }>('/api/access/session');
    expect(session.body).toMatchObject({ owes: 'second_factor', permissions: [] });
    expect(await later.get('/api/teams/batches')).toMatchObject({
      status: 403,
      body: { code: 'platform.refusal.owes_second_factor' },
    });
    // The code that confirmed is spent.
    expect(await giveCode(later, code)).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.wrong_code' },
    });
    const next = codeOf(secret, 1);
    const cookie = later.cookie;
    const shown = await giveCode(later, next);
    expect(shown.body).toMatchObject({ owes: null, steppedUp: true });
    expect((await later.get('/api/teams/batches')).status).toBe(200);
    expect(later.cookie).not.toBe(cookie);

    const third = await signedIn(server, account);
    expect((await giveCode(third, next)).status).toBe(422);
    expect((await giveCode(third, 'what is that')).status).toBe(422);
    const recovery = codes[0] ?? '';
    expect((await giveCode(third, ` ${recovery.toUpperCase()} `)).body).toMatchObject({
      owes: null,
    });
    const fourth = await signedIn(server, account);
    expect((await giveCode(fourth, recovery)).status).toBe(422);
    const mine = await third.get<{ secondFactor: object }>(`${ownUrl}/account`);
    expect(mine.body.secondFactor).toMatchObject({ recoveryLeft: 9, required: false });
  });

  test('two at once with the same code: one enters', async () => {
    const account = await anAccount(database);
    const { secret } = await enrolled(await signedIn(server, account));
    await forgetSteps(database, account);
    const [one, other] = [await signedIn(server, account), await signedIn(server, account)];
    const code = codeOf(secret);
    const replies = await Promise.all([giveCode(one, code), giveCode(other, code)]);
    expect(replies.map((r) => r.status).sort()).toEqual([200, 422]);
  });

  test('five wrong codes lock; a known browser is not locked by what strangers try', async () => {
    const account = await anAccount(database);
    const home = await signedIn(server, account);
    const { secret } = await enrolled(home);
    await forgetSteps(database, account);
    const stranger = await signedIn(server, account);
    for (let i = 0; i < 5; i++) expect((await giveCode(stranger, '000000')).status).toBe(422);
    const locked = await giveCode(stranger, codeOf(secret));
    expect(locked).toMatchObject({ status: 429, body: { code: 'access.refusal.proof_locked' } });
    // Signing in anew with the password gives no new tries.
    expect((await giveCode(await signedIn(server, account), codeOf(secret))).status).toBe(429);
    expect((await giveCode(await signedIn(server, account, home), codeOf(secret))).status).toBe(
      200,
    );
    await forgetLocks(database);
  });

  test('a password alone sets up, replaces and removes nothing', async () => {
    const account = await anAccount(database);
    const { secret } = await enrolled(await signedIn(server, account));
    const thief = await signedIn(server, account);
    for (const path of ['', '/confirm', '/recovery-codes', '/remove']) {
      const body = path === '/confirm' ? { code: codeOf(secret) } : undefined;
      expect((await thief.send('POST', `${ownUrl}/second-factor${path}`, body)).status).toBe(403);
    }
    const up = await thief.send('POST', `${currentUrl}/step-up`, { password });
    expect(up).toMatchObject({
      status: 403,
      body: { code: 'platform.refusal.owes_second_factor' },
    });
    const change = { current: password, password: 'Another-one 2022' };
    expect((await thief.send('POST', `${ownUrl}/password`, change)).status).toBe(403);
  });

  test('is replaced without a gap, and the other sessions end', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const first = await enrolled(person);
    const other = await signedIn(server, account);
    expect((await giveCode(other, codeOf(first.secret, 1))).status).toBe(200);
    const begun = await person.send<{ secret: string }>('POST', `${ownUrl}/second-factor`);
    // Until it is confirmed the first one counts.
    await forgetSteps(database, account);
    expect((await giveCode(await signedIn(server, account), codeOf(first.secret))).status).toBe(
      200,
    );
    const wrong = await person.send('POST', `${ownUrl}/second-factor/confirm`, { code: '000000' });
    expect(wrong.body).toMatchObject({ code: 'access.refusal.wrong_first_code' });
    const code = codeOf(begun.body.secret);
    expect((await person.send('POST', `${ownUrl}/second-factor/confirm`, { code })).status).toBe(
      200,
    );
    expect((await other.get('/api/access/session')).status).toBe(401);
    const later = await signedIn(server, account);
    await forgetSteps(database, account);
    expect((await giveCode(later, codeOf(first.secret))).status).toBe(422);
    expect((await giveCode(later, first.codes[0] ?? '')).status).toBe(422);
    expect((await giveCode(later, codeOf(begun.body.secret))).status).toBe(200);
  });

  test('is owed by the roles the policy names, and cannot be removed there', async () => {
    const account = await anAccount(database, 'secadmin', { homeKey: places.province });
    const person = await signedIn(server, account);
    const before = await person.get('/api/access/session');
    expect(before.body).toMatchObject({ owes: 'enrolment' });
    expect((await person.get('/api/access/providers')).status).toBe(403);
    await enrolled(person);
    expect((await person.get('/api/access/session')).body).toMatchObject({ owes: null });
    expect((await person.get('/api/access/providers')).status).toBe(200);
    expect((await person.send('POST', `${ownUrl}/second-factor/remove`)).body).toMatchObject({
      code: 'access.refusal.factor_required',
    });
  });

  test('is removed where the role may be without, and its recovery codes with it', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    await enrolled(person);
    const fresh = await person.send<{ codes: string[] }>(
      'POST',
      `${ownUrl}/second-factor/recovery-codes`,
    );
    expect(fresh.body.codes).toHaveLength(10);
    expect((await person.send('POST', `${ownUrl}/second-factor/remove`)).status).toBe(204);
    const later = await signedIn(server, account);
    expect((await later.get('/api/access/session')).body).toMatchObject({ owes: null });
    const { rows } = await database.owner.query(
      'select count(*)::int from access.recovery_code where account_id = $1',
      [account.id],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('a secret shown half an hour ago is confirmed no more', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const begun = await person.send<{ secret: string }>('POST', `${ownUrl}/second-factor`);
    await database.owner.query(
      `update access.second_factor set pending_at = now() - interval '31 minutes' where account_id = $1`,
      [account.id],
    );
    const code = codeOf(begun.body.secret);
    const late = await person.send('POST', `${ownUrl}/second-factor/confirm`, { code });
    expect(late.body).toMatchObject({ code: 'access.refusal.nothing_pending' });
  });

  test('what is shown once is kept nowhere: no secret or recovery code in replays or the audit', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const id = newId();
    const begun = await person.send<{ secret: string }>(
      'POST',
      `${ownUrl}/second-factor`,
      undefined,
      id,
    );
    const again = await person.send('POST', `${ownUrl}/second-factor`, undefined, id);
    expect(again).toMatchObject({ status: 409, body: { code: 'platform.refusal.shown_once' } });
    const code = codeOf(begun.body.secret);
    const { body } = await person.send<{ codes: string[] }>(
      'POST',
      `${ownUrl}/second-factor/confirm`,
      {
        code,
      },
    );
    const { rows } = await database.owner.query(
      `select r.reply::text as text from access.replay r where account_id = $1
       union all select a::text from access.audit a where account_id = $1`,
      [account.id],
    );
    const all = rows.map((r) => r.text).join('\n');
    for (const secret of [begun.body.secret, ...body.codes]) expect(all).not.toContain(secret);
  });
});
