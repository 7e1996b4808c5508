/** What the fuzzer asks about: two counties with everything in them, somebody of every role, and all that is known. */
import type { FastifyInstance } from 'fastify';
import { hashPassword } from '../../src/access/password.ts';
import { permissionsOf, type RoleName } from '../../src/access/roles.ts';
import { openSession } from '../../src/access/store/sessions.ts';
import { catalogue } from '../../src/app/rooms.ts';
import type { TestDatabase } from '../database.ts';
import { aPerson } from '../people.ts';
import { aProvince, places } from '../places.ts';
import { aHolding } from '../scope/world.ts';
import { aBatch, anOrganisation } from '../teams.ts';

export interface Asker {
  role: string;
  cookie: string;
  /** Signs in anew: a fuzzer signs out now and then. */
  again(): Promise<void>;
}

export interface World {
  askers: Asker[];
  /** Keys, ids, codes, days, names: whatever a schema may ask for by a text. */
  known: string[];
  /** Those of them that came from answers, in their order. */
  learned: string[];
}

const homes: Record<string, string> = {
  province: places.province,
  city: places.city,
  county: places.county,
  town: places.town,
};

export async function aWorld(database: TestDatabase, server: FastifyInstance): Promise<World> {
  const { db, owner } = database;
  const shared = {
    unit: await anOrganisation(db, '珠海市水务局'),
    otherUnit: await anOrganisation(db, '珠海市教育局'),
    batch: await aBatch(db),
  };
  const holdings = [
    await aHolding(db, places.county, shared),
    await aHolding(db, places.siblingCounty, shared),
  ];
  await owner.query(`insert into platform.setting (name, value) values ('today', '"2022-07-28"')`);
  const askers: Asker[] = [{ role: 'stranger', cookie: '', again: async () => {} }];
  for (const role of Object.keys(permissionsOf) as RoleName[]) {
    const person = await aPerson(database, server, role, homes[role] ?? places.county);
    const asker: Asker = {
      role,
      cookie: person.cookie,
      again: async () => {
        asker.cookie = `zz_session=${await openSession(db, person.id)}`;
      },
    };
    askers.push(asker);
  }
  // Signing in as one of them compares with a real hash, as it would outside of tests.
  await owner.query('update access.account set password_hash = $1', [
    await hashPassword('a long password'),
  ]);
  return {
    askers,
    learned: [],
    known: [
      ...new Set([
        ...Object.values(places),
        ...holdings.flatMap((h) => Object.values(h).filter((v) => typeof v === 'string')),
        ...(await idsOf(database)),
        ...catalogue.all.map((d) => d.code),
        'teams.cadres,funds.issued',
        ...catalogue.all.flatMap((d) =>
          'by' in d && Array.isArray(d.by) ? d.by.map((one) => one.name) : [],
        ),
        ...[
          '2022-07-28',
          '2022-07-01',
          '2021-07-29',
          '2021-12-31',
          '2022-01-01',
          '2020',
          '2021',
          '50',
        ],
        ...['2022-07-28T04:00:00Z', '2022-07-01T00:00:00.000Z', '广东', '秘', 'zhuhai', '一'],
      ]),
    ],
  };
}

/** Everything there is gets an id known to the fuzzer: some of each table. */
async function idsOf({ owner }: TestDatabase): Promise<string[]> {
  const tables = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
     where c.relkind = 'r' and c.relowner = 'zz_owner'::regrole order by 1`,
  );
  const ids = await owner.query<{ id: string }>(
    tables.rows.map(({ name }) => `(select id::text from ${name} limit 5)`).join(' union '),
  );
  return ids.rows.map((r) => r.id);
}

export const prepareWorld = (database: TestDatabase): Promise<unknown> => aProvince(database.db);
