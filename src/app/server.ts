/** The server of one process: every room's endpoints, the web pages, the fold. */
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { auditRoutes } from '../access/audit/routes.ts';
import { allPermissions } from '../access/roles.ts';
import { routes as accessRoutes } from '../access/routes.ts';
import { record } from '../access/store/audit.ts';
import { callerOf, domainToday } from '../access/store/caller.ts';
import { findReplay, keepReplay } from '../access/store/replay.ts';
import { type Engine, loadEngine } from '../indicators/engine.ts';
import { routes as indicatorRoutes } from '../indicators/routes.ts';
import { fill } from '../kit/words.ts';
import type { Pool } from '../platform/db/pool.ts';
import { register, type Services } from '../platform/http/dispatch.ts';
import type { Endpoint, Lang } from '../platform/http/endpoint.ts';
import { servePages } from '../platform/http/pages.ts';
import type { Params } from '../platform/http/problem.ts';
import { bareServer } from '../platform/http/server.ts';
import { routes as reportsRoutes } from '../reports/routes.ts';
import { auditWording } from './api/audit-wording.ts';
import { serveApiDocument } from './api/reference.ts';
import { catalogue, endpoints, words } from './rooms.ts';

export const webDir = fileURLToPath(new URL('../../dist/web', import.meta.url));

export interface ServerOptions {
  /** Pool of the application role. */
  pool: Pool;
  logger?: FastifyServerOptions['logger'];
  /** Folder of the built pages; without it only the API answers. */
  pages?: string;
  /** Directories whose anchors go into evidence packages. */
  anchorDirs?: readonly string[];
}

/** All endpoints of the product. */
export function allEndpoints(
  pool: Pool,
  engine: () => Engine,
  anchorDirs: readonly string[] = [],
): Endpoint[] {
  const all: Endpoint[] = [
    ...accessRoutes(pool),
    ...auditRoutes({ wording: () => auditWording(all), anchorDirs }),
    ...indicatorRoutes(engine, words),
    ...reportsRoutes(engine),
    ...endpoints,
  ];
  return all;
}

/** The endpoints as descriptions only: for documents and tests that never call them. */
export const describedEndpoints = (): Endpoint[] =>
  allEndpoints(undefined as never, () => {
    throw new Error('an endpoint was called that only describes itself');
  });

export async function buildServer({
  pool,
  logger,
  pages,
  anchorDirs,
}: ServerOptions): Promise<FastifyInstance> {
  const app = await bareServer(say, logger);
  const services: Services = {
    pool,
    authenticate: async (token) => (token ? callerOf(pool, token) : null),
    domainToday: () => domainToday(pool),
    record,
    findReplay,
    keepReplay,
  };
  const engine = await loadEngine(pool, catalogue);
  const all = allEndpoints(pool, () => engine, anchorDirs);
  refuseUnknownPermissions(all);
  register(app, all, services);
  serveApiDocument(app, all);
  if (pages) await servePages(app, pages);
  return app;
}

/** An endpoint whose permission no role can have is a mistake found at start, not by a user. */
function refuseUnknownPermissions(all: readonly Endpoint[]): void {
  const open = new Set(['public', 'signed_in']);
  const wrong = all.filter((e) => !open.has(e.permission) && !allPermissions.has(e.permission));
  if (wrong.length > 0)
    throw new Error(`no role has the permission of ${wrong.map((e) => e.url).join(', ')}`);
}

/** The text of a refusal code in the reader's language; a code without words is a defect a test finds. */
export function say(code: string, params: Params, lang: Lang): { detail: string; todo: string } {
  const text = words[code] ?? words['platform.refusal.defect'];
  const todo = words[`${code}.todo`] ?? words['platform.refusal.defect.todo'];
  return { detail: fill(text?.[lang] ?? '', params), todo: fill(todo?.[lang] ?? '', params) };
}
