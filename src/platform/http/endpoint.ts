/** How a room says what it answers: one value per endpoint, from which routing, checks, audit and the API document come. */
import type { Static, TSchema } from 'typebox';
import type { Word } from '../../kit/words.ts';
import type { Client, Db } from '../db/pool.ts';
import type { Range } from '../db/scope.ts';
import type { StoredFile } from '../files/file-store.ts';
import type { FileType } from '../files/file-type.ts';
import type { Secrets } from '../secrets/envelope.ts';
import type { workbookType } from '../sheets/workbook-out.ts';
import type { Later, Opened } from './spool.ts';

export { Absent, BadShape, Classified, Refusal } from './problem.ts';

export type Lang = 'zh' | 'en';

/** The signed-in actor of a request. */
export interface Caller {
  /** The session's id, as pages name it. */
  session: string;
  account: string;
  name: string;
  role: string;
  permissions: ReadonlySet<string>;
  ranges: readonly Range[];
  /** The same without what an emergency adds: whom one is above. */
  ownRanges: readonly Range[];
  /** Region key the account belongs to; where it acts for other places only, the first of them. */
  home: string;
  /** Region key the account belongs to, whatever it acts for. */
  seat: string;
  /** What the caller must do before anything else; until then only endpoints that say `owing` answer. */
  owes: 'password' | 'second_factor' | 'enrolment' | null;
  /** Whether the caller has lately proved to be there, for endpoints that say `stepUp`. */
  steppedUp: boolean;
  /** Whether a wider scope taken in an emergency is in force: then every read is audited. */
  emergency: boolean;
}

/** What the audit keeps of a deed beside who, when and which endpoint. */
export interface Deed {
  /** What was touched: a word and its id or name, 'posting 0190…'. */
  object?: string;
  /** Place of the object; without it the row belongs to the actor's. */
  place?: string;
  /** teams.person the deed is about. */
  person?: string;
  /** Table and column of a hidden value a write is about; a refused one keeps it, the value nobody. */
  field?: string;
  before?: unknown;
  after?: unknown;
}

/** What is known of a request before its transaction. */
export interface Arriving {
  /** Nobody where the endpoint is public. */
  caller: Caller;
  /** Where it came from. */
  from: { address: string; agent: string };
  /** A cookie of ours beside the session's, by name. */
  cookie(name: string): string | undefined;
}

export interface Context<P, Q, B, F = undefined> extends Arriving {
  /** Kysely on the request's own transaction, under the caller's scope. */
  db: Db;
  client: Client;
  params: P;
  query: Q;
  body: B;
  /** What `first` answered. */
  first: F;
  /** What came as the body of an endpoint that says `file`; there is none elsewhere. */
  file: StoredFile;
  /** The id the caller made (Idempotency-Key); names the object a create makes. Empty on reads. */
  id: string;
  /** The domain's date, YYYY-MM-DD. */
  today: string;
  lang: Lang;
  /** Seals what is kept hidden and finds it again; what writes the reply opens it (`masked`). */
  secrets: Pick<Secrets, 'seal' | 'index' | 'indexes'>;
  requestId: string;
  /** The session cookie the request came with. */
  token: string | undefined;
  /** Sets the session cookie with the reply; null takes it away. */
  setToken(token: string | null): void;
  /** Sets a cookie that outlives the session. */
  setCookie(name: string, value: string, days: number): void;
  /** Adds to the audit row of a write or an audited read. */
  note(deed: Deed): void;
}

type Shape<S> = S extends TSchema ? Static<S> : Record<string, never>;
type Answers = { 200: TSchema } | { 201: TSchema } | { 204: TSchema };
type AnswerOf<R> = R extends { 200: infer S } | { 201: infer S } ? Shape<S> : undefined;

export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  /** '<room>.<verb>'; 'public' for anybody, 'signed_in' for any account. */
  permission: string;
  summary: Word;
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  reply: Answers;
  /** A file instead of a JSON reply: made in rows, or one of the store, which says itself what it is. */
  stream?:
    | 'text/csv'
    | 'application/x-tar'
    | 'application/zip'
    | 'application/pdf'
    | 'application/octet-stream'
    | typeof workbookType;
  /** Reads that are kept in the audit all the same (exports). */
  audited?: boolean;
  /** The kind of its audit row, where method and permission do not say it. */
  leaves?: string;
  /** Answers also a caller who still owes a password or a second factor. */
  owing?: true;
  /** Asks for a renewed proof that the caller is there. */
  stepUp?: true;
  /**
   * Where a secret travels, so that the kept answer holds none. 'body': the body is not hashed. 'reply': the reply is
   * not kept, and the same id sent again is refused.
   */
  secret?: 'body' | 'reply';
  /** Its share of what a caller may ask in a while (http/limits/price.ts); left out where its kind says it. */
  cost?: number;
  /** Public writes that went well get most of their cost back; this one does not, since it leaves something behind. */
  costStays?: true;
  /** Bytes its body may have, where the server's limit is too small. */
  bodyLimit?: number;
  /**
   * Its body is one file (application/octet-stream) of at most so many bytes, in the store before the transaction; a scan
   * where no other types are named.
   */
  file?: { most: number; takes?: readonly FileType[] };
  /** Constraint name -> refusal code, for rules the database keeps. */
  constraints?: Record<string, string>;
  /** Slow work before the transaction, while no connection of the pool is held. */
  first?(body: never, request: Arriving): Promise<unknown>;
  // The handler's types are checked where the endpoint is written; the list of all endpoints forgets them.
  handle(context: Context<never, never, never, never>): unknown;
  /** Work of a write before its handler, in its transaction, that stays with its locks although the write is refused. */
  counted?(context: Context<never, never, never, never>): Promise<void>;
}

interface Spec<P extends TSchema, Q extends TSchema, B extends TSchema, R extends Answers, F>
  extends Omit<Endpoint, 'handle' | 'counted' | 'first' | 'params' | 'query' | 'body' | 'reply'> {
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  first?(body: Shape<B>, request: Arriving): Promise<F>;
  counted?(context: Context<Shape<P>, Shape<Q>, Shape<B>, F>): Promise<void>;
  handle(
    context: Context<Shape<P>, Shape<Q>, Shape<B>, F>,
  ): Promise<AnswerOf<R> | Opened | Later> | AsyncGenerator<string | Uint8Array, void>;
}

/**
 * Declares an endpoint.
 * @throws Error at start when permission or reply schema is missing or the URL is not of the house's form.
 */
export function endpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends Answers = Answers,
  F = undefined,
>(spec: Spec<P, Q, B, R, F>): Endpoint {
  const name = `${spec.method} ${spec.url}`;
  if (!spec.permission) throw new Error(`${name} declares no permission`);
  if (Object.keys(spec.reply).length === 0) throw new Error(`${name} declares no reply`);
  if (!/^\/(public\/)?api\/[a-z-]+(\/([a-z0-9.-]+|:[a-zA-Z]+))*$/.test(spec.url)) {
    throw new Error(`${name} is not of the form /api/<room>/<plural>`);
  }
  return spec as unknown as Endpoint; // see handle above
}

/** True for endpoints that change something. */
export const isWrite = (e: Pick<Endpoint, 'method'>): boolean => e.method !== 'GET';
