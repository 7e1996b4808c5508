/** The endpoints of dossiers. */
import type { Pool } from '../platform/db/pool.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { checklistRoutes } from './routes/checklists.ts';
import { makingRoutes } from './routes/making.ts';
import { requestRoutes } from './routes/requests.ts';
import { scanRoutes } from './routes/scans.ts';

export function routes(means: { pool: Pool; files: FileStore }): Endpoint[] {
  return [...requestRoutes, ...scanRoutes(means.files), ...checklistRoutes, ...makingRoutes(means)];
}
