/** Accounts, sessions, replays and audit rows in the database. */
import { createHash, randomBytes } from 'node:crypto';
import type { Client, Db, Pool } from '../platform/db/pool.ts';
import type { DeedRow, Replay, ReplayKey } from '../platform/http/dispatch.ts';
import type { Caller } from '../platform/http/endpoint.ts';
import { permissionsOf, type RoleName } from './roles.ts';

/** Sessions end after this long without a request, and after sessionHours in any case. */
const idleMinutes = 120;
const sessionHours = 12;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

export interface NewAccount {
  id: string;
  name: string;
  displayName: string;
  passwordHash: string;
  role: RoleName;
  homeKey: string;
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
        made_up: a.madeUp ?? false,
      })),
    )
    .onConflict((c) => c.column('name').doNothing())
    .execute();
}

export const anyAccount = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('access.account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** What the password of a sign-in is compared with; null for a name nobody has. */
export async function passwordHashOf(pool: Pool, name: string): Promise<string | null> {
  const { rows } = await pool.query<{ password_hash: string }>(
    'select password_hash from access.account where name = $1',
    [name],
  );
  return rows[0]?.password_hash ?? null;
}

/** The account, held until the transaction ends: sign-ins to one account are counted one after the other. */
export const accountByName = (db: Db, name: string) =>
  db
    .selectFrom('access.account')
    .select(['id', 'password_hash', 'locked_until', 'disabled_at'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();

/** Opens a session and returns the cookie's token, of which only the hash is kept. */
export async function openSession(db: Db, account: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('access.session')
    .values({
      token_hash: sha256(token),
      account_id: account,
      expires_at: new Date(Date.now() + sessionHours * 3_600_000),
    })
    .execute();
  await db
    .updateTable('access.account')
    .set({ failures: 0, locked_until: null })
    .where('id', '=', account)
    .execute();
  return token;
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db
    .updateTable('access.session')
    .set({ ended_at: new Date() })
    .where('token_hash', '=', sha256(token))
    .where('ended_at', 'is', null)
    .execute();
}

/** Counts a failed sign-in; five lock the account for 15 minutes. */
export async function countFailure(client: Client, account: string): Promise<void> {
  await client.query(
    `update access.account
     set failures = case when failures >= 4 then 0 else failures + 1 end,
         locked_until = case when failures >= 4 then now() + interval '15 minutes' else locked_until end
     where id = $1`,
    [account],
  );
}

/** The caller behind a session token, with the domain's date; null when the session is unknown, ended, idle or disabled. */
export async function callerOf(
  on: Pool | Client,
  token: string,
): Promise<{ caller: Caller; today: string } | null> {
  const { rows } = await on.query<{
    id: string;
    display_name: string;
    role: RoleName;
    home_key: string;
    lo: string;
    hi: string;
    today: string;
    stale: boolean;
  }>({ name: 'caller-of', text: callerSql, values: [sha256(token), idleMinutes] });
  const row = rows[0];
  if (!row) return null;
  if (row.stale)
    await on.query('update access.session set seen_at = now() where token_hash = $1', [
      sha256(token),
    ]);
  const caller: Caller = {
    account: row.id,
    name: row.display_name,
    role: row.role,
    permissions: new Set(permissionsOf[row.role]),
    ranges: [{ lo: row.lo, hi: row.hi }],
    home: row.home_key,
  };
  return { caller, today: row.today };
}

const todaySql = `coalesce((select value #>> '{}' from platform.setting where name = 'today'),
                           to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))`;

const callerSql = `
  select a.id, a.display_name, a.role, a.home_key, r.lo, r.hi, ${todaySql} as today,
         s.seen_at < now() - interval '1 minute' as stale
  from access.session s
  join access.account a on a.id = s.account_id
  join regions.region r on r.key = a.home_key
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()
    and s.seen_at > now() - make_interval(mins => $2) and a.disabled_at is null`;

/** The domain's date: the setting where there is one, else today in Beijing time. */
export async function domainToday(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ today: string }>(`select ${todaySql} as today`);
  return rows[0]?.today ?? '';
}

export async function findReplay(client: Client, key: ReplayKey): Promise<Replay | null> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key.id]);
  const { rows } = await client.query<{ same: boolean; status: number; reply: unknown }>(
    `select account_id = $2 and route = $3 and body_sha256 = $4 as same, status, reply
     from access.replay where id = $1`,
    [key.id, key.account, key.route, key.bodySha256],
  );
  return rows[0] ?? null;
}

export async function keepReplay(
  client: Client,
  key: ReplayKey,
  status: number,
  reply: unknown,
): Promise<void> {
  await client.query(
    'insert into access.replay (id, account_id, route, body_sha256, status, reply) values ($1, $2, $3, $4, $5, $6)',
    [key.id, key.account, key.route, key.bodySha256, status, JSON.stringify(reply)],
  );
}

/** Writes the deed's audit row in the deed's own transaction. */
export async function record(client: Client, deed: DeedRow): Promise<void> {
  const { caller } = deed;
  await client.query({
    name: 'audit',
    text: `insert into access.audit (account_id, role, ranges, action, object, place, outcome, before, after, request_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      caller?.account ?? null,
      caller?.role ?? null,
      caller?.ranges.map((r) => `${r.lo}-${r.hi}`) ?? [],
      deed.action,
      deed.object ?? null,
      deed.place ?? null,
      deed.outcome,
      json(deed.before),
      json(deed.after),
      deed.requestId,
    ],
  });
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
