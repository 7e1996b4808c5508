/**
 * Every endpoint of the route table, asked by a stranger, by everybody who may elsewhere, by a town of the same
 * county, by those who may at home, and by all sixteen roles somewhere else. A route without a row in
 * scope/matrix.ts fails.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditSettings } from '../src/access/audit/history-for-tests.ts';
import { sealAndAnchor } from '../src/access/audit/job.ts';
import { permissionsOf, type RoleName, roleNames, roles } from '../src/access/roles.ts';
import { describedEndpoints } from '../src/app/server.ts';
import { type Endpoint, isWrite } from '../src/platform/http/endpoint.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { type Answer, aPerson, aServer, aStranger, type Person } from './people.ts';
import { places } from './places.ts';
import { matrix } from './scope/matrix.ts';
import type { Row } from './scope/row.ts';
import { aWorld, type Holding, holdingsInTurn, type Shared } from './scope/world.ts';
import { anOrganisation, aPosting } from './teams.ts';

const database = useDatabase();
let server: FastifyInstance;
let shared: Shared;
let mine: Holding;
let toChange: ReturnType<typeof holdingsInTurn>;
let theirs: Holding;

const endpoints = describedEndpoints().map((one) => ({
  name: `${one.method} ${one.url}`,
  one,
}));
/** Pages for everybody, which show what the public endpoints answer; disclosure.test.ts walks them all. */
const openPages = [
  'GET /public',
  'GET /public/complaints',
  'GET /public/complaints/look-up',
  'GET /public/copies/:id',
  'GET /public/style.css',
  'POST /public/complaints',
  'POST /public/complaints/look-up',
];
/** Routes beside the endpoints, which hold no data. */
const dataless = [
  'GET /api/openapi.json',
  'GET /api/reference',
  'GET /health/live',
  'GET /health/ready',
];

beforeAll(async () => {
  ({ shared, mine, theirs } = await aWorld(database));
  toChange = holdingsInTurn(database.db, places.county, shared);
  await sealAndAnchor(database.jobs, await auditSettings());
  server = await aServer(database);
  for (const role of roleNames) elsewhere.set(role, await somebodyElsewhere(role));
});
afterAll(() => server.close());

const who = (role: RoleName, home: string) => aPerson(database, server, role, home);

/** One of each role whose places are the sibling county's, and nothing of ours. */
const elsewhere = new Map<RoleName, Person>();

async function somebodyElsewhere(role: RoleName): Promise<Person> {
  const { db } = database;
  if (roles[role].scope === 'posting') {
    const wishes =
      role === 'first_secretary' ? { role, village_key: theirs.village, main: false } : {};
    const { person } = await aPosting(db, theirs.team, shared.batch, `别县${role}`, wishes);
    return aPerson(database, server, role, places.siblingCounty, { personId: person });
  }
  if (role !== 'sending_unit') return aPerson(database, server, role, places.siblingCounty);
  const unit = await anOrganisation(db, '另一县结对单位');
  await db
    .insertInto('teams.pairing')
    .values({
      id: newId(),
      kind: 'designated',
      place_key: theirs.town,
      organisation_id: unit,
      starts_on: '2021-07-01',
      document: '粤乡振〔2021〕4号',
    })
    .execute();
  return aPerson(database, server, role, places.siblingCounty, { organisationId: unit });
}

/** Asked with people of their own above: these would change what the sixteen may see afterwards. */
const changesWhoAsks = [
  '/api/access/sessions/current',
  '/api/access/own/sessions',
  '/api/access/emergencies',
];

/** Who asks what counties may not: the first of these that may. */
const askers = ['county', 'city', 'secadmin', 'sysadmin', 'auditadmin', 'auditor'] as const;

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

/** What somebody who may gets: a setting or a change may be absent, a setting may name a server that does not answer. */
const answersOf = ({ permission }: Endpoint) =>
  ['access.settings', 'regions.administer'].includes(permission)
    ? [...answered, 404, 503]
    : answered;

/** 409 and 422 are a rule's answers: whoever gets one has passed the question of scope. */
const answered = [200, 201, 204, 409, 422];

/** Nobody here is of the whole: what holds for every account refuses them all. */
function expectAnswered(reply: Answer, { answers }: Row, one: Endpoint, name = ''): void {
  const said = `${name}: ${reply.text}`;
  const code = expect.stringMatching(/^access\.refusal\.\w+_above$/);
  if (answers === 'whole') expect(reply, said).toMatchObject({ status: 422, body: { code } });
  else expect(answersOf(one), said).toContain(reply.status);
}

test('every route of the server has a row, and every row a route', async () => {
  const routes = routesOf(server.printRoutes({ commonPrefix: false }));
  expect(routes.filter((route) => ![...dataless, ...openPages].includes(route))).toEqual(
    Object.keys(matrix).sort(),
  );
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

  const role = askers.find((one_) => may(one_, one)) ?? 'county';
  const isCity = role === 'city';

  test(`a sibling ${role}`, async () => {
    const sibling = await who(role, isCity ? places.otherCity : places.siblingCounty);
    const reply = await ask(sibling, one, row, mine);
    if (everybody) expectAnswered(reply, row, one);
    else expect(reply.status).toBe(404);
    expectNothingOf(mine, reply, row);
  });

  test('a town of the county about another town, and about the county above it', async () => {
    const town = await who('town', places.town);
    const reply = await ask(town, one, row, mine);
    if (!may('town', one)) return expectBarred(reply);
    if (everybody) expectAnswered(reply, row, one);
    else expect(reply.status).toBe(404);
    expectNothingOf(mine, reply, row);
    const upward = { ...mine, town: places.county };
    // The path of places above is everybody's; nothing else of them is.
    const asksPlace = row.path(upward) !== row.path(mine) && !one.url.startsWith('/api/regions/');
    if (!everybody && asksPlace && !isWrite(one))
      expect((await ask(await who('town', places.town), one, row, upward)).status).toBe(404);
  });

  test(`the ${role} itself, and what it is not told of the other county`, async () => {
    const own = await who(role, isCity ? places.city : places.county);
    const at = isWrite(one) ? await toChange(one.url) : mine;
    const reply = await ask(own, one, row, at);
    expectAnswered(reply, row, one);
    expectNothingOf(theirs, reply, row);
    if (!everybody && !isWrite(one) && !row.nameless)
      expect(at.secrets.some((secret) => reply.text.includes(secret))).toBe(true);
  });

  test('each of the sixteen roles somewhere else', async () => {
    for (const [name, person] of elsewhere) {
      if (changesWhoAsks.includes(one.url)) continue;
      const reply = await ask(person, one, row, mine);
      if (!may(name, one)) expectBarred(reply);
      else if (everybody) expectAnswered(reply, row, one, name);
      else expect(reply.status, name).toBe(404);
      expectNothingOf(mine, reply, row);
    }
  });

  // Looking at one hidden value is a POST so that neither reason nor number is in an address, a trial of a
  // rule because of its values; they change nothing.
  if (!isWrite(one) || ['signed_in', 'personal.reveal', 'supervision.try'].includes(one.permission))
    return;

  test('those who only read change nothing', () => {
    const reading: RoleName[] = ['auditor', 'member', 'village', 'department', 'sending_unit'];
    expect(reading.filter((name) => may(name, one))).toEqual([]);
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
