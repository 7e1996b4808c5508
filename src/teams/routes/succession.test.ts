/** A unit that merges: counted once afterwards, its people and teams go to the successor, the earlier state stays. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import { aBatch, anOrganisation, aTeam } from '../../../test/teams.ts';
import type { Values } from '../../indicators/contract.ts';
import { newId } from '../../platform/new-id.ts';
import type { OrganisationPage, OrganisationRows, PairingRows } from '../contract-organisations.ts';
import type { Written } from '../contract-values.ts';

const database = useDatabase();
let server: FastifyInstance;
let city: Person;
let old: string;
let heir: string;

beforeAll(async () => {
  await aProvince(database.db);
  const batch = await aBatch(database.db);
  server = await aServer(database);
  city = await aPerson(database, server, 'city', places.city);
  old = await anOrganisation(database.db, '湛江市水电局');
  heir = await anOrganisation(database.db, '湛江市水务局');
  for (const [town, unit] of [
    [places.town, old],
    [places.siblingTown, heir],
  ] as const) {
    const team = await aTeam(database.db, town, unit);
    const body = {
      team,
      batch,
      organisation: unit,
      category: 'cadre',
      role: 'member',
      village: null,
      townPost: null,
      main: true,
      startsOn: '2021-07-01',
      dueOn: null,
      person: {
        new: {
          id: newId(),
          name: '陈海',
          sex: 'male',
          bornIn: 1985,
          education: null,
          rank: null,
          partyMember: true,
          skills: [],
        },
      },
    };
    expect((await city.send('POST', '/api/teams/postings', body)).status).toBe(201);
  }
});
afterAll(() => server.close());

const units = async () => {
  const reply = await city.get<Values>(
    `/api/indicators/values?codes=teams.sending_units&place=${places.city}&from=2022-01-01&to=2022-07-28`,
  );
  return reply.body.values[0]?.value;
};
const succeed = (person: Person, id: string, successor: string | object, on = '2022-06-01') =>
  person.send<Written>('POST', `/api/teams/organisations/${id}/succeed`, {
    successor: typeof successor === 'string' ? { id: successor } : { new: successor },
    on,
  });

test('only where the unit has its home, and only to a unit that stands', async () => {
  const county = await aPerson(database, server, 'county', places.county);
  expect((await succeed(county, old, heir)).status).toBe(404);
  expect((await succeed(city, old, old)).body).toMatchObject({
    code: 'teams.refusal.own_successor',
  });
  expect((await succeed(city, old, newId())).body).toMatchObject({
    code: 'teams.refusal.successor_ended',
  });
  expect((await succeed(city, old, heir, '2018-01-01')).body).toMatchObject({
    code: 'teams.refusal.unit_too_young',
  });
  expect((await succeed(city, old, heir, '2099-01-01')).body).toMatchObject({
    code: 'teams.refusal.succession_ahead',
  });
});

test('afterwards one unit is counted, and the history keeps who sent whom', async () => {
  const pairing = {
    ...{ kind: 'designated', place: places.town, helper: { organisation: old }, lead: false },
    ...{ startsOn: '2021-07-01', document: '粤乡振〔2021〕3号', duties: [] },
  };
  expect((await city.send('POST', '/api/teams/pairings', pairing)).status).toBe(201);
  expect(await units()).toBe('2');
  expect((await succeed(city, old, heir)).status).toBe(200);
  expect(await units()).toBe('1');
  expect((await succeed(city, old, heir)).body).toMatchObject({ code: 'teams.refusal.unit_ended' });
  const { rows: earlier } = await database.owner.query(
    'select 1 from teams.posting_history where organisation_id = $1',
    [old],
  );
  expect(earlier).toHaveLength(1);
  const { rows: people } = await database.owner.query(
    'select distinct home_unit_id as unit from teams.person',
  );
  expect(people).toEqual([{ unit: heir }]);
  const helped = await city.get<PairingRows>(
    `/api/teams/pairings?place=${places.city}&on=2022-07-28&kind=designated`,
  );
  expect(helped.body.rows).toMatchObject([{ organisation: heir, helperName: '湛江市水务局' }]);
  const { rows: behind } = await database.owner.query(
    `select organisation_id = $1 as heir, lead, ends_on from teams.team_unit where place_key = $2 order by starts_on`,
    [heir, places.town],
  );
  expect(behind).toEqual([
    { heir: false, lead: true, ends_on: '2022-06-01' },
    { heir: true, lead: true, ends_on: null },
  ]);
});

test('a new name keeps the credit code, and the unit counts once', async () => {
  const code = '91350100M000100Y43';
  const id = await anOrganisation(database.db, '湛江市扶贫开发局', { credit_code: code });
  const renamed = { id: newId(), name: '湛江市乡村振兴局', creditCode: code };
  expect((await succeed(city, id, { ...renamed, name: ' ' })).status).toBe(400);
  const answer = await succeed(city, id, renamed);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body).toEqual({ id: renamed.id, warnings: [] });
  const { body } = await city.get<OrganisationPage>(`/api/teams/organisations/${renamed.id}`);
  expect(body).toMatchObject({
    ...{ name: renamed.name, creditCode: code, kind: 'party_government', validFrom: '2022-06-01' },
    ...{ own: true, predecessors: [{ id, name: '湛江市扶贫开发局', validTo: '2022-06-01' }] },
  });
  const found = await city.get<OrganisationRows>(`/api/teams/organisations?q=${code}`);
  expect(found.body.rows).toHaveLength(2);
  const taken = { id: newId(), name: '湛江市水务集团', creditCode: code };
  expect((await succeed(city, heir, taken)).body).toMatchObject({
    code: 'teams.refusal.credit_code_known',
  });
});
