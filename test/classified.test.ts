/** What looks classified is refused by every write before anything is kept, in answer, audit, log and kept answers alike. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissionsOf, type RoleName, roleNames } from '../src/access/roles.ts';
import { describedEndpoints } from '../src/app/server.ts';
import { type Endpoint, isWrite } from '../src/platform/http/endpoint.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { aPerson, aServer, aStranger, type Person } from './people.ts';
import { places } from './places.ts';
import { matrix } from './scope/matrix.ts';
import type { Row } from './scope/row.ts';
import { aWorld, type Holding } from './scope/world.ts';

const database = useDatabase();
let server: FastifyInstance;
let mine: Holding;
let logged = '';
/** Unlike anything else a test writes. */
const tell = '青松行动';
const marked = `${tell}机密★10年`;

beforeAll(async () => {
  ({ mine } = await aWorld(database));
  const stream = {
    write: (line: string) => {
      logged += line;
    },
  };
  server = await aServer(database, { logger: { level: 'trace', stream } });
});
afterAll(() => server.close());

/** The body with one text replaced, and where that stands; null where no free text fits. */
function withMark(body: unknown, path = 'body'): { body: unknown; path: string } | null {
  if (body === null || typeof body !== 'object') return null;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string' && free.has(name))
      return { body: { ...body, [name]: `${marked}${value}` }, path: `${path}/${name}` };
    const inner = Array.isArray(value) ? null : withMark(value, `${path}/${name}`);
    if (inner) return { body: { ...body, [name]: inner.body }, path: inner.path };
  }
  return null;
}
const free = new Set(
  'name displayName reason note promise document subject organ title townPost fulfilled'.split(' '),
);

const writes = describedEndpoints()
  .filter(isWrite)
  .map((one) => ({ name: `${one.method} ${one.url}`, one }));
const roleFor = ({ permission }: Endpoint): RoleName =>
  (['county', 'city', ...roleNames] as const).find(
    (role) => permission === 'signed_in' || permissionsOf[role].includes(permission),
  ) ?? 'county';
const asking = (one: Endpoint): Promise<Person> | Person =>
  one.permission === 'public'
    ? aStranger(server)
    : aPerson(database, server, roleFor(one), places.county);

let tried = 0;
describe.each(writes)('$name', ({ name, one }) => {
  test('refuses it by the field’s name and says what to do', async () => {
    const row = matrix[name] as Row; // the scope matrix names the one that is missing
    const sent = withMark(row.body?.(mine));
    if (!sent) return;
    tried += 1;
    const person = await asking(one);
    const reply = await person.send(one.method as 'POST', row.path(mine), sent.body);
    if (reply.status === 400) return; // longer than the field may be: not kept either
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'platform.refusal.classified', fields: [{ path: sent.path }] },
    });
    expect(reply.text).toContain('机密★');
    expect(reply.text).not.toContain(tell);
  });
});

test('enough was tried', () => expect(tried).toBeGreaterThan(20));

test('a spreadsheet with a mark in any cell is refused and not kept', async () => {
  const one = writes.find(({ name }) => name === 'POST /api/access/account-sheets/preview');
  const admin = await asking(one?.one as Endpoint);
  const sheet = `用户名,姓名,岗位,归属地,单位\nm1,某人,镇级,${mine.town},${marked}\n`;
  for (const bytes of [Buffer.from(sheet), telegram]) {
    const reply = await admin.send('POST', '/api/access/account-sheets/preview', {
      file: bytes.toString('base64'),
    });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'platform.refusal.classified', fields: [{ path: 'body/file' }] },
    });
  }
});

/** 特急明电 on a line of its own in GB18030, as WPS saves it. */
const telegram = Buffer.concat([Buffer.from('ccd8bcb1c3f7b5e7', 'hex'), Buffer.from('\r\n')]);

test('in English too', async () => {
  const county = await aPerson(database, server, 'county', places.county);
  const reply = await server.inject({
    method: 'POST',
    url: '/api/access/reveals',
    headers: {
      cookie: county.cookie,
      'idempotency-key': newId(),
      'x-zhuzhen': '1',
      'accept-language': 'en',
    },
    payload: { field: 'teams.person.phone', row: mine.person, reason: marked },
  });
  expect(reply.json()).toMatchObject({
    code: 'platform.refusal.classified',
    detail: expect.stringContaining('not for classified material'),
    todo: expect.stringContaining('send again'),
  });
});

test('innocent words pass', async () => {
  const county = await aPerson(database, server, 'county', places.county);
  const reason = '按《内部管理办法》核对，已签保密承诺书';
  const reply = await county.send('POST', '/api/access/reveals', {
    ...{ field: 'teams.person.phone', row: mine.person, reason },
  });
  expect(reply.status).toBe(200);
});

test('of all this the audit has the refusals and nothing else; no table and no log has the text', async () => {
  const { rows: audit } = await database.owner.query<{ count: number; kept: number }>(
    `select count(*)::integer as count, count(*) filter (where before is not null or after is not null)::integer as kept
     from access.audit where outcome = 'refused platform.refusal.classified'`,
  );
  expect(audit[0]?.count).toBeGreaterThan(20);
  expect(audit[0]?.kept).toBe(0);
  const { rows } = await database.owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace in (select oid from pg_namespace where nspowner = 'zz_owner'::regrole) and c.relkind = 'r'`,
  );
  for (const { name } of rows) {
    const found = await database.owner.query(
      `select from ${name} t where strpos(t::text, $1) > 0 limit 1`,
      [tell],
    );
    expect([name, found.rowCount]).toEqual([name, 0]);
  }
  expect(logged).not.toContain(tell);
});
