/** The batches of the province. */
import type { Client } from '../../platform/db/pool.ts';
import type { BatchRows } from '../contract.ts';

/** All batches, the first one first. */
export async function batches(client: Client): Promise<BatchRows['rows']> {
  const { rows } = await client.query<BatchRows['rows'][number]>({
    name: 'batches',
    text: `select id, name, number, starts_on as "startsOn", ends_on as "endsOn" from teams.batch order by number`,
  });
  return rows;
}
