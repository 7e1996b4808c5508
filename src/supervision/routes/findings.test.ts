/** The register through HTTP: opened at night, answered, decided, closed; appeals; people's deeds hidden; trials and hints. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { put } from '../../../test/facts.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import type { FindingPage, FindingRow, RuleHint, RuleRows, Trial } from '../contract.ts';
import { runRules } from '../store/run.ts';

const database = useDatabase();
const today = '2022-07-28';
const county = places.county.slice(0, 6);
const people = {} as Record<
  'town' | 'clerk' | 'county' | 'city' | 'province' | 'auditor' | 'sibling' | 'otherTown',
  Person
>; // filled in beforeAll
let server: FastifyInstance;
let project: string;
let contract: string;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  Object.assign(people, {
    town: await aPerson(database, server, 'town', places.town),
    otherTown: await aPerson(database, server, 'town', places.otherTown),
    clerk: await aPerson(database, server, 'county_finance', places.county),
    county: await aPerson(database, server, 'county', places.county),
    city: await aPerson(database, server, 'city', places.city),
    province: await aPerson(database, server, 'province', places.province),
    auditor: await aPerson(database, server, 'auditor', places.county),
    sibling: await aPerson(database, server, 'county', places.siblingCounty),
  });
  await put(database.owner, 'platform.setting', { name: 'today', value: `"${today}"` });
  ({ project, contract } = await aWork(places.town));
});
afterAll(() => server.close());

/** A project 18 % done whose contract of 3,980,000 yuan is in force, with nothing else to find. */
async function aWork(place: string) {
  const [id, contractId] = [newId(), newId()];
  await put(database.owner, 'projects.project', {
    ...{ county, id, place_key: place, number: id.slice(-6), year: 2022, name: '精品线路' },
    ...{
      content: '步道',
      task: 'facilities',
      implementer: '镇政府',
      operating: false,
      light: true,
    },
    ...{ state: 'building', state_since: '2022-06-10', started_on: '2022-06-10', progress: 18 },
  });
  await put(database.owner, 'projects.contract', {
    ...{ county, id: contractId, project_id: id, place_key: place, kind: 'main', number: id },
    ...{
      contractor: '某路桥公司',
      signed_on: '2022-06-06',
      amount: '398000000',
      state: 'in_force',
    },
  });
  return { project: id, contract: contractId };
}
async function aRequest(amount: string, wishes: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  await put(database.owner, 'projects.request', {
    ...{
      county,
      id,
      project_id: project,
      contract_id: contract,
      place_key: places.town,
      kind: 'progress',
    },
    ...{ amount, invoice: id, payee: '某路桥公司', asked_on: '2022-07-06', state: 'submitted' },
    ...wishes,
  });
  return id;
}
const run = async (rule: string) =>
  (await runRules(database.jobs, today))?.find((one) => one.rule === rule);
const page = async (who: Person, id: string): Promise<FindingPage> => {
  const answer = await who.get<FindingPage>(`/api/supervision/findings/${id}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const list = async (who: Person, more = '', place: string = places.county) =>
  (await who.get<{ rows: FindingRow[] }>(`/api/supervision/findings?place=${place}${more}`)).body
    .rows;
async function deed(who: Person, id: string, verb: string, body: object = { said: '已核实' }) {
  const seen = (await people.province.get<FindingPage>(`/api/supervision/findings/${id}`)).body
    .changedAt;
  return who.send('POST', `/api/supervision/findings/${id}/${verb}`, { ...body, seen });
}
const done = (answer: Answer, status = 200) => expect(answer.status, answer.text).toBe(status);
const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({
    status,
    body: { code: `supervision.refusal.${code}` },
  });

describe('from the night to the end', () => {
  let id: string;
  test('payment ahead of progress is opened for the town to answer within seven days', async () => {
    await aRequest('119400000');
    expect(await run('ahead_of_progress')).toMatchObject({ found: 1, opened: 1 });
    const [found] = await list(people.town, '&rule=ahead_of_progress', places.town);
    expect(found).toMatchObject({
      ...{ state: 'assigned', owner: places.town, replyBy: '2022-08-04', overdue: false },
      ...{ amount: '47760000', facts: { percent: 30, progress: 18 } },
    });
    id = found?.id ?? '';
    expect((await page(people.town, id)).evidence.map(({ kind }) => kind)).toEqual([
      'project',
      'contract',
      'request',
    ]);
    expect(await list(people.sibling, '', places.siblingCounty)).toEqual([]);
  });

  test('it is answered, returned, answered and cleared; who answered does not decide', async () => {
    refused(await deed(people.clerk, id, 'explain'), 'other_office');
    done(await deed(people.town, id, 'explain', { said: '材料款先付' }));
    refused(
      await deed(people.clerk, id, 'return', { said: '补单据', replyBy: '2022-07-01' }),
      'reply_by',
    );
    done(await deed(people.clerk, id, 'return', { said: '补单据', replyBy: '2022-08-01' }));
    done(await deed(people.town, id, 'explain', { said: '单据已补' }));
    const { changedAt } = await page(people.county, id);
    done(await deed(people.clerk, id, 'clear'));
    refused(
      await people.county.send('POST', `/api/supervision/findings/${id}/clear`, {
        ...{ said: '同意', seen: changedAt },
      }),
      'state',
      409,
    );
    const { events, state } = await page(people.town, id);
    expect(state).toBe('cleared');
    expect(events.map(({ verb }) => verb)).toEqual([
      'open',
      'explain',
      'return',
      'explain',
      'clear',
    ]);
  });

  test('what was decided stays so until its evidence grows', async () => {
    expect(await run('ahead_of_progress')).toMatchObject({ found: 1, opened: 0, reopened: 0 });
    await aRequest('1000000', { asked_on: '2022-07-20' });
    expect(await run('ahead_of_progress')).toMatchObject({ found: 1, opened: 0, reopened: 1 });
    expect(await page(people.clerk, id)).toMatchObject({ state: 'opened', owner: null });
  });

  test('it is marked when it is gone', async () => {
    await database.owner.query('update projects.project set progress = 100 where id = $1', [
      project,
    ]);
    expect(await run('ahead_of_progress')).toMatchObject({ found: 0, gone: 1 });
    expect(await page(people.clerk, id)).toMatchObject({ state: 'opened', goneOn: today });
    await database.owner.query('update projects.project set progress = 18 where id = $1', [
      project,
    ]);
    await run('ahead_of_progress');
    expect((await page(people.clerk, id)).goneOn).toBeNull();
  });

  test('who looked before somebody else acted looks again', async () => {
    const { changedAt: seen, steps, owners } = await page(people.clerk, id);
    expect(steps.map(({ verb }) => verb)).toEqual(['assign']);
    expect(owners.map(({ key }) => key)).toEqual([places.county, places.town]);
    const assign = (owner: string) =>
      people.clerk.send('POST', `/api/supervision/findings/${id}/assign`, {
        ...{ owner, replyBy: '2022-08-10', seen },
      });
    refused(await assign(places.otherTown), 'owner');
    done(await assign(places.town));
    refused(await assign(places.town), 'changed_since', 409);
  });
});

test('a problem from outside is confirmed, appealed once, mended and closed', async () => {
  const id = newId();
  const body = {
    ...{ place: places.town, source: 'audit', paper: '县审报〔2022〕3号', title: '验收资料不齐' },
    ...{ said: null, amount: '0', foundOn: '2022-07-20', project: null, owner: places.town },
    replyBy: '2022-08-10',
  };
  done(await people.clerk.send('POST', '/api/supervision/findings', body, id), 201);
  done(await people.town.send('POST', '/api/supervision/findings', body), 403);
  done(await deed(people.town, id, 'explain'));
  done(await deed(people.county, id, 'confirm'));
  done(await deed(people.town, id, 'appeal'));
  refused(await deed(people.clerk, id, 'clear'), 'other_office');
  done(await deed(people.city, id, 'confirm'));
  refused(await deed(people.town, id, 'appeal'), 'appealed_before');
  done(await deed(people.town, id, 'rectify'));
  done(await deed(people.clerk, id, 'close'));
  expect(await page(people.auditor, id)).toMatchObject({
    state: 'closed',
    steps: [],
    appealed: true,
  });
  expect((await list(people.clerk, '&source=audit&waiting=open')).length).toBe(0);
  const { rows: audited } = await database.owner.query<{ object: string; place: string }>(
    'select object, place_key::text as place from access.audit where object = $1',
    [`finding ${id}`],
  );
  expect(audited.length).toBeGreaterThanOrEqual(7);
  expect(new Set(audited.map(({ place }) => place))).toEqual(new Set([places.town]));
});

test('what is about deeds of people is seen by neither them nor their office', async () => {
  const event = (verb: string, at: string) =>
    put(database.owner, 'projects.event', {
      ...{ county, id: newId(), project_id: project, place_key: places.town, kind: 'contract' },
      ...{ case_id: contract, verb, state: 'x', by: people.clerk.id, at },
    });
  await event('submit', '2022-06-06T09:00:00+08:00');
  await event('check', '2022-06-06T09:30:00+08:00');
  expect(await run('same_person')).toMatchObject({ found: 1, opened: 1 });
  const [found] = await list(people.city, '&rule=same_person');
  const id = found?.id ?? '';
  expect(await page(people.city, id)).toMatchObject({ state: 'opened', aboutPeople: true });
  for (const who of [people.clerk, people.county, people.town]) {
    expect((await who.get(`/api/supervision/findings/${id}`)).status).toBe(404);
    const at = who === people.town ? places.town : places.county;
    expect(await list(who, '&rule=same_person', at)).toEqual([]);
    const rules = await who.get<RuleRows>('/api/supervision/rules');
    expect(rules.body.rows.find(({ code }) => code === 'same_person')?.open).toBe(0);
  }
  expect(await list(people.auditor, '&rule=same_person')).toHaveLength(1);
  // Row security alone hides it from the person it is about.
  const client = await database.app.connect();
  const asActor = async (actor: string) => {
    await client.query(
      `begin; set local app.actor = '${actor}'; set local app.lo1 = '${places.province}'; set local app.hi1 = '449999999999'`,
    );
    const { rowCount } = await client.query('select from supervision.finding where id = $1', [id]);
    await client.query('commit');
    return rowCount;
  };
  expect(await asActor(people.clerk.id)).toBe(0);
  expect(await asActor(people.county.id)).toBe(1);
  client.release();

  // The county's office cannot answer it, the city's can; the province decides.
  const assign = (owner: string) =>
    deed(people.city, id, 'assign', { owner, replyBy: '2022-08-10' });
  expect((await page(people.city, id)).owners.map(({ key }) => key)).toEqual([places.city]);
  refused(await assign(places.county), 'owner_about');
  done(await assign(places.city));
  done(await deed(people.city, id, 'explain'));

  // The same rows, done by somebody else: kept from that person's office from now on, and from the first no longer.
  const doneBy = (who: Person) =>
    database.owner.query('update projects.event set by = $1 where case_id = $2', [
      who.id,
      contract,
    ]);
  await doneBy(people.sibling);
  expect(await run('same_person')).toMatchObject({ found: 1, opened: 0, reopened: 0 });
  expect((await page(people.county, id)).state).toBe('explained');
  done(await deed(people.province, id, 'return', { said: '补充', replyBy: '2022-08-10' }));
  await database.owner.query('update supervision.finding set owner_key = $2 where id = $1', [
    ...[id, places.county],
  ]);
  await doneBy(people.clerk);
  expect(await run('same_person')).toMatchObject({ opened: 0, reopened: 1 });
  expect(await page(people.city, id)).toMatchObject({ state: 'opened', owner: null });
  expect((await people.county.get(`/api/supervision/findings/${id}`)).status).toBe(404);
});

test('of much evidence the first rows are kept, and how much there is', async () => {
  const work = await aWork(places.otherTown);
  await put(database.owner, 'projects.budget', {
    ...{ county, id: newId(), project_id: work.project, place_key: places.otherTown, year: 2022 },
    ...{ payer: 'county', payer_key: places.county, source: 'county_fund', amount: '100' },
    programme: 'special_fund',
  });
  await database.owner.query(
    `insert into projects.request (county, id, project_id, contract_id, place_key, kind, amount, payee, asked_on, state, made_up)
     select $1, gen_random_uuid(), $2, $3, $4, 'progress', n, '某路桥公司', '2022-07-06', 'submitted', true
     from generate_series(1, 230) n`,
    [county, work.project, work.contract, places.otherTown],
  );
  await run('over_budget');
  const [found] = await list(people.otherTown, '&rule=over_budget', places.otherTown);
  const shown = await page(people.otherTown, found?.id ?? '');
  expect([shown.evidence.length, shown.further]).toEqual([200, 31]);
});

describe('parameters', () => {
  const values = { margin: 20, advance: 30 };
  test('an auditor tries others and nothing is written', async () => {
    const before = await database.owner.query(
      'select count(*) as n, max(changed_at) as at from supervision.finding',
    );
    const answer = await people.auditor.send<Trial>('POST', '/api/supervision/trials', {
      ...{ place: places.county, rule: 'ahead_of_progress', values },
    });
    expect(answer, answer.text).toMatchObject({
      status: 200,
      body: { trial: 0, force: 1, both: 0 },
    });
    expect(answer.body.rows[0]).toMatchObject({ by: 'force', place: places.town });
    const after = await database.owner.query(
      'select count(*) as n, max(changed_at) as at from supervision.finding',
    );
    expect(after.rows).toEqual(before.rows);
    done(
      await people.town.send('POST', '/api/supervision/trials', {
        place: places.town,
        rule: 'x_y',
        values: {},
      }),
      403,
    );
    refused(
      await people.auditor.send('POST', '/api/supervision/trials', {
        ...{ place: places.county, rule: 'ahead_of_progress', values: { margin: 20 } },
      }),
      'values',
    );
  });

  test('a value out of its bounds is refused with the bounds', async () => {
    for (const [rule, tried, said] of [
      ['ahead_of_progress', { margin: 101, advance: 30 }, '0 到 100 个百分点'],
      ['off_purpose', { words: [] }, '1 到 100 个词'],
    ] as const) {
      const answer = await people.auditor.send('POST', '/api/supervision/trials', {
        ...{ place: places.county, rule, values: tried },
      });
      refused(answer, rule === 'off_purpose' ? 'words_bounds' : 'bounds');
      expect(answer.text).toContain(said);
    }
  });

  test('the province sets a version; the night and the page go by it', async () => {
    const set = (who: Person, seen = 0) =>
      who.send('POST', '/api/supervision/rules/ahead_of_progress/versions', {
        ...{ values, enabled: true, blocking: false, replyDays: null, validFrom: today },
        ...{ validTo: null, basis: '粤乡振〔2022〕9号', seen },
      });
    refused(await set(people.county), 'rule_above');
    done(await set(people.province), 201);
    refused(await set(people.province), 'changed_since', 409);
    expect(await run('ahead_of_progress')).toMatchObject({ version: 1, found: 0, gone: 1 });
    const { rows, maySet } = (await people.county.get<RuleRows>('/api/supervision/rules')).body;
    expect(maySet).toBe(false);
    expect(rows.find(({ code }) => code === 'ahead_of_progress')).toMatchObject({
      ...{
        version: 1,
        values,
        blocking: false,
        versions: [{ version: 1, basis: '粤乡振〔2022〕9号' }],
      },
      lastRun: { version: 1, counts: null },
    });
  });
});

test('before it is handed in, the rules say what they would find', async () => {
  const other = await aRequest('5000000', { invoice: 'FP-1', asked_on: '2022-07-10' });
  const draft = await aRequest('280000000', {
    invoice: 'FP-1',
    state: 'drafted',
    asked_on: '2022-07-25',
  });
  const hints = async (kind: string, id: string, who = people.town) =>
    who.get<{ rows: RuleHint[] }>(`/api/supervision/hints?kind=${kind}&id=${id}`);
  const { rows } = (await hints('request', draft)).body;
  expect(rows.map(({ rule }) => rule).sort()).toEqual(['ahead_of_progress', 'duplicate_invoice']);
  const invoice = rows.find(({ rule }) => rule === 'duplicate_invoice');
  expect(invoice).toMatchObject({ blocking: true, facts: { invoice: 'FP-1', count: 1 } });
  expect(invoice?.evidence.map(({ id }) => id)).toEqual([draft, other]);
  // The draft does not count for another request, nor at night.
  expect((await hints('request', other)).body.rows).toEqual([]);
  expect(await run('duplicate_invoice')).toMatchObject({ found: 0 });
  expect((await hints('project', project)).body.rows).toEqual([]);
  expect((await hints('contract', contract)).body.rows).toEqual([]);
  await database.owner.query(
    `update projects.contract set contractor_founded = '2022-05-09' where id = $1`,
    [contract],
  );
  expect((await hints('contract', contract)).body.rows).toMatchObject([
    { rule: 'young_supplier', facts: { founded: '2022-05-09', signed: '2022-06-06' } },
  ]);
  await database.owner.query(
    'update projects.contract set contractor_founded = null where id = $1',
    [contract],
  );
  expect((await hints('request', draft, people.otherTown)).status).toBe(404);
});
