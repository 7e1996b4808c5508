/** Sessions: opened, listed, ended. Of the cookie's token only the hash is kept. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/pool.ts';
import { sha256 } from './caller.ts';

export interface From {
  address: string;
  agent: string;
}

/** Opens a session and returns the cookie's token. */
export async function openSession(
  db: Db,
  account: string,
  given: {
    from?: From;
    hours?: number;
    signedBy?: 'password' | 'sign_on' | 'invitation';
    secondFactor?: boolean;
    /** Whether a deed need not ask at once again; as the second factor says where nothing is said. */
    steppedUp?: boolean;
  } = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await db
    .insertInto('access.session')
    .values({
      token_hash: sha256(token),
      account_id: account,
      expires_at: new Date(now.getTime() + (given.hours ?? 12) * 3_600_000),
      address: given.from?.address ?? null,
      agent: given.from?.agent.slice(0, 200) ?? null,
      signed_by: given.signedBy ?? 'password',
      second_factor_at: given.secondFactor ? now : null,
      stepped_up_at: (given.steppedUp ?? given.secondFactor) ? now : null,
    })
    .execute();
  await db
    .updateTable('access.account')
    .set({ last_used_at: now })
    .where('id', '=', account)
    .execute();
  return token;
}

/** Ends sessions of an account that are open: all, the one named, or all but one. @returns how many. */
export async function endSessions(
  db: Db,
  account: string,
  by: string,
  which?: string | { but: string },
): Promise<number> {
  let update = db
    .updateTable('access.session')
    .set({ ended_at: new Date(), ended_by: by })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null);
  if (typeof which === 'string') update = update.where('id', '=', which);
  else if (which) update = update.where('id', '<>', which.but);
  return Number((await update.executeTakeFirst()).numUpdatedRows);
}

/** Ends the session a token stands for, whoever's it is. */
export async function endSessionOf(db: Db, token: string, by: string): Promise<void> {
  await db
    .updateTable('access.session')
    .set({ ended_at: new Date(), ended_by: by })
    .where('token_hash', '=', sha256(token))
    .where('ended_at', 'is', null)
    .execute();
}

/** Sessions of an account that still answer, the last used first. */
export async function sessionsOf(db: Db, account: string, idleMinutes: number) {
  return db
    .selectFrom('access.session')
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'address', 'agent', 'signed_by'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .where('seen_at', '>', sql<string>`now() - make_interval(mins => ${idleMinutes})`)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute();
}

/** Chooses the places to act for. */
export async function actFor(db: Db, session: string, keys: readonly string[]): Promise<void> {
  await db
    .updateTable('access.session')
    .set({ acting_keys: [...keys] })
    .where('id', '=', session)
    .execute();
}
