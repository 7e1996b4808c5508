/** Hidden numbers of people: entered, masked, corrected, found, revealed; and kept nowhere in plain. */
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { aPerson, aServer, type Person, testKeys } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { aPosting, aTeam, madeUpNumbers } from '../../../test/teams.ts';
import type { Looks, Revealed } from '../../access/personal/contract.ts';
import { newId } from '../../platform/new-id.ts';
import { reason, useTown } from './numbers-for-tests.ts';

const { town, cardOf, adding, add, correct, find } = useTown();
let sibling: Person;
beforeAll(async () => {
  sibling = await aPerson(town.database, town.server, 'county', places.siblingCounty);
});

const shown = ({ idNumber, phone }: typeof town.numbers) => ({
  idNumber: `440***********${idNumber.slice(-4)}`,
  phone: `199****${phone.slice(-4)}`,
});
const reveal = (who: Person, more: object = {}, id = newId()) =>
  who.send<Revealed>(
    'POST',
    '/api/access/reveals',
    { field: 'teams.person.phone', row: town.person, reason, ...more },
    id,
  );
const auditOf = async (id: string) =>
  (
    await town.database.owner.query<{
      kind: string;
      outcome: string;
      before: unknown;
      after: unknown;
    }>(
      'select kind::text as kind, outcome, before, after from access.audit where person_id = $1 order by at',
      [id],
    )
  ).rows;

describe('entering', () => {
  test('a new person’s numbers are sealed, and shown in part only', async () => {
    const given = madeUpNumbers();
    const id = newId();
    const sent = { ...given, id, idNumber: ` ${given.idNumber} `, phone: `+86 ${given.phone}` };
    expect((await add(town.county, sent)).status).toBe(201);
    expect((await cardOf(town.county, id)).body).toMatchObject({ ...shown(given), kept: true });
    const row = await town.database.db
      .selectFrom('teams.person')
      .select(['id_number', 'phone'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.id_number?.subarray(0, 1)).toEqual(Buffer.of(2));
    expect(row.phone?.toString('latin1')).not.toContain(given.phone);
    const said = JSON.stringify(await auditOf(id));
    for (const number of [given.idNumber, given.phone]) expect(said).not.toContain(number);
  });

  test('without numbers as before', async () => {
    expect((await add(town.county, { id: newId() })).status).toBe(201);
    expect((await add(town.county, { id: newId(), idNumber: null, phone: null })).status).toBe(201);
  });

  test.each([
    ['4408001985010100', 'teams.refusal.id_number_form'],
    ['440800198501010000', 'teams.refusal.id_number_check'],
    ['990101198501011232', 'teams.refusal.id_number_area'],
  ])('%s is refused: %s', async (idNumber, code) => {
    const reply = await add(town.county, { id: newId(), idNumber });
    expect(reply).toMatchObject({ status: 422, body: { code } });
    expect(reply.text).not.toContain(idNumber);
  });

  test('another year of birth than the record’s, and no mobile number', async () => {
    const other = madeUpNumbers('19900101');
    expect((await add(town.county, { id: newId(), ...other })).body).toMatchObject({
      code: 'teams.refusal.id_number_born_in',
    });
    expect((await add(town.county, { id: newId(), phone: '020-12345678' })).body).toMatchObject({
      code: 'teams.refusal.phone_form',
    });
  });

  test('nobody twice, not even from another county, and no stranger is named', async () => {
    const reply = await sibling.send('POST', '/api/teams/postings', {
      ...adding({ id: newId(), idNumber: town.numbers.idNumber }),
      team: await aTeam(town.database.db, places.siblingTown, town.unit),
    });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'teams.refusal.id_number_taken' },
    });
    expect(reply.text).not.toContain('陈敏');
    expect(reply.text).not.toContain(town.person);
  });

  test('many at once: one gets through', async () => {
    const { idNumber } = madeUpNumbers();
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => add(town.county, { id: newId(), idNumber })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422]);
  });

  test('again with the same id: the same answer; with another number under it: refused', async () => {
    const given = { id: newId(), ...madeUpNumbers() };
    const id = newId();
    const first = await add(town.county, given, id);
    const again = await add(town.county, given, id);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replay']).toBe('true');
    const other = await add(town.county, { ...given, phone: madeUpNumbers().phone }, id);
    expect(other).toMatchObject({ status: 409, body: { code: 'platform.refusal.other_body' } });
  });
});

describe('correcting', () => {
  test('what is left out stays; the audit says what was done and no number', async () => {
    const next = madeUpNumbers();
    expect((await correct(town.county, { phone: next.phone })).status).toBe(200);
    expect((await cardOf(town.county)).body).toMatchObject({
      idNumber: shown(town.numbers).idNumber,
      phone: shown(next).phone,
      changes: [
        { by: expect.stringContaining('county'), fields: [{ name: 'phone', deed: 'changed' }] },
      ],
    });
    expect((await correct(town.county, { idNumber: null })).status).toBe(200);
    expect((await cardOf(town.county)).body).toMatchObject({ idNumber: null });
    const done = (await auditOf(town.person)).map(({ after }) => after);
    expect(done).toEqual([{ phone: 'changed' }, { idNumber: 'removed' }]);
  });

  test('earlier states keep sealed values of the same row', async () => {
    await correct(town.county, { ...madeUpNumbers() });
    const { rows } = await town.database.owner.query<{ text: string; id_number: Buffer }>(
      'select h::text as text, id_number from teams.person_history h where id = $1',
      [town.person],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(town.numbers.idNumber);
    const { secretsUnder, placeOf } = await import('../../platform/secrets/envelope.ts');
    const opened = secretsUnder(testKeys).open(
      rows[0]?.id_number ?? Buffer.alloc(0),
      placeOf('teams.person', town.person, 'id_number'),
    );
    expect(opened).toBe(town.numbers.idNumber);
  });

  test('from a state somebody else changed meanwhile it is refused', async () => {
    const { seen } = (await cardOf(town.county)).body;
    await correct(town.county, { phone: madeUpNumbers().phone });
    expect(await correct(town.county, { phone: null, seen })).toMatchObject({ status: 409 });
  });

  test('the year of birth goes with the number', async () => {
    expect((await correct(town.county, { bornIn: 1990 })).body.code).toBe(
      'teams.refusal.born_in_alone',
    );
    const both = { bornIn: 1990, idNumber: madeUpNumbers('19900101').idNumber };
    expect((await correct(town.county, both)).status).toBe(200);
  });

  test('only where the record is kept', async () => {
    expect((await correct(sibling, { phone: null })).status).toBe(404);
    const reader = await aPerson(town.database, town.server, 'department', places.county);
    expect((await correct(reader, { phone: null })).status).toBe(403);
  });
});

test('the audit says it in words, the field and what was done by name', async () => {
  await correct(town.county, { phone: null });
  await reveal(town.county, { field: 'teams.person.id_number' });
  const reader = await aPerson(town.database, town.server, 'auditadmin', places.county);
  const { rows } = await town.database.owner.query<{ id: string }>(
    'select id from access.audit where person_id = $1 order by at',
    [town.person],
  );
  const said = await Promise.all(
    rows.map(async ({ id }) => (await reader.get(`/api/access/audit/rows/${id}`)).text),
  );
  expect(said[0]).toContain('删除');
  expect(said[1]).toContain('身份证号');
  expect(said.join('')).not.toContain('teams.person');
});

describe('where the record has moved on', () => {
  test('the county that was left still names the person, without the numbers', async () => {
    await aPosting(town.database.db, town.team, town.batch, '陈敏', {
      person_id: town.person,
      starts_on: '2020-01-01',
      ends_on: '2021-01-01',
      end_reason: 'rotation',
    });
    await town.database.owner.query('update teams.person set place_key = $2 where id = $1', [
      town.person,
      places.siblingTown,
    ]);
    const card = await cardOf(town.county);
    expect(card.body).toMatchObject({ name: '陈敏', kept: false, idNumber: null, phone: null });
    expect(card.body.changes).toEqual([]);
    expect((await reveal(town.county)).status).toBe(404);
    expect((await cardOf(sibling)).body).toMatchObject({ kept: true, ...shown(town.numbers) });
  });
});

describe('revealing', () => {
  test('one value, for a reason; once; audited; the person can see who', async () => {
    const id = newId();
    const reply = await reveal(town.county, {}, id);
    expect(reply).toMatchObject({ status: 200, body: { value: town.numbers.phone } });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(await reveal(town.county, {}, id)).toMatchObject({
      status: 409,
      body: { code: 'platform.refusal.shown_once' },
    });
    const [done] = await auditOf(town.person);
    expect(done).toMatchObject({
      kind: 'reveal',
      outcome: 'done',
      after: { field: 'teams.person.phone', reason },
    });
    const look = { kind: 'reveal', field: 'teams.person.phone', reason, role: 'county' };
    const looks = await town.county.get<Looks>(`/api/access/looks?person=${town.person}`);
    expect(looks.body.rows).toMatchObject([look]);
    const own = await aPerson(town.database, town.server, 'member', places.town, {
      personId: town.person,
    });
    expect((await own.get<Looks>('/api/access/own/looks')).body.rows).toMatchObject([look]);
    expect((await sibling.get<Looks>(`/api/access/looks?person=${town.person}`)).body.rows).toEqual(
      [],
    );
    const other = await aPerson(town.database, town.server, 'member', places.town);
    expect((await other.get<Looks>('/api/access/own/looks')).body.rows).toEqual([]);
  });

  test('not elsewhere, not without the right, not without a reason, not what there is not', async () => {
    expect((await reveal(sibling)).status).toBe(404);
    expect(
      (await reveal(await aPerson(town.database, town.server, 'captain', places.town))).status,
    ).toBe(403);
    expect((await reveal(town.county, { reason: '看看' })).status).toBe(400);
    expect((await reveal(town.county, { reason: '  看    ' })).status).toBe(400);
    const spelled = [
      '199.9000.0001',
      '199–9000–0001',
      '一九九九〇〇〇零零零一',
      '１９９９００００００１',
      '199转9000和0001',
    ];
    for (const number of [town.numbers.phone, '199 9000 0001', town.numbers.idNumber, ...spelled])
      expect((await reveal(town.county, { reason: `拨打 ${number} 核对` })).body).toMatchObject({
        code: 'access.refusal.number_in_reason',
      });
    expect((await reveal(town.county, { field: 'teams.person.name' })).status).toBe(404);
    expect((await reveal(town.county, { field: 'access.account.password_hash' })).status).toBe(404);
    await correct(town.county, { phone: null });
    expect((await reveal(town.county)).body).toMatchObject({
      code: 'access.refusal.nothing_hidden',
    });
  });

  test('asks for a renewed proof', async () => {
    const late = await aPerson(town.database, town.server, 'county', places.county);
    await town.database.owner.query(
      `update access.session set stepped_up_at = now() - interval '1 hour', second_factor_at = now() - interval '1 hour'
       where account_id = $1`,
      [late.id],
    );
    expect(await reveal(late)).toMatchObject({
      status: 403,
      body: { code: 'platform.refusal.step_up' },
    });
  });

  test('twenty an hour, however many come at once; then it says how long to wait', async () => {
    const eager = await aPerson(town.database, town.server, 'county', places.county);
    const replies = await Promise.all(Array.from({ length: 23 }, () => reveal(eager)));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'access.refusal.looked_too_often' });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(3_500);
    await town.database.owner.query(
      `update access.look set at = at - interval '61 minutes' where account_id = $1`,
      [eager.id],
    );
    expect((await reveal(eager)).status).toBe(200);
  });
});

describe('finding by a number', () => {
  test('exactly, in the own area; masked, noted, told to the person', async () => {
    const reply = await find(town.county, ` ${town.numbers.idNumber.toLowerCase()}`);
    expect(reply.body.rows).toMatchObject([{ id: town.person, ...shown(town.numbers) }]);
    expect((await find(town.county, `+86 ${town.numbers.phone}`, 'phone')).body.rows).toHaveLength(
      1,
    );
    expect((await find(town.county, town.numbers.idNumber.slice(0, 17))).body.rows).toEqual([]);
    expect((await find(sibling, town.numbers.idNumber)).body.rows).toEqual([]);
    const looks = await town.county.get<Looks>(`/api/access/looks?person=${town.person}`);
    expect(looks.body.rows.map(({ kind }) => kind)).toEqual(['search', 'search']);
    expect((await auditOf(town.person)).map(({ kind }) => kind)).toEqual(['read', 'read']);
  });
});

describe('keys', () => {
  test('a value under a key the server does not have: said so, and nothing else', async () => {
    const bytes = randomBytes(32);
    const key = { id: 'other', algorithm: 'aes-256-gcm', bytes } as const;
    const elsewhere = await aServer(town.database, { keys: { active: key, all: [key] } });
    const there = await aPerson(town.database, elsewhere, 'county', places.county);
    expect(await cardOf(there)).toMatchObject({
      status: 503,
      body: { code: 'platform.refusal.key_missing' },
    });
    await elsewhere.close();
  });

  test('after a new key what was kept under the old one is found, shown, and not entered twice', async () => {
    const young = { id: '2026', algorithm: 'sm4-hmac-sm3', bytes: randomBytes(32) } as const;
    const later = await aServer(town.database, {
      keys: { active: young, all: [...testKeys.all, young] },
    });
    const there = await aPerson(town.database, later, 'county', places.county);
    expect((await cardOf(there)).body).toMatchObject(shown(town.numbers));
    expect((await find(there, town.numbers.idNumber)).body.rows).toHaveLength(1);
    expect((await add(there, { id: newId(), idNumber: town.numbers.idNumber })).body).toMatchObject(
      {
        code: 'teams.refusal.id_number_taken',
      },
    );
    const next = { id: newId(), ...madeUpNumbers() };
    expect((await add(there, next)).status).toBe(201);
    expect((await cardOf(there, next.id)).body).toMatchObject(shown(next));
    await later.close();
  });
});
