/** The endpoints of reconciliation. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { exportRoutes } from './routes/export.ts';
import { importRoutes } from './routes/imports.ts';
import { runRoutes } from './routes/runs.ts';

export const routes: Endpoint[] = [...importRoutes, ...runRoutes, ...exportRoutes];
