/** Accounts of the tests that sign in themselves: with a password, a second factor, and a browser of their own. */
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { hashPassword } from '../src/access/password.ts';
import type { RoleName } from '../src/access/roles.ts';
import { addAccounts } from '../src/access/store/accounts.ts';
import { newId } from '../src/platform/new-id.ts';
import type { TestDatabase } from './database.ts';
import { aBrowser, type Person } from './people.ts';
import { places } from './places.ts';

/** Of every account made here. */
export const password = 'Right-one 2022';
export const ownUrl = '/api/access/own';
export const currentUrl = '/api/access/sessions/current';

export interface Account {
  id: string;
  name: string;
}

export async function anAccount(
  { db }: TestDatabase,
  role: RoleName = 'county',
  more: { homeKey?: string; mustChange?: boolean } = {},
): Promise<Account> {
  const id = newId();
  const name = `${role}-${id.slice(-12)}`;
  hashed ??= hashPassword(password);
  const given = { passwordHash: await hashed, role, homeKey: places.county, ...more };
  await addAccounts(db, [{ id, name, displayName: name, ...given }]);
  return { id, name };
}

let hashed: Promise<string> | undefined;

export async function signedIn(
  server: FastifyInstance,
  { name }: Account,
  as: Person = aBrowser(server),
): Promise<Person> {
  const reply = await as.send('POST', '/public/api/access/sessions', { name, password });
  expect(reply.status, reply.text).toBe(200);
  return as;
}

/** The code of a secret now, or so many steps of thirty seconds from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

/** Sets up a second factor; the answer holds its secret, the code that confirmed it and the recovery codes. */
export async function enrolled(
  person: Person,
): Promise<{ secret: string; code: string; codes: string[] }> {
  const begun = await person.send<{ secret: string; uri: string }>(
    'POST',
    `${ownUrl}/second-factor`,
  );
  expect(begun.status, begun.text).toBe(200);
  const { secret, uri } = begun.body;
  expect(uri).toContain('otpauth://totp/');
  const code = codeOf(secret);
  const reply = await person.send<{ codes: string[] }>('POST', `${ownUrl}/second-factor/confirm`, {
    code,
  });
  expect(reply.status, reply.text).toBe(200);
  return { secret, code, codes: reply.body.codes };
}

/** The step at which a code was given counts as used; tests must not wait half a minute for the next. */
export const forgetSteps = ({ owner }: TestDatabase, { id }: Account) =>
  owner.query('update access.second_factor set last_step = 0 where account_id = $1', [id]);

export const forgetLocks = ({ owner }: TestDatabase) =>
  owner.query('delete from access.sign_in_bucket');

/** Moves an instant of the account's sessions into the past. */
export const age = (
  { owner }: TestDatabase,
  column: 'stepped_up_at' | 'seen_at',
  { id }: Account,
  by: string,
) =>
  owner.query(`update access.session set ${column} = now() - $2::interval where account_id = $1`, [
    id,
    by,
  ]);
