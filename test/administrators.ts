/** Accounts of the tests as their administrators make them: two neighbouring counties, each with a system and a security administrator. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import type { AccountPage } from '../src/access/contract-accounts.ts';
import { openSession } from '../src/access/store/sessions.ts';
import { newId } from '../src/platform/new-id.ts';
import type { TestDatabase } from './database.ts';
import { type Answer, aPerson, aServer, type Person } from './people.ts';
import { aProvince, places } from './places.ts';

export interface Counties {
  server: FastifyInstance;
  system: Person;
  security: Person;
  sibling: Person;
  siblingSecurity: Person;
}

let made = 0;

/** What a new account of the town is asked for with, and what is to be other. */
export const wanted = (more: object = {}) => {
  made += 1;
  const rights = { role: 'town', home: places.town, person: null, organisation: null };
  return { name: `zhang.${made}`, displayName: '张三', ...rights, ...more };
};

/** Call at the top of a test file; filled before its first test. */
export function useCounties(database: TestDatabase): Counties {
  const given = {} as Counties; // filled in beforeAll; using it earlier fails loudly
  beforeAll(async () => {
    await aProvince(database.db);
    const server = await aServer(database);
    const who = (role: 'sysadmin' | 'secadmin', home: string) =>
      aPerson(database, server, role, home);
    Object.assign(given, {
      server,
      system: await who('sysadmin', places.county),
      security: await who('secadmin', places.county),
      sibling: await who('sysadmin', places.siblingCounty),
      siblingSecurity: await who('secadmin', places.siblingCounty),
    });
  });
  afterAll(() => given.server?.close());
  return given;
}

/** What the tests do with accounts again and again. */
export function accountsOf(database: TestDatabase, counties: Counties) {
  /** An account as far as the system administrator brings it. */
  async function anAccount(more: object = {}): Promise<{ id: string; name: string }> {
    const [id, body] = [newId(), wanted(more)];
    const reply = await counties.system.send('POST', '/api/access/accounts', body, id);
    expect(reply, reply.text).toMatchObject({ status: 201, body: { id } });
    return { id, name: body.name };
  }

  async function requestFor(account: string): Promise<string> {
    const { rows } = await database.owner.query<{ id: string }>(
      `select id from access.grant_request where account_id = $1 and state = 'waiting'`,
      [account],
    );
    return rows[0]?.id ?? '';
  }

  const confirm = async (who: Person, ...accounts: string[]): Promise<Answer> =>
    who.send('POST', '/api/access/grants/confirm', {
      requests: await Promise.all(accounts.map(requestFor)),
    });

  /** A cookie as if the account had just signed in. */
  const signedIn = async (id: string) =>
    `zz_session=${await openSession(database.db, id, { secondFactor: true })}`;

  /** Somebody who is granted and has a session. */
  async function somebody(more: object = {}): Promise<{ id: string; cookie: string }> {
    const { id } = await anAccount(more);
    expect((await confirm(counties.security, id)).status).toBe(200);
    return { id, cookie: await signedIn(id) };
  }

  const session = async (cookie: string): Promise<number> =>
    (await counties.server.inject({ url: '/api/access/session', headers: { cookie } })).statusCode;

  const pageOf = async (id: string): Promise<AccountPage> =>
    (await counties.system.get<AccountPage>(`/api/access/accounts/${id}`)).body;

  const state = async (id: string) => (await pageOf(id)).state;

  /** What the audit says of an account: verb and outcome of each deed. */
  async function audited(object: string): Promise<string[]> {
    const { rows } = await database.owner.query<{ action: string; outcome: string }>(
      'select action, outcome from access.audit where object = $1 order by id',
      [object],
    );
    return rows.map((r) => `${r.action.split('/').at(-1)} ${r.outcome}`);
  }

  return { anAccount, requestFor, confirm, signedIn, somebody, session, pageOf, state, audited };
}
