/** Every endpoint of access. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import type { HiddenFields } from './personal/hidden-field.ts';
import { personalRoutes } from './personal/routes.ts';
import { acceptRoutes } from './routes/accept-invitation.ts';
import { accountRoutes } from './routes/admin/accounts.ts';
import { grantRoutes } from './routes/admin/grants.ts';
import { invitationRoutes } from './routes/admin/invitations.ts';
import { lookUpRoutes } from './routes/admin/look-up.ts';
import { lostFactorRoutes } from './routes/admin/lost-factor.ts';
import { policyRoutes } from './routes/admin/policy.ts';
import { sheetRoutes } from './routes/admin/sheets.ts';
import { emergencyRoutes } from './routes/emergencies.ts';
import { firstAdministratorRoutes } from './routes/first-administrator.ts';
import { noticeRoutes } from './routes/notices.ts';
import { ownAccountRoutes } from './routes/own/account.ts';
import { proofRoutes } from './routes/own/proofs.ts';
import { secondFactorRoutes } from './routes/own/second-factor.ts';
import { ownSessionRoutes } from './routes/own/sessions.ts';
import { ownViewRoutes } from './routes/own/views.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { askingOf, type SignOnMeans } from './routes/sign-on/asking.ts';
import { enteringRoutes } from './routes/sign-on/entering.ts';
import { linkingRoutes } from './routes/sign-on/linking.ts';
import { providerRoutes } from './routes/sign-on/providers.ts';

export interface Means extends SignOnMeans {
  /** What can be revealed, from every room that has some. */
  hidden: HiddenFields;
}

export function routes(means: Means): Endpoint[] {
  const { pool, sealed, hidden } = means;
  const asking = askingOf(means);
  return [
    ...signInRoutes(pool),
    ...sessionRoutes,
    ...proofRoutes(pool, sealed),
    ...ownAccountRoutes(pool),
    ...secondFactorRoutes(sealed),
    ...ownSessionRoutes,
    ...ownViewRoutes,
    ...enteringRoutes(asking),
    ...linkingRoutes(asking),
    ...providerRoutes(asking, sealed),
    ...firstAdministratorRoutes,
    ...acceptRoutes(pool),
    ...accountRoutes,
    ...grantRoutes,
    ...lostFactorRoutes,
    ...invitationRoutes,
    ...lookUpRoutes,
    ...sheetRoutes,
    ...policyRoutes,
    ...noticeRoutes,
    ...emergencyRoutes,
    ...personalRoutes(sealed, hidden),
  ];
}
