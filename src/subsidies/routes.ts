/** The endpoints of subsidies. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { readingRoutes } from './routes/reading.ts';
import { writingRoutes } from './routes/writing.ts';

export const routes: Endpoint[] = [...readingRoutes, ...writingRoutes];
