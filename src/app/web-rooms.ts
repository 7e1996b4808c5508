// The list of rooms as the office pages know them: one line of pages and one of words a room.

import { pages as administrationPages } from '../access/web/admin/pages.ts';
import { pages as auditPages } from '../access/web/audit/pages.ts';
import { pages as noticePages } from '../access/web/notices/pages.ts';
import { pages as ownPages } from '../access/web/own/pages.ts';
import { words as accessPageWords } from '../access/web/words.ts';
import { words as administrationWords } from '../access/web/words-admin.ts';
import { words as auditPageWords } from '../access/web/words-audit.ts';
import { words as noticePageWords } from '../access/web/words-notices.ts';
import { words as policyPageWords } from '../access/web/words-policy.ts';
import { words as signInPageWords } from '../access/web/words-sign-in.ts';
import { words as accessWords } from '../access/words.ts';
import { pages as cockpitPages } from '../cockpit/web/pages.ts';
import { words as cockpitWords } from '../cockpit/words.ts';
import { pages as disclosurePages } from '../disclosure/web/pages.ts';
import { words as disclosureWords } from '../disclosure/words.ts';
import { pages as dossiersPages } from '../dossiers/web/pages.ts';
import { words as dossiersWords } from '../dossiers/words.ts';
import { pages as evidencePages } from '../evidence/web/pages.ts';
import { words as evidenceWords } from '../evidence/words.ts';
import { pages as rulePages } from '../funds/web/allocation/pages.ts';
import { pages as bookPages } from '../funds/web/books/pages.ts';
import { pages as donationPages } from '../funds/web/donations/pages.ts';
import { pages as fundsPages } from '../funds/web/pages.ts';
import { pages as paperPages } from '../funds/web/papers/pages.ts';
import { pages as yearlyPages } from '../funds/web/yearly/pages.ts';
import { words as fundsWords } from '../funds/words.ts';
import { pages as importsPages } from '../imports/web/pages.ts';
import { words as importsWords } from '../imports/words.ts';
import { pages as indicatorsPages } from '../indicators/web/pages.ts';
import { words as indicatorsWords } from '../indicators/words.ts';
import type { Words } from '../kit/words.ts';
import { words as livelihoodsWords } from '../livelihoods/words.ts';
import { pages as plansPages } from '../plans/web/pages.ts';
import { words as plansWords } from '../plans/words.ts';
import { words as backupWords } from '../platform/backup/words.ts';
import type { PageDef } from '../platform/web/page-def.ts';
import { words as platformWords } from '../platform/web/words.ts';
import { words as policyWords } from '../policy/words.ts';
import { pages as projectListPages } from '../projects/web/lists/pages.ts';
import { pages as projectsPages } from '../projects/web/pages.ts';
import { words as projectsWords } from '../projects/words.ts';
import { pages as reconciliationPages } from '../reconciliation/web/pages.ts';
import { words as reconciliationWords } from '../reconciliation/words.ts';
import { pages as regionsPages } from '../regions/web/pages.ts';
import { words as regionsWords } from '../regions/words.ts';
import { pages as reportsPages } from '../reports/web/pages.ts';
import { words as reportsWords } from '../reports/words.ts';
import { pages as subsidiesPages } from '../subsidies/web/pages.ts';
import { words as subsidiesWords } from '../subsidies/words.ts';
import { pages as supervisionPages } from '../supervision/web/pages.ts';
import { words as supervisionWords } from '../supervision/words.ts';
import { pages as teamsPages } from '../teams/web/pages.ts';
import { words as teamsWords } from '../teams/words.ts';
import { pages as operationsPages } from './operations/web/pages.ts';
import { words as operationsWords } from './operations/words.ts';

export const pages: readonly PageDef[] = [
  ...cockpitPages,
  ...teamsPages,
  ...paperPages,
  ...rulePages,
  ...donationPages,
  ...yearlyPages,
  ...bookPages,
  ...fundsPages,
  ...projectsPages,
  ...reconciliationPages,
  ...plansPages,
  ...supervisionPages,
  ...projectListPages,
  ...subsidiesPages,
  ...dossiersPages,
  ...importsPages,
  ...evidencePages,
  ...disclosurePages,
  ...regionsPages,
  ...reportsPages,
  ...indicatorsPages,
  ...noticePages,
  ...operationsPages,
  ...ownPages,
  ...administrationPages,
  ...auditPages,
];

export const words: Words = {
  ...platformWords,
  ...backupWords,
  ...accessWords,
  ...accessPageWords,
  ...noticePageWords,
  ...signInPageWords,
  ...administrationWords,
  ...policyPageWords,
  ...auditPageWords,
  ...regionsWords,
  ...indicatorsWords,
  ...teamsWords,
  ...fundsWords,
  ...projectsWords,
  ...reconciliationWords,
  ...plansWords,
  ...supervisionWords,
  ...subsidiesWords,
  ...dossiersWords,
  ...importsWords,
  ...evidenceWords,
  ...disclosureWords,
  ...livelihoodsWords,
  ...policyWords,
  ...reportsWords,
  ...cockpitWords,
  ...operationsWords,
};
