/** People of the tests: accounts at any place, and a server that answers them. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { RoleName } from '../src/access/roles.ts';
import { addAccounts } from '../src/access/store/accounts.ts';
import { addNotice } from '../src/access/store/notices.ts';
import { openSession } from '../src/access/store/sessions.ts';
import { buildServer, type ServerOptions } from '../src/app/server.ts';
import { fileStore } from '../src/platform/files/file-store.ts';
import { newId } from '../src/platform/new-id.ts';
import { onlyKey } from '../src/platform/secrets/keys.ts';
import { workbookType } from '../src/platform/sheets/workbook-out.ts';
import type { TestDatabase } from './database.ts';
import { watchReplies } from './replies.ts';
import { partsOf } from './sheets.ts';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
  text: string;
}

export interface Person {
  id: string;
  cookie: string;
  get<T = never>(url: string, lang?: string): Promise<Answer<T>>;
  /** A write with an id of its own; give `id` to replay one. A Buffer is sent as a file. */
  send<T = never>(
    method: 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    id?: string,
  ): Promise<Answer<T>>;
}

/** What the servers of a test file seal under, and what its builders seal with. */
export const testKeys = onlyKey(randomBytes(32));

/** Where the servers of a test file keep what is uploaded. */
export const testFiles = fileStore(mkdtempSync(join(tmpdir(), 'zz-files-')));

/** The server over a test database; close it after the tests. */
export async function aServer(
  database: TestDatabase,
  more: Omit<ServerOptions, 'pool'> = {},
): Promise<FastifyInstance> {
  const means = { pool: database.app, keys: testKeys, files: testFiles };
  const server = await buildServer({ ...means, ...more });
  watched.set(server, watchReplies(server));
  return server;
}

const watched = new WeakMap<FastifyInstance, ReturnType<typeof watchReplies>>();

/** Somebody signed in with a role at a place. */
export async function aPerson(
  database: TestDatabase,
  server: FastifyInstance,
  role: RoleName,
  homeKey: string,
  more: { personId?: string; organisationId?: string } = {},
): Promise<Person> {
  const id = newId();
  const name = `${role}-${id.slice(-12)}`;
  await addAccounts(database.db, [
    { id, name, displayName: name, passwordHash: null, role, homeKey, ...more },
  ]);
  if (role === 'auditor')
    await addNotice(database.db, {
      id: newId(),
      number: `试审通${id}`,
      kind: 'audit',
      organ: '审计',
      subject: '审计',
      places: [homeKey],
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      accounts: [id],
      by: null,
    });
  // Second factors have tests of their own.
  const token = await openSession(database.db, id, { secondFactor: true });
  return personWith(server, `zz_session=${token}`, id);
}

/** A browser: it keeps the cookies it is given and sends them back. */
export function aBrowser(server: FastifyInstance): Person {
  const jar = new Map<string, string>();
  const now = () =>
    personWith(server, [...jar].map(([name, value]) => `${name}=${value}`).join('; '), '');
  const kept = async <T>(asked: Promise<Answer<T>>): Promise<Answer<T>> => {
    const answer = await asked;
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(String(line)) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    id: '',
    get cookie() {
      return now().cookie;
    },
    get: (url, lang) => kept(now().get(url, lang)),
    send: (method, url, body, key) => kept(now().send(method, url, body, key)),
  };
}

/** Somebody who is not signed in. */
export const aStranger = (server: FastifyInstance): Person => personWith(server, '', '');

const asFile = { 'content-type': 'application/octet-stream' };

function personWith(server: FastifyInstance, cookie: string, id: string): Person {
  const ask = async <T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer<T>> => {
    const reply = await server.inject({
      method,
      url,
      headers: { cookie, ...headers, ...(body instanceof Buffer ? asFile : {}) },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const faults = watched.get(server)?.(reply.headers['x-request-id']) ?? [];
    if (faults.length > 0)
      throw new Error(`${method} ${url} answers outside its schema: ${JSON.stringify(faults)}`);
    const isJson = String(reply.headers['content-type'] ?? '').includes('json');
    const parsed = (isJson ? reply.json() : undefined) as T; // tests name the shape they expect
    const isBook = reply.headers['content-type'] === workbookType;
    // Packed, a workbook hides what it tells.
    const text = isBook ? Object.values(partsOf(reply.rawPayload)).join('\n') : reply.payload;
    return { status: reply.statusCode, body: parsed, headers: reply.headers, text };
  };
  return {
    id,
    cookie,
    get: (url, lang = 'zh') => ask('GET', url, { 'accept-language': lang }),
    send: (method, url, body, key = newId()) =>
      ask(method, url, { 'idempotency-key': key, 'x-zhuzhen': '1' }, body),
  };
}
