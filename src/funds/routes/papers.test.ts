/** Papers through HTTP: registered by one, checked by another, posted, reversed; months closed; the books proved after it. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import { checkBooks } from '../check.ts';
import type { PaperPage, PaperRow, PaperWritten, RegisterPaper } from '../contract-papers.ts';

const database = useDatabase();
let server: FastifyInstance;
let officer: Person;
let clerk: Person;
let sibling: Person;
let province: Person;
let provinceToo: Person;
let town: string;
let otherTown: string;

beforeAll(async () => {
  const { db } = database;
  await aProvince(db);
  server = await aServer(database);
  officer = await aPerson(database, server, 'county', places.county);
  clerk = await aPerson(database, server, 'county_finance', places.county);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  province = await aPerson(database, server, 'province', places.province);
  provinceToo = await aPerson(database, server, 'province', places.province);
  await db
    .insertInto('platform.setting')
    .values({ name: 'today', value: '"2022-07-28"' })
    .execute();
});
afterAll(() => server.close());
beforeEach(async () => {
  town = (await aTown(database.db, { under: places.county })).key;
  otherTown = (await aTown(database.db, { under: places.county })).key;
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
  lines: [line(town, '10000000'), line(otherTown, '5000000')],
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
async function posted(change: Partial<RegisterPaper> = {}, by = officer, checker = clerk) {
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

describe('from the form to the books', () => {
  test('a paper waits for a second person, then its lines stand in the books', async () => {
    const id = done(await send(officer, 'papers', paper()), 201);
    expect((await page(officer, id)).verbs).toEqual(['amend', 'submit', 'discard']);
    refused(await send(officer, `papers/${id}/submit`, { explanation: null }), 'explain_first');
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    expect(await balanceOf(town, 'received')).toBe('0');

    refused(await send(officer, `papers/${id}/check`, {}), 'same_person');
    expect((await page(clerk, id)).verbs).toEqual(['return', 'check']);
    done(await send(clerk, `papers/${id}/check`, {}));
    expect(await balanceOf(town, 'received')).toBe('10000000');
    expect(await balanceOf(otherTown, 'received')).toBe('5000000');

    const after = await page(officer, id);
    expect(after).toMatchObject({ state: 'posted', verbs: [], hints: [], linesAmount: '15000000' });
    expect(after.tasks).toMatchObject([{ name: '防返贫监测', binding: true }]);
    expect(after.events.map(({ verb }) => verb)).toEqual(['register', 'submit', 'check']);
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('the same deed sent twice happens once', async () => {
    const id = done(await send(officer, 'papers', paper()), 201);
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const key = newId();
    const body = await seenBy(clerk, id);
    const [one, two] = await Promise.all(
      [1, 2].map(() => send(clerk, `papers/${id}/check`, body, key)),
    );
    expect([one?.status, two?.status].filter((status) => status === 200).length).toBeGreaterThan(0);
    done(await send(clerk, `papers/${id}/check`, body, key));
    expect(await balanceOf(town, 'received')).toBe('10000000');
  });

  test('two who check at once post it once', async () => {
    const third = await aPerson(database, server, 'county_finance', places.county);
    const id = done(await send(officer, 'papers', paper()), 201);
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const answers = await Promise.all(
      [clerk, third].map((who) => send(who, `papers/${id}/check`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await balanceOf(town, 'received')).toBe('10000000');
  });

  test('whoever changed it on the way does not check it', async () => {
    const said = paper();
    const id = done(await send(officer, 'papers', said), 201);
    const { changedAt } = await page(clerk, id);
    done(await send(clerk, `papers/${id}/amend`, { ...said, title: '更正标题', seen: changedAt }));
    refused(
      await send(officer, `papers/${id}/amend`, { ...said, seen: changedAt }),
      'changed_since',
      409,
    );
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    refused(await send(clerk, `papers/${id}/check`, {}), 'same_person');
  });

  test('whoever waits for a colleague’s amendment is judged by what it left', async () => {
    const id = done(await send(officer, 'papers', paper()), 201);
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const { seen } = await seenBy(clerk, id);
    const other = await database.owner.connect();
    await other.query('begin');
    await other.query('select from funds.paper where id = $1 for update', [id]);
    await other.query(
      `insert into funds.paper_event (id, paper_id, place_key, verb, state, by) values ($1, $2, $3, 'amend', 'drafted', $4)`,
      [newId(), id, places.county, clerk.id],
    );
    const checking = send(clerk, `papers/${id}/check`, { seen });
    await other.query('select pg_sleep(0.3)');
    await other.query('commit');
    other.release();
    refused(await checking, 'same_person');
    expect(await balanceOf(town, 'received')).toBe('0');
  });

  test('nobody checks or hands in what was changed since they looked', async () => {
    const id = done(await send(officer, 'papers', paper()), 201);
    const { seen } = await seenBy(officer, id);
    done(await send(officer, `papers/${id}/amend`, { ...paper(), ...(await seenBy(officer, id)) }));
    refused(
      await send(officer, `papers/${id}/submit`, { explanation: '首次配套', seen }),
      'changed_since',
      409,
    );
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    refused(await send(clerk, `papers/${id}/check`, { seen }), 'changed_since', 409);
  });

  test('what repeats a paper posted meanwhile is not posted without an explanation', async () => {
    const rule = `insert into funds.account (county, id, holder, place_key, source, programme, measure, year, guarded, balance)
      values ($1, $2, 'place', $3, 'county_fund', 'special_fund', 'due', 2022, false, 100000000)`;
    for (const place of [town, otherTown])
      await database.owner.query(rule, [places.county.slice(0, 6), newId(), place]);
    const two = [paper(), paper()];
    const ids: string[] = [];
    for (const said of two) {
      const id = done(await send(officer, 'papers', said), 201);
      done(await send(officer, `papers/${id}/submit`, { explanation: null }));
      ids.push(id);
    }
    done(await send(clerk, `papers/${ids[0]}/check`, {}));
    refused(await send(clerk, `papers/${ids[1]}/check`, {}), 'explain_first');
    await database.owner.query(
      `delete from funds.account where measure = 'due' and holder = 'place' and place_key = any ($1)`,
      [[town, otherTown]],
    );
  });

  test('it goes back with a reason and comes again', async () => {
    const said = paper();
    const id = done(await send(officer, 'papers', said), 201);
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    done(await send(clerk, `papers/${id}/return`, { reason: '附件不清' }));
    refused(await send(clerk, `papers/${id}/check`, {}), 'paper_state', 409);
    done(await send(officer, `papers/${id}/submit`, { explanation: '已补附件' }));
    done(await send(clerk, `papers/${id}/check`, {}));
    const { events } = await page(clerk, id);
    expect(events).toContainEqual(expect.objectContaining({ verb: 'return', reason: '附件不清' }));
  });

  test('the list shows what waits, to those above it too, and to nobody beside', async () => {
    const id = done(await send(officer, 'papers', paper()), 201);
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const list = async (who: Person, place: string) =>
      (
        await who.get<{ rows: PaperRow[] }>(
          `/api/funds/papers?place=${place}&state=submitted&limit=200`,
        )
      ).body;
    expect((await list(clerk, places.county)).rows.map((row) => row.id)).toContain(id);
    const above = (await list(province, places.province)).rows.find((row) => row.id === id);
    expect(above).toMatchObject({ verbs: [], registeredBy: expect.any(String) });
    refused(await send(province, `papers/${id}/check`, {}), 'other_office');
    expect((await sibling.get(`/api/funds/papers/${id}`)).status).toBe(404);
  });
});

describe('what a paper must say', () => {
  const submit = async (change: Partial<RegisterPaper>) => {
    const id = done(await send(officer, 'papers', paper(change)), 201);
    return send(officer, `papers/${id}/submit`, { explanation: '说明' });
  };

  test('its lines close', async () => {
    refused(await submit({ lines: [] }), 'no_lines');
    const below = await submit({ lines: [line(town, '14999999')] });
    refused(below, 'lines_below');
    expect(below.text).toContain('0.01');
    refused(await submit({ lines: [line(town, '215000000')] }), 'lines_above');
  });

  test('its day has come, its number is free', async () => {
    refused(await submit({ dated: '2022-07-29' }), 'day_to_come');
    const said = paper();
    await posted({ number: said.number });
    refused(await send(officer, 'papers', said), 'number_taken');
  });

  test('only the payer registers what it issues', async () => {
    const provincial = { payer: 'province', payerPlace: places.province } as const;
    const said = paper({ ...provincial, source: 'provincial_fund', measure: 'issued' });
    refused(await send(officer, 'papers', said), 'payer_registers');
  });

  test('its number has one spelling', async () => {
    const said = paper();
    await posted({ number: said.number });
    refused(
      await send(officer, 'papers', {
        ...said,
        number: said.number.replace('〔', '[').replace('〕', ']'),
      }),
      'number_taken',
    );
  });

  test('lines a colleague cannot see are not lost unseen', async () => {
    const id = done(await send(officer, 'papers', paper()), 201);
    await database.owner.query(
      `with far as (
         insert into funds.paper_line (county, id, paper_id, place_key, amount) values ($1, $2, $3, $4, 5) returning 1)
       update funds.paper set lines = lines + (select count(*) from far) where id = $3`,
      [places.siblingCounty.slice(0, 6), newId(), id, places.siblingTown],
    );
    refused(
      await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }),
      'lines_elsewhere',
    );
    const seen = await seenBy(officer, id);
    refused(await send(officer, `papers/${id}/amend`, { ...paper(), ...seen }), 'lines_elsewhere');
  });

  test.each([
    ['a county issues nothing', { measure: 'issued' }, 'payer_of_measure'],
    ['donated money is no special fund', { source: 'donation' }, 'source_of_programme'],
    ['a county pays from a county', { payerPlace: places.city }, 'payer_place'],
    ['a county pays its own towns', { payerPlace: places.siblingCounty }, 'payer_area'],
  ] as const)('%s', async (_, change, code) => {
    refused(await send(officer, 'papers', paper(change)), code);
  });

  test('its lines are towns or counties in reach, each once', async () => {
    const lines = (...keys: string[]) => ({ lines: keys.map((key) => line(key, '5')) });
    refused(await send(officer, 'papers', paper(lines(town, town))), 'place_twice');
    refused(await send(officer, 'papers', paper(lines(places.village))), 'line_level');
    const out = await send(officer, 'papers', paper(lines(town, places.siblingTown)));
    refused(out, 'line_place');
    expect(out.text).toContain('第 2 行');
  });
});

describe('hints', () => {
  test('more received than was issued is said with the place and asks for an explanation', async () => {
    const provincial = {
      payer: 'province',
      payerPlace: places.province,
      source: 'provincial_fund',
    } as const;
    await posted(
      { ...provincial, measure: 'issued', amount: '900', lines: [line(town, '900')] },
      province,
      provinceToo,
    );
    const id = done(
      await send(
        officer,
        'papers',
        paper({ ...provincial, amount: '1000', lines: [line(town, '1000')] }),
      ),
      201,
    );
    expect((await page(officer, id)).hints).toContainEqual(
      expect.objectContaining({ code: 'above_before', count: 1, amount: '100' }),
    );
    const fits = done(
      await send(
        officer,
        'papers',
        paper({ ...provincial, amount: '900', lines: [line(town, '900')] }),
      ),
      201,
    );
    expect((await page(officer, fits)).hints.map(({ code }) => code)).toEqual(['no_due']);
  });

  test('the same amount for the same place within thirty days', async () => {
    await posted();
    const id = done(await send(officer, 'papers', paper({ dated: '2022-06-20' })), 201);
    expect((await page(officer, id)).hints).toContainEqual(
      expect.objectContaining({ code: 'same_again', count: 2 }),
    );
  });
});

describe('reversal', () => {
  const document = async (id: string, body: object, who = officer) =>
    send(who, `documents/${id}/reverse`, {
      entries: [],
      dated: '2022-06-30',
      reason: '文号登错',
      ...body,
    });

  test('takes the entries of a document back, checked by a second person, once', async () => {
    const id = await posted();
    const back = done(await document(id, {}), 201);
    expect(await page(officer, back)).toMatchObject({
      kind: 'reversal',
      amount: '15000000',
      reverses: id,
    });
    done(await send(officer, `papers/${back}/submit`, { explanation: null }));
    refused(await send(officer, `papers/${back}/check`, {}), 'same_person');
    done(await send(clerk, `papers/${back}/check`, {}));
    expect(await balanceOf(town, 'received')).toBe('0');
    refused(await document(id, {}), 'nothing_to_reverse');
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('is refused where the money is spent', async () => {
    const id = await posted();
    await database.owner.query(
      `select funds.book(array[row($1, $2, $3, 1, 'spent', 'county', $4, 'county_fund', 'county', 'special_fund',
        'treasury_receipt', 2022, 'ZF1', '2022-06-01', null, null)::funds.booking], null)`,
      [newId(), places.county.slice(0, 6), town, places.county],
    );
    const back = done(await document(id, {}), 201);
    done(await send(officer, `papers/${back}/submit`, { explanation: null }));
    refused(await send(clerk, `papers/${back}/check`, {}), 'spent_already');
    expect(await balanceOf(town, 'received')).toBe('9999999');
    expect((await page(clerk, back)).state).toBe('submitted');
  });

  test('is for the office that registered the document', async () => {
    const provincial = {
      payer: 'province',
      payerPlace: places.province,
      source: 'provincial_fund',
    } as const;
    const issued = await posted(
      { ...provincial, measure: 'issued', amount: '900', lines: [line(town, '900')] },
      province,
      provinceToo,
    );
    refused(await document(issued, {}), 'other_office');
    done(await document(issued, {}, province), 201);
    // Another draft of the same: whichever is checked first takes the entries back, the other is refused.
    done(await document(issued, {}, province), 201);
    refused(await document(await posted(), {}, province), 'other_office');
  });

  test('is not dated before the entry', async () => {
    refused(await document(await posted(), { dated: '2022-05-23' }), 'before_entry');
  });

  test('of another county is absent', async () => {
    expect((await document(await posted(), {}, sibling)).status).toBe(404);
  });
});

describe('closing', () => {
  test('a closed month takes nothing more; what is over waits for its papers', async () => {
    const close = (month: string) => send(clerk, 'closings', { place: places.county, month });
    refused(await close('2022-07'), 'month_runs');
    const id = done(await send(officer, 'papers', paper({ dated: '2021-11-10' })), 201);
    done(await send(officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    refused(await close('2021-11'), 'papers_wait');
    done(await send(clerk, `papers/${id}/check`, {}));
    expect((await close('2021-11')).status).toBe(204);
    refused(await close('2021-11'), 'closed_already');
    const late = done(await send(officer, 'papers', paper({ dated: '2021-11-30' })), 201);
    refused(await send(officer, `papers/${late}/submit`, { explanation: '补登' }), 'month_closed');
    refused(await send(clerk, 'closings', { place: town, month: '2021-10' }), 'closes_county');
    refused(
      await send(province, 'closings', { place: places.county, month: '2021-10' }),
      'closes_county',
    );
    const shown = await clerk.get<{ rows: object[] }>(`/api/funds/closings?place=${places.county}`);
    expect(shown.body.rows).toMatchObject([{ month: '2021-11', place: places.county }]);
    expect(await checkBooks(database.jobs)).toEqual([]);
  });
});
