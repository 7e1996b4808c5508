/** A document that the caller's office may take back. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';

/**
 * @throws Absent when there is none, or no entry of it lies in the caller's ranges; Refusal when another office
 * registered it. What came without a paper is its payer's.
 */
export async function documentFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<{ id: string; number: string }> {
  const { rows } = await client.query<{ id: string; number: string; office: string }>(
    `select d.id, d.number,
       coalesce((select p.place_key from funds.paper p where p.id = d.id), d.payer_key)::text as office
     from funds.document d
     where d.id = $1 and exists (select from funds.entry e where e.document_number = d.number
       and ${withinText('e.place_key', '$2', '$3')})`,
    [id, ...boundsOf(caller.ownRanges)],
  );
  const found = rows[0];
  if (!found) throw new Absent();
  if (found.office !== caller.seat) throw new Refusal('funds.refusal.other_office');
  return { id: found.id, number: found.number };
}
