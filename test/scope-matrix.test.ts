/**
 * Every endpoint of the route table, asked by a stranger, by a sibling county, by a town of the same county, by
 * the county itself, by an auditor and by the administrator. A route without a row in scope/matrix.ts fails.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissionsOf, type RoleName } from '../src/access/roles.ts';
import { allEndpoints } from '../src/app/server.ts';
import { type Endpoint, isWrite } from '../src/platform/http/endpoint.ts';
import { useDatabase } from './database.ts';
import { type Answer, aPerson, aServer, aStranger, type Person } from './people.ts';
import { aProvince, places } from './places.ts';
import { matrix, type Row } from './scope/matrix.ts';
import { aHolding, type Holding, type Shared } from './scope/world.ts';
import { aBatch, anOrganisation, aRequirement } from './teams.ts';

const database = useDatabase();
let server: FastifyInstance;
let shared: Shared;
let mine: Holding;
let theirs: Holding;

const nothing = undefined as never; // only descriptions are read
const endpoints = allEndpoints(nothing, nothing).map((one) => ({
  name: `${one.method} ${one.url}`,
  one,
}));
/** Routes beside the endpoints, which hold no data. */
const dataless = ['GET /api/openapi.json', 'GET /api/reference'];

beforeAll(async () => {
  const { db, owner } = database;
  await aProvince(db);
  const unit = await anOrganisation(db, '珠海市水务局');
  const otherUnit = await anOrganisation(db, '珠海市教育局');
  shared = { unit, otherUnit, batch: await aBatch(db) };
  await aRequirement(db, places.province, 'captain', 1);
  mine = await aHolding(db, places.county, shared);
  theirs = await aHolding(db, places.siblingCounty, shared);
  await owner.query(`insert into platform.setting (name, value) values ('today', '"2022-07-28"')`);
  await owner.query(
    `insert into regions.edition (edition, cut_off, source, sha256, row_count) values ('2021', '2021-10-31', 'test', '1', 1)`,
  );
  await owner.query(
    `insert into regions.code (edition, code, parent_code, level, kind, name, pinyin, initials)
     select '2021', code, parent_code, level, kind, case level when 'village' then '新' || name else name end, pinyin, initials
     from regions.code where edition = '2020'`,
  );
  server = await aServer(database);
});
afterAll(() => server.close());

const who = (role: RoleName, home: string) => aPerson(database, server, role, home);

function ask(person: Person, one: Endpoint, row: Row, at: Holding): Promise<Answer> {
  if (one.method === 'GET') return person.get(row.path(at));
  return person.send(one.method, row.path(at), row.body?.(at));
}

const may = (role: RoleName, { permission }: Endpoint) =>
  permission === 'signed_in' || permission === 'public' || permissionsOf[role].includes(permission);

const expectBarred = (reply: Answer) =>
  expect(reply).toMatchObject({ status: 403, body: { code: 'platform.refusal.permission' } });

function expectNothingOf(at: Holding, reply: Answer, row: Row): void {
  if (row.tells) return;
  expect(at.secrets.filter((secret) => reply.text.includes(secret))).toEqual([]);
}

/** 409 and 422 are a rule's answers: whoever gets one has passed the question of scope. */
const answered = [200, 201, 204, 409, 422];

test('every route of the server has a row, and every row a route', async () => {
  const routes = routesOf(server.printRoutes({ commonPrefix: false }));
  expect(routes.filter((route) => !dataless.includes(route))).toEqual(Object.keys(matrix).sort());
});

describe.each(endpoints)('$name', ({ name, one }) => {
  const row = matrix[name] as Row; // the test above names the one that is missing
  const everybody = row?.answers !== 'holding';

  test('a stranger', async () => {
    const reply = await ask(aStranger(server), one, row, mine);
    if (one.permission !== 'public')
      expect(reply).toMatchObject({ status: 401, body: { code: 'platform.refusal.sign_in' } });
    expect(reply.status).toBeLessThan(500);
    expectNothingOf(mine, reply, row);
  });

  if (one.permission === 'public') return;

  test('a sibling county', async () => {
    const sibling = await who('county', places.siblingCounty);
    const reply = await ask(sibling, one, row, mine);
    if (!may('county', one)) return expectBarred(reply);
    if (everybody) expect(answered).toContain(reply.status);
    else expect(reply.status).toBe(404);
    expectNothingOf(mine, reply, row);
  });

  test('a town of the county about another town, and about the county above it', async () => {
    const town = await who('town', places.town);
    const reply = await ask(town, one, row, mine);
    if (!may('town', one)) return expectBarred(reply);
    if (everybody) expect(answered).toContain(reply.status);
    else expect(reply.status).toBe(404);
    expectNothingOf(mine, reply, row);
    const above = { ...mine, town: places.county };
    // The path of places above is everybody's; nothing else of them is.
    const asksPlace = row.path(above) !== row.path(mine) && !one.url.startsWith('/api/regions/');
    if (!everybody && asksPlace && !isWrite(one))
      expect((await ask(await who('town', places.town), one, row, above)).status).toBe(404);
  });

  test('the county itself, and what it is not told of the other county', async () => {
    const county = await who('county', places.county);
    const at = isWrite(one) ? await aHolding(database.db, places.county, shared) : mine;
    const reply = await ask(county, one, row, at);
    if (!may('county', one)) return expectBarred(reply);
    expect(answered, reply.text).toContain(reply.status);
    expectNothingOf(theirs, reply, row);
    if (!everybody && !isWrite(one))
      expect(at.secrets.some((secret) => reply.text.includes(secret))).toBe(true);
  });

  test.each([
    ['auditor', places.county],
    ['sysadmin', places.province],
  ] as const)('%s', async (role, home) => {
    const reply = await ask(await who(role, home), one, row, mine);
    if (may(role, one)) expect(answered).toContain(reply.status);
    else expectBarred(reply);
    if (isWrite(one) && !['signed_in', 'regions.administer'].includes(one.permission))
      expect(reply.status).toBe(403);
  });
});

/** 'GET /api/x' of Fastify's drawing of its routes, where a line continues the path of the line it hangs from. */
function routesOf(drawing: string): string[] {
  const above: string[] = [];
  return drawing
    .split('\n')
    .flatMap((line) => {
      const found = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line);
      if (!found) return [];
      const [, indent = '', part = '', methods = ''] = found;
      const depth = indent.length / 4;
      above.length = depth;
      above.push(part);
      return methods
        .split(', ')
        .filter((m) => m !== '' && m !== 'HEAD')
        .map((method) => `${method} ${above.join('')}`);
    })
    .sort();
}
