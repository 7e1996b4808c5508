/** The list of rooms: what each one gives to the whole. */
import { tables as accessTables } from '../access/tables.ts';
import { words as accessWords } from '../access/words.ts';
import { tables as fundsTables } from '../funds/tables.ts';
import { type Catalogue, catalogueOf } from '../indicators/catalogue.ts';
import { tables as indicatorsTables } from '../indicators/tables.ts';
import { words as indicatorsWords } from '../indicators/words.ts';
import type { Words } from '../kit/words.ts';
import { tables as livelihoodsTables } from '../livelihoods/tables.ts';
import type { TableManifest } from '../platform/db/tables.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { tables as platformTables } from '../platform/tables.ts';
import { words as platformWords } from '../platform/words.ts';
import { tables as policyTables } from '../policy/tables.ts';
import { tables as regionsTables } from '../regions/tables.ts';
import { indicators as teamsIndicators } from '../teams/indicators.ts';
import { tables as teamsTables } from '../teams/tables.ts';

export const tables: TableManifest = {
  ...platformTables,
  ...regionsTables,
  ...accessTables,
  ...indicatorsTables,
  ...teamsTables,
  ...fundsTables,
  ...livelihoodsTables,
  ...policyTables,
};

/** Every figure of the product. */
export const catalogue: Catalogue = catalogueOf([...teamsIndicators]);

/** Endpoints of the rooms; access makes its own from the pool (app/server.ts). */
export const endpoints: readonly Endpoint[] = [];

export const words: Words = { ...platformWords, ...accessWords, ...indicatorsWords };
