/** The endpoints of teams. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { arrangementRoutes } from './routes/arrangement.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { pairingRoutes } from './routes/pairings.ts';
import { peopleRoutes } from './routes/people.ts';
import { postingRoutes } from './routes/postings.ts';
import { readingRoutes } from './routes/reading.ts';
import { teamRoutes } from './routes/teams.ts';

export const routes: Endpoint[] = [
  ...readingRoutes,
  ...arrangementRoutes,
  ...teamRoutes,
  ...postingRoutes,
  ...pairingRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
];
