/** What the holder of a session has shown in it, and whose browser it is. */
import { randomBytes } from 'node:crypto';
import type { Db, Pool } from '../../../platform/db/pool.ts';
import { sha256 } from '../caller.ts';

/**
 * Notes a proof of being there, and gives the session a new token: whoever knew the old one has nothing.
 * @returns the new token
 */
export async function noteProof(
  db: Db,
  session: string,
  { secondFactor }: { secondFactor: boolean },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await db
    .updateTable('access.session')
    .set({
      token_hash: sha256(token),
      stepped_up_at: now,
      ...(secondFactor ? { second_factor_at: now } : {}),
    })
    .where('id', '=', session)
    .execute();
  return token;
}

/** The hash of a browser's cookie as text when the account is known from it, else null. */
export async function deviceOf(
  pool: Pool,
  account: string,
  cookie: string | undefined,
): Promise<string | null> {
  if (!cookie) return null;
  const hash = sha256(cookie);
  const { rowCount } = await pool.query(
    'update access.device set used_at = now() where token_hash = $1 and account_id = $2',
    [hash, account],
  );
  return rowCount ? hash.toString('base64url') : null;
}
