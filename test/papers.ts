/** Papers of the tests: an office with two people, its neighbours, two towns for each test, and the deeds on papers. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { PaperPage, PaperWritten, RegisterPaper } from '../src/funds/contract-papers.ts';
import { newId } from '../src/platform/new-id.ts';
import type { TestDatabase } from './database.ts';
import { type Answer, aPerson, aServer, type Person } from './people.ts';
import { aProvince, aTown, places } from './places.ts';

interface Desk {
  server: FastifyInstance;
  officer: Person;
  clerk: Person;
  sibling: Person;
  province: Person;
  provinceToo: Person;
  town: string;
  otherTown: string;
}

/** Call at the top of a test file; the desk is filled before its first test. */
export function usePapers(database: TestDatabase) {
  const desk = {} as Desk; // filled in beforeAll; using it earlier fails loudly
  beforeAll(async () => {
    await aProvince(database.db);
    const server = await aServer(database);
    Object.assign(desk, {
      server,
      officer: await aPerson(database, server, 'county', places.county),
      clerk: await aPerson(database, server, 'county_finance', places.county),
      sibling: await aPerson(database, server, 'county', places.siblingCounty),
      province: await aPerson(database, server, 'province', places.province),
      provinceToo: await aPerson(database, server, 'province', places.province),
    });
    await database.db
      .insertInto('platform.setting')
      .values({ name: 'today', value: '"2022-07-28"' })
      .execute();
  });
  afterAll(() => desk.server.close());
  beforeEach(async () => {
    desk.town = (await aTown(database.db, { under: places.county })).key;
    desk.otherTown = (await aTown(database.db, { under: places.county })).key;
  });

  let serial = 0;
  const line = (place: string, amount: string) => ({ place, amount, note: null });
  const paper = (change: Partial<RegisterPaper> = {}): RegisterPaper => ({
    number: `遂财农〔2022〕${++serial}号`,
    title: '关于下达2022年县级配套资金指标的通知',
    payer: 'county',
    payerPlace: places.county,
    source: 'county_fund',
    programme: 'special_fund',
    measure: 'received',
    year: 2022,
    functionCode: '2130599',
    budgetCode: '440823-2022-001',
    dated: '2022-05-24',
    amount: '15000000',
    lines: [line(desk.town, '10000000'), line(desk.otherTown, '5000000')],
    tasks: [{ name: '防返贫监测', binding: true, target: '监测户全覆盖' }],
    ...change,
  });

  /** Deeds on what one has seen say so: here what stands just now, unless told otherwise. */
  async function send(who: Person, path: string, body: object, id = newId()) {
    const [, paperId, verb] = /^papers\/([^/]+)\/(submit|check)$/.exec(path) ?? [];
    const seen = paperId && verb && !('seen' in body) ? await seenBy(who, paperId) : {};
    return who.send<PaperWritten>('POST', `/api/funds/${path}`, { ...body, ...seen }, id);
  }
  const seenBy = async (who: Person, id: string) => {
    const { body } = await who.get<PaperPage>(`/api/funds/papers/${id}`);
    return { seen: body.changedAt ?? '2022-01-01T00:00:00.000000Z' };
  };
  const done = (answer: Answer<PaperWritten>, status = 200): string => {
    expect(answer.status, answer.text).toBe(status);
    return answer.body.id;
  };
  const refused = (answer: Answer, code: string, status = 422) =>
    expect(answer, answer.text).toMatchObject({ status, body: { code: `funds.refusal.${code}` } });
  const page = async (who: Person, id: string): Promise<PaperPage> => {
    const answer = await who.get<PaperPage>(`/api/funds/papers/${id}`);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };

  /** Registers, hands in with an explanation and checks; answers the paper's id. */
  async function posted(
    change: Partial<RegisterPaper> = {},
    by = desk.officer,
    checker = desk.clerk,
  ) {
    const id = done(await send(by, 'papers', paper(change)), 201);
    done(await send(by, `papers/${id}/submit`, { explanation: '按规则安排' }));
    done(await send(checker, `papers/${id}/check`, {}));
    return id;
  }

  const balanceOf = async (place: string, measure: string) => {
    const { rows } = await database.owner.query<{ balance: string }>(
      `select coalesce(sum(balance), 0)::text as balance from funds.account
     where place_key = $1 and measure = $2::funds.measure and holder = 'place'`,
      [place, measure],
    );
    return rows[0]?.balance;
  };

  return { desk, line, paper, send, seenBy, done, refused, page, posted, balanceOf };
}
