/** Counties that received money and have laid it out in no plan. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { MissingRow } from '../contract.ts';

/**
 * By county in the order of codes, years the latest first, programme; one more than asked. Self-raised money has its own
 * books and no use plan.
 */
export async function withoutPlan(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    programme: string | null;
    year: string | null;
    after: readonly string[];
    limit: number;
  },
): Promise<MissingRow[]> {
  const { rows } = await client.query<MissingRow>(
    `select came.place::text as place, county.name as "placeName", came.programme, came.year,
       came.received::text as received
     from (
       select case when t.level = 'town' then t.parent else t.key end as place, a.programme, a.year,
         sum(a.balance)::bigint as received
       from funds.account a join regions.region t on t.key = a.place_key and t.level in ('town', 'county')
       where a.holder = 'place' and a.measure in ('received', 'spent') and a.programme <> 'self_raised'
         and a.place_key between $1 and $2 and ${withinText('a.place_key', '$3', '$4')}
         and ($5::text is null or a.programme::text = $5) and ($6::integer is null or a.year = $6)
       group by 1, 2, 3
     ) came
     join regions.place county on county.key = came.place
     where came.received > 0 and came.place between $1 and $2
       and not exists (select from plans.plan p where p.place_key = came.place and p.programme = came.programme
         and p.year = came.year and p.state <> 'discarded')
       and (came.place, -came.year, came.programme::text collate "C") > ($7::bigint, -$8::integer, $9)
     order by came.place, -came.year, came.programme::text collate "C" limit $10`,
    [
      ...[wanted.lo, wanted.hi, ...boundsOf(caller.ranges)],
      ...[wanted.programme, wanted.year, ...wanted.after, wanted.limit + 1],
    ],
  );
  return rows;
}
