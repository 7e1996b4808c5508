/** Projects that belong to a year: planned for it, or planned or built in a part of it. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import type { YearRow } from '../../contract-lists.ts';

/** By town and number; one more than asked. */
export async function projectsOfYear(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    year: string;
    after: readonly string[];
    limit: number;
  },
): Promise<YearRow[]> {
  const { rows } = await client.query<YearRow>(
    `select p.id, p.place_key::text as town, town.name as "townName", p.number, p.name, p.state, p.progress,
       p.planned_from::text as "plannedFrom", p.planned_to::text as "plannedTo", p.started_on::text as "startedOn",
       p.completed_on::text as "completedOn"
     from projects.project p
     join regions.place town on town.key = p.place_key
     where p.place_key between $1 and $2 and ${withinText('p.place_key', '$3', '$4')}
       and p.state <> 'discarded'
       and (p.year = $5::integer
         or (p.planned_from < make_date($5::integer + 1, 1, 1) and p.planned_to >= make_date($5::integer, 1, 1))
         or (p.started_on < make_date($5::integer + 1, 1, 1)
           and (p.completed_on >= make_date($5::integer, 1, 1) or p.state = 'building')))
       and (p.place_key, p.number, p.id) > ($6::bigint, $7::text, $8::uuid)
     order by p.place_key, p.number, p.id limit $9`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.year,
      ...wanted.after,
      wanted.limit + 1,
    ],
  );
  return rows;
}
