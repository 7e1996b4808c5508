/** Endpoints of plans. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { deedRoutes } from './routes/deeds.ts';
import { readingRoutes } from './routes/reading.ts';

export const routes: readonly Endpoint[] = [...readingRoutes, ...deedRoutes];
