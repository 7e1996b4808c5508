/** The real registry for tests: both editions of Guangdong, the second as the tree since its cut-off. */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { loadEdition } from '../src/regions/load.ts';
import { upgradeTo } from '../src/regions/upgrade.ts';
import { type TestDatabase, useDatabase } from './database.ts';
import { aPerson, aServer, type Person } from './people.ts';
import { aTier } from './places.ts';

const published = (year: string) =>
  readFileSync(
    new URL(`../src/regions/data/guangdong-divisions-${year}.csv`, import.meta.url),
    'utf8',
  );

/** Give it to useDatabase: `useDatabase(...registryTemplate)`. Loaded once a run, cloned afterwards. */
export const registryTemplate = ['registry', loadRegistry] as const;
/** The same with the first edition as the tree: the changes of the second wait to be decided. */
export const pendingTemplate = ['registry_pending', loadEditions] as const;

async function loadEditions({ db }: TestDatabase): Promise<void> {
  await loadEdition(db, { edition: '2020', cutOff: '2020-06-30', text: published('2020') });
  await loadEdition(db, { edition: '2021', cutOff: '2021-10-31', text: published('2021') });
}

async function loadRegistry(database: TestDatabase): Promise<void> {
  const { db } = database;
  await loadEditions(database);
  await upgradeTo(db, '2021', { acceptOpen: 'first_start' });
}

/** The registry with a server before it, and who asks. */
interface Askers {
  database: TestDatabase;
  server: FastifyInstance;
  province: Person;
  /** 番禺区. */
  county: Person;
  /** A city without counties. */
  dongguan: Person;
}

/** Call at the top of a test file; filled before its first test. Two towns of the county have a tier. */
export function useRegistry(): Askers {
  const database = useDatabase(...registryTemplate);
  const given = {} as Askers; // filled in beforeAll; using it earlier fails loudly
  beforeAll(async () => {
    const server = await aServer(database);
    Object.assign(given, {
      ...{ database, server },
      province: await aPerson(database, server, 'province', '440000000000'),
      county: await aPerson(database, server, 'county', '440113000000'),
      dongguan: await aPerson(database, server, 'city', '441900000000'),
    });
    await aTier(database.db, '440113104000', 'self_included', '2021-06-01');
    await aTier(database.db, '440113118000', 'demonstration', '2021-06-01');
  });
  afterAll(() => given.server.close());
  return given;
}
