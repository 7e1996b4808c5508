/** Searching the audit, one row in words, the export and the evidence package, over HTTP. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aPerson, aServer, aStranger, type Person } from '../../../../test/people.ts';
import { aProvince, aTier, places } from '../../../../test/places.ts';
import { aBatch, anOrganisation, aTeam, newPerson } from '../../../../test/teams.ts';
import { newId } from '../../../platform/new-id.ts';
import type { AuditDetail, AuditRow, Choices, State, Vocabulary } from '../contract.ts';
import { asSuperuser, auditSettings } from '../history-for-tests.ts';
import { keepCheck, sealAndAnchor } from '../job.ts';
import type { AuditSettings } from '../settings.ts';

const database = useDatabase();
let server: FastifyInstance;
let settings: AuditSettings;
let county: Person;
let admin: Person;
let countyAdmin: Person;
let auditor: Person;
let posting = '';
let person = '';

type Page = { rows: AuditRow[]; next: string | null };

beforeAll(async () => {
  settings = await auditSettings();
  await aProvince(database.db);
  await aTier(database.db, places.town, 'key_assistance');
  await database.owner.query(
    `insert into platform.setting (name, value) values ('today', '"2022-07-28"')`,
  );
  server = await aServer(database, { anchorDirs: settings.anchorDirs });
  county = await aPerson(database, server, 'county', places.county);
  admin = await aPerson(database, server, 'auditadmin', places.province);
  countyAdmin = await aPerson(database, server, 'auditadmin', places.county);
  auditor = await aPerson(database, server, 'auditor', places.province);
  const unit = await anOrganisation(database.db, '湛江市水务局');
  const batch = await aBatch(database.db);
  const team = await aTeam(database.db, places.town, unit);
  posting = newId();
  const body = {
    ...{ team, person: newPerson(), organisation: unit, batch, category: 'cadre', role: 'member' },
    ...{ village: null, townPost: null, main: true, startsOn: '2022-07-01', dueOn: null },
  };
  expect((await county.send('POST', '/api/teams/postings', body, posting)).status).toBe(201);
  expect((await county.send('POST', '/api/teams/postings', body, posting)).status).toBe(201);
  const ending = { endsOn: '2022-07-28', reason: 'rotation', note: '=1+1' };
  expect((await county.send('POST', `/api/teams/postings/${posting}/end`, ending)).status).toBe(
    200,
  );
  const early = { ...ending, endsOn: '2022-01-01' };
  expect((await county.send('POST', `/api/teams/postings/${posting}/end`, early)).status).toBe(422);
  await aStranger(server).send('POST', '/public/api/access/sessions', {
    name: 'nobody',
    password: 'x',
  });
  const row = await database.owner.query<{ person: string }>(
    'select person_id as person from teams.posting where id = $1',
    [posting],
  );
  person = row.rows[0]?.person ?? '';
});
afterAll(() => server.close());

const search = async (who: Person, more = '', place: string = places.province) =>
  (await who.get<Page>(`/api/access/audit/rows?place=${place}${more}`)).body;

describe('searching', () => {
  test('newest first, in words, by the place asked for', async () => {
    const { rows } = await search(countyAdmin, '', places.county);
    expect(rows.map((r) => [r.did, r.outcome, r.object?.name])).toEqual([
      ['结束派驻任职', 'refused', undefined],
      ['结束派驻任职', 'done', `派驻任职 …${posting.slice(-6)}`],
      ['登记派驻任职', 'replayed', undefined],
      ['登记派驻任职', 'done', `派驻任职 …${posting.slice(-6)}`],
    ]);
    expect(rows[3]).toMatchObject({ kind: 'deed', role: '县级', place: { name: '黄略镇' } });
    expect(rows[0]?.why).toMatch(/\p{Script=Han}/u);
    expect((await search(countyAdmin, '', places.siblingCounty)).rows).toBeUndefined();
    const english = await admin.get<Page>(
      `/api/access/audit/rows?place=${places.county}&kind=deed`,
      'en',
    );
    expect(english.body.rows[3]).toMatchObject({ did: 'Add a posting', role: 'County' });
  });

  test.each([
    ['who did it', () => `&actor=${county.id}`, 4],
    ['the person it is about', () => `&person=${person}`, 2],
    ['one object', () => `&object=${encodeURIComponent(`posting ${posting}`)}&outcome=done`, 2],
    ['a kind of object', () => '&object=posting&outcome=done', 2],
    ['kind', () => '&kind=sign_in', 1],
    ['action', () => `&action=${encodeURIComponent('POST /api/teams/postings')}`, 2],
    ['outcome', () => '&outcome=replayed', 1],
    ['days', () => '&since=2020-01-01&until=2020-12-31', 0],
    ['nothing', () => '&since=2020-01-01&until=2099-12-31', 5],
  ])('by %s', async (_, query, count) => {
    expect((await search(admin, query())).rows).toHaveLength(count);
  });

  test('page by page, each row once', async () => {
    const ids: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await search(admin, `&limit=2${after ? `&after=${after}` : ''}`);
      ids.push(...page.rows.map((r) => r.id));
      after = page.next;
    }
    expect(ids).toEqual((await search(admin)).rows.map((r) => r.id));
    expect(
      (await admin.get(`/api/access/audit/rows?place=${places.province}&after=x`)).status,
    ).toBe(400);
  });

  test('rows of strangers are for audit administrators of the whole', async () => {
    const [stranger] = (await search(admin, '&kind=sign_in')).rows;
    expect(stranger).toMatchObject({ actor: null, role: null, place: null, outcome: 'refused' });
    expect((await search(auditor, '&kind=sign_in')).rows).toEqual([]);
    expect((await search(countyAdmin, '&kind=sign_in', places.county)).rows).toEqual([]);
    const url = `/api/access/audit/rows/${stranger?.id}`;
    expect((await admin.get(url)).status).toBe(200);
    expect((await auditor.get(url)).status).toBe(404);
    expect((await countyAdmin.get(url)).status).toBe(404);
    expect((await county.get(url)).status).toBe(403);
  });

  test('filters offer accounts and people in reach, and actions in words', async () => {
    const offered = async (who: Person, path: string) =>
      (await who.get<Choices>(`/api/access/audit/${path}`)).body.rows;
    expect(await offered(countyAdmin, 'actors?q=COUNTY-')).toMatchObject([{ id: county.id }]);
    expect(await offered(countyAdmin, 'actors?q=auditor')).toEqual([]);
    expect(await offered(admin, 'people?q=%25')).toEqual([]); // no pattern
    const { rows } = await database.owner.query('select name from teams.person where id = $1', [
      person,
    ]);
    const q = encodeURIComponent(rows[0].name);
    expect(await offered(admin, `people?q=${q}`)).toMatchObject([
      { id: person, name: rows[0].name },
    ]);
    const other = await aPerson(database, server, 'auditadmin', places.siblingCounty);
    expect(await offered(other, `people?q=${q}`)).toEqual([]);
    const { body } = await admin.get<Vocabulary>('/api/access/audit/vocabulary');
    expect(body.actions).toContainEqual({ id: 'POST /api/teams/postings', name: '登记派驻任职' });
    expect(body.actions.some((a) => a.id === 'GET /api/teams/teams')).toBe(false);
    expect(body.objects).toContainEqual({ id: 'posting', name: '派驻任职' });
  });
});

describe('one row', () => {
  test('says in words what was before and after, and how safe it is', async () => {
    const [refused, ended] = (await search(admin, `&actor=${county.id}`)).rows;
    const why = await admin.get<AuditDetail>(`/api/access/audit/rows/${refused?.id}`);
    expect(why.body.fields).toEqual([{ name: '编号', before: '', after: `…${posting.slice(-6)}` }]);
    const { body } = await admin.get<AuditDetail>(`/api/access/audit/rows/${ended?.id}`);
    expect(body).toMatchObject({ sealed: 'open', address: '127.0.0.1', ranges: ['遂溪县'] });
    expect(body.fields).toContainEqual({ name: '离任', before: '', after: '2022-07-28' });
    expect(body.fields).toContainEqual({ name: '原因', before: '', after: '到期轮换' });
    expect(body.fields.map((f) => f.name)).not.toContain('职务');
  });

  test('is sealed, then anchored', async () => {
    await sealAndAnchor(database.jobs, settings);
    const [row] = (await search(admin, `&actor=${county.id}`)).rows;
    const detail = async () =>
      (await admin.get<AuditDetail>(`/api/access/audit/rows/${row?.id}`)).body.sealed;
    expect(await detail()).toBe('anchored');
    await asSuperuser(database, (c) => c.query('update access.audit_seal set anchor = null'));
    expect(await detail()).toBe('sealed');
    await asSuperuser(database, (c) => c.query('update access.audit_seal set anchor = 1'));
  });
});

test('the state of the chain, in words', async () => {
  const state = async () => (await auditor.get<State>('/api/access/audit/state')).body;
  expect(await state()).toMatchObject({ late: false, check: null });
  const finding = { what: 'changed', county: '440823', day: '2022-07-28', n: 7 };
  await keepCheck(database.jobs, { sound: false, rows: 9, young: 2, finding });
  await asSuperuser(database, (c) =>
    c.query(
      `update access.audit_anchor set at = at - interval '1 hour', due_at = due_at - interval '1 hour'`,
    ),
  );
  expect(await state()).toMatchObject({
    late: true,
    check: { sound: false, rows: '9', young: '2', finding: '440823 2022-07-28 第 7 条被改动' },
  });
  const told = async (who: Person) => (await who.get<State>('/api/access/audit/state')).body.check;
  const counts = { sound: false, rows: null, young: null };
  expect(await told(countyAdmin)).toMatchObject({
    ...counts,
    finding: '440823 2022-07-28 第 7 条被改动',
  });
  const sibling = await aPerson(database, server, 'auditadmin', places.siblingCounty);
  expect(await told(sibling)).toMatchObject({ ...counts, finding: null });
});

describe('taking it along', () => {
  const lastRow = async () =>
    (
      await database.owner.query(
        `select kind, object, place_key as place, after from access.audit where kind = 'export' order by at desc, id desc limit 1`,
      )
    ).rows[0];

  test('as a spreadsheet: every row, no formula, and a row of its own with the question and the count', async () => {
    const reply = await auditor.get(
      `/api/access/audit/rows.csv?place=${places.county}&kind=deed&lang=en`,
    );
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = reply.text.trimEnd().split('\r\n');
    expect(lines[0]).toContain('Audit: 遂溪县');
    expect(lines).toHaveLength(2 + 4);
    expect(reply.text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(await lastRow()).toEqual({
      kind: 'export',
      object: 'audit rows',
      place: places.county,
      after: { kind: 'deed', rows: 4 },
    });
    expect((await county.get(`/api/access/audit/rows.csv?place=${places.county}`)).status).toBe(
      403,
    );
  });

  // Where there is no Python the program inside cannot run; the product needs none.
  const python = spawnSync('python3', ['--version']).status === 0;
  test.runIf(python)('as evidence: rows, seals and anchors that anybody can verify', async () => {
    await sealAndAnchor(database.jobs, settings, { atOnce: true });
    const url = `/api/access/audit/evidence.tar?place=${places.county}&since=2020-01-01&until=2099-12-31`;
    const { rows } = await database.owner.query<{ county: number; all: number }>(
      `select count(*) filter (where county = '440823')::int as county, count(*)::int as all from access.audit`,
    );
    const { county: ofCounty = 0, all = 0 } = rows[0] ?? {};
    expect(unpackedAndVerified(await tarOf(countyAdmin, url))).toContain(`OK: ${ofCounty} rows`);
    expect(await lastRow()).toMatchObject({
      object: 'audit evidence',
      after: { rows: ofCounty, anchorFiles: 1 },
    });
    const whole = await tarOf(admin, url.replace(places.county, places.province));
    // The row of the export before this one is not sealed yet.
    expect(unpackedAndVerified(whole)).toContain(`OK: ${all} rows`);
    const forged = Buffer.from(
      whole.toString('latin1').replace('"role":"member"', '"role":"memxer"'),
      'latin1',
    );
    expect(forged.equals(whole)).toBe(false);
    expect(unpackedAndVerified(forged)).toMatch(/^BAD: row \d+ of 440823/);
  });

  test('evidence of a town is refused: its rows stand in the county’s chain', async () => {
    const asked = `&since=2022-01-01&until=2022-12-31`;
    const town = await admin.get(`/api/access/audit/evidence.tar?place=${places.town}${asked}`);
    expect(town).toMatchObject({ status: 422, body: { code: 'access.refusal.evidence_place' } });
    const days = `&since=2022-12-31&until=2022-01-01`;
    const turned = await admin.get(`/api/access/audit/evidence.tar?place=${places.county}${days}`);
    expect(turned).toMatchObject({ status: 422, body: { code: 'access.refusal.evidence_days' } });
  });

  async function tarOf(who: Person, url: string): Promise<Buffer> {
    const reply = await server.inject({ method: 'GET', url, headers: { cookie: who.cookie } });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/x-tar');
    return reply.rawPayload;
  }

  /** Unpacked by the system's tar, verified by the program inside. */
  function unpackedAndVerified(tar: Buffer): string {
    const dir = mkdtempSync(join(tmpdir(), 'zhuzhen-evidence-'));
    writeFileSync(join(dir, 'evidence.tar'), tar);
    execFileSync('tar', ['xf', 'evidence.tar'], { cwd: dir });
    const { stdout, stderr } = spawnSync('python3', ['verify.py'], { cwd: dir, encoding: 'utf8' });
    return stdout || stderr;
  }
});

test('what the browser prints leaves a row', async () => {
  const print = {
    page: '/teams',
    title: '谁驻在哪里',
    place: places.town,
    from: '2022-01-01',
    to: '2022-07-28',
  };
  expect((await county.send('POST', '/api/access/prints', print)).status).toBe(204);
  const away = { ...print, place: places.siblingTown };
  expect((await county.send('POST', '/api/access/prints', away)).status).toBe(404);
  const { rows } = await search(admin, '&kind=print');
  expect(rows).toMatchObject([
    { outcome: 'refused', object: null, place: { name: '遂溪县' } },
    { outcome: 'done', object: { name: '页面 /teams' }, place: { name: '黄略镇' } },
  ]);
});
