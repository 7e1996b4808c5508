/** A town whose county enters, corrects and looks for hidden numbers. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type TestDatabase, useDatabase } from '../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, places } from '../../../test/places.ts';
import {
  aBatch,
  anOrganisation,
  aPersonOnRecord,
  aTeam,
  madeUpNumbers,
  newPerson,
  sealedNumbersOf,
} from '../../../test/teams.ts';
import { newId } from '../../platform/new-id.ts';
import type { FoundPeople, PersonCard } from '../contract-people.ts';

export const reason = '2022-07-28 台风预警，电话通知本人';

interface Town {
  database: TestDatabase;
  server: FastifyInstance;
  county: Person;
  team: string;
  unit: string;
  batch: string;
  /** Somebody of the town, with numbers; another in each test. */
  person: string;
  numbers: { idNumber: string; phone: string };
}

/** Call at the top of a test file; filled before its first test. */
export function useTown() {
  const database = useDatabase();
  const town = { database } as Town; // filled in beforeAll; using it earlier fails loudly
  beforeAll(async () => {
    await aProvince(database.db);
    town.server = await aServer(database);
    town.county = await aPerson(database, town.server, 'county', places.county);
    town.unit = await anOrganisation(database.db, '湛江市水务局');
    town.batch = await aBatch(database.db);
    town.team = await aTeam(database.db, places.town, town.unit);
  });
  afterAll(() => town.server.close());
  beforeEach(async () => {
    town.numbers = madeUpNumbers();
    const sealed = sealedNumbersOf(newId(), town.numbers);
    town.person = await aPersonOnRecord(database.db, places.town, '陈敏', {
      ...{ ...sealed, born_in: 1985 },
    });
  });

  const cardOf = (who: Person, id = town.person) => who.get<PersonCard>(`/api/teams/people/${id}`);
  const adding = (more: object) => ({
    ...{ team: town.team, organisation: town.unit, batch: town.batch },
    ...{ category: 'cadre', role: 'member', village: null },
    ...{ townPost: null, main: true, startsOn: '2022-07-01', dueOn: null },
    person: { new: { ...newPerson().new, ...more } },
  });
  const add = (who: Person, more: object, id = newId()) =>
    who.send<{ id: string }>('POST', '/api/teams/postings', adding(more), id);
  const correct = async (who: Person, body: object, id = town.person) =>
    who.send<{ code: string }>('POST', `/api/teams/people/${id}/correct`, {
      seen: (await cardOf(town.county, id)).body.seen,
      ...body,
    });
  const find = (who: Person, number: string, by = 'id_number') =>
    who.send<FoundPeople>('POST', '/api/teams/people/find', { by, number, reason });
  return { town, cardOf, adding, add, correct, find };
}
