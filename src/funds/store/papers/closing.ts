/** Closing months of a county's books. */
import { monthPlus } from '../../../kit/period.ts';
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  type Rows,
} from '../../../teams/store/paging.ts';
import type { ClosingRow } from '../../contract-papers.ts';

const monthAndPlace = /^([0-9]{4}-(?:0[1-9]|1[0-2]))~([0-9]{12})$/;

/**
 * Closes a month: waits for whoever posts into the county's books just now, then nothing may follow.
 * @throws Refusal when the month is not over, one between the last closed and it is open, or papers or contracts of it still wait to be checked.
 */
export async function closeMonth(
  client: Client,
  caller: Caller,
  { county, key, month }: { county: string; key: string; month: string },
  today: string,
): Promise<void> {
  if (month >= today.slice(0, 7)) throw new Refusal('funds.refusal.month_runs', { month });
  await client.query("select pg_advisory_xact_lock(hashtextextended('funds.closing:' || $1, 0))", [
    county,
  ]);
  const { rows } = await client.query<{ count: number; contracts: number }>(
    'select funds.waiting_papers($1, $2::date) as count, funds.waiting_contracts($1, $2::date) as contracts',
    [county, `${month}-01`],
  );
  const waiting = rows[0]?.count ?? 0;
  if (waiting > 0) throw new Refusal('funds.refusal.papers_wait', { count: waiting, month });
  const contracts = rows[0]?.contracts ?? 0;
  if (contracts > 0) throw new Refusal('funds.refusal.contracts_wait', { count: contracts, month });
  const { rows: closed } = await client.query<{ month: string | null }>(
    "select to_char(max(month), 'YYYY-MM') as month from funds.closing where county = $1",
    [county],
  );
  const last = closed[0]?.month;
  if (last && month > monthPlus(last, 1))
    throw new Refusal('funds.refusal.month_skipped', { month: monthPlus(last, 1) });
  await client.query(
    'insert into funds.closing (county, place_key, month, closed_by, closed_at) values ($1, $2, $3, $4, clock_timestamp())',
    [county, key, `${month}-01`, caller.account],
  );
}

/** Closed months of the counties under a place, the latest first. */
export async function closingsUnder(
  client: Client,
  caller: Caller,
  { lo, hi }: { lo: string; hi: string },
  paging: Paging,
): Promise<Rows<ClosingRow>> {
  const limit = limitOf(paging);
  const [month, place] = cursorParts(paging, monthAndPlace, ['2999-01', '0']);
  const { rows } = await client.query<ClosingRow>(
    `select c.place_key::text as place, county.name as "placeName", to_char(c.month, 'YYYY-MM') as month,
       coalesce(a.display_name, '') as "closedBy", to_char(c.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "closedAt"
     from funds.closing c
     join regions.place county on county.key = c.place_key
     left join access.account a on a.id = c.closed_by
     where c.place_key between $1 and $2 and ${withinText('c.place_key', '$3', '$4')}
       and (c.month < $5::date or c.month = $5::date and c.place_key > $6::bigint)
     order by c.month desc, c.place_key limit $7`,
    [lo, hi, ...boundsOf(caller.ranges), `${month}-01`, place, limit + 1],
  );
  return paged(rows, limit, (last) => `${last.month}~${last.place}`);
}
