/** A document of whose entries some are the caller's to see. */
import type { Client } from '../../../platform/db/pool.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import { rangesOf, within } from '../../../teams/store/scope.ts';

/** @throws Absent when there is none, or no entry of it lies in the caller's ranges. */
export async function documentFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<{ id: string; number: string }> {
  const { rows } = await client.query<{ id: string; number: string }>(
    `select d.id, d.number from funds.document d
     where d.id = $1 and exists (select from funds.entry e where e.document_number = d.number
       and ${within('e.place_key', '$2', '$3')})`,
    [id, ...rangesOf(caller)],
  );
  if (!rows[0]) throw new Absent();
  return rows[0];
}
