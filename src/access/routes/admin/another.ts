/** The account a deed is about, where nobody does it to the own one. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { accountInReach, type KnownAccount } from '../../store/admin/account-in-reach.ts';

/**
 * @throws Absent when it is not there or not in reach
 * @throws Refusal when it is the caller's own
 */
export async function another(client: Client, caller: Caller, id: string): Promise<KnownAccount> {
  const found = await accountInReach(client, caller, id);
  if (found.id === caller.account) throw new Refusal('access.refusal.own_account');
  return found;
}
