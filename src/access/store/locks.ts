/** Failed sign-ins counted, and browsers an account is known from. */
import { randomBytes } from 'node:crypto';
import type { Client, Db, Pool } from '../../platform/db/pool.ts';
import type { Bucket } from '../rules/locks.ts';
import { sha256 } from './caller.ts';

/**
 * Counts an attempt before its password is looked at, so that however many come at once, only so many are answered.
 * A count older than the lock's minutes begins anew.
 * @returns seconds until the last lock opens; 0 when this attempt may go on
 */
export async function countAttempt(
  on: Pool,
  buckets: readonly Bucket[],
  lockMinutes: number,
): Promise<number> {
  const sorted = buckets
    .map((b) => ({ bucket: kept(b), limit: b.limit }))
    .sort((a, b) => (a.bucket < b.bucket ? -1 : 1)); // one order, so that two never wait for each other
  const { rows } = await on.query<{ seconds: number }>(
    `with counted as (
       insert into access.sign_in_bucket as b (bucket, most, failures, counted_from, locked_until)
       select bucket, most, 1, now(), case when most <= 1 then now() + make_interval(mins => $3) end
       from unnest($1::text[], $2::int[]) with ordinality w(bucket, most, at) order by at
       on conflict (bucket) do update set
         most = excluded.most,
         failures = case
           when b.locked_until > now() then excluded.most + 1
           when b.counted_from < now() - make_interval(mins => $3) then 1
           else b.failures + 1 end,
         counted_from = case
           when b.locked_until > now() or b.counted_from >= now() - make_interval(mins => $3) then b.counted_from
           else now() end,
         locked_until = case
           when b.locked_until > now() then b.locked_until
           when b.counted_from < now() - make_interval(mins => $3) then excluded.locked_until
           when b.failures + 1 >= excluded.most then now() + make_interval(mins => $3) end
       returning failures > most as closed, locked_until)
     select coalesce(ceil(extract(epoch from max(locked_until) - now()))::int, 0) as seconds from counted where closed`,
    [sorted.map((b) => b.bucket), sorted.map((b) => b.limit), lockMinutes],
  );
  return rows[0]?.seconds ?? 0;
}

/** The right password was given: the first count is forgotten, the others lose this attempt. */
export async function forgetAttempt(client: Client, buckets: readonly Bucket[]): Promise<void> {
  const [own, ...others] = buckets.map(kept);
  await client.query('delete from access.sign_in_bucket where bucket = $1', [own]);
  await client.query(
    `update access.sign_in_bucket set failures = failures - 1, locked_until = null
     where bucket in (select bucket from access.sign_in_bucket where bucket = any ($1) and failures <= most order by bucket for update)`,
    [others],
  );
}

/** Names and addresses are not kept: what is typed as a name may be a password. */
const kept = ({ bucket }: Bucket) => sha256(bucket).toString('base64url');

/** The hash of a browser's cookie as text when the account has signed in from it, else null. */
export async function knownDevice(
  on: Pool,
  name: string,
  cookie: string | undefined,
): Promise<string | null> {
  if (!cookie) return null;
  const hash = sha256(cookie);
  const { rowCount } = await on.query(
    `update access.device d set used_at = now() from access.account a
     where d.token_hash = $1 and a.id = d.account_id and a.name = $2`,
    [hash, name],
  );
  return rowCount ? hash.toString('base64url') : null;
}

/** Remembers a browser; returns the value of its cookie. */
export async function rememberDevice(db: Db, account: string, agent: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('access.device')
    .values({ token_hash: sha256(token), account_id: account, agent: agent.slice(0, 200) })
    .execute();
  return token;
}
