/** What security administrators are asked to confirm, and what they decided. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import type { AccountPage, AskedFor, GrantRow } from '../../contract-accounts.ts';
import type { RoleName } from '../../roles.ts';
import { mayGrant } from '../../rules/admin.ts';
import { homeColumns, homeJoins } from './account-columns.ts';
import type { KnownAccount } from './account-in-reach.ts';
import { cursorParts, idCursor, paged, type Rows } from './list-accounts.ts';

const zero = '00000000-0000-0000-0000-000000000000';

/** Requests for accounts of a place and everything in it, the oldest first; places they would open, in the caller's ranges. */
export async function grantsOf(
  client: Client,
  caller: Caller,
  place: { lo: string; hi: string },
  today: string,
  { state, after, limit }: { state: string; after?: string | undefined; limit: number },
): Promise<Rows<GrantRow>> {
  const [id] = cursorParts(after, idCursor, [zero]);
  const { rows } = await client.query<GrantRow & { madeBy: string | null; asker: string | null }>({
    name: 'grants-of',
    text: `
      select g.id, a.id as account, a.name, a.display_name as "displayName", g.kind, g.role, g.home_key::text as home,
        ${homeColumns}, g.role_before as "roleBefore", earlier.name as "homeBeforeName", unit.name as "organisationName",
        g.state, g.why, g.reason, g.asked_at as "askedAt", asker.display_name as "askedBy", g.decided_at as "decidedAt",
        decider.display_name as "decidedBy", a.created_by as "madeBy", g.asked_by as asker,
        array(select p.name from access.places_of(a.id, $5::date) o join regions.place p on p.key = o.key
              where ${withinText('p.key', '$7', '$8')} order by p.key limit 6) as places
      from access.grant_request g join access.account a on a.id = g.account_id ${homeJoins('g.home_key')}
      left join regions.place earlier on earlier.key = g.home_before
      left join teams.organisation unit on unit.id = a.organisation_id
      left join access.account asker on asker.id = g.asked_by
      left join access.account decider on decider.id = g.decided_by
      where g.home_key between $1 and $2 and g.state = $3 and g.id > $4
      order by g.id limit $6`,
    values: [...[place.lo, place.hi, state, id, today, limit + 1], ...boundsOf(caller.ranges)],
  });
  const me = { account: caller.account, role: caller.role as RoleName }; // roles of accounts are these
  const { rows: found, next } = paged(rows, limit, (last) => last.id);
  return {
    rows: found.map(({ madeBy, asker, ...row }) => ({
      ...row,
      mine:
        row.state === 'waiting' && mayGrant(me, { account: row.account, madeBy, askedBy: asker }),
    })),
    next,
  };
}

/** The requests for one account, the newest first. */
export async function requestsOf(
  client: Client,
  account: string,
): Promise<AccountPage['requests']> {
  const { rows } = await client.query<AccountPage['requests'][number]>({
    name: 'requests-of',
    text: `
      select g.id, g.kind, g.role, home.name as "homeName", g.state, g.why, g.reason, g.asked_at as "askedAt",
        asker.display_name as "askedBy", g.decided_at as "decidedAt", decider.display_name as "decidedBy"
      from access.grant_request g join regions.place home on home.key = g.home_key
      left join access.account asker on asker.id = g.asked_by
      left join access.account decider on decider.id = g.decided_by
      where g.account_id = $1 order by g.id desc limit 20`,
    values: [account],
  });
  return rows;
}

export interface Asked {
  id: string;
  account_id: string;
  kind: AskedFor;
  name: string;
  role: RoleName;
  home_key: string;
  state: string;
  asked_by: string | null;
  created_by: string | null;
}

/**
 * The requests of these ids with their accounts, held until the transaction ends.
 * @throws Absent when one is not there or lies outside the caller's ranges.
 */
export async function requestsInReach(
  client: Client,
  caller: Caller,
  ids: readonly string[],
): Promise<Asked[]> {
  const { rows } = await client.query<Asked>({
    name: 'requests-in-reach',
    text: `select g.id, g.account_id, g.kind, a.name, g.role, g.home_key, g.state, g.asked_by, a.created_by
           from access.grant_request g join access.account a on a.id = g.account_id
           where g.id = any ($1) order by a.id for update of a, g`,
    values: [ids],
  });
  const mine = ({ home_key }: Asked) => inRanges(home_key, caller.ranges);
  if (rows.length !== ids.length || !rows.every(mine)) throw new Absent();
  return rows;
}

/** Confirms waiting requests: their accounts may sign in from now on. @returns how many were still waiting. */
export async function confirm(client: Client, ids: readonly string[], by: string): Promise<number> {
  const { rowCount } = await client.query({
    name: 'confirm-grants',
    text: `
      with decided as (
        update access.grant_request set state = 'granted', decided_at = now(), decided_by = $2
        where id = any ($1) and state = 'waiting' returning account_id
      )
      update access.account a set granted_at = now(), granted_by = $2 from decided d where d.account_id = a.id`,
    values: [ids, by],
  });
  return rowCount ?? 0;
}

/** Asks to take away a second factor. @throws the constraint grant_request_waiting */
export async function askWithoutFactor(
  client: Client,
  { id, account, why, by }: { id: string; account: KnownAccount; why: string; by: string },
): Promise<void> {
  await client.query({
    name: 'ask-without-factor',
    text: `insert into access.grant_request (id, account_id, kind, role, home_key, why, asked_by)
           values ($1, $2, 'factor', $3, $4, $5, $6)`,
    values: [id, account.id, account.role, account.home_key, why, by],
  });
}

/** Notes that a waiting request was granted, whatever it was for. */
export async function granted(client: Client, id: string, by: string): Promise<void> {
  await client.query({
    name: 'granted',
    text: `update access.grant_request set state = 'granted', decided_at = now(), decided_by = $2
           where id = $1 and state = 'waiting'`,
    values: [id, by],
  });
}

/** Refuses a waiting request; its account stays as it is. @returns whether it was still waiting. */
export async function refuse(
  client: Client,
  id: string,
  by: string,
  reason: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'refuse-grant',
    text: `update access.grant_request set state = 'refused', reason = $3, decided_at = now(), decided_by = $2
           where id = $1 and state = 'waiting'`,
    values: [id, by, reason],
  });
  return rowCount === 1;
}
