/** The security policy in force. */
import type { Db } from '../../platform/db/pool.ts';
import type { PolicyChanges } from '../contract-accounts.ts';
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

/** Policies set so far, the newest first, with whoever set them; null where it came with the demonstration. */
export async function policiesSet(db: Db, most = 50): Promise<PolicyChanges['rows']> {
  const rows = await db
    .selectFrom('access.policy as p')
    .leftJoin('access.account as a', 'a.id', 'p.recorded_by')
    .select(['p.recorded_at as at', 'a.display_name as by', 'p.value'])
    .orderBy('p.recorded_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ at, by, value }) => ({
    at,
    by,
    policy: written(policyFrom(value as Partial<Policy>)),
  })); // written by keepPolicy only
}

/** When the policy in force was set; null while nobody has set any. */
export async function policySeen(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('access.policy')
    .select('recorded_at')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.recorded_at ?? null;
}

/** As it goes over the wire. */
export const written = (policy: Policy): PolicyChanges['rows'][number]['policy'] => ({
  ...policy,
  secondFactorRoles: [...policy.secondFactorRoles],
});
