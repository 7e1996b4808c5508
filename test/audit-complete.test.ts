/**
 * Completeness of the audit (G7), generated from the route table: every write, however it ends, and every audited
 * read leaves exactly one row; nothing else leaves any. And what the server logs meanwhile holds no secret and no name.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrators, permissionsOf, type RoleName, roleNames } from '../src/access/roles.ts';
import { words } from '../src/app/rooms.ts';
import { describedEndpoints } from '../src/app/server.ts';
import { type Endpoint, isWrite } from '../src/platform/http/endpoint.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { type Answer, aPerson, aServer, aStranger, type Person } from './people.ts';
import { places } from './places.ts';
import { matrix } from './scope/matrix.ts';
import type { Row } from './scope/row.ts';
import { aWorld, type Holding, holdingsInTurn } from './scope/world.ts';

const database = useDatabase();
let server: FastifyInstance;
let mine: Holding;
let toChange: ReturnType<typeof holdingsInTurn>;
let logged = '';
const people: Person[] = [];

const endpoints = describedEndpoints().map((one) => ({ name: `${one.method} ${one.url}`, one }));

beforeAll(async () => {
  const world = await aWorld(database);
  mine = world.mine;
  toChange = holdingsInTurn(database.db, places.county, world.shared);
  const stream = {
    write: (line: string) => {
      logged += line;
    },
  };
  server = await aServer(database, { logger: { level: 'trace', stream } });
});
afterAll(() => server.close());

async function who(role: RoleName, home: string): Promise<Person> {
  const person = await aPerson(database, server, role, home);
  people.push(person);
  return person;
}
const may = (role: RoleName, { permission }: Endpoint) =>
  permission === 'signed_in' || permission === 'public' || permissionsOf[role].includes(permission);
const whoMay = (one: Endpoint, home: string) =>
  who(
    (['county', 'city', ...administrators] as const).find((role) => may(role, one)) ?? 'auditor',
    home,
  );

function ask(person: Person, one: Endpoint, row: Row, at: Holding, id = newId()): Promise<Answer> {
  const { method } = one;
  if (method === 'GET') return person.get(row.path(at));
  return person.send(method, row.path(at), row.body?.(at), id);
}

/** Rows a request left. */
async function rowsOf(reply: Answer) {
  const { rows } = await database.owner.query<{ outcome: string; kind: string; action: string }>(
    'select outcome, kind::text as kind, action from access.audit where request_id = $1',
    [reply.headers['x-request-id']],
  );
  return rows;
}

/** What never became a deed leaves nothing: nobody signed in, no shape, a defect. */
const isDeed = (one: Endpoint, status: number) =>
  status !== 400 && status < 500 && (status !== 401 || one.permission === 'public');

/** @param leaves whether the endpoint leaves a row for this caller at all */
async function expectRow(one: Endpoint, reply: Answer, leaves: boolean): Promise<void> {
  const rows = await rowsOf(reply);
  const said = { status: reply.status, rows: rows.length };
  expect(said).toEqual({ status: reply.status, rows: leaves && isDeed(one, reply.status) ? 1 : 0 });
  const [row] = rows;
  if (!row) return;
  expect(row.action).toBe(`${one.method} ${one.url}`);
  if (reply.headers['idempotent-replay'] === 'true') expect(row.outcome).toBe('replayed');
  else if (reply.status < 300) expect(row.outcome).toBe('done');
  else expect(row.outcome).toBe(`refused ${(reply.body as { code: string }).code}`);
}

describe.each(endpoints)('$name', ({ name, one }) => {
  const row = matrix[name] as Row; // the scope matrix names the one that is missing
  const leaves = isWrite(one) || one.audited === true;

  test('whoever may, where they may; again with the same id; the id taken by another', async () => {
    const at = isWrite(one) ? await toChange(one.url) : mine;
    const person =
      one.permission === 'public' ? aStranger(server) : await whoMay(one, places.county);
    const body = row.body?.(at);
    const path = row.path(at);
    const id = newId();
    const send = (by: Person) =>
      one.method === 'GET' ? by.get(path) : by.send(one.method, path, body, id);
    const first = await send(person);
    expect([200, 201, 204, 401, 409, 422]).toContain(first.status);
    await expectRow(one, first, leaves);
    if (!isWrite(one) || one.permission === 'public') return;
    const again = await send(person);
    if (first.status < 300 && again.status !== 401) expect(again.status).toBeLessThan(500);
    await expectRow(one, again, true);
    const taken = await send(await whoMay(one, places.county));
    if (first.status < 300) expect(taken.status).toBe(409);
    await expectRow(one, taken, true);
  });

  test('whoever may not, whoever is elsewhere, and nobody', async () => {
    const barred = roleNames.find((role) => !may(role, one));
    if (barred) {
      const reply = await ask(await who(barred, places.county), one, row, mine);
      expect(reply.status).toBe(403);
      await expectRow(one, reply, leaves);
    }
    if (one.permission !== 'public')
      await expectRow(
        one,
        await ask(await whoMay(one, places.otherCityCounty), one, row, mine),
        leaves,
      );
    await expectRow(one, await ask(aStranger(server), one, row, mine), leaves);
  });

  test('what has no shape', async () => {
    const person =
      one.permission === 'public' ? aStranger(server) : await whoMay(one, places.county);
    const bent = {
      ...row,
      path: (at: Holding) => `${row.path(at)}${row.path(at).includes('?') ? '&' : '?'}bent=1`,
    };
    const reply = await ask(person, one, bent, mine);
    expect(reply.status).toBe(400);
    await expectRow(one, reply, leaves);
  });

  if (isWrite(one) || one.permission === 'public') return;
  test('read in an emergency', async () => {
    const person = await whoMay(one, places.siblingCounty);
    await database.owner.query(
      `insert into access.emergency (id, account_id, place_key, above_key, reason, ends_at)
       values ($1, $2, $3, $4, '山洪冲毁道路，核对驻镇人员', now() + interval '1 hour')`,
      [newId(), person.id, places.county, places.city],
    );
    const reply = await ask(person, one, row, mine);
    await expectRow(one, reply, true);
    const usual = one.stream
      ? 'export'
      : one.permission === 'personal.reveal'
        ? 'reveal'
        : 'emergency';
    if (isDeed(one, reply.status)) expect((await rowsOf(reply))[0]?.kind).toBe(usual);
  });
});

test('every kind of object has a word', async () => {
  const { rows } = await database.owner.query<{ type: string }>(
    `select distinct split_part(object, ' ', 1) as type from access.audit where object is not null order by 1`,
  );
  expect(rows.map((r) => `access.audit_object.${r.type}`).filter((key) => !(key in words))).toEqual(
    [],
  );
  expect(rows.length).toBeGreaterThan(8);
});

test('no secret, no identity number and no name is in the log, also where something breaks', async () => {
  const { owner } = database;
  await owner.query(
    `create function teams.fails() returns trigger language plpgsql as
     $$ begin raise exception 'broken' using detail = new.name, hint = new.name; end $$`,
  );
  await owner.query(
    'create trigger fails before insert on teams.person for each row execute function teams.fails()',
  );
  const adding = matrix['POST /api/teams/postings'] as Row;
  const county = await who('county', places.county);
  const reply = await county.send('POST', adding.path(mine), adding.body?.(mine));
  expect(reply.status).toBe(500);
  expect(await rowsOf(reply)).toEqual([]);
  expect(logged).toContain('broken');

  const sent = JSON.stringify(Object.values(matrix).map((row) => row.body?.(mine) ?? null));
  const named = [...sent.matchAll(/"(?:name|displayName|password|current|code|token)":"([^"]+)"/g)];
  const secrets = [
    ...people.map((p) => p.cookie.replace(/^\w+=/, '')).filter((token) => token.length > 20),
    ...named.map(([, text]) => text ?? '').filter((text) => text.length > 1),
    mine.personName,
  ];
  expect(secrets.length).toBeGreaterThan(100);
  // A code of digits alone stands by itself: times and ids of the log may hold the same digits within.
  const told = (secret: string) =>
    /^\d+$/.test(secret)
      ? new RegExp(`(?<![\\w.-])${secret}(?![\\w-])`).test(logged)
      : logged.includes(secret);
  expect(secrets.filter(told)).toEqual([]);
  // GB 11643-1999: six digits of a place, a birthday, three digits and a check character.
  expect(logged).not.toMatch(
    /(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/,
  );
});
