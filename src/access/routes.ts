/** Every endpoint of access. */
import type { Pool } from '../platform/db/pool.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { emergencyRoutes } from './routes/emergencies.ts';
import { noticeRoutes } from './routes/notices.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';

export const routes = (pool: Pool): Endpoint[] => [
  ...signInRoutes(pool),
  ...sessionRoutes,
  ...noticeRoutes,
  ...emergencyRoutes,
];
