/**
 * No plain number of a person leaves by any door but the one that reveals it: every endpoint of the route table, asked by
 * whoever may, about people whose numbers are sealed; every file; the log; and every table of the database afterwards.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissionsOf, type RoleName } from '../src/access/roles.ts';
import { describedEndpoints } from '../src/app/server.ts';
import { type Endpoint, isWrite } from '../src/platform/http/endpoint.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { type Answer, aPerson, aServer, aStranger, type Person } from './people.ts';
import { places } from './places.ts';
import { matrix } from './scope/matrix.ts';
import type { Row } from './scope/row.ts';
import { aHolding, aWorld, type Holding, holdingsInTurn, type Shared } from './scope/world.ts';
import { madeUpNumbers, newPerson } from './teams.ts';

const database = useDatabase();
let server: FastifyInstance;
let shared: Shared;
let mine: Holding;
let toChange: ReturnType<typeof holdingsInTurn>;
let logged = '';
const planted = new Set<string>();
const endpoints = describedEndpoints().map((one) => ({ name: `${one.method} ${one.url}`, one }));
const reveals = 'POST /api/access/reveals';

beforeAll(async () => {
  ({ shared, mine } = await aWorld(database));
  toChange = holdingsInTurn(database.db, places.county, shared);
  const stream = {
    write: (line: string) => {
      logged += line;
    },
  };
  server = await aServer(database, { logger: { level: 'trace', stream } });
});
afterAll(() => server.close());

const may = (role: RoleName, { permission }: Endpoint) =>
  permission === 'signed_in' || permission === 'public' || permissionsOf[role].includes(permission);
const roles = [
  'county',
  'auditor',
  'department',
  'city',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;

function ask(person: Person, one: Endpoint, row: Row, at: Holding): Promise<Answer> {
  const { method } = one;
  if (method === 'GET') return person.get(row.path(at));
  return person.send(method, row.path(at), withNumbers(row.body?.(at)), newId());
}

/** A new person comes with numbers, which are then looked for too. */
function withNumbers(body: unknown): unknown {
  const wanted = body as { person?: { new?: object } } | undefined;
  if (!wanted?.person?.new) return body;
  const numbers = madeUpNumbers();
  plant(numbers);
  return { ...wanted, person: { new: { ...wanted.person.new, ...numbers } } };
}

const told = (text: string) => [...planted].filter((number) => text.includes(number));
function plant({ idNumber, phone }: { idNumber: string; phone: string }): void {
  planted.add(idNumber).add(phone);
}

describe.each(endpoints)('$name', ({ name, one }) => {
  test('answers no plain number', async () => {
    const row = matrix[name] as Row; // the scope matrix names the one that is missing
    const at = isWrite(one) ? await toChange(one.url) : mine;
    plant(at.numbers);
    const asking: Person[] = one.permission === 'public' ? [aStranger(server)] : [];
    for (const role of roles)
      if (one.permission !== 'public' && may(role, one))
        asking.push(await aPerson(database, server, role, places.county));
    expect(asking.length).toBeGreaterThan(0);
    for (const person of asking.slice(0, isWrite(one) ? 2 : 4)) {
      const reply = await ask(person, one, row, at);
      expect(told(`${reply.text}${JSON.stringify(reply.headers)}`)).toEqual(
        name === reveals ? [at.numbers.phone] : [],
      );
    }
  });
});

test('a number that is refused comes back in no answer, and a broken statement tells none', async () => {
  const at = await aHolding(database.db, places.county, shared);
  const county = await aPerson(database, server, 'county', places.county);
  const adding = matrix['POST /api/teams/postings'] as Row;
  const body = adding.body?.(at) as object;
  const twice = { ...newPerson().new, ...at.numbers };
  plant(at.numbers);
  const refused = await county.send('POST', adding.path(at), { ...body, person: { new: twice } });
  expect(refused.status).toBe(422);
  expect(told(refused.text)).toEqual([]);
  const bent = { ...body, person: { new: { ...twice, idNumber: [at.numbers.idNumber] } } };
  const shapeless = await county.send('POST', adding.path(at), bent);
  expect(shapeless.status).toBe(400);
  expect(told(shapeless.text)).toEqual([]);
  await database.owner.query(
    `create function teams.breaks() returns trigger language plpgsql as
     $$ begin raise exception 'broken %', new.id_number using detail = new::text; end $$`,
  );
  await database.owner.query(
    'create trigger breaks before insert on teams.person for each row execute function teams.breaks()',
  );
  const broken = await county.send('POST', adding.path(at), withNumbers(body));
  expect(broken.status).toBe(500);
  expect(told(broken.text)).toEqual([]);
  await database.owner.query('drop trigger breaks on teams.person');
});

test('the log holds none', () => {
  expect(logged.length).toBeGreaterThan(10_000);
  expect(planted.size).toBeGreaterThan(60);
  expect(told(logged)).toEqual([]);
});

test('no table holds one: not the audit, not the kept answers, not earlier states', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace in (select oid from pg_namespace where nspowner = 'zz_owner'::regrole) and c.relkind = 'r'`,
  );
  expect(rows.length).toBeGreaterThan(50);
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await database.owner.query(
      `select from ${name} t where exists (select from unnest($1::text[]) n where strpos(t::text, n) > 0) limit 1`,
      [[...planted]],
    );
    if (found.rowCount) holding.push(name);
  }
  expect(holding).toEqual([]);
});
