/** Renewed proofs, the own password, sessions and browsers, against a real database. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aBrowser, aPerson, aServer, type Person } from '../../../../test/people.ts';
import { aProvince, places } from '../../../../test/places.ts';
import {
  age,
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
import type { SavedView } from '../../contract.ts';

const database = useDatabase();
let server: FastifyInstance;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
});
afterAll(() => server.close());

describe('a renewed proof', () => {
  test('is asked for after ten minutes, given by password, and the same request then goes through', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const other = await signedIn(server, account);
    await age(database, 'stepped_up_at', account, '11 minutes');
    const id = newId();
    const end = () => person.send('POST', `${ownUrl}/sessions/end-others`, undefined, id);
    expect(await end()).toMatchObject({ status: 403, body: { code: 'platform.refusal.step_up' } });
    const wrong = await person.send('POST', `${currentUrl}/step-up`, { password: 'wrong' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'access.refusal.wrong_current' } });
    const cookie = person.cookie;
    const right = await person.send('POST', `${currentUrl}/step-up`, { password });
    expect(right.body).toMatchObject({ steppedUp: true });
    expect(person.cookie).not.toBe(cookie);
    expect(await end()).toMatchObject({ status: 200, body: { ended: 1 } });
    expect((await other.get('/api/access/session')).status).toBe(401);
  });

  test('is a code where there is a second factor; a password is not enough', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const { secret } = await enrolled(person);
    await age(database, 'stepped_up_at', account, '11 minutes');
    await forgetSteps(database, account);
    const byPassword = await person.send('POST', `${currentUrl}/step-up`, { password });
    expect(byPassword.body).toMatchObject({ code: 'access.refusal.code_wanted' });
    const code = codeOf(secret);
    const byCode = await person.send('POST', `${currentUrl}/step-up`, { code });
    expect(byCode.body).toMatchObject({ steppedUp: true });
    await age(database, 'stepped_up_at', account, '11 minutes');
    expect((await person.send('POST', `${currentUrl}/step-up`, { code })).status).toBe(422);
  });

  test('five wrong passwords in a session lock proofs, changing the password included', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    for (let i = 0; i < 5; i++)
      expect((await person.send('POST', `${currentUrl}/step-up`, { password: 'no' })).status).toBe(
        422,
      );
    expect((await person.send('POST', `${currentUrl}/step-up`, { password })).status).toBe(429);
    const change = { current: password, password: 'Another-one 2022' };
    expect((await person.send('POST', `${ownUrl}/password`, change)).status).toBe(429);
    await forgetLocks(database);
  });

  test('the hash kept for a repeated request holds no password', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const id = newId();
    await person.send('POST', `${currentUrl}/step-up`, { password }, id);
    const { rows } = await database.owner.query(
      `select body_sha256 = sha256(convert_to($2, 'utf8')) as telling from access.replay where id = $1`,
      [id, JSON.stringify([{}, { password }])],
    );
    expect(rows).toEqual([{ telling: false }]);
  });
});

describe('the own password', () => {
  test('is changed by its holder: the policy holds, earlier ones are refused, other sessions end', async () => {
    const account = await anAccount(database, 'county', { mustChange: true });
    const person = await signedIn(server, account);
    const other = await signedIn(server, account);
    expect((await person.get('/api/access/session')).body).toMatchObject({ owes: 'password' });
    const change = (to: string, from = password) =>
      person.send('POST', `${ownUrl}/password`, { current: from, password: to });
    for (const [to, code] of [
      ['Sh0rt', 'password_short'],
      ['onlylowercaseletters', 'password_classes'],
      [password, 'password_used'],
      [`Xy7 ${account.name}`, 'password_name'],
    ] as const)
      expect((await change(to)).body).toMatchObject({ code: `access.refusal.${code}` });
    expect((await change('Another-one 2022', 'wrong')).body).toMatchObject({
      code: 'access.refusal.wrong_current',
    });
    await forgetLocks(database);
    expect((await change('Another-one 2022')).status).toBe(204);
    expect((await person.get('/api/access/session')).body).toMatchObject({ owes: null });
    expect((await other.get('/api/access/session')).status).toBe(401);
    expect((await change(password, 'Another-one 2022')).body).toMatchObject({
      code: 'access.refusal.password_used',
    });
  });
});

describe('the own sessions', () => {
  test('signing in anew ends the session whose cookie came along, whoever’s it was', async () => {
    const [account, next] = [await anAccount(database), await anAccount(database)];
    const [browser, elsewhere] = [await signedIn(server, account), await signedIn(server, account)];
    const answers = async (cookie: string) =>
      (await server.inject({ url: '/api/access/session', headers: { cookie } })).statusCode;
    const first = browser.cookie;
    const wrong = { name: account.name, password: 'not this one' };
    expect((await browser.send('POST', '/public/api/access/sessions', wrong)).status).toBe(401);
    expect(await answers(first)).toBe(200);
    await signedIn(server, account, browser);
    const second = browser.cookie;
    expect(await Promise.all([first, second].map(answers))).toEqual([401, 200]);
    await signedIn(server, next, browser);
    expect(await Promise.all([second, browser.cookie].map(answers))).toEqual([401, 200]);
    expect((await elsewhere.get('/api/access/session')).status).toBe(200);
    const { rows } = await database.owner.query(
      'select count(*)::int from access.session where account_id = $1 and ended_by = $2',
      [account.id, next.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('are listed and one of them ended, dead at once; nobody else’s are touched', async () => {
    const account = await anAccount(database);
    const [here, there] = [await signedIn(server, account), await signedIn(server, account)];
    const list = async (who: Person) =>
      (await who.get<{ rows: { id: string; current: boolean }[] }>(`${ownUrl}/sessions`)).body.rows;
    const rows = await list(here);
    expect(rows).toHaveLength(2);
    const other = rows.find((r) => !r.current)?.id ?? '';
    const stranger = await aPerson(database, server, 'county', places.county);
    expect((await stranger.send('POST', `${ownUrl}/sessions/${other}/end`)).body).toEqual({
      ended: 0,
    });
    expect((await there.get('/api/access/session')).status).toBe(200);
    expect((await here.send('POST', `${ownUrl}/sessions/${other}/end`)).body).toEqual({ ended: 1 });
    expect((await there.get('/api/access/session')).status).toBe(401);
    expect(await list(here)).toHaveLength(1);
    await age(database, 'seen_at', account, '31 minutes');
    expect((await here.get('/api/access/session')).status).toBe(401);
  });

  test('known browsers are listed and forgotten; a browser that showed a password alone is not known', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    const devices = () =>
      person.get<{ rows: { id: string; current: boolean }[] }>(`${ownUrl}/devices`);
    const [mine] = (await devices()).body.rows;
    expect(mine).toMatchObject({ current: true });
    await enrolled(person);
    await signedIn(server, account);
    expect((await devices()).body.rows).toHaveLength(1);
    const id = mine?.id ?? '';
    const stranger = await aPerson(database, server, 'county', places.county);
    await stranger.send('POST', `${ownUrl}/devices/${id}/forget`);
    expect((await devices()).body.rows).toHaveLength(1);
    await person.send('POST', `${ownUrl}/devices/${id}/forget`);
    expect((await devices()).body.rows).toEqual([]);
  });
});

test('the own audit tells of the own account and of nobody else', async () => {
  const [account, other] = [await anAccount(database), await anAccount(database)];
  const person = await signedIn(server, account);
  await signedIn(server, other);
  const bad = { name: account.name, password: 'wrong' };
  await aBrowser(server).send('POST', '/public/api/access/sessions', bad);
  const { body } = await person.get<{ rows: object[] }>(`${ownUrl}/audit`);
  expect(body.rows).toMatchObject([
    { deed: 'sign_in', done: false, why: 'access.refusal.wrong_password' },
    { deed: 'sign_in', done: true, why: null },
  ]);
});

test('somebody whose posting ended is told who they are and sees nothing', async () => {
  const account = await anAccount(database, 'captain', { homeKey: places.town });
  const person = await signedIn(server, account);
  const session = await person.get<{ places: object[] }>('/api/access/session');
  expect(session.status).toBe(200);
  expect(session.body.places).toEqual([]);
});

test('filters are kept under names, replaced by name, and are nobody else’s', async () => {
  const person = await signedIn(server, await anAccount(database));
  const other = await signedIn(server, await anAccount(database));
  const views = async (who: Person, page = '/projects') =>
    (await who.get<{ rows: SavedView[] }>(`${ownUrl}/views?page=${encodeURIComponent(page)}`)).body
      .rows;
  const keep = (name: string, search: Record<string, string>, page = '/projects') =>
    person.send('POST', `${ownUrl}/views`, { page, name, search });
  expect((await keep('在建', { state: 'building', year: '2021' })).status).toBe(204);
  expect((await keep(' 在建 ', { state: 'building', year: '2022' })).status).toBe(204);
  expect((await keep('在建', { q: '桥' }, '/funds/entries')).status).toBe(204);
  const [kept, ...more] = await views(person);
  expect(kept).toMatchObject({ name: '在建', search: { state: 'building', year: '2022' } });
  expect(more).toEqual([]);
  expect(await views(other)).toEqual([]);
  await other.send('POST', `${ownUrl}/views/${kept?.id}/remove`);
  expect(await views(person)).toHaveLength(1);
  await person.send('POST', `${ownUrl}/views/${kept?.id}/remove`);
  expect(await views(person)).toEqual([]);
  expect((await keep('x', { '': 'y' })).status).toBe(400);
  expect((await keep('x', {}, 'https://elsewhere')).status).toBe(400);
});
