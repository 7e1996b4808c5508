/** The real registry for tests: both editions of Guangdong, the second as the tree since its cut-off. */
import { readFileSync } from 'node:fs';
import { loadEdition } from '../src/regions/load.ts';
import { upgradeTo } from '../src/regions/upgrade.ts';
import type { TestDatabase } from './database.ts';

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
