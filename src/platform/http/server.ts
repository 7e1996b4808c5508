/** The HTTP server without any endpoint: errors, headers, limits, cookies. */
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { isUnavailable } from '../db/unavailable.ts';
import { logRequest } from '../observe/log.ts';
import { type Ended, watchRequests } from '../observe/requests.ts';
import { traceOf } from '../observe/trace.ts';
import { KeyMissing } from '../secrets/envelope.ts';
import { letDrain } from './drain.ts';
import { setHeaders } from './headers.ts';
import { BadShape, Classified, Refusal, type Say } from './problem.ts';
import { langOf } from './request/parts.ts';
import { unmet, unread } from './unread.ts';
import { takesFile } from './upload.ts';

export interface BareOptions {
  logger?: FastifyServerOptions['logger'];
  /** Addresses of the reverse proxies that say who asks and whether over TLS; nobody is believed otherwise. */
  trustProxy?: readonly string[];
  /** How long a reply under way may take once the server is to stop. */
  graceMs?: number;
  /** How long a request may take to arrive: its head, the whole of it, and one whose body is a file. */
  headMs?: number;
  wholeMs?: number;
  fileMs?: number;
  /** Called with every request at its end. */
  onEnd?: readonly ((ended: Ended) => void)[];
}

const mostConnections = 2_000;
/** Bytes of a body; an endpoint may allow itself more. */
const bodyLimit = 131_072;
/** Longer than any address a page makes; the head as a whole may have 16 KiB. */
const longestUrl = 8_192;
/** Without a byte in either direction for this long a connection is given up, a reader who stopped reading included. */
const silenceMs = 300_000;

export async function bareServer(
  say: Say,
  {
    logger = false,
    trustProxy = [],
    graceMs = 10_000,
    headMs = 10_000,
    wholeMs = 30_000,
    fileMs = 600_000,
    onEnd = [],
  }: BareOptions = {},
): Promise<FastifyInstance> {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error);
    request.refusal = refusal.code;
    if (refusal.status >= 500 && refusal !== error) {
      if (refusal.status === 503) request.log.warn({ cause: traceOf(error) }, 'not served');
      else request.log.error({ defect: traceOf(error) }, 'defect');
    }
    const { detail, todo } = say(refusal.code, refusal.params, langOf(request));
    const wait = refusal.params.seconds ?? waits[refusal.status];
    if (wait !== undefined) reply.header('retry-after', wait);
    return reply
      .code(refusal.status)
      .type('application/problem+json')
      .serializer((value: unknown) => JSON.stringify(value))
      .send({
        type: 'about:blank',
        title: detail,
        status: refusal.status,
        code: refusal.code,
        detail,
        todo,
        requestId: request.id,
        ...(refusal instanceof BadShape ? { fields: refusal.fields } : {}),
        ...(refusal instanceof Classified
          ? { fields: [{ path: refusal.path, message: detail }] }
          : {}),
      });
  };
  const app = Fastify({
    // An address that cannot be read reaches neither the hooks nor the handler below.
    frameworkErrors: (error, request, reply) => {
      watch.begin(request, reply);
      setHeaders(request, reply);
      return answer(error, request, reply);
    },
    clientErrorHandler: unread(say),
    logger,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    genReqId: () => randomUUID(),
    bodyLimit,
    requestTimeout: Math.max(wholeMs, fileMs), // shorter for all but files: hurry() below
    connectionTimeout: silenceMs,
    http: {
      headersTimeout: headMs,
      connectionsCheckingInterval: Math.min(headMs, 5_000),
      maxHeaderSize: 16_384,
    },
    routerOptions: { maxParamLength: 200 },
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    forceCloseConnections: 'idle',
    return503OnClosing: false, // its own 503 is no problem in words; what still comes in is answered
  });
  app.server.maxConnections = mostConnections;
  app.server.on('checkExpectation', unmet(say));
  const watch = watchRequests(app);
  for (const listener of [logRequest, ...onEnd]) watch.onEnd(listener);
  letDrain(app, watch);
  await app.register(cookie);
  app.removeContentTypeParser('text/plain'); // bodies are JSON, and a form of another site cannot send that
  // A reader who does not read would keep the server from ever stopping.
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
  hurry(app, wholeMs, unread(say));
  app.addHook('onRequest', async ({ raw }) => {
    if ((raw.url ?? '').length > longestUrl)
      throw new Refusal('platform.refusal.too_large', {}, 414);
  });
  app.addHook('onSend', async (request, reply) => setHeaders(request, reply));
  app.setErrorHandler(answer);
  return app;
}

/** Node knows one limit for all bodies. Whoever sends no file is given up sooner, and answered the same. */
function hurry(app: FastifyInstance, wholeMs: number, giveUp: ReturnType<typeof unread>): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request;
    if (!(raw.socket instanceof Socket)) return; // nobody sends it over a line
    const { 'content-length': length, 'transfer-encoding': coding } = raw.headers;
    if ((length === undefined && coding === undefined) || takesFile(request)) return;
    const late = setTimeout(() => {
      const error = Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      if (!raw.complete) giveUp(error, raw.socket);
    }, wholeMs).unref();
    raw.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
  });
}

/** Seconds after which asking again makes sense, where a refusal does not say. */
const waits: Record<number, number> = { 429: 60, 503: 5 };

/** What PostgreSQL says of a text from outside that is no date or no text, where a schema let it through. */
const noText = new Set(['22007', '22008', '22009', '22021', '22P05']);

/** Every error becomes one of ours; what is unknown is a defect of which nothing leaves the house. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('platform.refusal.too_large', {}, 413);
  if (statusCode && statusCode >= 400 && statusCode < 500) return new BadShape([]);
  if (code && noText.has(code)) return new BadShape([]);
  if (code === '57014') return new Refusal('platform.refusal.too_slow', {}, 503);
  if (code === '55P03') return new Refusal('platform.refusal.held', {}, 503);
  if (error instanceof KeyMissing) return new Refusal('platform.refusal.key_missing', {}, 503);
  if (isUnavailable(error)) return new Refusal('platform.refusal.unavailable', {}, 503);
  return new Refusal('platform.refusal.defect', {}, 500);
}
