/** Browsers an account is known from, and what the audit says of the account. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/pool.ts';
import { sha256 } from '../caller.ts';

/** @param cookie of the browser that asks, so that its own row is marked */
export async function devicesOf(db: Db, account: string, cookie: string | undefined) {
  const rows = await db
    .selectFrom('access.device')
    .select(['id', 'made_at', 'used_at', 'agent', 'token_hash'])
    .where('account_id', '=', account)
    .orderBy('used_at', 'desc')
    .limit(100)
    .execute();
  const mine = cookie ? sha256(cookie) : null;
  return rows.map((r) => ({
    id: r.id,
    current: mine?.equals(r.token_hash) ?? false,
    madeAt: r.made_at,
    usedAt: r.used_at,
    agent: r.agent,
  }));
}

export async function forgetDevice(db: Db, account: string, id: string): Promise<void> {
  await db
    .deleteFrom('access.device')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .execute();
}

/** The last rows of the audit about the account of this request. */
export async function ownAudit(db: Db) {
  const { rows } = await sql<{ at: string; action: string; outcome: string }>`
    select at, action, outcome from access.own_audit()`.execute(db);
  return rows;
}
