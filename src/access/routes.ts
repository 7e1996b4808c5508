/** Every endpoint of access. */
import type { Pool } from '../platform/db/pool.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { acceptRoutes } from './routes/accept-invitation.ts';
import { accountRoutes } from './routes/admin/accounts.ts';
import { grantRoutes } from './routes/admin/grants.ts';
import { invitationRoutes } from './routes/admin/invitations.ts';
import { lookUpRoutes } from './routes/admin/look-up.ts';
import { policyRoutes } from './routes/admin/policy.ts';
import { sheetRoutes } from './routes/admin/sheets.ts';
import { firstAdministratorRoutes } from './routes/first-administrator.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';

export const routes = (pool: Pool): Endpoint[] => [
  ...signInRoutes(pool),
  ...sessionRoutes,
  ...firstAdministratorRoutes,
  ...acceptRoutes(pool),
  ...accountRoutes,
  ...grantRoutes,
  ...invitationRoutes,
  ...lookUpRoutes,
  ...sheetRoutes,
  ...policyRoutes,
];
