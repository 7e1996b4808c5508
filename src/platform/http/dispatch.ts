/** Runs an endpoint: caller, permission, transaction, replay, handler, audit, answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Client, Db, Pool } from '../db/pool.ts';
import { inScope, nobody } from '../db/scope.ts';
import {
  type Arriving,
  type Caller,
  type Context,
  type Deed,
  type Endpoint,
  isWrite,
} from './endpoint.ts';
import { Refusal } from './problem.ts';
import {
  callerMadeId,
  langOf,
  type ReplayKey,
  replayKey,
  sessionCookie,
  setCookie,
  setToken,
} from './request.ts';
import { shapeChecker } from './shape.ts';
import { inTurn, type Spooled, send, spool } from './spool.ts';

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

export interface DeedRow extends Deed {
  caller: Caller | null;
  action: string;
  outcome: string;
  requestId: string;
}

const stranger: Caller = {
  account: '',
  name: '',
  role: '',
  permissions: new Set(),
  ranges: [],
  home: '',
  session: '',
  owes: null,
  steppedUp: false,
  emergency: false,
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
  const scope = known ? { actor: caller.account, ranges: caller.ranges } : nobody;
  const noted: Deed = {};
  const deed = (outcome: string): DeedRow => ({
    ...noted,
    caller: known?.caller ?? null,
    action: `${one.method} ${one.url}`,
    outcome,
    requestId: request.id,
  });
  const barred = barredFrom(one, caller);
  if (barred && known && (isWrite(one) || one.audited))
    await inScope(services.pool, scope, (_, client) =>
      services.record(client, deed(`refused ${barred.code}`)),
    );
  if (barred) throw barred;
  const id = callerMadeId(one, request);
  check(request);
  const arriving: Arriving = {
    from: { address: request.ip, agent: request.headers['user-agent'] ?? '' },
    cookie: (name) => request.cookies[name],
  };
  const first = await one.first?.(request.body as never, arriving); // check() has compared it
  const anyway: (() => Promise<void>)[] = [];
  const audited = one.audited || (known?.caller.emergency ?? false);
  const today = known?.today ?? (await services.domainToday());
  const work = async (db: Db, client: Client): Promise<Outcome> => {
    const context = {
      db,
      client,
      caller,
      id,
      today,
      params: request.params,
      query: request.query,
      body: request.body,
      first,
      lang: langOf(request),
      requestId: request.id,
      token: request.cookies[sessionCookie],
      setToken: (token: string | null) => setToken(reply, request, token),
      ...arriving,
      setCookie: (name: string, value: string, days: number) =>
        setCookie(reply, request, name, value, days),
      note: (more: Deed) => Object.assign(noted, more),
      evenRefused: (work: () => Promise<void>) => anyway.push(work),
    } as unknown as Context<never, never, never, never>; // check() has compared them with the endpoint's schemas
    if (one.stream) {
      const file = await spool(one.handle(context) as AsyncGenerator<string, void>, reply);
      try {
        if (audited) await services.record(client, deed('done'));
        return { file };
      } catch (error) {
        await file.handle.close();
        throw error;
      }
    }
    const status = Number(Object.keys(one.reply)[0]);
    if (!isWrite(one)) {
      const answer = await one.handle(context);
      if (audited) await services.record(client, deed('done'));
      return { status, answer };
    }
    const key = replayKey(one, request, caller, id);
    if (key) {
      const before = await services.findReplay(client, key);
      if (before && !before.same) throw new Refusal('platform.refusal.other_body', {}, 409);
      if (before && one.secret === 'reply')
        throw new Refusal('platform.refusal.shown_once', {}, 409);
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
      for (const one of anyway) await one();
      await services.record(client, {
        ...deed(`refused ${refusal.code}`),
        before: undefined,
        after: undefined,
      });
      return { refusal }; // thrown after the audit row is committed
    }
    await services.record(client, deed('done'));
    const kept = one.secret === 'reply' ? null : (answer ?? null);
    if (key) await services.keepReplay(client, key, status, kept);
    return { status, answer };
  };
  const within = () => inScope(services.pool, scope, work);
  const outcome = await (one.stream ? inTurn(within) : within());
  if ('refusal' in outcome) throw outcome.refusal;
  if ('file' in outcome) return send(outcome.file, one.stream ?? '', reply);
  if (outcome.replayed) reply.header('idempotent-replay', 'true');
  return reply.code(outcome.status).send(outcome.status === 204 ? undefined : outcome.answer);
}

type Outcome =
  | { file: Spooled }
  | { refusal: Refusal }
  | { status: number; answer: unknown; replayed?: true };

/** Why a caller may not so much as ask; null when they may. */
function barredFrom(one: Endpoint, caller: Caller): Refusal | null {
  if (one.permission === 'public') return null;
  const open = one.permission === 'signed_in';
  if (!open && !caller.permissions.has(one.permission))
    return new Refusal('platform.refusal.permission', {}, 403);
  if (caller.owes && !one.owing)
    return new Refusal(`platform.refusal.owes_${caller.owes}`, {}, 403);
  if (one.stepUp && !caller.steppedUp) return new Refusal('platform.refusal.step_up', {}, 403);
  return null;
}

/** Turns a named constraint the endpoint declares into its refusal; null when the error is a defect. */
function refusalFrom(error: unknown, one: Endpoint): Refusal | null {
  if (error instanceof Refusal) return error;
  const constraint = (error as { constraint?: string }).constraint;
  const code = constraint ? one.constraints?.[constraint] : undefined;
  return code ? new Refusal(code) : null;
}
