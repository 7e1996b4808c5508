/** Projects of the tests: a town office with two people, the county above it, money received, and the deeds on projects. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import { newId } from '../src/platform/new-id.ts';
import type { ProjectPage, RegisterProject } from '../src/projects/contract.ts';
import type { TestDatabase } from './database.ts';
import { anEntry } from './money.ts';
import { type Answer, aPerson, aServer, type Person } from './people.ts';
import { aProvince, aTown, places } from './places.ts';

interface Office {
  server: FastifyInstance;
  town: string;
  maker: Person;
  other: Person;
  captain: Person;
  county: Person;
  sibling: Person;
  finance: Person;
}
type Written = { id: string; state: string };

/** Call at the top of a test file; the office is filled before its first test. Today is 2022-07-28. */
export function useProjects(database: TestDatabase) {
  const office = {} as Office; // filled in beforeAll; using it earlier fails loudly
  const clock = async (day: string) => {
    await database.db
      .insertInto('platform.setting')
      .values({ name: 'today', value: JSON.stringify(day) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(day) }))
      .execute();
  };
  beforeAll(async () => {
    await aProvince(database.db);
    const server = await aServer(database);
    const town = (await aTown(database.db, { under: places.county })).key;
    Object.assign(office, {
      ...{ server, town },
      maker: await aPerson(database, server, 'town', town),
      other: await aPerson(database, server, 'town', town),
      county: await aPerson(database, server, 'county', places.county),
      sibling: await aPerson(database, server, 'county', places.siblingCounty),
      finance: await aPerson(database, server, 'county_finance', places.county),
    });
    await clock('2022-07-28');
  });
  afterAll(() => office.server.close());

  /** Money that reached the town: the province's special fund of 2022. */
  const received = (amount: string, wishes: Parameters<typeof anEntry>[2] = {}) =>
    anEntry(database.db, office.town, {
      ...{ measure: 'received', instrument: 'quota_notice', amount, level: 'county' },
      document_number: `遂财农〔2022〕${newId()}号`,
      ...wishes,
    });
  const source = (amount: string) => ({
    ...{
      payer: 'province' as const,
      payerPlace: places.province,
      source: 'provincial_fund' as const,
    },
    ...{ programme: 'special_fund' as const, year: 2022, amount },
  });
  const project = (change: Partial<RegisterProject> = {}): RegisterProject => ({
    ...{ town: office.town, name: '村道硬化', year: 2022, task: 'facilities', category: null },
    ...{ bindingTask: null, content: '硬化村道 3.2 公里', implementer: '镇人民政府' },
    ...{ operating: false, light: false, villages: [], households: 120, people: 480 },
    ...{ lifted: 30, monitored: 4, benefitLink: null, benefitNote: null, land: 'not_needed' },
    ...{ environment: 'not_needed', target: '通达率 100%', result: null },
    ...{ plannedFrom: '2022-03-01', plannedTo: '2022-12-31', shortfalls: [] },
    budget: [source('30000000')],
    ...change,
  });
  const page = async (id: string, who = office.maker): Promise<ProjectPage> => {
    const answer = await who.get<ProjectPage>(`/api/projects/projects/${id}`);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  const post = (who: Person, path: string, body: object, id = newId()) =>
    who.send<Written>('POST', `/api/projects/${path}`, body, id);
  const done = (answer: Answer<Written>, status = 200): string => {
    expect(answer.status, answer.text).toBe(status);
    return answer.body.id;
  };
  const refused = (answer: Answer, code: string, status = 422) =>
    expect(answer, answer.text).toMatchObject({ status, body: { code: `projects.${code}` } });

  /** A step of a project as it stands just now. */
  const step = async (who: Person, id: string, verb: string, more: object = {}) =>
    post(who, `projects/${id}/steps/${verb}`, { seen: (await page(id)).changedAt, ...more });
  const moneyStep = async (
    who: Person,
    of: 'contracts' | 'requests',
    project_: string,
    id: string,
    verb: string,
    more: object = {},
  ) => {
    const found = (await page(project_))[of].find((one) => one.id === id);
    return post(who, `${of}/${id}/steps/${verb}`, { seen: found?.changedAt, ...more });
  };
  const shortfall = async (name: string) =>
    done(
      await post(office.maker, 'shortfalls', {
        ...{ town: office.town, kind: 'road', name, foundOn: '2022-01-10' },
      }),
      201,
    );
  const paper = async (id: string, kind: string, who = office.maker) =>
    done(
      await post(who, `projects/${id}/documents`, {
        ...{ kind, title: `${kind}一份`, number: null, dated: '2022-06-01' },
      }),
      201,
    );
  const posting = (stage: string, postedOn: string) => ({
    ...{ stage, postedOn, endsOn: '2022-12-31', placePosted: '村务公开栏' },
  });
  const notice = async (
    id: string,
    stage: string,
    [postedOn, endsOn] = ['2022-07-01', '2022-07-08'],
  ) =>
    done(
      await post(office.maker, `projects/${id}/notices`, {
        ...{ stage, postedOn, endsOn, placePosted: '村务公开栏' },
      }),
      201,
    );

  /** A project in the library, everything there that leads on; today is 2022-06-20 while it is made. */
  async function stocked(change: Partial<RegisterProject> = {}) {
    await clock('2022-06-10');
    const shortfalls = [await shortfall(`短板 ${newId()}`)];
    const id = done(await post(office.maker, 'projects', project({ shortfalls, ...change })), 201);
    await notice(id, 'proposal', ['2022-06-01', '2022-06-08']);
    for (const kind of ['minutes', 'contract', 'invoice', 'acceptance']) await paper(id, kind);
    for (const kind of ['review', 'audit']) await paper(id, kind, office.county);
    done(await step(office.maker, id, 'propose'));
    done(await step(office.other, id, 'pass'));
    done(await step(office.county, id, 'approve'));
    await notice(id, 'plan', ['2022-06-10', '2022-06-17']);
    await clock('2022-07-28');
    return id;
  }
  /** A project in the year's plan since 2022-06-20. */
  async function planned(change: Partial<RegisterProject> = {}) {
    const id = await stocked(change);
    await clock('2022-06-20');
    const answer = await step(office.county, id, 'plan');
    await clock('2022-07-28');
    done(answer);
    return id;
  }
  /** A project whose award was noticed; a contract may be signed. */
  async function preparing(change: Partial<RegisterProject> = {}) {
    const id = await planned(change);
    await clock('2022-06-21');
    done(await step(office.maker, id, 'prepare'));
    await notice(id, 'award', ['2022-06-21', '2022-06-28']);
    await clock('2022-07-28');
    return id;
  }
  const contract = (change: object = {}) => ({
    ...{ kind: 'main', changes: null, number: `HT-${newId()}`, contractor: '遂溪路桥公司' },
    ...{
      contractorCode: null,
      contractorFounded: null,
      signedOn: '2022-07-10',
      amount: '28000000',
      retention: 30,
    },
    ...{ retainedTo: '2023-07-10', ...change },
  });
  /** A contract in force. */
  async function signed(id: string, change: object = {}) {
    const made = done(await post(office.maker, `projects/${id}/contracts`, contract(change)), 201);
    done(await moneyStep(office.maker, 'contracts', id, made, 'submit'));
    done(await moneyStep(office.other, 'contracts', id, made, 'check'));
    return made;
  }
  const request = (contract_: string, change: object = {}) => ({
    ...{ contract: contract_, kind: 'advance', amount: '8000000', invoice: null },
    ...{ payee: '遂溪路桥公司', accountTail: '1234', askedOn: '2022-07-20', ...change },
  });
  /** A project under way with a contract of 28 万, everything on file. */
  async function underWay(change: object = {}) {
    const id = await preparing();
    const main = await signed(id, change);
    done(await step(office.maker, id, 'sign'));
    done(await step(office.maker, id, 'start', { day: '2022-07-28' }));
    return { id, main };
  }
  /** A request sent to the county. */
  async function sent(id: string, main: string, amount: string, invoice: string | null = null) {
    const said = request(main, { amount, invoice, payee: `公司 ${newId()}` });
    const asked = done(await post(office.maker, `projects/${id}/requests`, said), 201);
    if (invoice) {
      const scan = { kind: 'invoice', title: '发票', number: invoice, dated: '2022-07-01' };
      done(await post(office.maker, `projects/${id}/documents`, scan), 201);
    }
    done(await moneyStep(office.maker, 'requests', id, asked, 'submit'));
    done(await moneyStep(office.other, 'requests', id, asked, 'check'));
    await dossier(asked);
    done(await moneyStep(office.maker, 'requests', id, asked, 'send'));
    return asked;
  }
  const close = (month: string) =>
    database.owner.query(
      `insert into funds.closing (county, place_key, month, closed_by) values ($1, $2, $3, $4)`,
      [places.county.slice(0, 6), places.county, `${month}-01`, newId()],
    );
  const balanceOf = async (measure: string) => {
    const { rows } = await database.owner.query<{ balance: string }>(
      `select coalesce(sum(balance), 0)::text as balance from funds.account
       where place_key = $1 and measure = $2::funds.measure and holder = 'place'`,
      [office.town, measure],
    );
    return rows[0]?.balance;
  };
  /** A dossier of a request as it stands now; its contents are the tests' of dossiers. */
  const dossier = (request_: string) =>
    database.owner.query(
      `insert into dossiers.dossier (county, id, place_key, project_id, request_id, sha256, size, pages, made_by)
       select county, $2, place_key, project_id, id, repeat('d', 64), 1, 1, checked_by from projects.request where id = $1`,
      [request_, newId()],
    );
  const kit = {
    dossier,
    post,
    done,
    refused,
    page,
    step,
    moneyStep,
    project,
    source,
    received,
    balanceOf,
  };
  return {
    ...kit,
    office,
    clock,
    shortfall,
    paper,
    notice,
    posting,
    stocked,
    planned,
    preparing,
    contract,
    signed,
    request,
    underWay,
    sent,
    close,
  };
}
