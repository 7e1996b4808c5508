/** The server of one process: every room's endpoints, the web pages, the fold. */
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { auditRoutes } from '../access/audit/routes.ts';
import { allPermissions } from '../access/roles.ts';
import { routes as accessRoutes, type Means } from '../access/routes.ts';
import { record } from '../access/store/audit.ts';
import { callerOf, domainToday } from '../access/store/caller.ts';
import { findReplay, keepReplay } from '../access/store/replay.ts';
import { serveOpenPages } from '../disclosure/open/serve.ts';
import { routes as dossiersRoutes } from '../dossiers/routes.ts';
import { routes as evidenceRoutes } from '../evidence/routes.ts';
import { routes as importsRoutes } from '../imports/routes.ts';
import { type Engine, loadEngine } from '../indicators/engine.ts';
import { routes as indicatorRoutes } from '../indicators/routes.ts';
import { fill } from '../kit/words.ts';
import type { BackupSettings } from '../platform/backup/settings.ts';
import type { Pool } from '../platform/db/pool.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { register, type Services } from '../platform/http/dispatch.ts';
import type { Endpoint, Lang } from '../platform/http/endpoint.ts';
import { limitRates, type Rates } from '../platform/http/limits/rates.ts';
import { servePages } from '../platform/http/pages.ts';
import { Absent, type Params } from '../platform/http/problem.ts';
import { type BareOptions, bareServer } from '../platform/http/server.ts';
import { type Check, serveHealth } from '../platform/observe/health.ts';
import { type Secrets, secretsUnder } from '../platform/secrets/envelope.ts';
import type { Keys } from '../platform/secrets/keys.ts';
import { routes as reportsRoutes } from '../reports/routes.ts';
import { auditWording } from './api/audit-wording.ts';
import { serveApiDocument } from './api/reference.ts';
import { routes as operationsRoutes } from './operations/routes.ts';
import { catalogue, endpoints, hiddenFields, words } from './rooms.ts';

export const webDir = fileURLToPath(new URL('../../dist/web', import.meta.url));

export interface ServerOptions extends BareOptions {
  /** Pool of the application role. */
  pool: Pool;
  /** The same role for what takes minutes; without it the pool, with its limits. */
  long?: Pool;
  /** Under which secrets and sensitive fields are sealed; without them nothing that needs one answers. */
  keys?: Keys;
  /** Where files that are uploaded lie; without it none can be. */
  files?: FileStore;
  /** Whether a provider of single sign-on may lie in a private network. */
  signOnPrivate?: boolean;
  /** What this process was told about backups; without it none are made by itself. */
  backups?: BackupSettings;
  /** Folder of the built pages; without it only the API answers. */
  pages?: string;
  /** What everybody may ask in a while; without it nobody is held up. */
  rates?: Rates;
  /** What must hold for it to be ready for visitors. */
  checks?: Record<string, Check>;
  /** Directories whose anchors go into evidence packages. */
  anchorDirs?: readonly string[];
}

interface Beside {
  files?: FileStore;
  backups?: BackupSettings | undefined;
  anchorDirs?: readonly string[] | undefined;
  long?: Pool | undefined;
}

/** All endpoints of the product. */
export function allEndpoints(
  means: Means,
  engine: () => Engine,
  { files = noFiles, backups, anchorDirs = [], long = means.pool }: Beside = {},
): Endpoint[] {
  const all: Endpoint[] = [
    ...accessRoutes(means),
    ...auditRoutes({ wording: () => auditWording(all), anchorDirs }),
    ...indicatorRoutes(engine, words),
    ...reportsRoutes(engine),
    ...dossiersRoutes({ pool: means.pool, files }),
    ...importsRoutes({ pool: means.pool, files, words }),
    ...evidenceRoutes({ long, words }),
    ...operationsRoutes(backups),
    ...endpoints,
  ];
  return all;
}

/** The endpoints as descriptions only: for documents and tests that never call them. */
export const describedEndpoints = (): Endpoint[] =>
  allEndpoints(
    { pool: undefined as never, sealed: keyless, hidden: hiddenFields, allowPrivate: false },
    () => {
      throw new Error('an endpoint was called that only describes itself');
    },
  );

const noFolder = (): never => {
  throw new Error('the server was started without a folder of files');
};
const noFiles: FileStore = { folder: '', take: noFolder, open: noFolder, pathOf: noFolder };
const noKey = (): never => {
  throw new Error('the server was started without a key: nothing can be sealed or opened');
};
const keyless: Secrets = {
  seal: noKey,
  open: noKey,
  index: noKey,
  indexes: noKey,
  head: Buffer.alloc(0),
};

export async function buildServer({
  pool,
  keys,
  files = noFiles,
  signOnPrivate = false,
  backups,
  pages,
  anchorDirs,
  long,
  rates,
  checks = {},
  ...bare
}: ServerOptions): Promise<FastifyInstance> {
  const app = await bareServer(say, bare);
  const secrets = keys ? secretsUnder(keys) : keyless;
  const services: Services = {
    pool,
    secrets,
    files,
    authenticate: async (token) => (token ? callerOf(pool, token) : null),
    domainToday: () => domainToday(pool),
    record,
    findReplay,
    keepReplay,
    ...(rates ? { spend: limitRates(app, rates) } : {}),
  };
  const engine = await loadEngine(pool, catalogue);
  const all = allEndpoints(
    { pool, sealed: secrets, hidden: hiddenFields, allowPrivate: signOnPrivate },
    () => engine,
    { files, backups, anchorDirs, long },
  );
  refuseUnknownPermissions(all);
  register(app, all, services);
  await serveOpenPages(app, { pool, secrets, say, spend: services.spend });
  serveApiDocument(app, all);
  serveHealth(app, checks);
  if (pages) await servePages(app, pages);
  else app.setNotFoundHandler(absent);
  return app;
}

function absent(): never {
  throw new Absent();
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
