/** What the log says of a request, and what it never says. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aProvince, places } from '../../test/places.ts';
import { newPerson } from '../../test/teams.ts';
import { hashPassword } from '../access/password.ts';
import { addAccounts } from '../access/store/accounts.ts';
import { newId } from '../platform/new-id.ts';
import { logTo } from '../platform/observe/log.ts';
import { traceOf } from '../platform/observe/trace.ts';
import { buildServer } from './server.ts';

const database = useDatabase();
let server: FastifyInstance;
let written = '';
let cookie = '';
const id = newId();

beforeAll(async () => {
  await aProvince(database.db);
  await addAccounts(database.db, [
    {
      ...{ id, name: 'li', displayName: '李秘密', role: 'county', homeKey: places.county },
      passwordHash: await hashPassword('secret-password'),
    },
  ]);
  const stream = {
    write: (line: string) => {
      written += line;
    },
  };
  server = await buildServer({ pool: database.app, logger: logTo('debug', stream) });
  const reply = await signIn('secret-password');
  cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(() => server.close());
beforeEach(() => {
  written = '';
});

const signIn = (password: string, name = 'li') =>
  server.inject({
    method: 'POST',
    url: '/public/api/access/sessions',
    payload: { name, password },
  });
const ask = (url: string) => server.inject({ url, headers: { cookie } });
/** The log is written when the reply is out, a moment after the asker has it. */
const lines = async (): Promise<Record<string, unknown>[]> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

test('a request is one line: which endpoint, how it ended, who asked, how long it took', async () => {
  const reply = await ask(`/api/regions/places/${places.county}`);
  expect(await lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      pid: process.pid,
      requestId: reply.headers['x-request-id'],
      method: 'GET',
      route: '/api/regions/places/:key',
      status: 200,
      ms: expect.any(Number),
      account: id,
      msg: 'request',
    },
  ]);
});

test('a refused one says with which code', async () => {
  await server.inject('/api/access/session');
  await ask('/api/regions/places/999999999999');
  await server.inject('/api/%zz');
  await server.inject('/whatever/440102199001011234');
  expect(await lines()).toMatchObject([
    { status: 401, account: null, refusal: 'platform.refusal.sign_in' },
    { status: 404, account: id, refusal: 'platform.refusal.absent' },
    { status: 400, route: 'other', refusal: 'platform.refusal.shape' },
    { status: 404, route: 'other', refusal: 'platform.refusal.absent' },
  ]);
});

test('nothing that people typed, carry or are is written', async () => {
  const number = '440102199001011234';
  await signIn('wrong-password-typed', 'name-typed');
  await signIn('secret-password');
  await ask(`/api/regions/places?q=${encodeURIComponent('查找的字')}`);
  await ask(`/api/teams/people?place=${places.county}&q=${number}`);
  await ask(`/api/teams/teams/${number}`);
  await server.inject({
    method: 'POST',
    url: '/api/teams/postings',
    headers: { cookie, 'x-zhuzhen': '1', 'idempotency-key': newId(), authorization: 'Bearer abc' },
    payload: { person: { ...newPerson(), name: '张三丰' }, number, phone: '13800138000' },
  });
  await server.inject({
    method: 'POST',
    url: '/public/api/access/sessions',
    headers: { 'content-type': 'application/json' },
    payload: `{"name": "张三丰", ${number}`,
  });
  // A defect: a table the question needs is gone.
  await database.owner.query('alter table teams.batch rename to batch_away');
  const broken = await ask('/api/teams/batches');
  await database.owner.query('alter table teams.batch_away rename to batch');
  expect(broken.statusCode).toBe(500);
  const log = await lines();
  expect(log.filter((line) => line.msg === 'request')).toHaveLength(8);
  expect(log.filter((line) => line.msg === 'defect')).toMatchObject([
    { requestId: broken.headers['x-request-id'], defect: { code: '42P01' } },
  ]);
  expect(written).not.toMatch(/-password|typed|查找|秘密|张三丰|13800138000|Bearer|zz_session/);
  expect(written).not.toContain(number);
  expect(written).not.toContain(cookie.split('=')[1]);
  expect(written).not.toContain(encodeURIComponent('查找的字'));
});

test('of an error, what finds its cause and no value', () => {
  const from = (message: string, more: object = {}) =>
    JSON.stringify(traceOf(Object.assign(new Error(message), more)));
  const violated = from('new row violates check constraint "person_name_form"', {
    code: '23514',
    constraint: 'person_name_form',
    detail: 'Failing row contains (张三, 440102199001011234).',
  });
  expect(violated).toContain('person_name_form');
  expect(violated).toContain('logs.test.ts');
  const all = [
    violated,
    from('invalid input syntax for type date: "张三 on "Monday""'),
    from('no place 张三·李 at 440102199001011234'),
    from('no account 44010219900101123X'),
    from('outer', { cause: new Error('value: "张三"') }),
    JSON.stringify(traceOf(new SyntaxError(`Unexpected token in "{"name": "zhang san"`))),
    JSON.stringify(traceOf('张三')),
  ].join('\n');
  expect(all).not.toMatch(/张|李|zhang|Monday|4401021/);
  expect(all).toContain('invalid input syntax for type date');
});
