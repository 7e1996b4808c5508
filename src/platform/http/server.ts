/** The HTTP server without any endpoint: errors, headers, limits, cookies. */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { isUnavailable } from '../db/unavailable.ts';
import { langOf } from './dispatch.ts';
import type { Lang } from './endpoint.ts';
import { BadShape, type Params, Refusal } from './problem.ts';

/** Words a refusal in a language: what happened, and what to do next. */
export type Say = (code: string, params: Params, lang: Lang) => { detail: string; todo: string };

export async function bareServer(
  say: Say,
  logger: FastifyServerOptions['logger'],
  /** How long a reply under way may take once the server is to stop. */
  graceMs = 10_000,
): Promise<FastifyInstance> {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error);
    if (refusal.status >= 500 && refusal !== error)
      request.log.error({ defect: traceOf(error) }, 'defect');
    const { detail, todo } = say(refusal.code, refusal.params, langOf(request));
    if (refusal.status === 503) reply.header('retry-after', '5');
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
      });
  };
  const app = Fastify({
    frameworkErrors: answer, // an address that cannot be read never reaches the handler below
    logger: logger ?? false,
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    return503OnClosing: false, // its own 503 is no problem in words; what still comes in is answered
  });
  await app.register(cookie);
  // A reader who does not read would keep the server from ever stopping.
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
    if (/^\/(public\/)?api\//.test(request.url)) reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler(answer);
  return app;
}

/** What PostgreSQL says of a text from outside that is no date or no text, where a schema let it through. */
const noText = new Set(['22007', '22008', '22009', '22021', '22P05']);

/** Of an error what helps to find it, without the rows PostgreSQL quotes in its detail: they hold personal data. */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, schema, table, column, routine } = error as Error &
    Record<string, unknown>;
  const { name, message, stack } = error;
  return { name, message, stack, code, constraint, schema, table, column, routine };
}

/** Every error becomes one of ours; what is unknown is a defect of which nothing leaves the house. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('platform.refusal.too_large', {}, 413);
  if (statusCode && statusCode >= 400 && statusCode < 500) return new BadShape([]);
  if (code && noText.has(code)) return new BadShape([]);
  if (isUnavailable(error)) return new Refusal('platform.refusal.unavailable', {}, 503);
  return new Refusal('platform.refusal.defect', {}, 500);
}
