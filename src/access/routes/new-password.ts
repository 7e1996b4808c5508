/** Holding a new password against the policy. */
import { Refusal } from '../../platform/http/endpoint.ts';
import { isCommon } from '../guessed-passwords.ts';
import { passwordFits } from '../password.ts';
import { type Policy, passwordFaults } from '../rules/policy.ts';

/** @throws Refusal naming the first thing that is wrong with it */
export function refuseWeak(password: string, accountName: string, policy: Policy): void {
  const [fault] = passwordFaults(password, accountName, policy, isCommon);
  if (fault)
    throw new Refusal(`access.refusal.password_${fault}`, {
      length: policy.minLength,
      classes: policy.classes,
    });
}

/** @throws Refusal when it is the present password or one of the earlier ones the policy names */
export async function refuseUsed(
  password: string,
  earlier: readonly string[],
  policy: Policy,
): Promise<void> {
  for (const hash of earlier.slice(0, policy.history))
    if (await passwordFits(hash, password))
      throw new Refusal('access.refusal.password_used', { count: policy.history });
}
