/** A plan through HTTP: drafted from what was received and budgeted, closed, approved by another, filed, adjusted, compared. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { anEntry } from '../../../test/money.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { countyOfKey } from '../../kit/region-key.ts';
import { newId } from '../../platform/new-id.ts';
import type {
  AmendPlan,
  Comparison,
  MissingRow,
  PlanPage,
  PlanRow,
  PlanWritten,
  SaidLine,
} from '../contract.ts';

const database = useDatabase();
const provincial = '粤财农〔2022〕11号';
const countys = '遂财农〔2022〕12号';
let server: FastifyInstance;
let officer: Person;
let clerk: Person;
let city: Person;
let sibling: Person;
const road = newId();
const sewage = newId();

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  officer = await aPerson(database, server, 'county', places.county);
  clerk = await aPerson(database, server, 'county_finance', places.county);
  city = await aPerson(database, server, 'city', places.city);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  await database.db
    .insertInto('platform.setting')
    .values({ name: 'today', value: '"2022-07-28"' })
    .execute();
  const quota = { measure: 'received', instrument: 'quota_notice' } as const;
  await anEntry(database.db, places.town, {
    ...quota,
    document_number: provincial,
    amount: '10000',
  });
  await anEntry(database.db, places.otherTown, {
    ...quota,
    ...{ document_number: countys, amount: '3000', payer: 'county', payer_key: places.county },
    ...{ source: 'county_fund', level: 'county' },
  });
  await aProject(road, places.town, '22-1', '村道硬化', '6000', null);
  await aProject(sewage, places.town, '22-2', '生活污水', '3000', '污水治理');
});
afterAll(() => server.close());

async function aProject(
  id: string,
  place: string,
  number: string,
  name: string,
  amount: string,
  task: string | null,
) {
  const county = countyOfKey(place);
  await database.db
    .insertInto('projects.project')
    .values({
      ...{ county, id, place_key: place, number, name, year: 2022, task: 'facilities' },
      ...{ content: name, implementer: '镇政府', operating: false, state: 'stocked' },
      ...{ state_since: '2022-03-01', binding_task: task },
    })
    .execute();
  await database.db
    .insertInto('projects.budget')
    .values({
      ...{ county, id: newId(), project_id: id, place_key: place, payer: 'province' },
      ...{ payer_key: places.province, source: 'provincial_fund', programme: 'special_fund' },
      ...{ year: 2022, amount },
    })
    .execute();
}

const page = async (who: Person, id: string): Promise<PlanPage> => {
  const answer = await who.get<PlanPage>(`/api/plans/plans/${id}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
/** A deed on what one sees just now, unless told otherwise. */
async function deed(who: Person, id: string, verb: string, body: object = {}) {
  const seen = (await page(officer, id)).changedAt;
  const reasons = ['withdraw', 'return', 'discard', 'adjust'].includes(verb);
  return who.send<PlanWritten>('POST', `/api/plans/plans/${id}/${verb}`, {
    ...(reasons ? {} : { seen }),
    ...body,
  });
}
const done = (answer: Answer<PlanWritten>, status = 200): string => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body.id;
};
const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({ status, body: { code: `plans.refusal.${code}` } });
const draft = {
  title: '2022年资金使用方案',
  basis: '县委会议纪要',
  programme: 'special_fund',
  year: 2022,
};

/** The plan as its form would send it back. */
const formOf = ({ title, basis, tasks, lines }: PlanPage): Omit<AmendPlan, 'seen'> => ({
  ...{ title, basis, tasks },
  lines: lines.map(
    ({ document, payer, payerPlace, source, task, place, project, amount, note }): SaidLine => ({
      ...{ document, payer, payerPlace, source, task, place, project, amount, note },
    }),
  ),
});

const missing = async (who: Person, place: string) =>
  (await who.get<{ rows: MissingRow[] }>(`/api/plans/missing?place=${place}`)).body.rows;

let first = '';
let adjustment = '';

describe('a first plan', () => {
  test('is drafted from what was received and budgeted, the rest in reserve', async () => {
    expect(await missing(city, places.city)).toMatchObject([
      { place: places.county, year: 2022, received: '13000' },
    ]);
    first = done(await officer.send<PlanWritten>('POST', '/api/plans/plans', draft), 201);
    const plan = await page(officer, first);
    expect(plan.lines.map((one) => [one.number, one.document, one.amount, one.task])).toEqual([
      ['22-1', provincial, '6000', null],
      ['22-2', provincial, '3000', '污水治理'],
      [null, provincial, '1000', null],
      [null, countys, '3000', null],
    ]);
    expect(plan).toMatchObject({
      ...{ received: '13000', arranged: '9000', reserved: '4000', problems: [], version: 1 },
      ...{ verbs: ['amend', 'submit', 'discard'], adjustable: false, inForce: false },
      tasks: [{ name: '污水治理', binding: true, document: null }],
    });
    expect(await missing(city, places.city)).toEqual([]);
    refused(await officer.send('POST', '/api/plans/plans', draft), 'plan_exists');
    refused(await city.send('POST', '/api/plans/plans', draft), 'county_plans');
  });

  test('does not go on while anything is open, and says all of it', async () => {
    const said = formOf(await page(officer, first));
    const [one, two, three, four] = said.lines as [SaidLine, SaidLine, SaidLine, SaidLine];
    const lines = [{ ...one, amount: '6001' }, { ...two, project: null }, three];
    const tasks = [...said.tasks, { name: '农村电商', binding: true, document: null }];
    done(await deed(officer, first, 'amend', { ...said, tasks, lines }));
    expect((await page(officer, first)).problems.map(({ code }) => code)).toEqual([
      ...['above', 'left', 'task_without_project', 'task_without_project', 'above_budget'],
    ]);
    const answer = await deed(officer, first, 'submit');
    refused(answer, 'does_not_close');
    for (const part of [
      `1. ${provincial}`,
      '0.01 元',
      countys,
      '30.00 元',
      '农村电商',
      '污水治理',
      '5. 黄略镇 22-1 村道硬化',
    ])
      expect(answer.text).toContain(part);

    done(await deed(officer, first, 'amend', { ...said, lines: [one, two, three, four] }));
    const wrongTask = { ...said, lines: [{ ...one, task: '没有的任务' }] };
    refused(await deed(officer, first, 'amend', wrongTask), 'task_unknown');
    const far = { ...said, lines: [one, { ...two, place: places.siblingTown }] };
    refused(await deed(officer, first, 'amend', far), 'line_place');
    refused(await deed(officer, first, 'amend', { ...said, lines: [one, one] }), 'line_twice');
    const blind = { ...said, seen: '2022-07-01T00:00:00.000000Z' };
    refused(await deed(officer, first, 'amend', blind), 'changed_since', 409);
  });

  test('closes, is approved by another person, and filed by the office above', async () => {
    done(await deed(officer, first, 'submit'));
    refused(await deed(officer, first, 'approve'), 'same_person');
    refused(
      await deed(officer, first, 'adjust', { title: '调整', basis: null }),
      'adjust_approved',
    );
    done(await deed(clerk, first, 'return', { reason: '附会议纪要' }));
    done(await deed(officer, first, 'submit'));
    done(await deed(clerk, first, 'approve'));
    const filing = { reference: '湛乡振备〔2022〕3号', filedOn: '2022-07-28' };
    refused(await deed(clerk, first, 'file', filing), 'not_above');
    refused(await deed(city, first, 'file', { ...filing, filedOn: '2022-07-29' }), 'day_to_come');
    done(await deed(city, first, 'file', filing));
    expect(await page(city, first)).toMatchObject({
      ...{ state: 'filed', inForce: true, approvedOn: '2022-07-28', reference: filing.reference },
      verbs: [],
    });
    refused(await deed(officer, first, 'submit'), 'plan_state', 409);
  });
});

describe('an adjustment', () => {
  test('begins with the lines of the plan in force and is compared with them', async () => {
    const about = { title: '2022年第一次调整方案', basis: null };
    adjustment = done(await deed(officer, first, 'adjust', about), 201);
    const said = formOf(await page(officer, adjustment));
    const [one, two, three, four] = said.lines as [SaidLine, SaidLine, SaidLine, SaidLine];
    const lines = [
      { ...one, amount: '5500' },
      two,
      { ...three, amount: '1500' },
      { ...four, note: '留用' },
    ];
    done(await deed(officer, adjustment, 'amend', { ...said, lines }));
    refused(await deed(officer, first, 'adjust', about), 'version_open');
    const { body } = await officer.get<Comparison>(`/api/plans/plans/${adjustment}/comparison`);
    expect(body.rows.map(({ change, before, after }) => [change, before, after])).toEqual([
      ['changed', '6000', '5500'],
      ['same', '3000', '3000'],
      ['changed', '1000', '1500'],
      ['same', '3000', '3000'],
    ]);
    refused(await officer.get(`/api/plans/plans/${first}/comparison`), 'first_version');
  });

  test('closes with what has come since, and takes the place of the plan', async () => {
    await anEntry(database.db, places.town, {
      ...{
        measure: 'received',
        instrument: 'quota_notice',
        document_number: provincial,
        amount: '7',
      },
    });
    const found = await page(officer, adjustment);
    expect(found.problems.map(({ code, amount }) => [code, amount])).toEqual([
      ['left', '7'],
      ['below_budget', '500'],
    ]);
    refused(await deed(clerk, adjustment, 'submit'), 'does_not_close');
    const said = formOf(found);
    const lines = said.lines.map((one) =>
      one.amount === '1500' ? { ...one, amount: '1507' } : one,
    );
    done(await deed(officer, adjustment, 'amend', { ...said, lines }));
    done(await deed(officer, adjustment, 'submit'));
    done(await deed(clerk, adjustment, 'approve'));
    expect((await page(officer, first)).inForce).toBe(false);
    expect((await page(officer, adjustment)).inForce).toBe(true);
  });
});

test('the list counts county by county; another county sees nothing of it', async () => {
  const list = async (who: Person, place: string) =>
    (await who.get<{ rows: PlanRow[] }>(`/api/plans/plans?place=${place}`)).body.rows;
  expect(
    (await list(city, places.city)).map((row) => [row.version, row.arranged, row.reserved]),
  ).toEqual([
    [2, '8500', '4507'],
    [1, '9000', '4000'],
  ]);
  const one = await city.get<{ rows: PlanRow[]; next: string }>(
    `/api/plans/plans?place=${places.city}&limit=1`,
  );
  const rest = await city.get<{ rows: PlanRow[] }>(
    `/api/plans/plans?place=${places.city}&limit=1&after=${one.body.next}`,
  );
  expect(rest.body.rows.map(({ id }) => id)).toEqual([first]);
  expect(await list(sibling, places.siblingCounty)).toEqual([]);
  for (const path of ['', '/choices', '/comparison', '/plan.csv', '/comparison.csv'])
    expect((await sibling.get(`/api/plans/plans/${adjustment}${path}`)).status, path).toBe(404);
  expect((await deed(sibling, adjustment, 'return', { reason: '看看' })).status).toBe(404);
});

test('both are exported as the county writes them, with what lines are chosen from', async () => {
  const plan = await officer.get(`/api/plans/plans/${first}/plan.csv`);
  expect(plan.text).toContain(
    '2022年资金使用方案（遂溪县，驻镇帮镇扶村专项资金，2022年，第1版，已备案',
  );
  expect(plan.text).toContain(
    `${provincial},污水治理,440823100000,黄略镇,22-2,生活污水,广东省,省级资金,约束性任务,30,`,
  );
  expect(plan.text).toContain('合计,,,,,,,,,130,');
  const both = await officer.get(`/api/plans/plans/${adjustment}/comparison.csv?lang=en`);
  expect(both.text).toContain('60,55,-5,Changed');
  const { body } = await officer.get<{ projects: unknown[]; towns: unknown[] }>(
    `/api/plans/plans/${first}/choices`,
  );
  expect([body.projects.length, body.towns.length]).toEqual([2, 3]);
});

test('tasks of documents bind although the plan leaves them off, those of one name apart', async () => {
  const tasks = [{ name: '厕所革命', binding: true, target: null }];
  for (const number of ['遂财农〔2021〕1号', '遂财农〔2021〕2号']) {
    const paper = done(
      await officer.send<PlanWritten>('POST', '/api/funds/papers', {
        ...{ number, title: '下达2021年县级资金', payer: 'county', payerPlace: places.county },
        ...{ source: 'county_fund', programme: 'special_fund', measure: 'received', year: 2021 },
        ...{ functionCode: null, budgetCode: null, dated: '2021-09-01', amount: '500', tasks },
        lines: [{ place: places.town, amount: '500', note: null }],
      }),
      201,
    );
    for (const [who, verb, more] of [
      [officer, 'submit', { explanation: '按规则安排' }],
      [clerk, 'check', {}],
    ] as const) {
      const { body } = await who.get<{ changedAt: string }>(`/api/funds/papers/${paper}`);
      const said = { ...more, seen: body.changedAt };
      done(await who.send<PlanWritten>('POST', `/api/funds/papers/${paper}/${verb}`, said));
    }
  }
  const id = done(
    await officer.send<PlanWritten>('POST', '/api/plans/plans', { ...draft, year: 2021 }),
    201,
  );
  const said = formOf(await page(officer, id));
  expect(said.tasks.map(({ document }) => document)).toEqual([
    '遂财农〔2021〕1号',
    '遂财农〔2021〕2号',
  ]);
  const [one, two] = said.lines as [SaidLine, SaidLine];
  const on = (line: SaidLine, project: string, task: string | null) => ({ ...line, project, task });
  const without = { ...said, tasks: [], lines: [on(one, road, null), on(two, road, null)] };
  done(await deed(officer, id, 'amend', without));
  const open = async () =>
    (await page(officer, id)).problems.flatMap(({ task, document }) => (task ? [document] : []));
  expect(await open()).toEqual(['遂财农〔2021〕1号', '遂财农〔2021〕2号']);
  const answer = await deed(officer, id, 'submit');
  refused(answer, 'does_not_close');
  expect(answer.text).toContain('「厕所革命 · 遂财农〔2021〕2号」');
  done(
    await deed(officer, id, 'amend', {
      ...said,
      lines: [on(one, road, '厕所革命'), without.lines[1]],
    }),
  );
  expect(await open()).toEqual(['遂财农〔2021〕2号']);
  done(await deed(officer, id, 'discard', { reason: '试编' }));
});
