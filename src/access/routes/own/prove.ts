/** Proving to be there inside a session: counted before anything is compared, by the same lock for codes and passwords. */
import type { Db, Pool } from '../../../platform/db/pool.ts';
import { kyselyOver } from '../../../platform/db/pool.ts';
import { type Arriving, Refusal } from '../../../platform/http/endpoint.ts';
import type { Sealed } from '../../../platform/secrets/envelope.ts';
import { deviceCookie } from '../../cookies.ts';
import { type Bucket, proofBuckets } from '../../rules/locks.ts';
import type { Policy } from '../../rules/policy.ts';
import { asTyped } from '../../rules/second-factor.ts';
import { sha256 } from '../../store/caller.ts';
import { countAttempt } from '../../store/locks.ts';
import { deviceOf } from '../../store/own/proofs.ts';
import {
  placeOfSecret,
  secretOf,
  spendRecoveryCode,
  spendStep,
} from '../../store/own/second-factor.ts';
import { policyNow } from '../../store/policy.ts';
import { stepOf } from './one-time-code.ts';

export interface Attempt {
  policy: Policy;
  buckets: Bucket[];
  /** Seconds until it may be tried again; 0 when it may be tried now. */
  seconds: number;
  /** Whether the account is known from this browser. */
  known: boolean;
}

/** For `first`: counts on a connection of its own, so that nothing undoes it. */
export async function countProof(
  pool: Pool,
  { caller, cookie }: Pick<Arriving, 'caller' | 'cookie'>,
): Promise<Attempt> {
  const policy = await policyNow(kyselyOver(pool));
  const device = await deviceOf(pool, caller.account, cookie(deviceCookie));
  const buckets = proofBuckets({ account: caller.account, device }, policy);
  const seconds = await countAttempt(pool, buckets, policy.lockMinutes);
  return { policy, buckets, seconds, known: device !== null };
}

/** @throws Refusal while proofs are locked */
export function refuseLocked({ seconds }: Attempt): void {
  if (seconds > 0)
    throw new Refusal('access.refusal.proof_locked', { minutes: Math.ceil(seconds / 60) }, 429);
}

/**
 * Spends a one-time code or a recovery code of the account.
 * @throws Refusal when it is wrong, or was used before: nobody may tell which
 */
export async function spendCode(
  db: Db,
  sealed: Sealed,
  account: string,
  typed: string,
  { policy }: Attempt,
): Promise<'code' | 'recovery'> {
  const given = asTyped(typed);
  if (given && (await fits(db, sealed, account, given))) return given.kind;
  throw new Refusal('access.refusal.wrong_code', {
    failures: policy.lockAfter,
    minutes: policy.lockMinutes,
  });
}

async function fits(
  db: Db,
  sealed: Sealed,
  account: string,
  { kind, text }: NonNullable<ReturnType<typeof asTyped>>,
): Promise<boolean> {
  if (kind === 'recovery') return spendRecoveryCode(db, account, sha256(text));
  const kept = await secretOf(db, account);
  if (!kept) return false;
  const secret = sealed.open(kept, placeOfSecret(account, 'secret'));
  const step = stepOf(secret, text, Date.now());
  return step !== null && spendStep(db, account, step);
}
