// Both editions of the registry in a test database, as the demonstration needs them.
import { readFileSync } from 'node:fs';
import type { TestDatabase } from '../../test/database.ts';
import { loadEdition } from '../regions/load.ts';
import { upgradeTo } from '../regions/upgrade.ts';

const text = (year: string) =>
  readFileSync(new URL(`../regions/data/guangdong-divisions-${year}.csv`, import.meta.url), 'utf8');

export async function bothEditions({ db }: TestDatabase): Promise<void> {
  await loadEdition(db, { edition: '2020', cutOff: '2020-06-30', text: text('2020') });
  await loadEdition(db, { edition: '2021', cutOff: '2021-10-31', text: text('2021') });
  await upgradeTo(db, '2021', { confirm: 'accept' });
}
