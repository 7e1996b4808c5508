/** The endpoints of imports. */
import type { Words } from '../kit/words.ts';
import type { Pool } from '../platform/db/pool.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { fileRoutes } from './routes/files.ts';
import { jobRoutes } from './routes/jobs.ts';

/** @param words of all rooms: reasons are worded by the room whose rule it is */
export function routes(means: { pool: Pool; files: FileStore; words: Words }): Endpoint[] {
  return [...jobRoutes(means), ...fileRoutes(means.words)];
}
