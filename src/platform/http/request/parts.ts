/** What a request carries beside its parts: the id its caller made, the reader's language. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isUuid7 } from '../../../kit/id.ts';
import type { StoredFile } from '../../files/file-store.ts';
import { type Caller, type Endpoint, isWrite, type Lang, Refusal } from '../endpoint.ts';

export interface ReplayKey {
  id: string;
  account: string;
  route: string;
  bodySha256: Buffer;
}

export function callerMadeId(one: Endpoint, request: FastifyRequest): string {
  if (!isWrite(one) || one.permission === 'public') return '';
  if (request.headers['x-zhuzhen'] !== '1')
    throw new Refusal('platform.refusal.foreign_page', {}, 403);
  const id = request.headers['idempotency-key'];
  if (typeof id !== 'string' || !isUuid7(id)) throw new Refusal('platform.refusal.no_id', {}, 400);
  return id;
}

export function replayKey(
  one: Endpoint,
  request: FastifyRequest,
  {
    caller,
    id,
    hide,
    file,
  }: {
    caller: Caller;
    id: string;
    hide: (body: unknown) => unknown;
    file: StoredFile | undefined;
  },
): ReplayKey | null {
  if (!id) return null;
  // What a file is about stands in the query; its contents stand for themselves.
  const sent = file ? { ...file, query: request.query } : request.body;
  // A fast hash of a password would be as good as the password.
  const body = one.secret === 'body' ? null : (hide(sent) ?? null);
  const text = JSON.stringify([request.params, body]);
  const bodySha256 = createHash('sha256').update(text).digest();
  return { id, account: caller.account, route: `${one.method} ${one.url}`, bodySha256 };
}

/** The reader's language: Chinese unless English is asked for. */
export function langOf(request: FastifyRequest): Lang {
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}
