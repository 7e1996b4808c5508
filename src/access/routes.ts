/** Signing in and out, the session, and the first administrator. */
import Type from 'typebox';
import type { Client, Db, Pool } from '../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../platform/http/endpoint.ts';
import { newId } from '../platform/new-id.ts';
import { FirstAdministrator, LoginPage, Session, SignIn } from './contract.ts';
import { hashPassword, passwordFits } from './password.ts';
import type { RoleName } from './roles.ts';
import {
  accountByName,
  addAccounts,
  anyAccount,
  callerOf,
  countFailure,
  endSession,
  openSession,
  passwordHashOf,
} from './store.ts';

/** The pool looks up the password to compare with before a sign-in's transaction begins. */
export function routes(pool: Pool): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      url: '/public/api/access/login',
      permission: 'public',
      summary: { zh: '登录页需要的信息', en: 'What the sign-in page needs' },
      reply: { 200: LoginPage },
      handle: async ({ db }) => ({
        demo: (await demonstration(db)) !== null,
        empty: !(await anyAccount(db)),
        identities: (await demonstration(db))?.identities ?? [],
      }),
    }),
    endpoint({
      method: 'POST',
      url: '/public/api/access/sessions',
      permission: 'public',
      summary: { zh: '登录', en: 'Sign in' },
      body: SignIn,
      reply: { 200: Session },
      // The hash takes its time: a connection held meanwhile would be missing to everybody else.
      first: async ({ name, password }) => {
        const stored = await passwordHashOf(pool, name.trim().toLowerCase());
        return (await passwordFits(stored, password)) ? stored : null;
      },
      handle: async ({ db, client, body, first: fitting, setToken, note, evenRefused }) => {
        const name = body.name.trim().toLowerCase();
        const account = await accountByName(db, name);
        // What is typed where nobody has the name may be a password.
        note({ object: account ? `account ${name}` : 'account unknown' });
        if (account?.locked_until && new Date(account.locked_until) > new Date()) {
          throw new Refusal('access.refusal.locked', {}, 429);
        }
        if (!account || account.password_hash !== fitting || account.disabled_at) {
          if (account) evenRefused(() => countFailure(client, account.id));
          throw new Refusal('access.refusal.wrong_password', {}, 401);
        }
        return signedIn(db, account.id, setToken, client);
      },
    }),
    endpoint({
      method: 'POST',
      url: '/public/api/access/first-administrator',
      permission: 'public',
      summary: { zh: '设立第一个管理员', en: 'Create the first administrator' },
      body: FirstAdministrator,
      reply: { 200: Session },
      constraints: { account_name_form: 'access.refusal.name_form' },
      handle: async ({ db, client, body, setToken, note }) => {
        await client.query('select pg_advisory_xact_lock(7220)');
        if (await anyAccount(db)) throw new Refusal('access.refusal.not_first', {}, 409);
        const root = await db
          .selectFrom('regions.region')
          .select('key')
          .where('parent', 'is', null)
          .orderBy('key')
          .executeTakeFirst();
        if (!root) throw new Refusal('access.refusal.no_places');
        const name = body.name.trim().toLowerCase();
        note({ object: `account ${name}` });
        const id = newId();
        await addAccounts(db, [
          {
            id,
            name,
            displayName: body.name.trim(),
            passwordHash: await hashPassword(body.password),
            role: 'sysadmin',
            homeKey: root.key,
          },
        ]);
        return signedIn(db, id, setToken, client);
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/access/session',
      permission: 'signed_in',
      summary: { zh: '当前登录', en: 'The current session' },
      reply: { 200: Session },
      handle: async ({ db, caller, today }) => sessionOf(db, caller, today),
    }),
    endpoint({
      method: 'DELETE',
      url: '/api/access/sessions/current',
      permission: 'signed_in',
      summary: { zh: '退出登录', en: 'Sign out' },
      reply: { 204: Type.Null() },
      handle: async ({ db, token, setToken }) => {
        if (token) await endSession(db, token);
        setToken(null);
        return undefined;
      },
    }),
  ];
}

async function signedIn(
  db: Db,
  account: string,
  setToken: (t: string) => void,
  client: Client,
): Promise<Session> {
  const token = await openSession(db, account);
  setToken(token);
  const known = await callerOf(client, token);
  if (!known) throw new Error('a session just opened must be known');
  return sessionOf(db, known.caller, known.today);
}

async function sessionOf(db: Db, caller: Caller, today: string): Promise<Session> {
  const home = await db
    .selectFrom('regions.place')
    .select(['key', 'name', 'level'])
    .where('key', '=', caller.home)
    .executeTakeFirstOrThrow();
  return {
    account: { id: caller.account, name: caller.name },
    role: caller.role as RoleName,
    home: { key: home.key ?? '', name: home.name ?? '', level: home.level ?? '' },
    permissions: [...caller.permissions],
    today,
    demo: (await demonstration(db)) !== null,
  };
}

interface Demonstration {
  identities: LoginPage['identities'];
}

async function demonstration(db: Db): Promise<Demonstration | null> {
  const row = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', 'demonstration')
    .executeTakeFirst();
  return (row?.value as Demonstration | undefined) ?? null;
}
