/** Rights that change or end, and what a sibling county sees of them, against a real database. */
import { describe, expect, test } from 'vitest';
import { accountsOf, useCounties, wanted } from '../../../../test/administrators.ts';
import { useDatabase } from '../../../../test/database.ts';
import { aPerson, type Person } from '../../../../test/people.ts';
import { places } from '../../../../test/places.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Invited } from '../../contract-accounts.ts';

const database = useDatabase();
const counties = useCounties(database);
const { anAccount, requestFor, confirm, signedIn, somebody, session, pageOf, state, audited } =
  accountsOf(database, counties);

describe('a sibling county', () => {
  test('lists, opens and touches nothing', async () => {
    const { id, name } = await anAccount();
    const request = await requestFor(id);
    const invited = await counties.system.send<Invited>('POST', '/api/access/invitations', {
      accounts: [id],
    });
    expect(invited.status).toBe(201);
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from access.invitation where account_id = $1',
      [id],
    );
    for (const list of ['accounts', 'grants', 'invitations']) {
      expect((await counties.sibling.get(`/api/access/${list}?place=${places.town}`)).status).toBe(
        404,
      );
      const own = await counties.sibling.get(`/api/access/${list}?place=${places.siblingCounty}`);
      expect(own.status).toBe(200);
      expect(own.text).not.toContain(name);
    }
    expect((await counties.sibling.get(`/api/access/accounts/${id}`)).status).toBe(404);
    const rights = { role: 'town', home: places.siblingTown, person: null, organisation: null };
    const deeds: [Person, string, unknown?][] = [
      [counties.sibling, `accounts/${id}/change`, rights],
      [counties.sibling, `accounts/${id}/rename`, { displayName: '别人' }],
      [counties.sibling, `accounts/${id}/disable`, { why: 'left' }],
      [counties.sibling, `accounts/${id}/enable`],
      [counties.sibling, `accounts/${id}/end-sessions`],
      [counties.sibling, `accounts/${id}/reset-password`],
      [counties.sibling, 'invitations', { accounts: [id] }],
      [counties.sibling, `invitations/${rows[0]?.id}/revoke`],
      [counties.siblingSecurity, 'grants/confirm', { requests: [request] }],
      [counties.siblingSecurity, `grants/${request}/refuse`, { reason: '不行' }],
    ];
    for (const [who, deed, body] of deeds)
      expect((await who.send('POST', `/api/access/${deed}`, body)).status, deed).toBe(404);
    expect(await state(id)).toBe('waiting');
  });

  test('cannot take an account over by moving it, and one list with a foreign id does nothing', async () => {
    const mine = await somebody({ home: places.county, role: 'county' });
    const rights = { role: 'county', home: places.siblingCounty, person: null, organisation: null };
    expect(
      (await counties.system.send('POST', `/api/access/accounts/${mine.id}/change`, rights)).status,
    ).toBe(404);
    expect(await session(mine.cookie)).toBe(200);
    const one = await anAccount();
    const far = newId();
    const body = wanted({ home: places.siblingTown });
    expect((await counties.sibling.send('POST', '/api/access/accounts', body, far)).status).toBe(
      201,
    );
    expect((await confirm(counties.security, one.id, far)).status).toBe(404);
    expect(await state(one.id)).toBe('waiting');
  });
});

describe('rights that change', () => {
  test('end the sessions at once and hold again once granted anew', async () => {
    const { id, cookie } = await somebody();
    const rights = { role: 'county', home: places.county, person: null, organisation: null };
    const changed = await counties.system.send('POST', `/api/access/accounts/${id}/change`, rights);
    expect(changed.status).toBe(200);
    expect(await session(cookie)).toBe(401);
    expect(await session(await signedIn(id))).toBe(401);
    expect(await state(id)).toBe('waiting');
    expect((await confirm(counties.security, id)).status).toBe(200);
    const again = await signedIn(id);
    const now = await counties.server.inject({
      url: '/api/access/session',
      headers: { cookie: again },
    });
    expect(now.json()).toMatchObject({ role: 'county', home: { key: places.county } });
    expect(await audited(`account ${id}`)).toEqual([
      ...['accounts done', 'confirm done', 'change done', 'confirm done'],
    ]);
  });

  test('act on the next request of a session that stays open', async () => {
    const { id, cookie } = await somebody();
    await database.owner.query(
      `update access.account set role = 'county', home_key = $2 where id = $1`,
      [id, places.county],
    );
    const now = await counties.server.inject({ url: '/api/access/session', headers: { cookie } });
    expect(now.json()).toMatchObject({ role: 'county', home: { key: places.county } });
  });

  test('refused by the security administrator leave the account without any', async () => {
    const { id } = await anAccount();
    const request = await requestFor(id);
    const at = `/api/access/grants/${request}/refuse`;
    expect((await counties.security.send('POST', at, { reason: ' 。 ' })).status).toBe(422);
    const key = newId();
    const refused = await counties.security.send('POST', at, { reason: '应在县里任职' }, key);
    expect(refused.status).toBe(200);
    expect((await counties.security.send('POST', at, { reason: '应在县里任职' }, key)).status).toBe(
      200,
    );
    expect((await counties.security.send('POST', at, { reason: '再退' })).status).toBe(409);
    expect(await state(id)).toBe('refused');
    const page = await pageOf(id);
    expect(page.requests).toMatchObject([{ state: 'refused', reason: '应在县里任职' }]);
    const same = { role: 'town', home: places.town, person: null, organisation: null };
    expect(
      (await counties.system.send('POST', `/api/access/accounts/${id}/change`, same)).status,
    ).toBe(200);
    expect(await state(id)).toBe('waiting');
  });

  test('that are none are refused', async () => {
    const { id, cookie } = await somebody();
    const same = { role: 'town', home: places.town, person: null, organisation: null };
    expect(
      await counties.system.send('POST', `/api/access/accounts/${id}/change`, same),
    ).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.nothing_changes' },
    });
    expect(await session(cookie)).toBe(200);
  });

  test('granted to several of one place, and links for them, are in the audit of that place', async () => {
    const ids = [(await anAccount()).id, (await anAccount()).id];
    const above = await aPerson(database, counties.server, 'sysadmin', places.city);
    const guard = await aPerson(database, counties.server, 'secadmin', places.city);
    const requests = await Promise.all(ids.map((id) => requestFor(id)));
    const granted = await guard.send('POST', '/api/access/grants/confirm', { requests });
    expect(granted.status, granted.text).toBe(200);
    const links = await above.send('POST', '/api/access/invitations', { accounts: ids });
    expect(links.status, links.text).toBe(201);
    const { rows } = await database.owner.query<{ at: string }>(
      'select distinct place_key::text as at from access.audit where account_id = any ($1)',
      [[above.id, guard.id]],
    );
    const { home } = await pageOf(ids[0] ?? '');
    expect(rows).toEqual([{ at: home }]);
    await database.owner.query('delete from access.account where id = $1', [guard.id]);
  });

  test('are decided once, although two decide at the same moment', async () => {
    const { id } = await anAccount();
    const other = await aPerson(database, counties.server, 'secadmin', places.county);
    // Asked for once: who looks after the other has decided finds nothing to decide.
    const requests = [await requestFor(id)];
    const decide = (who: Person) => who.send('POST', '/api/access/grants/confirm', { requests });
    const replies = await Promise.all([counties.security, other].map(decide));
    expect(replies.map((r) => r.status).sort()).toEqual([200, 409]);
    await database.owner.query('delete from access.account where id = $1', [other.id]);
  });
});

describe('a disabled account', () => {
  test('is out on the next request, on every page it has open', async () => {
    const { id, cookie } = await somebody();
    const second = await signedIn(id);
    const key = newId();
    const disable = () =>
      counties.system.send('POST', `/api/access/accounts/${id}/disable`, { why: 'misused' }, key);
    expect((await disable()).status).toBe(200);
    expect(await Promise.all([cookie, second].map(session))).toEqual([401, 401]);
    expect((await disable()).headers['idempotent-replay']).toBe('true');
    expect(
      await counties.system.send('POST', `/api/access/accounts/${id}/disable`, { why: 'left' }),
    ).toMatchObject({ status: 422, body: { code: 'access.refusal.account_disabled' } });
    const page = await pageOf(id);
    expect(page).toMatchObject({
      disabledWhy: 'misused',
      state: 'disabled',
      sessions: { count: 0 },
    });
    for (const [deed, body] of [
      ['change', { role: 'county', home: places.county, person: null, organisation: null }],
      ['reset-password', undefined],
    ] as const)
      expect(
        (await counties.system.send('POST', `/api/access/accounts/${id}/${deed}`, body)).status,
      ).toBe(422);
    expect(
      (await counties.system.send('POST', '/api/access/invitations', { accounts: [id] })).status,
    ).toBe(422);
  });

  test('comes back with a new grant only', async () => {
    const { id, cookie } = await somebody();
    await counties.system.send('POST', `/api/access/accounts/${id}/disable`, { why: 'left' });
    expect((await counties.system.send('POST', `/api/access/accounts/${id}/enable`)).status).toBe(
      200,
    );
    expect(await state(id)).toBe('waiting');
    expect(await session(await signedIn(id))).toBe(401);
    expect((await counties.system.send('POST', `/api/access/accounts/${id}/enable`)).status).toBe(
      422,
    );
    expect((await confirm(counties.security, id)).status).toBe(200);
    expect(await Promise.all([cookie, await signedIn(id)].map(session))).toEqual([401, 200]);
  });

  test('all sessions can be ended without disabling', async () => {
    const { id, cookie } = await somebody();
    await signedIn(id);
    const ended = await counties.system.send('POST', `/api/access/accounts/${id}/end-sessions`);
    expect(ended.body).toEqual({ count: 2 });
    expect(await session(cookie)).toBe(401);
    expect(await state(id)).toBe('invited');
    expect((await audited(`account ${id}`)).at(-1)).toBe('end-sessions done');
  });
});
