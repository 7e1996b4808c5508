/** Writing through HTTP: forming, posting, changing, ending; across counties, at once, again, and by whom. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aFlag, aProvince, aTier, aTown, places } from '../../../test/places.ts';
import { aBatch, anOrganisation, aTeam, newPerson } from '../../../test/teams.ts';
import { newId } from '../../platform/new-id.ts';
import type { Changes, LeftOpen, TeamPage } from '../contract.ts';
import type { Written } from '../contract-values.ts';
import type { AddPosting } from '../contract-writing.ts';

const database = useDatabase();
let server: FastifyInstance;
let province: Person;
let county: Person;
let sibling: Person;
let town: Person;
let auditor: Person;
let batch: string;
let unit: string;
let team: string;
let village: string;
let otherCountyTeam: string;
const on = '2022-07-28';

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  server = await aServer(database);
  province = await aPerson(database, server, 'province', places.province);
  county = await aPerson(database, server, 'county', places.county);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  town = await aPerson(database, server, 'town', places.town);
  auditor = await aPerson(database, server, 'auditor', places.county);
  batch = await aBatch(db);
  unit = await anOrganisation(db, '湛江市水务局');
  otherCountyTeam = await aTeam(db, places.siblingTown, unit);
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: JSON.stringify(on) })
    .execute();
});
afterAll(() => server.close());

beforeEach(async () => {
  const place = await aTown(database.db);
  village = place.villages[0] ?? '';
  team = await aTeam(database.db, place.key, unit);
});

const posting = (change: Partial<AddPosting> = {}): AddPosting => ({
  team,
  person: newPerson(),
  organisation: unit,
  batch,
  category: 'cadre',
  role: 'member',
  village: null,
  townPost: null,
  main: true,
  startsOn: '2022-07-01',
  dueOn: '2024-07-01',
  ...change,
});

const add = (who: Person, change: Partial<AddPosting> = {}, id = newId()) =>
  who.send<Written>('POST', '/api/teams/postings', posting(change), id);
const end = (
  who: Person,
  id: string,
  endsOn: string,
  reason = 'rotation',
  note: string | null = null,
) => who.send<Written>('POST', `/api/teams/postings/${id}/end`, { endsOn, reason, note });
const done = (answer: Answer<Written>, status = 201): Written => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const codes = (written: Written) => written.warnings.map((w) => w.code);
const page = async (id = team): Promise<TeamPage> =>
  (await province.get<TeamPage>(`/api/teams/teams/${id}?on=${on}`)).body;
const refused = (answer: Answer<unknown>, code: string, status = 422) => {
  expect(answer.body, answer.text).toMatchObject({ status, code: `teams.refusal.${code}` });
  return answer.body as unknown as { detail: string; todo: string };
};

describe('adding a posting', () => {
  test('shows at once, warns with reason, is audited, and again changes nothing', async () => {
    const id = newId();
    const body = posting({ role: 'captain', person: newPerson('欧阳淑贞') });
    const first = await county.send<Written>('POST', '/api/teams/postings', body, id);
    expect(codes(done(first))).toEqual(['team_small', 'captain_post']);
    const again = await county.send<Written>('POST', '/api/teams/postings', body, id);
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(again.body).toEqual(first.body);
    const other = await county.send('POST', '/api/teams/postings', { ...body, role: 'member' }, id);
    expect(other.status).toBe(409);
    const { roster } = await page();
    expect(roster).toMatchObject([
      { id, name: '欧阳淑贞', role: 'captain', organisationName: '湛江市水务局' },
    ]);
    const { rows } = await database.owner.query(
      `select outcome, place_key as place, person_id is not null as person, before, after from access.audit where object = $1`,
      [`posting ${id}`],
    );
    expect(rows).toMatchObject([
      { outcome: 'done', place: roster[0]?.place, person: true, before: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain('欧阳淑贞');
  });

  test.each([
    [{ role: 'specialist' }, 'role_of_category'],
    [{ organisation: null }, 'cadre_needs_unit'],
    [{ startsOn: '2021-06-30' }, 'team_not_standing'],
    [{ dueOn: '2022-06-30' }, 'due_before_start'],
    [{ role: 'first_secretary' }, 'village_needed'],
    [{ role: 'first_secretary', village: places.siblingVillage }, 'village_elsewhere'],
    [{ main: false }, 'second_post_role'],
    [{ organisation: newId() }, 'no_such_organisation'],
    [{ batch: newId() }, 'no_such_batch'],
    [{ person: { id: newId() } }, 'no_such_person'],
  ] as [Partial<AddPosting>, string][])('%j is refused: %s', async (change, code) => {
    const { detail, todo } = refused(await add(county, change), code);
    expect(detail).not.toBe('');
    expect(todo).not.toBe('');
    expect((await page()).roster).toEqual([]);
  });

  test('a first secretary’s post beside the main one counts the person once', async () => {
    await aFlag(database.db, village, 'weak_organisation');
    const main = done(await add(county));
    expect(codes(main)).toContain('village_without');
    const [row] = (await page()).roster;
    const second = { person: { id: row?.person ?? '' }, main: false, village } as const;
    refused(await add(county, { ...second, role: 'member' }), 'second_post_role');
    const beside = done(await add(county, { ...second, role: 'first_secretary' }));
    expect(codes(beside)).not.toContain('village_without');
    const ended = done(await end(county, main.id, '2022-07-20'), 200);
    expect(codes(ended)).toContain('second_ended');
    expect((await page()).roster).toEqual([]);
    const alone = await add(county, { ...second, role: 'first_secretary' });
    refused(alone, 'second_post_alone');
  });

  test('two captains at a time are refused, one after the other is not', async () => {
    const first = done(await add(county, { role: 'captain' }));
    refused(await add(county, { role: 'captain', person: newPerson('李强') }), 'captain_taken');
    done(await end(county, first.id, '2022-07-20'), 200);
    done(await add(county, { role: 'captain', person: newPerson('李强'), startsOn: '2022-07-20' }));
  });

  test('the same person entered twice under one unit is pointed out', async () => {
    done(await add(county, { person: newPerson('麦丽') }));
    expect(codes(done(await add(county, { person: newPerson('麦丽') })))).toContain('person_known');
  });

  test('a first secretary taking over while the earlier one is there is told how long', async () => {
    const first = done(await add(county, { role: 'first_secretary', village }));
    const over = done(
      await add(county, { role: 'first_secretary', village, person: newPerson('李强') }),
    );
    expect(codes(over)).toEqual(expect.arrayContaining(['overlap_open', 'village_overlap']));
    done(await end(county, first.id, '2022-07-25'), 200);
    expect(codes({ id: '', warnings: (await page()).warnings })).not.toContain('village_overlap');
  });
});

describe('one main posting of a person, anywhere', () => {
  test('a second one in another county is refused in clear words, and fits once the first has ended', async () => {
    const person = newPerson('赖文');
    const first = done(await add(county, { person }));
    const elsewhere = {
      team: otherCountyTeam,
      person: { id: person.new.id },
      startsOn: '2022-07-10',
      dueOn: '2025-07-01',
    };
    const { detail, todo } = refused(await add(sibling, elsewhere), 'posted_elsewhere');
    expect(detail).toContain('同一时间只能有一个');
    expect(detail).not.toContain('遂溪');
    expect(todo).toContain('结束任职');
    done(await end(county, first.id, '2022-07-10'), 200);
    done(await add(sibling, elsewhere));
    // The record moved with the person; the earlier county still names them in its history.
    const { rows } = await database.owner.query(
      'select place_key from teams.person where id = $1',
      [person.new.id],
    );
    expect(rows[0].place_key).toBe(places.siblingTown);
    const there = await sibling.get<TeamPage>(`/api/teams/teams/${otherCountyTeam}?on=${on}`);
    expect(there.body.roster.map((p) => p.name)).toContain('赖文');
    const here = await county.get<TeamPage>(`/api/teams/teams/${team}?on=${on}`);
    expect(here.body.others.map((p) => p.name)).toEqual(['赖文']);
  });

  test('a captain too many is told of the own team alone; whom a refused posting was about is kept', async () => {
    const person = newPerson('符敏');
    done(await add(county, { person }));
    const there = { team: otherCountyTeam, role: 'captain', startsOn: '2022-07-01' } as const;
    const captain = done(await add(sibling, there));
    const id = person.new.id;
    refused(await add(sibling, { ...there, person: { id } }), 'captain_taken');
    done(await end(sibling, captain.id, '2022-07-01', 'entered_in_error'), 200);
    refused(await add(sibling, { ...there, person: { id } }), 'posted_elsewhere');
    const { rows } = await database.owner.query(
      `select place_key as place, object from access.audit
       where person_id = $1 and outcome like 'refused %' order by at`,
      [id],
    );
    const row = { place: places.siblingTown, object: `person ${id}` };
    expect(rows).toEqual([row, row]);
  });

  test('the record stays until the posting begins, and goes back from one entered in error', async () => {
    const person = newPerson('梁悦');
    const first = done(await add(county, { person }));
    const home = (await page()).place;
    done(await end(county, first.id, '2022-07-10'), 200);
    const placeOf = async () =>
      (
        await database.db
          .selectFrom('teams.person')
          .select('place_key')
          .where('id', '=', person.new.id)
          .executeTakeFirstOrThrow()
      ).place_key;
    const elsewhere = { team: otherCountyTeam, person: { id: person.new.id }, dueOn: null };
    const later = done(await add(sibling, { ...elsewhere, startsOn: '2022-08-01' }));
    expect(await placeOf()).toBe(home);
    const card = await sibling.get(`/api/teams/people/${person.new.id}`);
    expect(card.body).toMatchObject({ kept: false });
    done(await end(sibling, later.id, '2022-08-01', 'entered_in_error'), 200);
    const wrong = done(await add(sibling, { ...elsewhere, startsOn: '2022-07-12' }));
    expect(await placeOf()).toBe(places.siblingTown);
    done(await end(sibling, wrong.id, '2022-07-12', 'entered_in_error'), 200);
    expect(await placeOf()).toBe(home);
  });

  test('ten at once: one is in, nine are refused', async () => {
    const person = newPerson('冼平');
    const main = done(await add(county, { person, startsOn: '2021-07-01', dueOn: null }));
    done(await end(county, main.id, '2022-01-01'), 200);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        i % 2
          ? add(county, { person: { id: person.new.id } })
          : add(sibling, { person: { id: person.new.id }, team: otherCountyTeam }),
      ),
    );
    expect(answers.map((a) => a.status).toSorted()).toEqual([201, ...Array(9).fill(422)]);
    const { rows } = await database.owner.query(
      'select count(*)::int as n from teams.posting where person_id = $1 and ends_on is null',
      [person.new.id],
    );
    expect(rows[0].n).toBe(1);
  });

  test('one request sent five times at once happens once', async () => {
    const id = newId();
    const body = posting();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        county.send<Written>('POST', '/api/teams/postings', body, id),
      ),
    );
    for (const answer of answers) expect(done(answer)).toEqual(answers[0]?.body);
    expect((await page()).roster).toHaveLength(1);
  });
});

describe('changing and ending', () => {
  test('role, village, post and due date change; history tells who did what', async () => {
    const { id } = done(await add(county));
    const [row] = (await page()).roster;
    const terms = { role: 'captain', village, townPost: '镇党委副书记', dueOn: '2023-07-01' };
    const change = (more: object) =>
      county.send<Written>('POST', `/api/teams/postings/${id}/change`, {
        ...terms,
        seen: row?.seen,
        ...more,
      });
    expect((await change({ team: otherCountyTeam })).status).toBe(400);
    refused(await change({ role: 'volunteer' }), 'role_of_category');
    refused(await change({ village: places.siblingVillage }), 'village_elsewhere');
    refused(await change({ dueOn: '2022-07-01' }), 'due_before_start');
    done(await change({}), 200);
    refused(await change({ role: 'member' }), 'changed_meanwhile', 409);
    expect((await page()).roster[0]).toMatchObject({ ...terms, villageName: '第1村' });
    done(await end(county, id, '2022-07-20', 'disciplinary', '另有任用前核查'), 200);
    refused(await end(county, id, '2022-07-21'), 'posting_over');
    refused(await change({ seen: '2022-07-28T00:00:00.000Z' }), 'posting_over');
    const { body } = await county.get<Changes>(`/api/teams/teams/${team}/changes`);
    const name = `county-${county.id.slice(-12)}`;
    expect(
      body.rows.filter((c) => c.what === 'posting').map((c) => [c.deed, c.subject, c.by]),
    ).toEqual([
      ['ended', '陈敏', name],
      ['changed', '陈敏', name],
      ['added', '陈敏', name],
    ]);
    expect(body.rows.find((c) => c.deed === 'changed')?.fields).toEqual(
      expect.arrayContaining([
        { name: 'role', before: 'member', after: 'captain' },
        { name: 'village', before: null, after: '第1村' },
      ]),
    );
  });

  test('an end needs a sensible date and reason', async () => {
    const { id } = done(await add(county));
    refused(await end(county, id, '2022-06-30'), 'end_before_start');
    refused(await end(county, id, '2022-07-01'), 'end_same_day');
    refused(await end(county, id, '2022-07-02', 'entered_in_error'), 'error_ends_at_start');
    refused(await end(county, id, '2022-07-20', 'disciplinary'), 'note_needed');
    done(await end(county, id, '2022-07-01', 'entered_in_error'), 200);
    expect((await page()).roster).toEqual([]);
  });
});

test('before a posting ends it is said what nobody then looks after', async () => {
  const captain = done(await add(county, { role: 'captain' }));
  const [row] = (await page()).roster;
  const beside = { person: { id: row?.person ?? '' }, main: false, village } as const;
  done(await add(county, { ...beside, role: 'first_secretary' }));
  const pairing = {
    ...{ kind: 'designated', place: row?.place, helper: { organisation: unit }, lead: false },
    ...{ startsOn: '2021-07-01', document: '粤乡振〔2021〕3号' },
    duties: [
      { id: newId(), kind: 'money', promise: '每年 50 万元' },
      { id: newId(), kind: 'matters', promise: '修水渠' },
    ],
  };
  done(await county.send('POST', '/api/teams/pairings', pairing));
  const fulfil = { fulfilled: '已通水', fulfilledOn: on };
  done(await county.send('POST', `/api/teams/duties/${pairing.duties[1]?.id}/fulfil`, fulfil), 200);
  const left = async (id = captain.id) =>
    (await county.get<LeftOpen>(`/api/teams/postings/${id}/left-open?on=2022-07-20`)).body;
  expect(await left()).toMatchObject({
    ...{ captain: true, villages: ['第1村'] },
    duties: [{ kind: 'money', promise: '每年 50 万元' }],
  });
  const other = done(await add(county, { role: 'first_secretary', village }));
  expect(await left()).toMatchObject({ captain: true, villages: [], duties: [] });
  expect(await left(other.id)).toMatchObject({ captain: false, villages: [], duties: [] });
  done(await end(county, other.id, '2022-07-15'), 200);
  expect(await left()).toMatchObject({ villages: ['第1村'], duties: [{ kind: 'money' }] });
});

test('answers that are kept for a repetition name nobody', async () => {
  const { rows } = await database.owner.query<{ kept: number; named: number }>(
    `select count(*)::int as kept,
       count(*) filter (where exists (select from teams.person p where position(p.name in r.reply::text) > 0))::int as named
     from access.replay r`,
  );
  expect(rows[0]?.kept).toBeGreaterThan(20);
  expect(rows[0]?.named).toBe(0);
});

describe('who may write where', () => {
  test('a town in its own town only; an auditor and a stranger not at all', async () => {
    const ownTeam = await aTeam(database.db, places.town, unit);
    expect((await add(town, { team: ownTeam })).status).toBe(201);
    expect((await add(town)).status).toBe(404);
    expect((await add(sibling)).status).toBe(404);
    expect((await add(auditor)).status).toBe(403);
    const { id } = done(await add(county));
    expect((await end(sibling, id, on)).status).toBe(404);
    expect((await end(town, id, on)).status).toBe(404);
    expect((await end(auditor, id, on)).status).toBe(403);
    const form = { place: places.otherTown, formedOn: '2022-07-01', lead: unit, members: [] };
    expect((await town.send('POST', '/api/teams/teams', form)).status).toBe(404);
    expect((await auditor.send('POST', '/api/teams/teams', form)).status).toBe(403);
    await aTier(database.db, places.otherTown, 'consolidation');
    expect((await county.send('POST', '/api/teams/teams', form)).status).toBe(201);
  });

  test('a refusal leaves nothing but its own audit row', async () => {
    const id = newId();
    refused(await add(county, { role: 'specialist' }, id), 'role_of_category');
    const { rows } = await database.owner.query(
      'select outcome from access.audit where account_id = $1 order by id desc limit 1',
      [county.id],
    );
    expect(rows[0].outcome).toBe('refused teams.refusal.role_of_category');
    const later = await add(county, {}, id);
    expect(later.status).toBe(201);
  });
});
