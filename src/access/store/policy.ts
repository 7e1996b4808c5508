/** The security policy in force. */
import type { Db } from '../../platform/db/pool.ts';
import { type Policy, policyFrom } from '../rules/policy.ts';

export async function policyNow(db: Db): Promise<Policy> {
  const row = await db
    .selectFrom('access.policy')
    .select('value')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return policyFrom((row?.value as Partial<Policy> | undefined) ?? null); // written by keepPolicy only
}

/** Adds a policy, which holds from now on; earlier ones stay. */
export async function keepPolicy(
  db: Db,
  policy: Partial<Policy>,
  by: string | null,
): Promise<void> {
  await db
    .insertInto('access.policy')
    .values({ value: JSON.stringify(policy), recorded_by: by })
    .execute();
}
