/** Requests to an endpoint, made from its schemas: good ones, and bent ones. */
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { type Endpoint, isWrite } from '../../src/platform/http/endpoint.ts';
import { newId } from '../../src/platform/new-id.ts';
import { bends } from './bends.ts';
import type { Request } from './request.ts';
import { fitting, Known } from './schemas.ts';

/** What is known now, to put in where a request asks for something known. */
export type Pool = readonly string[];

export type Made = (pool: Pool, key: string) => Request;

/** Who sends it (an index into the people), whether over a real connection, and what. */
export interface Draw {
  who: number;
  socket: boolean;
  again: boolean;
  made: Made;
}

export function draws(one: Endpoint): fc.Arbitrary<Draw> {
  return fc.record({
    who: fc.nat(1_000),
    socket: fc.nat(9).map((n) => n === 0),
    again: fc.nat(19).map((n) => n === 0),
    made: made(one),
  });
}

function made(one: Endpoint): fc.Arbitrary<Made> {
  const parts = fc.record({
    params: some(one.params),
    query: some(one.query),
    body: some(one.body),
  });
  return fc.tuple(parts, fc.oneof(bends, fc.constant(undefined))).map(([given, bend]): Made => {
    return (pool, key) => {
      const request = good(one, given, pool, key);
      return bend ? bend(request) : request;
    };
  });
}

const some = (schema: TSchema | undefined) => (schema ? fitting(schema) : fc.constant(undefined));

function good(
  one: Endpoint,
  given: { params: unknown; query: unknown; body: unknown },
  pool: Pool,
  key: string,
): Request {
  const params = resolved(given.params, pool) as Record<string, string> | undefined;
  const query = resolved(given.query, pool) as Record<string, unknown> | undefined;
  return {
    method: one.method,
    path: one.url
      .slice(1)
      .split('/')
      .map((part) =>
        part.startsWith(':')
          ? { text: encode(params?.[part.slice(1)] ?? ''), given: true }
          : { text: part, given: false },
      ),
    query: Object.entries(query ?? {}).map(([name, value]) => [name, encode(String(value))]),
    headers: isWrite(one) ? { 'x-zhuzhen': '1', 'idempotency-key': key || newId() } : {},
    ...(one.body ? { body: resolved(given.body, pool) } : {}),
  };
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed());

/** The value with known texts put in. */
function resolved(value: unknown, pool: Pool): unknown {
  if (value instanceof Known) {
    const known = pool.filter(value.fits);
    return known[value.n % Math.max(1, known.length)] ?? value.otherwise;
  }
  if (Array.isArray(value)) return value.map((one) => resolved(one, pool));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolved(v, pool)]));
}
