/** Accounts in the database. */
import type { Db, Pool } from '../../platform/db/pool.ts';
import type { RoleName } from '../roles.ts';

export interface NewAccount {
  id: string;
  name: string;
  displayName: string;
  /** Argon2id; null while the account is only invited or signs in elsewhere. */
  passwordHash: string | null;
  role: RoleName;
  homeKey: string;
  personId?: string | null;
  organisationId?: string | null;
  /** Set by somebody else: the holder changes it first. */
  mustChange?: boolean;
  /** Whether role and place are confirmed already; nobody signs in before. */
  granted?: boolean;
  createdBy?: string | null;
  madeUp?: boolean;
}

/** Adds accounts; one that exists under the same name is left as it is. */
export async function addAccounts(db: Db, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  await db
    .insertInto('access.account')
    .values(
      accounts.map((a) => ({
        id: a.id,
        name: a.name,
        display_name: a.displayName,
        password_hash: a.passwordHash,
        role: a.role,
        home_key: a.homeKey,
        person_id: a.personId ?? null,
        organisation_id: a.organisationId ?? null,
        must_change: a.mustChange ?? false,
        granted_at: (a.granted ?? true) ? new Date() : null,
        created_by: a.createdBy ?? null,
        made_up: a.madeUp ?? false,
      })),
    )
    .onConflict((c) => c.column('name').doNothing())
    .execute();
}

export const anyAccount = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('access.account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** What the password of a sign-in is compared with; null for a name nobody has, or without a password. */
export async function passwordHashOf(pool: Pool, name: string): Promise<string | null> {
  const { rows } = await pool.query<{ password_hash: string | null }>(
    'select password_hash from access.account where name = $1',
    [name],
  );
  return rows[0]?.password_hash ?? null;
}

/** The account, held until the transaction ends: sign-ins to one account are counted one after the other. */
export const accountByName = (db: Db, name: string) =>
  db
    .selectFrom('access.account')
    .select(['id', 'password_hash', 'disabled_at', 'granted_at', 'last_used_at'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();

/** The password of an account and its earlier ones, newest first. */
export async function passwordsOf(db: Db, account: string, most: number): Promise<string[]> {
  const earlier = await db
    .selectFrom('access.password_history')
    .select('password_hash')
    .where('account_id', '=', account)
    .orderBy('set_at', 'desc')
    .limit(Math.max(0, most - 1))
    .execute();
  const now = await db
    .selectFrom('access.account')
    .select('password_hash')
    .where('id', '=', account)
    .executeTakeFirst();
  return [now?.password_hash ?? null, ...earlier.map((e) => e.password_hash)].filter(
    (hash) => hash !== null,
  );
}

/** Sets a password, files the one before, and ends every session but the one named. */
export async function setPassword(
  db: Db,
  account: string,
  passwordHash: string,
  { mustChange, keepSession }: { mustChange: boolean; keepSession: string | null },
): Promise<void> {
  await db
    .insertInto('access.password_history')
    .columns(['account_id', 'set_at', 'password_hash'])
    .expression((e) =>
      e
        .selectFrom('access.account')
        .select(['id', 'password_set_at', 'password_hash'])
        .where('id', '=', account)
        .where('password_hash', 'is not', null)
        .$narrowType<{ password_hash: string }>(),
    )
    .onConflict((c) => c.doNothing())
    .execute();
  await db
    .updateTable('access.account')
    .set({ password_hash: passwordHash, password_set_at: new Date(), must_change: mustChange })
    .where('id', '=', account)
    .execute();
  let others = db
    .updateTable('access.session')
    .set({ ended_at: new Date(), ended_by: account })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null);
  if (keepSession) others = others.where('id', '<>', keepSession);
  await others.execute();
}

/** What somebody signs in with. */
export async function nameOf(db: Db, account: string): Promise<string> {
  const { name } = await db
    .selectFrom('access.account')
    .select('name')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return name;
}
