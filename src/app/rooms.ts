/** The list of rooms: what each one gives to the whole. */
import type { HiddenFields } from '../access/personal/hidden-field.ts';
import { tables as accessTables } from '../access/tables.ts';
import { words as accessWords } from '../access/words.ts';
import { words as cockpitWords } from '../cockpit/words.ts';
import { routes as disclosureRoutes } from '../disclosure/routes.ts';
import { hiddenFields as disclosureHidden } from '../disclosure/store/complaints.ts';
import { tables as disclosureTables } from '../disclosure/tables.ts';
import { words as disclosureWords } from '../disclosure/words.ts';
import { fileColumns as dossierFiles, tables as dossiersTables } from '../dossiers/tables.ts';
import { words as dossiersWords } from '../dossiers/words.ts';
import { tables as evidenceTables } from '../evidence/tables.ts';
import { words as evidenceWords } from '../evidence/words.ts';
import { indicators as fundsIndicators } from '../funds/indicators.ts';
import { routes as fundsRoutes } from '../funds/routes.ts';
import { tables as fundsTables } from '../funds/tables.ts';
import { words as fundsWords } from '../funds/words.ts';
import { fileColumns as importFiles, tables as importsTables } from '../imports/tables.ts';
import { words as importsWords } from '../imports/words.ts';
import { type Catalogue, catalogueOf } from '../indicators/catalogue.ts';
import { indicatorsOfRegions } from '../indicators/of-regions.ts';
import { tables as indicatorsTables } from '../indicators/tables.ts';
import { words as indicatorsWords } from '../indicators/words.ts';
import type { Words } from '../kit/words.ts';
import { indicators as livelihoodsIndicators } from '../livelihoods/indicators.ts';
import { tables as livelihoodsTables } from '../livelihoods/tables.ts';
import { words as livelihoodsWords } from '../livelihoods/words.ts';
import { routes as plansRoutes } from '../plans/routes.ts';
import { tables as plansTables } from '../plans/tables.ts';
import { words as plansWords } from '../plans/words.ts';
import { words as backupWords } from '../platform/backup/words.ts';
import type { TableManifest } from '../platform/db/tables.ts';
import type { FileColumns } from '../platform/files/sweep.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { tables as platformTables } from '../platform/tables.ts';
import { words as platformWords } from '../platform/words.ts';
import { indicators as policyIndicators } from '../policy/indicators.ts';
import { tables as policyTables } from '../policy/tables.ts';
import { words as policyWords } from '../policy/words.ts';
import { indicators as projectsIndicators } from '../projects/indicators.ts';
import { routes as projectsRoutes } from '../projects/routes.ts';
import { tables as projectsTables } from '../projects/tables.ts';
import { words as projectsWords } from '../projects/words.ts';
import { routes as reconciliationRoutes } from '../reconciliation/routes.ts';
import { tables as reconciliationTables } from '../reconciliation/tables.ts';
import { words as reconciliationWords } from '../reconciliation/words.ts';
import { routes as regionsRoutes } from '../regions/routes.ts';
import { tables as regionsTables } from '../regions/tables.ts';
import { words as regionsWords } from '../regions/words.ts';
import { words as reportsWords } from '../reports/words.ts';
import { routes as subsidiesRoutes } from '../subsidies/routes.ts';
import { tables as subsidiesTables } from '../subsidies/tables.ts';
import { words as subsidiesWords } from '../subsidies/words.ts';
import { routes as supervisionRoutes } from '../supervision/routes.ts';
import { tables as supervisionTables } from '../supervision/tables.ts';
import { words as supervisionWords } from '../supervision/words.ts';
import { indicators as teamsIndicators } from '../teams/indicators.ts';
import { routes as teamsRoutes } from '../teams/routes.ts';
import { hiddenFields as teamsHidden } from '../teams/store/hidden-fields.ts';
import { tables as teamsTables } from '../teams/tables.ts';
import { words as teamsWords } from '../teams/words.ts';
import { words as operationsWords } from './operations/words.ts';

export const tables: TableManifest = {
  ...platformTables,
  ...regionsTables,
  ...accessTables,
  ...indicatorsTables,
  ...teamsTables,
  ...fundsTables,
  ...projectsTables,
  ...reconciliationTables,
  ...subsidiesTables,
  ...plansTables,
  ...supervisionTables,
  ...dossiersTables,
  ...importsTables,
  ...evidenceTables,
  ...disclosureTables,
  ...livelihoodsTables,
  ...policyTables,
};

/** Where rows name files of the store: what none of them names is swept. */
export const fileColumns: FileColumns = [...dossierFiles, ...importFiles];

/** Every figure of the product. */
export const catalogue: Catalogue = catalogueOf([
  ...indicatorsOfRegions,
  ...teamsIndicators,
  ...fundsIndicators,
  ...projectsIndicators,
  ...livelihoodsIndicators,
  ...policyIndicators,
]);

/** What is shown hidden and can be revealed one by one. */
export const hiddenFields: HiddenFields = { ...teamsHidden, ...disclosureHidden };

/** Endpoints of the rooms; access makes its own from the pool (app/server.ts). */
export const endpoints: readonly Endpoint[] = [
  ...regionsRoutes,
  ...teamsRoutes,
  ...fundsRoutes,
  ...projectsRoutes,
  ...reconciliationRoutes,
  ...subsidiesRoutes,
  ...plansRoutes,
  ...supervisionRoutes,
  ...disclosureRoutes,
];

export const words: Words = {
  ...platformWords,
  ...backupWords,
  ...regionsWords,
  ...accessWords,
  ...indicatorsWords,
  ...fundsWords,
  ...projectsWords,
  ...reconciliationWords,
  ...subsidiesWords,
  ...plansWords,
  ...supervisionWords,
  ...dossiersWords,
  ...importsWords,
  ...evidenceWords,
  ...disclosureWords,
  ...livelihoodsWords,
  ...policyWords,
  ...reportsWords,
  ...teamsWords,
  ...cockpitWords,
  ...operationsWords,
};
