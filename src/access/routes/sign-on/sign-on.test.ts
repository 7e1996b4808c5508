/** Single sign-on against a real OpenID provider and a real database. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aBrowser, aPerson, aServer, type Person } from '../../../../test/people.ts';
import { aProvince, places } from '../../../../test/places.ts';
import { aProvider, type TestProvider } from '../../../../test/provider.ts';
import {
  type Account,
  age,
  anAccount,
  codeOf,
  currentUrl,
  enrolled,
  forgetSteps,
  ownUrl,
  password,
  signedIn,
} from '../../../../test/signing-in.ts';
import type { Session } from '../../contract.ts';
import type { Providers } from '../../contract-sign-in.ts';

const database = useDatabase();
const origin = 'http://127.0.0.1:8080';
const enter = '/public/api/access/sign-ons';
let server: FastifyInstance;
let provider: TestProvider;
let secadmin: Person;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  provider = await aProvider(`${origin}/sign-on/return`);
  secadmin = await aPerson(database, server, 'secadmin', places.province);
  const added = await secadmin.send('POST', '/api/access/providers', settings('uni'));
  expect(added.status, added.text).toBe(204);
});
afterAll(() => Promise.all([server.close(), provider.stop()]));
beforeEach(() => switched(true));

const settings = (id: string, more: object = {}) => ({
  ...{ id, name: '粤政易', issuer: provider.issuer, clientId: provider.clientId },
  clientSecret: provider.clientSecret,
  ...{ acr: [], amr: [] },
  ...more,
});

const switched = (enabled: boolean, strength: { acr?: string[]; amr?: string[] } = {}) =>
  secadmin.send('PATCH', '/api/access/providers/uni', {
    ...{ name: '粤政易', clientId: provider.clientId, clientSecret: null, enabled },
    ...{ acr: [], amr: [], ...strength },
  });

const begin = (person: Person, url = enter) =>
  person.send<{ url: string; code?: string }>('POST', url, {
    ...{ provider: 'uni', returnTo: '/teams?lang=en', origin },
  });

/** What the provider sends back in the address, as the page hands it on. */
async function throughProvider(
  person: Person,
  url = enter,
  subject = 'someone',
  how: Parameters<TestProvider['be']>[1] = {},
) {
  provider.be(subject, how);
  const begun = await begin(person, url);
  expect(begun.status, begun.text).toBe(200);
  const back = await provider.follow(begun.body.url);
  expect(back.pathname).toBe('/sign-on/return');
  return Object.fromEntries(back.searchParams) as { code: string; state: string; iss: string };
}

const come = (person: Person, returned: object, url = enter) =>
  person.send<{ code?: string }>('POST', `${url}/return`, returned);

/** An account linked with a subject of the provider. */
async function linked(subject: string): Promise<{ account: Account; person: Person }> {
  const account = await anAccount(database);
  const person = await signedIn(server, account);
  const url = `${ownUrl}/sign-ons`;
  const reply = await come(person, await throughProvider(person, url, subject), url);
  expect(reply.status, reply.text).toBe(200);
  return { account, person };
}

describe('signing in by a provider', () => {
  test('a linked subject enters its account', async () => {
    const { account } = await linked('li');
    const browser = aBrowser(server);
    const reply = await come(browser, await throughProvider(browser, enter, 'li'));
    expect(reply).toMatchObject({ status: 200, body: { returnTo: '/teams?lang=en' } });
    const session = await browser.get('/api/access/session');
    expect(session.body).toMatchObject({
      ...{ account: { id: account.id }, owes: null, steppedUp: false },
    });
    const { rows } = await database.owner.query(
      `select outcome from access.audit where object = $1 and action = 'POST ${enter}/return'`,
      [`account ${account.name}`],
    );
    expect(rows).toEqual([{ outcome: 'done' }]);
  });

  /** What is owed right after a sign-on, and the browser it was. */
  async function owedBy(subject: string, how: Parameters<TestProvider['be']>[1] = {}) {
    const browser = aBrowser(server);
    const returned = await throughProvider(browser, enter, subject, how);
    const reply = await come(browser, returned);
    expect(reply.status, reply.text).toBe(200);
    const { body } = await browser.get<Session>('/api/access/session');
    return { browser, owes: body.owes, steppedUp: body.steppedUp };
  }

  test('owes our code as after a password, unless the provider says it asked for two factors', async () => {
    const { account, person } = await linked('bai');
    const { secret } = await enrolled(person);
    const mfa = { acr: 'urn:example:gold', amr: ['pwd', 'otp'] };
    // Nobody set what counts: what the provider says of itself counts for nothing.
    const { browser, owes } = await owedBy('bai', mfa);
    expect(owes).toBe('second_factor');
    expect(await browser.get('/api/teams/batches')).toMatchObject({
      status: 403,
      body: { code: 'platform.refusal.owes_second_factor' },
    });
    await forgetSteps(database, account);
    const given = { code: codeOf(secret) };
    const shown = await browser.send('POST', `${currentUrl}/second-factor`, given);
    expect(shown.body).toMatchObject({ owes: null });
    expect((await browser.get('/api/teams/batches')).status).toBe(200);

    expect((await switched(true, { amr: ['pwd', 'otp'] })).status).toBe(204);
    expect((await owedBy('bai')).owes).toBe('second_factor');
    expect((await owedBy('bai', { amr: ['pwd'] })).owes).toBe('second_factor');
    // It opens the pages and is no proof of ours for a weighty deed.
    expect(await owedBy('bai', mfa)).toMatchObject({ owes: null, steppedUp: false });
    expect((await switched(true, { acr: ['urn:example:gold'] })).status).toBe(204);
    expect((await owedBy('bai', { ...mfa, acr: 'urn:example:silver' })).owes).toBe('second_factor');
    expect((await owedBy('bai', mfa)).owes).toBeNull();
    const { rows } = await database.owner.query<{ two: boolean }>(
      `select (after ->> 'twoFactors')::boolean as two from access.audit
       where object = $1 and action = 'POST ${enter}/return' order by id`,
      [`account ${account.name}`],
    );
    expect(rows.map(({ two }) => two)).toEqual([false, false, false, true, false, true]);
  });

  test('a role that must have a second factor sets one up after it, proving the password first', async () => {
    const { owner } = database;
    const { account } = await linked('shen');
    await owner.query(`update access.account set role = 'auditor' where id = $1`, [account.id]);
    const { browser, owes } = await owedBy('shen', { amr: ['pwd', 'otp'] });
    expect(owes).toBe('enrolment');
    const begin = () => browser.send<{ code?: string }>('POST', `${ownUrl}/second-factor`);
    expect((await begin()).body.code).toBe('platform.refusal.step_up');
    const proof = await browser.send('POST', `${currentUrl}/step-up`, { password });
    expect(proof.status, proof.text).toBe(200);
    await enrolled(browser);
    expect((await browser.get('/api/access/session')).body).toMatchObject({ owes: null });
    expect((await owedBy('shen')).owes).toBe('second_factor');
  });

  test('asks the provider for the class that counts', async () => {
    const asked = async () =>
      new URL((await begin(aBrowser(server))).body.url).searchParams.get('acr_values');
    expect(await asked()).toBeNull();
    await switched(true, { acr: ['urn:example:gold', 'urn:example:silver'] });
    expect(await asked()).toBe('urn:example:gold urn:example:silver');
  });

  test('ends the session whose cookie came along', async () => {
    const { person } = await linked('he');
    const before = person.cookie;
    expect((await come(person, await throughProvider(person, enter, 'he'))).status).toBe(200);
    const old = await server.inject({ url: '/api/access/session', headers: { cookie: before } });
    expect(old.statusCode).toBe(401);
    expect((await person.get('/api/access/session')).status).toBe(200);
  });

  test('nobody gets an account: a subject without a link is told what to do', async () => {
    const before = await database.owner.query('select count(*) from access.account');
    const browser = aBrowser(server);
    const reply = await come(browser, await throughProvider(browser, enter, 'stranger'));
    expect(reply).toMatchObject({ status: 403, body: { code: 'access.refusal.not_linked' } });
    expect((await browser.get('/api/access/session')).status).toBe(401);
    const after = await database.owner.query('select count(*) from access.account');
    expect(after.rows).toEqual(before.rows);
  });

  test('a state nobody made, made elsewhere, or used before is good for nothing', async () => {
    await linked('wang');
    const [browser, other] = [aBrowser(server), aBrowser(server)];
    const returned = await throughProvider(browser, enter, 'wang');
    const lapsed = { status: 422, body: { code: 'access.refusal.sign_on_lapsed' } };
    expect(await come(browser, { ...returned, state: 'in.made-up' })).toMatchObject(lapsed);
    await begin(other);
    expect(await come(other, returned)).toMatchObject(lapsed);
    // The other browser's try has spent it.
    expect(await come(browser, returned)).toMatchObject(lapsed);
    const again = await throughProvider(browser, enter, 'wang');
    expect((await come(browser, again)).status).toBe(200);
    expect(await come(browser, again)).toMatchObject(lapsed);
  });

  test('a code is good once, also under a new state', async () => {
    await linked('zhao');
    const browser = aBrowser(server);
    const used = await throughProvider(browser, enter, 'zhao');
    expect((await come(browser, used)).status).toBe(200);
    const fresh = await throughProvider(browser, enter, 'zhao');
    expect(await come(browser, { ...fresh, code: used.code })).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.sign_on_refused' },
    });
  });

  test('a wrong nonce, a wrong verifier and a foreign issuer are refused', async () => {
    await linked('qian');
    for (const [column, value] of [
      ['nonce', 'another'],
      ['verifier', 'a'.repeat(43)],
    ] as const) {
      const browser = aBrowser(server);
      const returned = await throughProvider(browser, enter, 'qian');
      await database.owner.query(`update access.sign_on_attempt set ${column} = $1`, [value]);
      expect(await come(browser, returned)).toMatchObject({
        status: 422,
        body: { code: 'access.refusal.sign_on_refused' },
      });
    }
    const browser = aBrowser(server);
    const returned = await throughProvider(browser, enter, 'qian');
    expect(await come(browser, { ...returned, iss: 'https://elsewhere.example' })).toMatchObject({
      status: 422,
    });
  });

  test('after ten minutes it is over', async () => {
    await linked('sun');
    const browser = aBrowser(server);
    const returned = await throughProvider(browser, enter, 'sun');
    await database.owner.query(
      `update access.sign_on_attempt set made_at = now() - interval '11 minutes'`,
    );
    expect((await come(browser, returned)).body.code).toBe('access.refusal.sign_on_lapsed');
  });

  test('a disabled account does not enter', async () => {
    const { account } = await linked('zhou');
    await database.owner.query('update access.account set disabled_at = now() where id = $1', [
      account.id,
    ]);
    const browser = aBrowser(server);
    const reply = await come(browser, await throughProvider(browser, enter, 'zhou'));
    expect(reply).toMatchObject({ status: 403, body: { code: 'access.refusal.disabled' } });
  });

  test('a provider switched off neither begins nor ends a sign-on, and what it opened is over', async () => {
    await linked('wu');
    const [inside, onTheWay] = [aBrowser(server), aBrowser(server)];
    await come(inside, await throughProvider(inside, enter, 'wu'));
    expect((await inside.get('/api/access/session')).status).toBe(200);
    const returned = await throughProvider(onTheWay, enter, 'wu');
    expect((await switched(false)).status).toBe(204);
    expect((await come(onTheWay, returned)).body.code).toBe('access.refusal.provider_off');
    expect((await begin(aBrowser(server))).body.code).toBe('access.refusal.provider_off');
    expect((await inside.get('/api/access/session')).status).toBe(401);
    const login = await aBrowser(server).get<{ providers: object[] }>('/public/api/access/login');
    expect(login.body.providers).toEqual([]);
  });

  test('an administrator does not, also when the link is older than the role', async () => {
    const { account } = await linked('zheng');
    await database.owner.query(`update access.account set role = 'sysadmin' where id = $1`, [
      account.id,
    ]);
    const browser = aBrowser(server);
    const reply = await come(browser, await throughProvider(browser, enter, 'zheng'));
    expect(reply.body.code).toBe('access.refusal.administrator_by_password');
  });
});

describe('linking', () => {
  const url = `${ownUrl}/sign-ons`;

  test('asks for a renewed proof, and is ended by nobody but who began', async () => {
    const account = await anAccount(database);
    const person = await signedIn(server, account);
    await age(database, 'stepped_up_at', account, '11 minutes');
    expect((await begin(person, url)).body.code).toBe('platform.refusal.step_up');
    const other = await signedIn(server, await anAccount(database));
    const returned = await throughProvider(other, url, 'feng');
    // Not as a sign-in, and not by another account in the same browser.
    expect((await come(other, returned)).body.code).toBe('access.refusal.sign_on_lapsed');
    const again = await throughProvider(other, url, 'feng');
    await signedIn(server, account, other);
    expect((await come(other, again, url)).body.code).toBe('access.refusal.sign_on_lapsed');
  });

  test('one subject one account, one account one subject, until it is undone', async () => {
    const { person } = await linked('chen');
    const other = await signedIn(server, await anAccount(database));
    const taken = await come(other, await throughProvider(other, url, 'chen'), url);
    expect(taken.body.code).toBe('access.refusal.subject_taken');
    const second = await come(person, await throughProvider(person, url, 'chen-2'), url);
    expect(second.body.code).toBe('access.refusal.already_linked');
    const mine = await person.get<{ rows: { linkedAt: string | null }[] }>(url);
    expect(mine.body.rows[0]?.linkedAt).not.toBeNull();
    expect((await person.send('POST', `${url}/uni/unlink`)).status).toBe(204);
    expect((await come(other, await throughProvider(other, url, 'chen'), url)).status).toBe(200);
  });

  test('administrators cannot', async () => {
    expect((await begin(secadmin, url)).body.code).toBe('access.refusal.administrator_by_password');
    expect((await secadmin.get(url)).body).toMatchObject({ mayLink: false });
  });
});

describe('providers', () => {
  test('the client secret is sealed and never comes back', async () => {
    const list = await secadmin.get('/api/access/providers');
    expect(list.body).toMatchObject({ rows: [{ id: 'uni', hasSecret: true, enabled: true }] });
    expect(list.text).not.toContain(provider.clientSecret);
    const { rows } = await database.owner.query(
      `select client_secret::text as text from access.provider union all select after::text from access.audit
       where object = 'provider uni' union all select reply::text from access.replay`,
    );
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(provider.clientSecret);
    expect(kept).not.toContain(Buffer.from(provider.clientSecret).toString('hex'));
  });

  test.each([
    ['http://elsewhere.example', 'provider_unreachable', 'provider_insecure'],
    ['http://10.0.0.1', 'provider_insecure', 'provider_insecure'],
    ['https://10.0.0.1', 'provider_private', 'provider_private'],
    ['https://169.254.169.254', 'provider_private', 'provider_private'],
    ['https://[fd00::1]', 'provider_private', 'provider_private'],
    ['http://127.0.0.1:9', 'provider_unreachable', 'provider_unreachable'],
  ])('%s is not taken', async (issuer, code, orElse) => {
    const reply = await secadmin.send<{ code: string }>(
      'POST',
      '/api/access/providers',
      settings('other', { issuer }),
    );
    expect([code, orElse].map((one) => `access.refusal.${one}`)).toContain(reply.body.code);
  });

  test('are set for the whole only, and how many are linked is told there only', async () => {
    const below = await aPerson(database, server, 'secadmin', places.city);
    const refused = { status: 422, body: { code: 'access.refusal.provider_above' } };
    let asked = 0;
    const issuer = createServer(() => {
      asked += 1;
    }).listen(0, '127.0.0.1');
    await once(issuer, 'listening');
    const { port } = issuer.address() as AddressInfo; // it listens on a port
    const add = await below.send('POST', '/api/access/providers', {
      ...settings('theirs', { issuer: `http://127.0.0.1:${port}` }),
    });
    issuer.close();
    expect(add).toMatchObject(refused);
    expect(asked).toBe(0);
    const change = await below.send('PATCH', '/api/access/providers/uni', {
      ...{ name: '别的', clientId: 'theirs', clientSecret: null, enabled: false, acr: [], amr: [] },
    });
    expect(change).toMatchObject(refused);
    const list = async (who: Person) => (await who.get<Providers>('/api/access/providers')).body;
    const seen = await list(below);
    expect(seen).toMatchObject({ rows: [{ id: 'uni', enabled: true }], maySet: false });
    expect(seen.rows.map(({ linked: count }) => count)).toEqual([null]);
    const whole = await list(secadmin);
    expect(whole).toMatchObject({ maySet: true, rows: [{ linked: expect.any(Number) }] });
  });

  test('nor is a second one under the same short name', async () => {
    const reply = await secadmin.send<{ code: string }>(
      'POST',
      '/api/access/providers',
      settings('uni'),
    );
    expect(reply.body.code).toBe('access.refusal.provider_known');
  });
});
