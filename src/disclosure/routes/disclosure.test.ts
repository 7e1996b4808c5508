/** From the object to the public page: made, refused where it tells of a person, published, taken down. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import {
  aDisclosable,
  type Disclosable,
  paidByOthersToo,
  pdfText,
  planted,
  zipTexts,
} from '../../../test/disclosure.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { aPersonOnRecord } from '../../../test/teams.ts';
import type { CopyPage, CopyRow, WaitingRow } from '../contract.ts';
import { factsIn } from '../store/facts.ts';

const database = useDatabase();
let server: FastifyInstance;
let town: string;
let clerk: Person;
let county: Person;
let sibling: Person;
let auditor: Person;
let at: Disclosable;

const setting = async (name: string, value: string) => {
  await database.db
    .insertInto('platform.setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
};

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  town = (await aTown(database.db, { under: places.county })).key;
  clerk = await aPerson(database, server, 'town', town);
  county = await aPerson(database, server, 'county', places.county);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  auditor = await aPerson(database, server, 'auditor', places.county);
  await setting('today', '"2022-07-28"');
  await setting('public_pages', 'true');
  at = await aDisclosable(database.db, town);
  await aPersonOnRecord(database.db, town, planted.person);
});
afterAll(() => server.close());

type Wish = { kind: string; place?: string; object?: string | null; year?: number };
const make = (who: Person, { kind, place = town, object = null, year = 2022 }: Wish) =>
  who.send<{ id: string }>('POST', '/api/disclosure/copies', { kind, place, object, year });
const publish = (who: Person, copy: string, change: object = {}) =>
  who.send<{ id: string }>('POST', `/api/disclosure/copies/${copy}/publications`, {
    ...{ channel: 'own_pages', shownAt: null, fromDay: '2022-07-01', untilDay: null, ...change },
  });
const done = <T>(answer: Answer<T>, status = 201): T => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({
    status,
    body: { code: `disclosure.refusal.${code}` },
  });
const page = async (who: Person, id: string) =>
  done(await who.get<CopyPage>(`/api/disclosure/copies/${id}`), 200);
const open = async (url: string, more: object = {}) => server.inject({ url, ...more });
const waiting = async () =>
  done(
    await clerk.get<{ rows: WaitingRow[] }>(`/api/disclosure/waiting?place=${town}&year=2022`),
    200,
  ).rows;

describe('a public copy', () => {
  test('of a project: from what waits to the page everybody reads, and down again', async () => {
    expect((await waiting()).map(({ kind }) => kind).sort()).toEqual([
      'notice',
      'project',
      'use_of_money',
    ]);
    const { id } = done(await make(clerk, { kind: 'project', object: at.project }));
    const made = await page(clerk, id);
    expect(made).toMatchObject({ state: 'made', kind: 'project', openPage: null, mayRecord: true });
    expect(JSON.stringify(made.blocks)).toContain('300,000.00');
    expect(JSON.stringify(made.blocks)).toContain('司××');
    expect(made.blocks.at(-1)).toEqual({
      ...{ kind: 'paragraph', text: expect.stringMatching(/^公开单位：\S+　2022年7月28日$/) },
    });
    expect((await open(`/public/copies/${id}`)).statusCode).toBe(404);

    const { id: publication } = done(await publish(clerk, id, { untilDay: '2022-07-28' }));
    refused(await publish(clerk, id), 'stands_already');
    expect(await page(clerk, id)).toMatchObject({
      ...{ state: 'published', openPage: `/public/copies/${id}` },
    });
    const shown = await open(`/public/copies/${id}`);
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('村道硬化之');
    expect(shown.body).not.toContain('<script');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await open(`/public/copies/${id}?lang=en`)).body).toContain('Money by source');
    expect((await waiting()).map(({ kind }) => kind)).not.toContain('project');

    // Its last day is over: nobody sees it any more, and the register still asks for the deed.
    await setting('today', '"2022-07-29"');
    const api = '/public/api/disclosure/copies';
    for (const url of [
      ...[`/public/copies/${id}`, `${api}/${id}`, `${api}/${id}/oc4ids`],
      ...[`${api}/${id}/files/copy.html`, '/public/api/disclosure/oc4ids'],
    ])
      expect((await open(url)).statusCode, url).toBe(404);
    expect((await open(api)).body).not.toContain(id);
    expect((await open(`${api}.csv`)).body).not.toContain(id);
    expect((await open('/public')).body).not.toContain(id);
    expect(await page(clerk, id)).toMatchObject({ state: 'due', openPage: null });
    refused(await publish(clerk, id), 'stands_already');
    await setting('today', '"2022-07-28"');

    const down = (who: Person, on: string) =>
      who.send('POST', `/api/disclosure/publications/${publication}/take-down`, {
        ...{ on, reason: '公示期满' },
      });
    refused(await down(clerk, '2022-08-01'), 'down_day');
    expect((await down(sibling, '2022-07-28')).status).toBe(404);
    done(await down(clerk, '2022-07-28'), 200);
    refused(await down(clerk, '2022-07-28'), 'down_already', 409);
    expect((await open(`/public/copies/${id}`)).statusCode).toBe(404);
    expect((await open(`/public/api/disclosure/copies/${id}`)).statusCode).toBe(404);
  });

  test('that is to come is withdrawn at once, and never stands', async () => {
    const { id } = done(await make(clerk, { kind: 'project', object: at.project }));
    const { id: coming } = done(await publish(clerk, id, { fromDay: '2022-08-10' }));
    const down = (on: string) =>
      clerk.send('POST', `/api/disclosure/publications/${coming}/take-down`, {
        ...{ on, reason: '内容有误' },
      });
    refused(await down('2022-08-10'), 'down_day');
    done(await down('2022-07-28'), 200);
    await setting('today', '"2022-08-11"');
    expect((await open(`/public/copies/${id}`)).statusCode).toBe(404);
    expect(await page(clerk, id)).toMatchObject({
      ...{ state: 'taken_down', publications: [{ takenDownOn: '2022-08-10' }] },
    });
    await setting('today', '"2022-07-28"');
  });

  test('taken down before its time lets its object wait again', async () => {
    const money = () =>
      waiting().then((rows) => rows.find(({ kind }) => kind === 'use_of_money') ?? null);
    const { id } = done(await make(clerk, { kind: 'use_of_money' }));
    expect(await money()).toMatchObject({ copy: id });
    const { id: publication } = done(await publish(clerk, id, { untilDay: '2022-12-31' }));
    expect(await money()).toBeNull();
    const down = { on: '2022-07-28', reason: '内容有误' };
    done(
      await clerk.send('POST', `/api/disclosure/publications/${publication}/take-down`, down),
      200,
    );
    expect(await money()).toMatchObject({ copy: null });
  });

  test('of the use of money counts fiscal money alone, also of a project that others pay for too', async () => {
    const mixed = await aDisclosable(database.db, town);
    const number = await paidByOthersToo(database, town, mixed.project);
    const client = await database.owner.connect();
    const range = { key: town, lo: town, hi: `${town.slice(0, 9)}999` };
    const asked = { kind: 'use_of_money', object: null, year: 2022 } as const;
    const facts = await factsIn(client, range, asked).finally(() => client.release());
    if (facts?.kind !== 'use_of_money') throw new Error('no facts');
    expect(facts.of.projects.find((one) => one.number === number)).toMatchObject({
      ...{ budget: '30000000', contracted: '28000000', paid: '9000000' },
    });
  });

  test('of made-up data says so wherever it goes', async () => {
    const mark = (madeUp: boolean) =>
      database.db
        .updateTable('projects.project')
        .set({ made_up: madeUp })
        .where('id', '=', at.project)
        .execute();
    await mark(true);
    const { id } = done(await make(clerk, { kind: 'project', object: at.project }));
    const { id: notice } = done(await make(clerk, { kind: 'notice', object: at.notice }));
    await mark(false);
    const { id: real } = done(await make(clerk, { kind: 'project', object: at.project }));
    expect((await page(clerk, id)).madeUp).toBe(true);
    expect((await page(clerk, notice)).madeUp).toBe(true);
    expect((await page(clerk, real)).madeUp).toBe(false);
    const { id: publication } = done(await publish(clerk, id));
    expect((await open(`/public/copies/${id}`)).body).toContain('演示数据');
    const api = '/public/api/disclosure/copies';
    expect((await open(`${api}/${id}/oc4ids`)).json().projects).toMatchObject([{ madeUp: true }]);
    expect((await open(`${api}.csv`)).body).toMatch(new RegExp(`${id}.*,是\\r`));
    await clerk.send('POST', `/api/disclosure/publications/${publication}/take-down`, {
      ...{ on: '2022-07-28', reason: '试' },
    });
  });

  test('is only for the office of the place or one above, and read where the place is', async () => {
    expect((await make(sibling, { kind: 'project', object: at.project })).status).toBe(404);
    expect((await make(auditor, { kind: 'project', object: at.project })).status).toBe(403);
    const { id } = done(await make(county, { kind: 'project', object: at.project }));
    expect((await page(auditor, id)).mayRecord).toBe(false);
    expect((await sibling.get(`/api/disclosure/copies/${id}`)).status).toBe(404);
    // A document is published by the county its money came to; the place chosen must be the caller's own.
    const document = { kind: 'document', object: at.document, place: places.county };
    expect((await make(clerk, document)).status).toBe(404);
  });

  test('is refused where the text tells of a person, with the field that does', async () => {
    for (const [content, fault] of [
      [`硬化村道，联系电话 ${planted.phone}`, 'number'],
      ['硬化村道，联系人：李四', 'person'],
      [`${planted.person}家门口硬化`, 'person'],
      [`硬化村道，方便${planted.health}患者就医`, 'health'],
      [`硬化村道，来信 ${planted.mail}`, 'mail'],
    ]) {
      await database.db
        .updateTable('projects.project')
        .set({ content: content as string })
        .where('id', '=', at.project)
        .execute();
      const answer = await make(clerk, { kind: 'project', object: at.project });
      refused(answer, `text_${fault}`);
      expect(answer.text).toContain('建设内容');
    }
    await database.db
      .updateTable('projects.project')
      .set({ content: '硬化村道 3.2 公里' })
      .where('id', '=', at.project)
      .execute();
  });

  test('hangs elsewhere with a link or a place', async () => {
    const { id } = done(await make(clerk, { kind: 'notice', object: at.notice }));
    const site = { channel: 'government_site', fromDay: '2022-07-25' };
    refused(await publish(clerk, id, { ...site, shownAt: '县政府网' }), 'no_link');
    refused(await publish(clerk, id, { channel: 'village_board' }), 'where');
    refused(
      await publish(clerk, id, { ...site, shownAt: 'https://a.example/1', fromDay: '2022-07-29' }),
      'day_to_come',
    );
    done(
      await publish(clerk, id, {
        ...site,
        shownAt: 'https://www.example.gov.cn/n/1.html',
        untilDay: '2022-08-01',
      }),
    );
    const rows = done(
      await county.get<{ rows: CopyRow[] }>(
        `/api/disclosure/copies?place=${places.county}&state=published`,
      ),
      200,
    ).rows;
    expect(rows.map((row) => row.id)).toContain(id);
    expect((await open(`/public/copies/${id}`)).statusCode).toBe(404);
  });
});

describe('the public pages', () => {
  const copies: string[] = [];
  beforeAll(async () => {
    const wishes: Wish[] = [
      { kind: 'project', object: at.project },
      { kind: 'notice', object: at.notice },
      { kind: 'document', object: at.document, place: places.county },
      { kind: 'plan', object: at.plan, place: places.county },
      { kind: 'use_of_money' },
    ];
    for (const wish of wishes) {
      const { id } = done(await make(county, wish));
      done(await publish(county, id));
      copies.push(id);
    }
  });

  test('G10: leak nothing on any page, feed or file', async () => {
    const seen = new Map<string, string>();
    const todo = ['/public', '/public?lang=en', '/public/complaints/look-up'];
    while (todo.length > 0) {
      const url = todo.shift() as string; // the loop asks for its length
      if (seen.has(url)) continue;
      const reply = await open(url);
      expect(reply.statusCode, url).toBe(200);
      const text = /\.docx$/.test(url)
        ? zipTexts(reply.rawPayload)
        : /\.pdf$/.test(url)
          ? `${pdfText(reply.rawPayload)}\n${reply.rawPayload.toString('latin1')}`
          : reply.body;
      seen.set(url, text);
      if (String(reply.headers['content-type']).startsWith('text/html') && !url.includes('/files/'))
        for (const [, link = ''] of text.matchAll(/(?:href|action)="([^"]+)"/g)) {
          expect(link).toMatch(/^\/public/);
          todo.push(link.replaceAll('&amp;', '&'));
        }
    }
    // Five copies with a page in each language, three files and JSON each; catalogue, feeds, complaints.
    expect(seen.size).toBeGreaterThan(40);
    expect([...seen.keys()].filter((url) => url.endsWith('.pdf'))).toHaveLength(5);
    for (const [url, text] of seen) {
      if (url.endsWith('.pdf') || url.endsWith('.docx')) expect(text, url).toContain('管理台账');
      for (const [what, value] of Object.entries(planted))
        expect(text.includes(value), `${what} at ${url}`).toBe(false);
      expect(withoutOurs(text), url).not.toMatch(
        /(?<![\w.-])1[3-9]\d{9}(?![\w.-])|(?<![\w.-])\d{17}[\dXx](?![\w-])/,
      );
    }
    const files = [...seen].filter(([url]) => /copy\.(pdf|docx|html)$/.test(url));
    expect(files.every(([, text]) => text.includes('SHA-256'))).toBe(true);
    // Five PDF files are made, each by a program of its own that reads a font.
  }, 180_000);
  /** Places and checksums are long numbers too. */
  const withoutOurs = (text: string) => text.replace(/[0-9a-f]{64}|[0-9a-f-]{36}/g, '');

  test('are searched, filtered by place and year, and fed to machines', async () => {
    const list = async (query: string) =>
      (await open(`/public/api/disclosure/copies?${query}`)).json<{ rows: { id: string }[] }>()
        .rows;
    expect(await list(`place=${town}`)).toHaveLength(3);
    expect(await list(`place=${places.county}&year=2022`)).toHaveLength(5);
    expect(await list('year=2023')).toHaveLength(0);
    expect(await list(`q=${encodeURIComponent('村道硬化之')}&kind=notice`)).toHaveLength(1);
    expect(await list(`q=${encodeURIComponent('没有这个词')}`)).toHaveLength(0);
    // A second copy of the project that stands beside the first: the newer is in the package, once.
    const second = done(await make(county, { kind: 'project', object: at.project })).id;
    const { id: beside } = done(await publish(county, second));
    const package_ = (await open('/public/api/disclosure/oc4ids')).json();
    expect(package_.projects).toHaveLength(1);
    done(
      await county.send('POST', `/api/disclosure/publications/${beside}/take-down`, {
        ...{ on: '2022-07-28', reason: '重复' },
      }),
      200,
    );
    expect(package_).toMatchObject({
      version: '0.9',
      projects: [
        {
          status: 'implementation',
          budget: { amount: { amount: 300000, currency: 'CNY' } },
          contractingProcesses: [{ summary: { contractValue: { amount: 280000 } } }],
        },
      ],
    });
    const csv = (await open('/public/api/disclosure/copies.csv')).body.split('\r\n');
    expect(csv).toHaveLength(7);
    expect(csv[0]).toMatch(/,演示数据$/);
    expect(csv[1]).toMatch(/,否$/);
  });

  test('say nothing at all while they are off', async () => {
    await setting('public_pages', 'false');
    for (const url of [
      '/public',
      `/public/copies/${copies[0]}`,
      '/public/complaints',
      `/public/api/disclosure/copies/${copies[0]}`,
    ])
      expect((await open(url)).statusCode, url).toBe(404);
    expect((await open('/public/api/disclosure/copies')).json().rows).toEqual([]);
    await setting('public_pages', 'true');
  });

  test('show whitelisted columns and no other', async () => {
    const { rows } = await database.owner.query<{ name: string; columns: string }>(
      `select c.relname as name, string_agg(a.attname, ' ' order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'disclosed'::regnamespace group by 1 order by 1`,
    );
    expect(rows.map(({ name, columns }) => `${name}: ${columns}`)).toEqual(whitelist);
  });
});

const whitelist = [
  'contract: project_id id number contractor registered signed_on amount paid',
  'copy: id kind place_key year content sha256 made_on from_day until_day made_up',
  'document: id number title payer payer_key programme measure year issued_on made_up',
  'document_line: county document_number place_key measure amount',
  'notice: county id project_id place_key stage posted_on ends_on place_posted made_up',
  'plan: county id place_key programme year version kind title approved_on reference made_up',
  'plan_line: plan_id place_key position document_number source task binding project_number project_name amount',
  'project: county id place_key number year name task content implementer villages households people benefit_link target result planned_from planned_to progress state started_on completed_on accepted_on updated_on made_up',
  'project_money: project_id payer source year amount programme',
  'project_use: project_id year measure amount',
  'use_of_money: county place_key year source measure amount',
];
