/** What is done to a good request so that it is none any more. */
import fc from 'fast-check';
import type { Request } from './request.ts';

export type Bend = (request: Request) => Request;

const nul = '\0';
const strange: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, true, 0, -0, -1, 1e308, 2 ** 53, 2 ** 31, 0.1, '', ' ', [], {}, ['a'], { a: 1 }],
  ...[nul, `a${nul}b`, '\ud800', 'x\udfff', '\u202e', '﻿', "'; drop table access.account; --"],
  ...[
    'x'.repeat(300),
    '甲'.repeat(3_000),
    '999999999999',
    '000000000000',
    '9999-12-31',
    '0000-00-00',
  ],
  ...[
    '2022-02-30',
    '+275760-09-13T00:00:00Z',
    '2022-07-28T24:00:00Z',
    '%',
    '%00',
    '../..',
    '{{7*7}}',
  ],
  ...['__proto__', 'constructor', 'null', 'undefined', 'NaN', '1e5', '０１２', '-1', 'infinity'],
);
const strangeText = strange.map((value) =>
  typeof value === 'string' ? value : JSON.stringify(value),
);
const name = fc.constantFrom(
  'x',
  '__proto__',
  'constructor',
  '甲',
  'a.b',
  'a[]',
  'toString',
  '',
  '\ud800',
);

const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth);

const bodies = fc.constantFrom(
  ...['', ' ', 'null', '[]', '{}', '"text"', '{', '{"a":', '[1,', '\u0000', '﻿{}', '{"a":1,"a":2}'],
  ...['{"a":1e400}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', "{'a':1}", 'NaN'],
  ...[nested(5_000, '[', ']'), nested(5_000, '{"a":', '}'), `{"a":"${'x'.repeat(140_000)}"}`],
);
const types = fc.constantFrom(
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''],
  ...[
    'application/xml',
    'application/json; charset=gbk',
    'application/json;;',
    'APPLICATION/JSON',
    '*/*',
  ],
);
/** As they stand in an address. */
const pieces = fc.constantFrom(
  ...[
    '%2F',
    '..%2f..',
    '%2e%2e',
    '%00',
    '%ED%A0%80',
    '%E7%94',
    '%',
    '%zz',
    '%20',
    '',
    '.',
    ';',
    '%5C',
  ],
  ...[
    '%3F',
    '%23',
    '%25',
    'x'.repeat(250),
    '%F0%9F%98%80',
    '440823100000%0A',
    '*',
    ',',
    ',,',
    '%2B',
    '%27',
  ],
);
const headers = fc.constantFrom<Record<string, string>>(
  ...[{ 'accept-language': 'x'.repeat(500) }, { 'accept-language': 'en' }, { accept: 'text/html' }],
  ...[{ 'idempotency-key': '' }, { 'idempotency-key': '0190a000-0000-4000-8000-000000000001' }],
  ...[{ 'idempotency-key': "'" }, { 'x-zhuzhen': '2' }, { origin: 'https://elsewhere.example' }],
  ...[
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { 'x-http-method-override': 'DELETE' },
  ],
  ...[{ cookie: 'zz_session=x' }, { cookie: `zz_session=${'A'.repeat(43)}` }, { cookie: '=;=;;' }],
  ...[{ range: 'bytes=0-1' }, { 'if-none-match': '*' }, { 'content-encoding': 'gzip' }],
  ...[
    { 'x-forwarded-for': '::1' },
    { 'x-forwarded-proto': 'https' },
    { host: 'a b' },
    { host: '' },
  ],
  ...[{ traceparent: '00-0-0-0' }, { authorization: 'Basic eDp4' }, { expect: 'nothing' }],
);

/** Puts a strange value somewhere in the body; `steps` choose where. */
function placed(value: unknown, put: unknown, steps: readonly number[]): unknown {
  const [step, ...more] = steps;
  if (step === undefined || value === null || typeof value !== 'object') return put;
  const keys = Object.keys(value);
  if (keys.length === 0) return put;
  const key = keys[step % keys.length] ?? '';
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...value };
  const inside = copy as Record<string, unknown>; // an array answers to its indexes as well
  inside[key] = placed(inside[key], put, more);
  return copy;
}

function without(value: unknown, n: number): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const gone = keys[n % Math.max(1, keys.length)];
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
}

const steps = fc.array(fc.nat(9), { minLength: 1, maxLength: 3 });
const ofBody: fc.Arbitrary<Bend> = fc.oneof(
  fc.tuple(strange, steps).map(
    ([put, where]): Bend =>
      (r) => ({ ...r, body: placed(r.body, put, where) }),
  ),
  fc.nat(9).map(
    (n): Bend =>
      (r) => ({ ...r, body: without(r.body, n) }),
  ),
  fc.tuple(name, strange).map(
    ([key, value]): Bend =>
      (r) => ({ ...r, body: { ...(r.body as object), [key]: value } }),
  ),
  fc.tuple(bodies, fc.boolean()).map(
    ([raw, json]): Bend =>
      (r) => ({ ...r, raw, ...(json ? {} : { type: '' }) }),
  ),
  types.map(
    (type): Bend =>
      (r) => ({ ...r, type }),
  ),
);
const ofQuery: fc.Arbitrary<Bend> = fc.oneof(
  fc.tuple(fc.nat(9), strangeText).map(
    ([n, value]): Bend =>
      (r) => ({
        ...r,
        query: r.query.map((pair, i) =>
          i === n % r.query.length ? [pair[0], encoded(value)] : pair,
        ),
      }),
  ),
  fc.nat(9).map(
    (n): Bend =>
      (r) => ({ ...r, query: r.query.filter((_, i) => i !== n % r.query.length) }),
  ),
  fc.nat(9).map(
    (n): Bend =>
      (r) => ({
        ...r,
        query: [...r.query, ...r.query.slice(n % Math.max(1, r.query.length)).slice(0, 1)],
      }),
  ),
  fc.tuple(name, strangeText).map(
    ([key, value]): Bend =>
      (r) => ({ ...r, query: [...r.query, [encoded(key), encoded(value)]] }),
  ),
  fc.tuple(fc.nat(9), pieces).map(
    ([n, piece]): Bend =>
      (r) => ({
        ...r,
        query: r.query.map((pair, i) => (i === n % r.query.length ? [pair[0], piece] : pair)),
      }),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom('[]', '[a]', '%5B0%5D', '.a')).map(
    ([n, tail]): Bend =>
      (r) => ({
        ...r,
        query: r.query.map((pair, i) =>
          i === n % r.query.length ? [pair[0] + tail, pair[1]] : pair,
        ),
      }),
  ),
);
const ofPath: fc.Arbitrary<Bend> = fc.oneof(
  fc.tuple(fc.nat(9), pieces).map(
    ([n, piece]): Bend =>
      (r) => ({
        ...r,
        path: r.path.map((part, i) =>
          part.given && i % 10 === n % r.path.length ? { ...part, text: piece } : part,
        ),
      }),
  ),
  pieces.map(
    (piece): Bend =>
      (r) => ({ ...r, path: r.path.map((part) => (part.given ? { ...part, text: piece } : part)) }),
  ),
  strangeText.map(
    (value): Bend =>
      (r) => ({
        ...r,
        path: r.path.map((part) => (part.given ? { ...part, text: encoded(value) } : part)),
      }),
  ),
  fc.tuple(fc.nat(9), pieces).map(
    ([n, piece]): Bend =>
      (r) => ({
        ...r,
        path: [...r.path.slice(0, n), { text: piece, given: false }, ...r.path.slice(n)],
      }),
  ),
);
const ofTheRest: fc.Arbitrary<Bend> = fc.oneof(
  headers.map(
    (more): Bend =>
      (r) => ({ ...r, headers: { ...r.headers, ...more } }),
  ),
  fc.constantFrom('x-zhuzhen', 'idempotency-key', 'cookie').map(
    (gone): Bend =>
      (r) => ({
        ...r,
        headers: Object.fromEntries(Object.entries(r.headers).filter(([key]) => key !== gone)),
      }),
  ),
  fc.constantFrom('HEAD', 'PUT', 'OPTIONS', 'PATCH', 'POST', 'GET', 'DELETE', 'TRACE').map(
    (method): Bend =>
      (r) => ({ ...r, method }),
  ),
);

function encoded(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** One thing wrong, or two or three at once. */
export const bends: fc.Arbitrary<Bend> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: ofBody },
      { weight: 4, arbitrary: ofQuery },
      { weight: 2, arbitrary: ofPath },
      { weight: 2, arbitrary: ofTheRest },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (list): Bend =>
      (request) =>
        list.reduce((r, bend) => bend(r), request),
  );
