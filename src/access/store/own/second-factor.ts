/** The second factor of an account and its recovery codes. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/pool.ts';
import { placeOf } from '../../../platform/secrets/envelope.ts';

/** Where a secret is kept; sealed for this place it opens at no other. */
export const placeOfSecret = (account: string, column: 'secret' | 'pending_secret'): string =>
  placeOf('access.second_factor', account, column);

/** Minutes in which a secret that was shown must be confirmed. */
const minutesPending = 30;

export interface Factor {
  /** When it was set up; null where there is none. */
  since: string | null;
  recoveryLeft: number;
}

export async function factorOf(db: Db, account: string): Promise<Factor> {
  const factor = await db
    .selectFrom('access.second_factor')
    .select('confirmed_at')
    .where('account_id', '=', account)
    .executeTakeFirst();
  const left = await db
    .selectFrom('access.recovery_code')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { since: factor?.confirmed_at ?? null, recoveryLeft: Number(left.count) };
}

/** Keeps a secret until a code confirms it; the one in use stays in use. */
export async function keepPending(db: Db, account: string, sealed: Buffer): Promise<void> {
  const pending = { pending_secret: sealed, pending_at: new Date() };
  await db
    .insertInto('access.second_factor')
    .values({ account_id: account, ...pending })
    .onConflict((c) => c.column('account_id').doUpdateSet(pending))
    .execute();
}

export async function pendingOf(db: Db, account: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('access.second_factor')
    .select('pending_secret')
    .where('account_id', '=', account)
    .where('pending_at', '>', sql<string>`now() - make_interval(mins => ${minutesPending})`)
    .forUpdate()
    .executeTakeFirst();
  return row?.pending_secret ?? null;
}

/** Puts a secret in use; the code of `step` is spent with it. */
export async function confirmFactor(
  db: Db,
  account: string,
  sealed: Buffer,
  step: number,
): Promise<void> {
  await db
    .updateTable('access.second_factor')
    .set({
      secret: sealed,
      confirmed_at: new Date(),
      last_step: String(step),
      pending_secret: null,
      pending_at: null,
    })
    .where('account_id', '=', account)
    .execute();
}

/** The sealed secret in use. */
export async function secretOf(db: Db, account: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('access.second_factor')
    .select('secret')
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row?.secret ?? null;
}

/** @returns false when the code of this step, or of a later one, was used before */
export async function spendStep(db: Db, account: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('access.second_factor')
    .set({ last_step: String(step) })
    .where('account_id', '=', account)
    .where('last_step', '<', String(step))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns false when it is no recovery code of the account, or was used before */
export async function spendRecoveryCode(db: Db, account: string, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('access.recovery_code')
    .set({ used_at: new Date() })
    .where('account_id', '=', account)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(
  db: Db,
  account: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await db.deleteFrom('access.recovery_code').where('account_id', '=', account).execute();
  await db
    .insertInto('access.recovery_code')
    .values(hashes.map((code_hash) => ({ account_id: account, code_hash })))
    .execute();
}

export async function removeFactor(db: Db, account: string): Promise<void> {
  await db.deleteFrom('access.recovery_code').where('account_id', '=', account).execute();
  await db.deleteFrom('access.second_factor').where('account_id', '=', account).execute();
}
