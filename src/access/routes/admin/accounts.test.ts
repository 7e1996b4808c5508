/** Accounts made and granted by different people, and listed, against a real database. */
import { describe, expect, test } from 'vitest';
import { accountsOf, useCounties, wanted } from '../../../../test/administrators.ts';
import { useDatabase } from '../../../../test/database.ts';
import { aPerson, aStranger } from '../../../../test/people.ts';
import { places } from '../../../../test/places.ts';
import { aBatch, anOrganisation, aPosting, aTeam } from '../../../../test/teams.ts';
import { newId } from '../../../platform/new-id.ts';
import type { AccountRow, GrantRow } from '../../contract-accounts.ts';

const database = useDatabase();
const counties = useCounties(database);
const { anAccount, confirm, signedIn, somebody, session, pageOf, state, audited } = accountsOf(
  database,
  counties,
);

describe('an account', () => {
  test('is made without rights, granted by another, and signs in from then on', async () => {
    const { id, name } = await anAccount();
    expect(await state(id)).toBe('waiting');
    expect(await session(await signedIn(id))).toBe(401);
    const { rows } = (
      await counties.security.get<{ rows: GrantRow[] }>(`/api/access/grants?place=${places.county}`)
    ).body;
    expect(rows.find((r) => r.account === id)).toMatchObject({
      ...{ kind: 'new', role: 'town', homeName: '黄略镇', aboveName: '遂溪县', mine: true },
      places: ['黄略镇'],
    });
    expect((await confirm(counties.security, id)).body).toEqual({ count: 1 });
    expect(await state(id)).toBe('invited');
    expect(await session(await signedIn(id))).toBe(200);
    expect(await audited(`account ${id}`)).toEqual(['accounts done', 'confirm done']);
    const page = await pageOf(id);
    expect(page).toMatchObject({
      ...{ name, hasPassword: false, own: false },
      places: [{ key: places.town, name: '黄略镇', source: 'home' }],
      sessions: { count: 2 },
      requests: [{ kind: 'new', state: 'granted' }],
    });
    expect(page.createdBy).toMatch(/^sysadmin/);
    expect(page.grantedBy).toMatch(/^secadmin/);
  });

  test('is made once however often it is sent, and refused with other content', async () => {
    const [id, body] = [newId(), wanted()];
    const first = await counties.system.send('POST', '/api/access/accounts', body, id);
    const again = await counties.system.send('POST', '/api/access/accounts', body, id);
    expect(again).toMatchObject({ status: first.status, body: first.body });
    expect(again.headers['idempotent-replay']).toBe('true');
    const other = await counties.system.send('POST', '/api/access/accounts', wanted(), id);
    expect(other.status).toBe(409);
    expect(await audited(`account ${id}`)).toEqual(['accounts done']);
  });

  test.each([
    ['name_form', { name: '-x' }],
    ['name_form', { name: '=cmd|x' }],
    ['display_name', { displayName: '张\n三' }],
    ['place_level', { role: 'town', home: places.village }],
    ['place_level', { role: 'county', home: places.town }],
    ['person_needed', { role: 'captain' }],
    ['organisation_needed', { role: 'sending_unit' }],
    ['organisation_superfluous', { organisation: newId() }],
    ['person_superfluous', { person: { id: newId(), name: '张三', organisation: newId() } }],
    [
      'person_unknown',
      { role: 'captain', person: { id: newId(), name: '没有', organisation: newId() } },
    ],
    ['unit_unknown', { role: 'sending_unit', organisation: newId() }],
  ])('is refused: %s', async (code, more) => {
    const id = newId();
    const reply = await counties.system.send('POST', '/api/access/accounts', wanted(more), id);
    expect(reply).toMatchObject({ status: 422, body: { code: `access.refusal.${code}` } });
    expect(await audited(`account ${id}`)).toEqual([`accounts refused access.refusal.${code}`]);
  });

  test('takes no name that somebody has, whoever sees them', async () => {
    const { name } = await anAccount();
    const reply = await counties.sibling.send(
      'POST',
      '/api/access/accounts',
      wanted({ name: name.toUpperCase(), home: places.siblingTown }),
    );
    expect(reply).toMatchObject({ status: 422, body: { code: 'access.refusal.name_taken' } });
  });

  test('may lie nowhere outside the own area, nor at no place at all', async () => {
    for (const home of [places.siblingTown, places.city, places.province, '449999999000'])
      expect(
        (await counties.system.send('POST', '/api/access/accounts', wanted({ home }))).status,
      ).toBe(404);
  });

  test('of a captain follows the person of exactly this name and unit', async () => {
    const { db } = database;
    const unit = await anOrganisation(db, '湛江市农业农村局');
    const team = await aTeam(db, places.town, unit);
    const { person } = await aPosting(db, team, await aBatch(db), '李派驻', {
      ...{ organisation_id: unit, role: 'captain' },
    });
    await database.owner.query('update teams.person set home_unit_id = $2 where id = $1', [
      person,
      unit,
    ]);
    const asked = await counties.system.get<{ rows: { id: string; posted: string[] }[] }>(
      `/api/access/people?name=${encodeURIComponent('李派驻')}&organisation=${unit}`,
    );
    expect(asked.body.rows).toMatchObject([{ id: person, posted: [expect.any(String)] }]);
    const chosen = { id: person, name: '李派驻', organisation: unit };
    const { id } = await anAccount({ role: 'captain', person: chosen });
    const page = await pageOf(id);
    expect(page).toMatchObject({ person, places: [{ key: places.town, source: 'posting' }] });
    const twice = await counties.system.send(
      'POST',
      '/api/access/accounts',
      wanted({ role: 'member', person: chosen }),
    );
    expect(twice).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.person_has_account' },
    });
    const member = { role: 'member', home: places.town, person: null, organisation: null };
    const changed = await counties.system.send('POST', `/api/access/accounts/${id}/change`, member);
    expect(changed.status).toBe(200);
    expect((await pageOf(id)).person).toBe(person);
  });

  test('of a sending unit names the unit', async () => {
    const unit = await anOrganisation(database.db, '广东某大学', { home_key: places.county });
    const found = await counties.system.get<{ rows: { id: string }[] }>(
      `/api/access/units?q=${encodeURIComponent('某大学')}`,
    );
    expect(found.body.rows).toMatchObject([{ id: unit, name: '广东某大学' }]);
    const { id } = await anAccount({ role: 'sending_unit', organisation: unit });
    expect((await pageOf(id)).organisation).toEqual({
      id: unit,
      name: '广东某大学',
    });
  });
});

describe('whom another county has', () => {
  const boundFor = (role: string, more: object) =>
    counties.system.send('POST', '/api/access/accounts', wanted({ role, ...more }));
  /** Somebody posted to the town, whose unit is the city's. */
  async function posted(name: string, unit: string, towns: readonly string[]) {
    const { db, owner } = database;
    const batch = await aBatch(db, 2);
    let person = '';
    for (const town of towns) {
      const team = await aTeam(db, town, unit);
      const wishes = { organisation_id: unit, main: person === '' };
      const given = person === '' ? wishes : { ...wishes, person_id: person };
      ({ person } = await aPosting(db, team, batch, name, given));
    }
    await owner.query('update teams.person set home_unit_id = $2 where id = $1', [person, unit]);
    await owner.query('delete from access.account where person_id = $1', [person]);
    return person;
  }

  test('has no account made here, person or unit, and is refused as if absent', async () => {
    const unit = await anOrganisation(database.db, '别处的单位', {
      home_key: places.siblingCounty,
    });
    expect(await boundFor('sending_unit', { organisation: unit })).toMatchObject({
      ...{ status: 422, body: { code: 'access.refusal.unit_unknown' } },
    });
    const person = await posted('别处的人', unit, [places.siblingTown]);
    const chosen = { id: person, name: '别处的人', organisation: unit };
    expect(await boundFor('captain', { person: chosen })).toMatchObject({
      ...{ status: 422, body: { code: 'access.refusal.person_unknown' } },
    });
    const asked = `/api/access/people?name=${encodeURIComponent('别处的人')}&organisation=${unit}`;
    expect((await counties.system.get(asked)).body).toEqual({ rows: [] });
    const { body } = await counties.sibling.get<{ rows: { id: string }[] }>(asked);
    expect(body.rows.map(({ id }) => id)).toEqual([person]);
  });

  test('and the towns there are in no list or page of an account here', async () => {
    const { db } = database;
    const unit = await anOrganisation(db, '两处结对的单位', { home_key: places.county });
    for (const place_key of [places.otherTown, places.siblingTown])
      await db
        .insertInto('teams.pairing')
        .values({
          ...{ id: newId(), kind: 'designated', place_key, organisation_id: unit },
          ...{ starts_on: '2021-07-01', document: '粤乡振〔2021〕3号' },
        })
        .execute();
    const { id } = await anAccount({ role: 'sending_unit', organisation: unit });
    expect((await pageOf(id)).places).toEqual([
      { key: places.otherTown, name: '洋青镇', source: 'pairing' },
    ]);
    const list = await counties.security.get<{ rows: GrantRow[] }>(
      `/api/access/grants?place=${places.county}`,
    );
    expect(list.body.rows.find((r) => r.account === id)?.places).toEqual(['洋青镇']);
    const above = await aPerson(database, counties.server, 'sysadmin', places.city);
    const whole = await above.get<{ places: { name: string }[] }>(`/api/access/accounts/${id}`);
    expect(whole.body.places.map(({ name }) => name)).toEqual(['洋青镇', '石城镇']);
    await database.owner.query('delete from access.account where id = $1', [above.id]);
  });
});

describe('three people, not one', () => {
  test('who makes accounts grants none, and who grants makes none', async () => {
    const { id } = await anAccount();
    const auditor = await aPerson(database, counties.server, 'auditadmin', places.county);
    for (const who of [counties.system, auditor]) expect((await confirm(who, id)).status).toBe(403);
    for (const who of [counties.security, auditor])
      expect((await who.send('POST', '/api/access/accounts', wanted())).status).toBe(403);
    expect(await state(id)).toBe('waiting');
  });

  test('nobody grants the own account, nor one they made or asked for', async () => {
    const { owner } = database;
    const { id } = await anAccount();
    await owner.query('update access.account set created_by = $2 where id = $1', [
      id,
      counties.security.id,
    ]);
    expect(await confirm(counties.security, id)).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.not_yours_to_grant' },
    });
    const own = newId();
    await owner.query(
      `insert into access.grant_request (id, account_id, kind, role, home_key) values ($1, $2, 'change', 'secadmin', $3)`,
      [own, counties.security.id, places.county],
    );
    expect((await confirm(counties.security, counties.security.id)).status).toBe(422);
    expect(
      (await counties.security.send('POST', `/api/access/grants/${own}/refuse`, { reason: '不行' }))
        .status,
    ).toBe(422);
    await owner.query('delete from access.grant_request where id = $1', [own]);
  });

  test('no administrator becomes another, and nobody becomes one', async () => {
    const watcher = await aPerson(database, counties.server, 'auditadmin', places.county);
    const rights = { home: places.county, person: null, organisation: null };
    const change = (id: string, role: string) =>
      counties.system.send('POST', `/api/access/accounts/${id}/change`, { ...rights, role });
    const refused = { status: 422, body: { code: 'access.refusal.administrator_role' } };
    expect(await change(counties.security.id, 'sysadmin')).toMatchObject(refused);
    expect(await change(watcher.id, 'county')).toMatchObject(refused);
    const { id } = await somebody();
    expect(await change(id, 'secadmin')).toMatchObject(refused);
  });

  test('nobody changes the own account', async () => {
    const at = `/api/access/accounts/${counties.system.id}`;
    const deeds: [string, unknown][] = [
      ['change', { role: 'sysadmin', home: places.town, person: null, organisation: null }],
      ['rename', { displayName: '我' }],
      ['disable', { why: 'left' }],
      ['enable', undefined],
      ['end-sessions', undefined],
      ['reset-password', undefined],
    ];
    for (const [deed, body] of deeds)
      expect(await counties.system.send('POST', `${at}/${deed}`, body), deed).toMatchObject({
        status: 422,
        body: { code: 'access.refusal.own_account' },
      });
  });

  test('the last administrator of a kind stays until there is another at the place or above', async () => {
    const at = `/api/access/accounts/${counties.security.id}/disable`;
    expect(await counties.system.send('POST', at, { why: 'left' })).toMatchObject({
      status: 422,
      body: { code: 'access.refusal.last_administrator' },
    });
    const above = await aPerson(database, counties.server, 'secadmin', places.city);
    const other = await aPerson(database, counties.server, 'secadmin', places.county);
    const disabled = await counties.system.send(
      'POST',
      `/api/access/accounts/${other.id}/disable`,
      {
        why: 'left',
      },
    );
    expect(disabled.status).toBe(200);
    await database.owner.query('delete from access.account where id = $1', [above.id]);
  });
});

describe('the list', () => {
  test('is paged, searched and narrowed, and carries no more than it says', async () => {
    const home = places.otherTown;
    for (const displayName of ['赵一', '钱二', '孙%三']) await anAccount({ home, displayName });
    const rows = async (more: string) =>
      (
        await counties.system.get<{ rows: AccountRow[]; next: string | null }>(
          `/api/access/accounts?place=${home}${more}`,
        )
      ).body;
    const all = await rows('');
    expect(all.rows.map((r) => r.displayName)).toEqual(['赵一', '钱二', '孙%三']);
    const first = await rows('&limit=2');
    expect(first.rows).toHaveLength(2);
    const rest = await rows(`&limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect([...first.rows, ...rest.rows]).toEqual(all.rows);
    expect(rest.next).toBeNull();
    const q = async (text: string) =>
      (await rows(`&q=${encodeURIComponent(text)}`)).rows.map((r) => r.displayName);
    expect(await q('钱')).toEqual(['钱二']);
    expect(await q('%')).toEqual(['孙%三']);
    expect(await q((all.rows[0]?.name ?? '').toUpperCase())).toEqual(['赵一']);
    expect((await rows('&role=county')).rows).toEqual([]);
    expect((await rows('&state=waiting')).rows).toHaveLength(3);
    expect((await rows('&state=active')).rows).toEqual([]);
    const bent = await counties.system.get(`/api/access/accounts?place=${home}&after=x`);
    expect(bent.status).toBe(400);
    expect(JSON.stringify(all)).not.toContain('hash');
  });

  test('is for administrators', async () => {
    const official = await aPerson(database, counties.server, 'county', places.county);
    const stranger = aStranger(counties.server);
    for (const list of ['accounts', 'grants', 'invitations']) {
      expect((await official.get(`/api/access/${list}?place=${places.county}`)).status).toBe(403);
      expect((await stranger.get(`/api/access/${list}?place=${places.county}`)).status).toBe(401);
    }
  });
});
