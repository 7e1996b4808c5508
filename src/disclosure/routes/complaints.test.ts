/** A complaint from the form to its case, its reply and who may learn whose it is. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aDisclosable, planted } from '../../../test/disclosure.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import type { ComplaintPage } from '../contract.ts';

const database = useDatabase();
let server: FastifyInstance;
let town: string;
let clerk: Person;
let county: Person;
let sibling: Person;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  town = (await aTown(database.db, { under: places.county })).key;
  clerk = await aPerson(database, server, 'town', town);
  county = await aPerson(database, server, 'county', places.county);
  sibling = await aPerson(database, server, 'county', places.siblingCounty);
  await database.owner.query(
    `insert into platform.setting (name, value) values ('today', '"2022-07-28"'), ('public_pages', 'true')`,
  );
  const { project } = await aDisclosable(database.db, town);
  const copy = { kind: 'project', place: town, object: project, year: 2022 };
  const { id } = done(await county.send<{ id: string }>('POST', '/api/disclosure/copies', copy));
  const own = { channel: 'own_pages', shownAt: null, fromDay: '2022-07-01', untilDay: null };
  done(await county.send('POST', `/api/disclosure/copies/${id}/publications`, own));
});
afterAll(() => server.close());

const done = <T>(answer: Answer<T>, status = 201): T => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({
    status,
    body: { code: `disclosure.refusal.${code}` },
  });
const open = async (url: string, more: object = {}) => server.inject({ url, ...more });

describe('a complaint', () => {
  const form = async () => {
    const { body } = await open('/public/complaints');
    return /name="ticket" value="([^"]+)"/.exec(body)?.[1] ?? '';
  };
  const send = (
    fields: Record<string, string>,
    headers: object = {},
    path = '/public/complaints',
  ) =>
    open(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  const numbersIn = (body: string) =>
    [...body.matchAll(/class="numbers">([^<]+)</g)].map(([, one]) => one ?? '');

  test('comes in by a plain form, once, becomes a case, and its state can be looked up', async () => {
    const said = {
      ticket: await form(),
      place: town,
      copy: '',
      subject: '村道开裂',
      said: '刚修的村道就开裂了。',
      contact: planted.phone,
    };
    const first = await send(said);
    expect(first.statusCode, first.body).toBe(200);
    const [receipt = '', code = ''] = numbersIn(first.body);
    expect(receipt).toMatch(/^20220728-\d{6}$/);
    expect(numbersIn((await send(said)).body)).toEqual([receipt, code]);
    // The same form with another text is none of it: it is refused, kept, and has a ticket of its own.
    const other = await send({ ...said, said: '路灯也不亮。' });
    expect([other.statusCode, numbersIn(other.body)]).toEqual([422, []]);
    expect(other.body).toContain('路灯也不亮。');
    expect(other.body).toContain('再提交一次');
    expect(other.body).not.toContain(said.ticket);
    for (const change of [{ subject: '路灯' }, { place: places.town }, { contact: '' }])
      expect((await send({ ...said, ...change })).statusCode).toBe(422);
    const { rows } = await database.owner.query(
      `select id, source, paper, state, (select count(*)::int from supervision.event e where e.finding_id = f.id) as events
       from supervision.finding f where paper = $1`,
      [receipt],
    );
    expect(rows).toMatchObject([{ source: 'petition', state: 'opened', events: 1 }]);
    const id = rows[0]?.id;

    expect((await clerk.get(`/api/disclosure/complaints/${id}`)).status).toBe(403);
    expect((await sibling.get(`/api/disclosure/complaints/${id}`)).status).toBe(404);
    const seen = done(await county.get<ComplaintPage>(`/api/disclosure/complaints/${id}`), 200);
    expect(seen).toMatchObject({ receipt, state: 'received', contact: '****', said: said.said });
    const sealed = await database.owner.query(
      'select contact from disclosure.complaint where id = $1',
      [id],
    );
    expect(String(sealed.rows[0].contact)).not.toContain(planted.phone);
    const reply = (text: string) =>
      county.send('POST', `/api/disclosure/complaints/${id}/reply`, { reply: text });
    refused(await reply(`请联系 ${planted.phone}`), 'reply_tells');
    done(await reply('已派人查看，月底前修好。'), 200);
    refused(await reply('再答复一次'), 'replied', 409);

    const asked = await send(
      { receipt, code: code.toLowerCase().replaceAll('-', '') },
      {},
      '/public/complaints/look-up',
    );
    expect(asked.body).toContain('办理中');
    expect(asked.body).toContain('月底前修好');
    expect(asked.body).not.toContain(planted.phone);
    const wrong = await send({ receipt, code: 'AAAA-AAAA-AAAA' }, {}, '/public/complaints/look-up');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).not.toContain('月底前修好');
  });

  test('is refused from another site, without a ticket of ours, and with a number in its text; what was typed stays', async () => {
    const said = { place: town, copy: '', subject: '路灯', said: '路灯不亮', contact: '' };
    const foreign = await send(
      { ...said, ticket: await form() },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.statusCode).toBe(403);
    const bent = await send({ ...said, ticket: `${newId()}.1658966400000.${'0'.repeat(40)}` });
    expect(bent.statusCode).toBe(422);
    expect(bent.body).toContain('路灯不亮');
    const telling = await send({ ...said, ticket: await form(), said: `找 ${planted.phone}` });
    expect(telling.statusCode).toBe(422);
    expect(telling.body).toContain('联系方式');
    expect((await send({ ...said, ticket: await form(), place: places.province })).statusCode).toBe(
      404,
    );
  });

  test('a flood of one county leaves the others open', async () => {
    const at = { county: places.siblingCounty.slice(0, 6), place_key: places.siblingTown };
    await database.owner.query(
      `insert into disclosure.complaint (county, id, place_key, receipt, subject, said, code_hash, received_on)
       select $1, gen_random_uuid(), $2, 'flood-' || n, '反映', '内容', '\\x00', '2022-07-28' from generate_series(1, 300) n`,
      [at.county, at.place_key],
    );
    const said = { copy: '', subject: '路灯', said: '路灯不亮', contact: '' };
    const flooded = await send({ ...said, ticket: await form(), place: places.siblingTown });
    expect(flooded.statusCode).toBe(422);
    expect(flooded.body).toContain('一小时后');
    expect((await send({ ...said, ticket: await form(), place: town })).statusCode).toBe(200);
    await database.owner.query(`delete from disclosure.complaint where receipt like 'flood-%'`);
  });

  test('can be reached for a reason, by who decides above', async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from disclosure.complaint',
    );
    const body = {
      field: 'disclosure.complaint.contact',
      row: rows[0]?.id,
      reason: '回访核实情况',
    };
    expect((await clerk.send('POST', '/api/access/reveals', body)).status).not.toBe(200);
    const shown = await county.send<{ value: string }>('POST', '/api/access/reveals', body);
    expect(shown, shown.text).toMatchObject({ status: 200, body: { value: planted.phone } });
  });

  test('about an office is answered above it: its own office neither replies nor learns whose it is', async () => {
    const sent = await send({
      ...{
        ticket: await form(),
        place: places.county,
        copy: '',
        subject: '路灯',
        said: '路灯不亮',
      },
      contact: planted.phone,
    });
    const [receipt = ''] = numbersIn(sent.body);
    const { rows } = await database.owner.query<{ id: string }>(
      'select id from disclosure.complaint where receipt = $1',
      [receipt],
    );
    const url = `/api/disclosure/complaints/${rows[0]?.id}`;
    expect(done(await county.get<ComplaintPage>(url), 200)).toMatchObject({
      ...{ above: false, contact: null },
    });
    const reveal = {
      field: 'disclosure.complaint.contact',
      row: rows[0]?.id,
      reason: '回访核实情况',
    };
    const revealed = await county.send('POST', '/api/access/reveals', reveal);
    expect([revealed.status, revealed.text.includes(planted.phone)]).toEqual([404, false]);
    refused(await county.send('POST', `${url}/reply`, { reply: '没有问题' }), 'office_above');
    const city = await aPerson(database, server, 'city', places.city);
    expect(done(await city.get<ComplaintPage>(url), 200)).toMatchObject({
      ...{ above: true, contact: '****' },
    });
    done(await city.send('POST', `${url}/reply`, { reply: '已交办。' }), 200);
    expect((await open('/public/complaints')).body).toContain('被反映的地方看不到');
    await database.owner.query(`insert into platform.setting values ('demonstration', '{}')`);
    for (const path of ['/public/complaints', '/public/complaints/look-up'])
      expect((await open(path)).body).toContain('<p class="band">演示数据</p>');
  });

  test('a reload shows the numbers again where another complaint would have to wait', async () => {
    const rates = {
      account: { burst: 300, perSecond: 0.01 },
      address: { burst: 300, perSecond: 0.01 },
    };
    const strict = await aServer(database, { rates });
    const post = (ticket: string) =>
      strict.inject({
        ...{ url: '/public/complaints', method: 'POST' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          ticket,
          place: town,
          subject: '路灯',
          said: '不亮',
        }).toString(),
      });
    const ticket = await form();
    const numbers = numbersIn((await post(ticket)).body);
    expect(numbers).toHaveLength(2);
    const again = await post(ticket);
    expect([again.statusCode, numbersIn(again.body)]).toEqual([200, numbers]);
    expect((await post(await form())).statusCode).toBe(429);
    await strict.close();
  });
});
