/** Runs an endpoint: caller, permission, transaction, replay, handler, audit, answer. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUuid7 } from '../../kit/id.ts';
import type { Client, Pool } from '../db/pool.ts';
import { inScope, nobody } from '../db/scope.ts';
import {
  type Caller,
  type Context,
  type Deed,
  type Endpoint,
  isWrite,
  type Lang,
} from './endpoint.ts';
import { Refusal } from './problem.ts';
import { shapeChecker } from './shape.ts';

/** A write already answered under the same id. */
export interface Replay {
  same: boolean;
  status: number;
  reply: unknown;
}

/** What the platform needs from access, handed in by app. */
export interface Services {
  pool: Pool;
  authenticate(token: string | undefined): Promise<{ caller: Caller; today: string } | null>;
  domainToday(): Promise<string>;
  record(client: Client, row: DeedRow): Promise<void>;
  findReplay(client: Client, key: ReplayKey): Promise<Replay | null>;
  keepReplay(client: Client, key: ReplayKey, status: number, reply: unknown): Promise<void>;
}

export interface ReplayKey {
  id: string;
  account: string;
  route: string;
  bodySha256: Buffer;
}

export interface DeedRow extends Deed {
  caller: Caller | null;
  action: string;
  outcome: string;
  requestId: string;
}

export const sessionCookie = 'zz_session';
const stranger: Caller = {
  account: '',
  name: '',
  role: '',
  permissions: new Set(),
  ranges: [],
  home: '',
};

export function register(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  services: Services,
): void {
  for (const one of endpoints) {
    const check = shapeChecker(one);
    const schema: Record<string, unknown> = {
      summary: one.summary.en,
      description: one.summary.zh,
      tags: [one.url.split('/')[one.url.startsWith('/public') ? 3 : 2] ?? ''],
      response: one.stream ? {} : one.reply,
    };
    for (const [part, given] of [
      ['params', one.params],
      ['querystring', one.query],
      ['body', one.body],
    ] as const) {
      if (given) schema[part] = given;
    }
    app.route({
      method: one.method,
      url: one.url,
      schema,
      config: { endpoint: one },
      validatorCompiler: () => () => true, // shapes are checked in run(), by one checker that never bends a value
      handler: (request, reply) => run(one, check, services, request, reply),
    });
  }
}

async function run(
  one: Endpoint,
  check: ReturnType<typeof shapeChecker>,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const known =
    one.permission === 'public'
      ? null
      : await services.authenticate(request.cookies[sessionCookie]);
  if (one.permission !== 'public' && !known) throw new Refusal('platform.refusal.sign_in', {}, 401);
  const caller = known?.caller ?? stranger;
  const open = one.permission === 'public' || one.permission === 'signed_in';
  if (!open && !caller.permissions.has(one.permission)) {
    throw new Refusal('platform.refusal.permission', {}, 403);
  }
  const id = callerMadeId(one, request);
  check(request);
  const noted: Deed = {};
  const scope = known ? { actor: caller.account, ranges: caller.ranges } : nobody;
  const deed = (outcome: string): DeedRow => ({
    ...noted,
    caller: known?.caller ?? null,
    action: `${one.method} ${one.url}`,
    outcome,
    requestId: request.id,
  });
  const today = known?.today ?? (await services.domainToday());
  const outcome = await inScope<Outcome>(services.pool, scope, async (db, client) => {
    const context = {
      db,
      client,
      caller,
      id,
      today,
      params: request.params,
      query: request.query,
      body: request.body,
      lang: langOf(request),
      requestId: request.id,
      token: request.cookies[sessionCookie],
      setToken: (token: string | null) => setToken(reply, request, token),
      note: (more: Deed) => Object.assign(noted, more),
    } as unknown as Context<never, never, never>; // check() has compared them with the endpoint's schemas
    if (one.stream) {
      await pour(one.handle(context) as AsyncGenerator<string, void>, one.stream, reply);
      if (one.audited) await services.record(client, deed('done'));
      return { streamed: true };
    }
    const status = Number(Object.keys(one.reply)[0]);
    if (!isWrite(one)) {
      const answer = await one.handle(context);
      if (one.audited) await services.record(client, deed('done'));
      return { status, answer };
    }
    const key = replayKey(one, request, caller, id);
    if (key) {
      const before = await services.findReplay(client, key);
      if (before && !before.same) throw new Refusal('platform.refusal.other_body', {}, 409);
      if (before) return { status: before.status, answer: before.reply, replayed: true };
    }
    await client.query('savepoint deed');
    let answer: unknown;
    try {
      answer = await one.handle(context);
      await client.query('set constraints all immediate');
    } catch (error) {
      const refusal = refusalFrom(error, one);
      if (!refusal) throw error;
      await client.query('rollback to savepoint deed');
      await services.record(client, {
        ...deed(`refused ${refusal.code}`),
        before: undefined,
        after: undefined,
      });
      return { refusal }; // thrown after the audit row is committed
    }
    await services.record(client, deed('done'));
    if (key) await services.keepReplay(client, key, status, answer ?? null);
    return { status, answer };
  });
  if ('refusal' in outcome) throw outcome.refusal;
  if ('streamed' in outcome) return reply;
  if (outcome.replayed) reply.header('idempotent-replay', 'true');
  return reply.code(outcome.status).send(outcome.status === 204 ? undefined : outcome.answer);
}

type Outcome =
  | { streamed: true }
  | { refusal: Refusal }
  | { status: number; answer: unknown; replayed?: true };

/** Turns a named constraint the endpoint declares into its refusal; null when the error is a defect. */
function refusalFrom(error: unknown, one: Endpoint): Refusal | null {
  if (error instanceof Refusal) return error;
  const constraint = (error as { constraint?: string }).constraint;
  const code = constraint ? one.constraints?.[constraint] : undefined;
  return code ? new Refusal(code) : null;
}

function callerMadeId(one: Endpoint, request: FastifyRequest): string {
  if (!isWrite(one) || one.permission === 'public') return '';
  if (request.headers['x-zhuzhen'] !== '1')
    throw new Refusal('platform.refusal.foreign_page', {}, 403);
  const id = request.headers['idempotency-key'];
  if (typeof id !== 'string' || !isUuid7(id)) throw new Refusal('platform.refusal.no_id', {}, 400);
  return id;
}

function replayKey(
  one: Endpoint,
  request: FastifyRequest,
  caller: Caller,
  id: string,
): ReplayKey | null {
  if (!id) return null;
  const text = JSON.stringify([request.params, request.body ?? null]);
  const bodySha256 = createHash('sha256').update(text).digest();
  return { id, account: caller.account, route: `${one.method} ${one.url}`, bodySha256 };
}

function setToken(reply: FastifyReply, request: FastifyRequest, token: string | null): void {
  const form = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  if (token === null) reply.clearCookie(sessionCookie, form);
  else reply.setCookie(sessionCookie, token, form);
}

/** Streams rows with back-pressure; a failure after the first row cuts the connection, so a torn file is never taken for whole. */
async function pour(
  rows: AsyncGenerator<string, void>,
  type: string,
  reply: FastifyReply,
): Promise<void> {
  const first = await rows.next();
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  try {
    if (!first.done) raw.write(first.value);
    for await (const text of rows) {
      if (!raw.write(text) && !raw.destroyed)
        await Promise.race([once(raw, 'drain'), once(raw, 'close')]);
      if (raw.destroyed) return;
    }
    raw.end();
  } catch (error) {
    raw.destroy();
    throw error;
  }
}

/** The reader's language: Chinese unless English is asked for. */
export function langOf(request: FastifyRequest): Lang {
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}
