/** The endpoints of projects. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { listRoutes } from './routes/lists.ts';
import { moneyRoutes } from './routes/money.ts';
import { readingRoutes } from './routes/reading.ts';
import { writingRoutes } from './routes/writing.ts';
import { listFileRoutes } from './sheets/lists.ts';

export const routes: Endpoint[] = [
  ...readingRoutes,
  ...writingRoutes,
  ...moneyRoutes,
  ...listRoutes,
  ...listFileRoutes,
];
