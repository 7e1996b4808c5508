/** Runs an endpoint: caller, permission, transaction, replay, handler, audit, answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { withoutNumbers } from '../../kit/digits.ts';
import type { Client, Db, Pool } from '../db/pool.ts';
import { inScope, nobody } from '../db/scope.ts';
import type { FileStore, StoredFile } from '../files/file-store.ts';
import type { Secrets } from '../secrets/envelope.ts';
import { walkOf } from '../secrets/marked.ts';
import { shown } from '../secrets/sealed-text.ts';
import { classifiedIn } from './classified.ts';
import {
  type Arriving,
  type Caller,
  type Context,
  type Deed,
  type Endpoint,
  isWrite,
} from './endpoint.ts';
import { atOnce } from './limits/at-once.ts';
import type { Spend } from './limits/rates.ts';
import { Refusal } from './problem.ts';
import { cookieOf, setCookie, setToken, tokenOf } from './request/cookies.ts';
import { fromOwnPage } from './request/own-page.ts';
import { callerMadeId, langOf, type ReplayKey, replayKey } from './request/parts.ts';
import { shapeChecker } from './shape.ts';
import {
  inTurn,
  isLater,
  isOpened,
  type Later,
  type Opened,
  type Spooled,
  send,
  spool,
} from './spool.ts';
import { fileFrom, takeFiles } from './upload.ts';

/** A write already answered under the same id. */
export interface Replay {
  same: boolean;
  status: number;
  reply: unknown;
}

/** What the platform needs from access, handed in by app. */
export interface Services {
  pool: Pool;
  secrets: Secrets;
  files: Pick<FileStore, 'take'>;
  authenticate(token: string | undefined): Promise<{ caller: Caller; today: string } | null>;
  domainToday(): Promise<string>;
  record(client: Client, row: DeedRow): Promise<void>;
  findReplay(client: Client, key: ReplayKey): Promise<Replay | null>;
  keepReplay(client: Client, key: ReplayKey, status: number, reply: unknown): Promise<void>;
  /** Refuses who asks too much. */
  spend?: Spend;
  /** How many requests are worked on at once; 200 unless told otherwise. */
  most?: number;
}

/** What the audit keeps of one request. */
export interface DeedRow extends Deed {
  endpoint: Pick<Endpoint, 'method' | 'url' | 'permission' | 'stream' | 'audited' | 'leaves'>;
  caller: Caller | null;
  /** The place an answered read named. */
  asked: unknown;
  /** done, replayed, or refused with the refusal's code. */
  outcome: string;
  address: string;
  requestId: string;
}

const stranger: Caller = {
  account: '',
  name: '',
  role: '',
  permissions: new Set(),
  ranges: [],
  ownRanges: [],
  home: '',
  seat: '',
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
  /** A fast hash of a number of eighteen digits would be as good as the number: under a key it is not. */
  const blinded = (text: string, kind: string) =>
    services.secrets.index(kind, text).toString('hex');
  const admitted = atOnce(services.most ?? 200);
  takeFiles(app);
  for (const one of endpoints) {
    const check = shapeChecker(one);
    const masks = walkOf(Object.values<TSchema>(one.reply)[0], 'masked');
    const mask = (answer: unknown) =>
      masks ? masks(answer, (text, kind) => shown(services.secrets, text, kind)) : answer;
    const hides = walkOf(one.body, 'hidden');
    const hide = (body: unknown) => (hides ? hides(body, blinded) : body);
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
      ...(isWrite(one) ? { onRequest: fromOwnPage } : {}),
      validatorCompiler: () => () => true, // shapes are checked in run(), by one checker that never bends a value
      ...(one.bodyLimit ? { bodyLimit: one.bodyLimit } : {}),
      handler: (request, reply) =>
        admitted(() => run(one, { check, mask, hide }, services, request, reply)),
    });
  }
}

async function run(
  one: Endpoint,
  { check, mask, hide }: Shapes,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const known = one.permission === 'public' ? null : await services.authenticate(tokenOf(request));
  request.account = known?.caller.account ?? null;
  services.spend?.(request, one, known?.caller.account ?? null);
  if (one.permission !== 'public' && !known) throw new Refusal('platform.refusal.sign_in', {}, 401);
  const caller = known?.caller ?? stranger;
  const scope = known ? { actor: caller.account, ranges: caller.ranges } : nobody;
  const audited = one.audited || caller.emergency;
  const leavesRow = isWrite(one) || audited;
  const noted: Deed = isWrite(one) ? {} : { after: askedOf(request) };
  const deed = (outcome: string): DeedRow => ({
    ...noted,
    after: isWrite(one) ? noted.after : blanked(noted.after),
    endpoint: one,
    caller: known?.caller ?? null,
    asked: outcome === 'done' ? (request.query as { place?: unknown } | null)?.place : undefined,
    outcome,
    address: request.ip,
    requestId: request.id,
  });
  /** A refusal before there is a transaction: of what was sent nothing is kept, it may not even be text. */
  const refuseAtOnce = async (refusal: Refusal): Promise<never> => {
    if (leavesRow && (known || one.permission === 'public') && refusal.status < 500)
      await inScope(services.pool, scope, (_, client) =>
        services.record(client, { ...deed(`refused ${refusal.code}`), after: undefined }),
      );
    throw refusal;
  };
  const barred = barredFrom(one, caller);
  if (barred) return refuseAtOnce(barred);
  const id = callerMadeId(one, request);
  check(request);
  const marked = leavesRow && classifiedIn({ body: request.body, query: request.query }, '');
  if (marked) return refuseAtOnce(marked);
  const arriving: Arriving = {
    caller,
    from: { address: request.ip, agent: request.headers['user-agent'] ?? '' },
    cookie: (name) => cookieOf(request, name),
  };
  let first: unknown;
  try {
    first = await one.first?.(request.body as never, arriving); // check() has compared it
  } catch (error) {
    if (error instanceof Refusal) return refuseAtOnce(error);
    throw error;
  }
  let file: StoredFile | undefined;
  try {
    file = one.file && (await fileFrom(request, one.file, services.files));
  } catch (error) {
    if (error instanceof Refusal) return refuseAtOnce(error);
    throw error;
  }
  const today = known?.today ?? (await services.domainToday());
  const work = async (db: Db, client: Client): Promise<Outcome> => {
    const context = {
      db,
      client,
      id,
      today,
      params: request.params,
      query: request.query,
      body: request.body,
      first,
      file,
      lang: langOf(request),
      secrets: services.secrets,
      requestId: request.id,
      token: tokenOf(request),
      setToken: (token: string | null) => setToken(reply, request, token),
      ...arriving,
      setCookie: (name: string, value: string, days: number) =>
        setCookie(reply, request, name, value, days),
      note: (more: Deed) => Object.assign(noted, more),
    } as unknown as Context<never, never, never, never>; // check() has compared them with the endpoint's schemas
    const handled = async (): Promise<Done> => {
      if (one.stream) {
        const given = (await one.handle(context)) as Opened | Later | Parts;
        if (isOpened(given) || isLater(given)) return { file: given };
        return { file: await spool(given, reply) };
      }
      const status = Number(Object.keys(one.reply)[0]);
      return { status, answer: mask(await one.handle(context)) };
    };
    if (!leavesRow) return handled();
    const key = isWrite(one) ? replayKey(one, request, { caller, id, hide, file }) : null;
    const before = key ? await services.findReplay(client, key) : null;
    await client.query('savepoint deed');
    let done: Done | undefined;
    try {
      if (before && !before.same) throw new Refusal('platform.refusal.other_body', {}, 409);
      if (before && one.secret === 'reply')
        throw new Refusal('platform.refusal.shown_once', {}, 409);
      if (before) {
        await services.record(client, { ...deed('replayed'), after: { id } });
        return { status: before.status, answer: before.reply, replayed: true };
      }
      if (one.counted) {
        await one.counted(context);
        await client.query('savepoint deed'); // from here on it is undone when refused
      }
      done = await handled();
      if (isWrite(one)) await client.query('set constraints all immediate');
      if (key && 'status' in done)
        await services.keepReplay(
          client,
          key,
          done.status,
          one.secret === 'reply' ? null : (done.answer ?? null),
        );
    } catch (error) {
      const refusal = refusalFrom(error, one);
      if (!refusal || refusal.status >= 500) throw error;
      await client.query('rollback to savepoint deed');
      await services.record(client, {
        ...deed(`refused ${refusal.code}`),
        ...(isWrite(one) ? { before: undefined, after: whichOf(request, noted.field) } : {}),
      });
      return { refusal }; // thrown after the audit row is committed
    }
    try {
      await services.record(client, deed('done')); // last: it holds the county's counter until the commit
    } catch (error) {
      if ('file' in done && !isLater(done.file)) await done.file.handle.close();
      throw error;
    }
    return done;
  };
  const within = () => inScope(services.pool, scope, work);
  const outcome = await (one.stream ? inTurn(within) : within());
  if ('refusal' in outcome) throw outcome.refusal;
  if ('file' in outcome) {
    const { file } = outcome;
    return send(isLater(file) ? await file.make() : file, one.stream ?? '', reply);
  }
  if ('replayed' in outcome) reply.header('idempotent-replay', 'true');
  return reply.code(outcome.status).send(outcome.status === 204 ? undefined : outcome.answer);
}

/** What is made of an endpoint's schemas once. */
interface Shapes {
  check: ReturnType<typeof shapeChecker>;
  /** Opens and masks the hidden fields of an answer. */
  mask(answer: unknown): unknown;
  /** Takes what is hidden out of a body, so that it can be compared. */
  hide(body: unknown): unknown;
}

type Parts = AsyncGenerator<string | Uint8Array, void>;
type Done = { file: Spooled | Later } | { status: number; answer: unknown };
type Outcome = Done | { refusal: Refusal } | { status: number; answer: unknown; replayed: true };

/** A SHA-256 may hold a run of digits and is a number of nobody. */
const checksum = /^[0-9a-f]{64}$/;

/** What a read asked, without numbers of people somebody typed into it. */
function blanked(asked: unknown): unknown {
  if (typeof asked === 'string') return checksum.test(asked) ? asked : withoutNumbers(asked);
  if (Array.isArray(asked)) return asked.map(blanked);
  if (!asked || typeof asked !== 'object') return asked;
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, blanked(value)]));
}

/** The question of a read, as its audit row keeps it. */
function askedOf({ params, query }: FastifyRequest): unknown {
  return { ...(params as object), ...(query as object) };
}

/** Which object a refused write was asked of, where its address says so, and which hidden field. */
function whichOf({ params }: FastifyRequest, field: string | undefined): unknown {
  const named = { ...(params as object | null), ...(field ? { field } : {}) };
  return Object.keys(named).length > 0 ? named : undefined;
}

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
