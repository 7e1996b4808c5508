/** Accounts a caller may administer: those whose home lies in the caller's ranges. */

import { isRegionKey } from '../../../kit/region-key.ts';
import type { Client } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import type { Level, RoleName } from '../../roles.ts';

export interface KnownAccount {
  id: string;
  name: string;
  display_name: string;
  role: RoleName;
  home_key: string;
  person_id: string | null;
  organisation_id: string | null;
  has_password: boolean;
  granted_at: string | null;
  disabled_at: string | null;
  disabled_why: string | null;
  created_by: string | null;
}

const columns = `a.id, a.name, a.display_name, a.role, a.home_key, a.person_id, a.organisation_id,
  a.password_hash is not null as has_password, a.granted_at, a.disabled_at, a.disabled_why, a.created_by`;

/**
 * The accounts of these ids, held until the transaction ends, in the order of their ids so that two never wait for each other.
 * @throws Absent when one is not there or its home lies outside the caller's ranges: nobody may tell which.
 */
export async function accountsInReach(
  client: Client,
  caller: Caller,
  ids: readonly string[],
): Promise<KnownAccount[]> {
  const { rows } = await client.query<KnownAccount>({
    name: 'accounts-in-reach',
    text: `select ${columns} from access.account a where a.id = any ($1) order by a.id for update`,
    values: [ids],
  });
  const mine = ({ home_key }: KnownAccount) => inRanges(home_key, caller.ranges);
  if (rows.length !== ids.length || !rows.every(mine)) throw new Absent();
  return rows;
}

/** One of them. @throws Absent */
export async function accountInReach(
  client: Client,
  caller: Caller,
  id: string,
): Promise<KnownAccount> {
  const [found] = await accountsInReach(client, caller, [id]);
  if (!found) throw new Absent();
  return found;
}

/**
 * The level of a place that is there today and lies in the caller's ranges.
 * @throws Absent
 */
export async function levelOfHome(client: Client, caller: Caller, key: string): Promise<Level> {
  const mine = isRegionKey(key) && inRanges(key, caller.ranges);
  const { rows } = await client.query<{ level: Level }>({
    name: 'level-of-home',
    text: 'select level from regions.region where key = $1 and valid_to is null and $2',
    values: [key, mine],
  });
  if (!rows[0]) throw new Absent();
  return rows[0].level;
}

/** Two who would end the last two of a role at the same moment take turns. */
const lock = 'select pg_advisory_xact_lock(7221)';

/** Whether another administrator of the role stays who may sign in, at the same place or above. */
export async function anotherStays(
  client: Client,
  { id, role, home_key }: KnownAccount,
): Promise<boolean> {
  await client.query(lock);
  const { rowCount } = await client.query({
    name: 'another-stays',
    text: `select from access.account o join regions.ancestor r on r.ancestor = o.home_key
           where r.key = $1 and o.role = $2 and o.id <> $3 and o.disabled_at is null and o.granted_at is not null limit 1`,
    values: [home_key, role, id],
  });
  return rowCount === 1;
}
