/** The endpoints of funds. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { allocationNumberRoutes } from './routes/allocation-numbers.ts';
import { allocationRoutes } from './routes/allocations.ts';
import { bookRoutes } from './routes/books.ts';
import { carryOverRoutes } from './routes/carry-overs.ts';
import { donationRoutes } from './routes/donations.ts';
import { dueRoutes } from './routes/due.ts';
import { executionRoutes } from './routes/execution.ts';
import { exportRoutes } from './routes/export.ts';
import { paperRoutes } from './routes/papers.ts';
import { raisingRoutes } from './routes/raising.ts';
import { readingRoutes } from './routes/reading.ts';
import { standingRoutes } from './routes/standing.ts';
import { listFileRoutes } from './sheets/lists.ts';

export const routes: Endpoint[] = [
  ...standingRoutes,
  ...readingRoutes,
  ...paperRoutes,
  ...dueRoutes,
  ...allocationRoutes,
  ...allocationNumberRoutes,
  ...raisingRoutes,
  ...donationRoutes,
  ...carryOverRoutes,
  ...executionRoutes,
  ...bookRoutes,
  ...exportRoutes,
  ...listFileRoutes,
];
