/** The endpoints of funds. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { dueRoutes } from './routes/due.ts';
import { paperRoutes } from './routes/papers.ts';

export const routes: Endpoint[] = [...paperRoutes, ...dueRoutes];
