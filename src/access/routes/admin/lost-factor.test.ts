/** A second factor lost with its recovery codes: taken away by two administrators, never by one, against a real database. */
import { describe, expect, test } from 'vitest';
import { accountsOf, useCounties } from '../../../../test/administrators.ts';
import { useDatabase } from '../../../../test/database.ts';
import { type Answer, aPerson, type Person } from '../../../../test/people.ts';
import { places } from '../../../../test/places.ts';
import {
  type Account,
  age,
  anAccount,
  currentUrl,
  enrolled,
  signedIn,
} from '../../../../test/signing-in.ts';
import { newId } from '../../../platform/new-id.ts';
import type { GrantRow } from '../../contract-accounts.ts';
import type { RoleName } from '../../roles.ts';

const database = useDatabase();
const counties = useCounties(database);
const { pageOf, audited, session } = accountsOf(database, counties);
const why = '手机丢失，恢复码也找不到，已当面核对身份证';

/** Somebody of the county with a second factor, signed in. */
async function holder(role: RoleName) {
  const account = await anAccount(database, role);
  const person = await signedIn(counties.server, account);
  return { account, person, ...(await enrolled(person)) };
}

type Refused = Answer<{ id: string; code: string }>;
const ask = (who: Person, { id }: Pick<Account, 'id'>, reason = why, key = newId()) =>
  who.send<Refused['body']>('POST', `/api/access/accounts/${id}/remove-factor`, { reason }, key);
const confirm = (who: Person, request: string) =>
  who.send<Refused['body']>('POST', `/api/access/grants/${request}/remove-factor`);
const grants = async (who: Person, place: string) =>
  (await who.get<{ rows: GrantRow[] }>(`/api/access/grants?place=${place}`)).body.rows;

describe('a lost second factor', () => {
  test('is asked for by one administrator, taken away by another, and set up anew at the next sign-in', async () => {
    const { account, person, codes } = await holder('auditadmin');
    const key = newId();
    const asked = await ask(counties.system, account, why, key);
    expect(asked, asked.text).toMatchObject({ status: 201, body: { id: key } });
    expect((await ask(counties.system, account, why, key)).body).toEqual({ id: key });
    expect((await ask(counties.system, account)).body.code).toBe('access.refusal.request_waiting');
    // Until it is confirmed everything stays as it is.
    expect(await session(person.cookie)).toBe(200);
    expect(await pageOf(account.id)).toMatchObject({
      ...{ state: 'active', hasSecondFactor: true },
      requests: [{ kind: 'factor', state: 'waiting', why }],
    });
    const listed = (await grants(counties.security, places.county)).find(({ id }) => id === key);
    expect(listed).toMatchObject({ kind: 'factor', why, account: account.id, mine: true });

    expect((await confirm(counties.security, key)).status).toBe(200);
    expect(await session(person.cookie)).toBe(401);
    expect(await pageOf(account.id)).toMatchObject({
      ...{ state: 'active', hasSecondFactor: false, sessions: { count: 0 } },
      requests: [{ kind: 'factor', state: 'granted' }],
    });
    expect(await confirm(counties.security, key)).toMatchObject({
      status: 409,
      body: { code: 'access.refusal.decided_already' },
    });

    const later = await signedIn(counties.server, account);
    expect((await later.get('/api/access/session')).body).toMatchObject({ owes: 'enrolment' });
    const recovery = { code: codes[0] ?? '' };
    expect((await later.send('POST', `${currentUrl}/second-factor`, recovery)).status).toBe(422);
    await enrolled(later);
    expect((await later.get('/api/access/session')).body).toMatchObject({ owes: null });
    const about = (await audited(`account ${account.id}`)).filter((row) => /^remove-/.test(row));
    expect(about).toEqual([
      'remove-factor done',
      'remove-factor refused access.refusal.request_waiting',
      'remove-factor done',
      'remove-factor refused access.refusal.decided_already',
    ]);
  });

  test('is not owed anew where the policy does not demand one', async () => {
    const { account } = await holder('county');
    const { body } = await ask(counties.system, account);
    expect((await confirm(counties.security, body.id)).status).toBe(200);
    const later = await signedIn(counties.server, account);
    expect((await later.get('/api/access/session')).body).toMatchObject({ owes: null });
  });

  test('is no one administrator’s to take away', async () => {
    const { account, person } = await holder('county');
    const request = (await ask(counties.system, account)).body.id;
    expect((await confirm(counties.system, request)).status).toBe(403);
    expect((await ask(counties.security, account)).status).toBe(403);
    // Also not where the asking is somehow the confirming one's own.
    await database.owner.query('update access.grant_request set asked_by = $2 where id = $1', [
      ...[request, counties.security.id],
    ]);
    expect(await confirm(counties.security, request)).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.not_yours_to_grant' },
    });
    expect(await session(person.cookie)).toBe(200);
    const other = await aPerson(database, counties.server, 'secadmin', places.county);
    expect((await confirm(other, request)).status).toBe(200);
    await database.owner.query('delete from access.account where id = $1', [other.id]);
  });

  test('is not the holder’s own to ask for or confirm', async () => {
    const system = await holder('sysadmin');
    expect((await ask(system.person, system.account)).body.code).toBe('access.refusal.own_account');
    const security = await holder('secadmin');
    const { body } = await ask(counties.system, security.account);
    expect((await confirm(security.person, body.id)).body.code).toBe(
      'access.refusal.not_yours_to_grant',
    );
    expect((await confirm(counties.security, body.id)).status).toBe(200);
  });

  test('asks both for a renewed proof', async () => {
    const { account } = await holder('county');
    const stepUp = { status: 403, body: { code: 'platform.refusal.step_up' } };
    const system = await aPerson(database, counties.server, 'sysadmin', places.county);
    const security = await aPerson(database, counties.server, 'secadmin', places.county);
    await age(database, 'stepped_up_at', { id: system.id, name: '' }, '11 minutes');
    expect(await ask(system, account)).toMatchObject(stepUp);
    const { body } = await ask(counties.system, account);
    await age(database, 'stepped_up_at', { id: security.id, name: '' }, '11 minutes');
    expect(await confirm(security, body.id)).toMatchObject(stepUp);
    await database.owner.query('delete from access.account where id = any ($1)', [
      [system.id, security.id],
    ]);
  });

  test('of another county is absent', async () => {
    const { account } = await holder('county');
    expect((await ask(counties.sibling, account)).status).toBe(404);
    const { body } = await ask(counties.system, account);
    expect((await confirm(counties.siblingSecurity, body.id)).status).toBe(404);
    const theirs = await grants(counties.siblingSecurity, places.siblingCounty);
    expect(theirs.filter(({ kind }) => kind === 'factor')).toEqual([]);
    expect((await pageOf(account.id)).requests).toMatchObject([{ state: 'waiting' }]);
  });

  test('stays when it is refused, or when the account is disabled meanwhile', async () => {
    const { account, person } = await holder('county');
    const first = (await ask(counties.system, account)).body.id;
    const refuse = `/api/access/grants/${first}/refuse`;
    expect((await counties.security.send('POST', refuse, { reason: '未核实' })).status).toBe(200);
    expect((await confirm(counties.security, first)).status).toBe(409);
    expect(await session(person.cookie)).toBe(200);
    const second = (await ask(counties.system, account)).body.id;
    const disable = `/api/access/accounts/${account.id}/disable`;
    expect((await counties.system.send('POST', disable, { why: 'left' })).status).toBe(200);
    expect((await confirm(counties.security, second)).status).toBe(409);
    expect((await ask(counties.system, account)).body.code).toBe('access.refusal.account_disabled');
    expect((await pageOf(account.id)).hasSecondFactor).toBe(true);
  });

  test('needs a reason and a factor, and is confirmed by itself', async () => {
    const { account } = await holder('county');
    expect((await ask(counties.system, account, ' 。 ')).body.code).toBe(
      'access.refusal.why_short',
    );
    const without = await anAccount(database);
    expect((await ask(counties.system, without)).body.code).toBe(
      'access.refusal.account_without_factor',
    );
    const { body } = await ask(counties.system, account);
    const together = await counties.security.send('POST', '/api/access/grants/confirm', {
      requests: [body.id],
    });
    expect(together.body).toMatchObject({ code: 'access.refusal.factor_by_itself' });
    expect((await pageOf(account.id)).hasSecondFactor).toBe(true);
    const grant = newId();
    await database.owner.query(
      `insert into access.grant_request (id, account_id, kind, role, home_key) values ($1, $2, 'change', 'county', $3)`,
      [grant, without.id, places.county],
    );
    expect((await confirm(counties.security, grant)).body.code).toBe(
      'access.refusal.not_about_factor',
    );
  });
});
