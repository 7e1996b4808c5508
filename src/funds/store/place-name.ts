/** What a place is called today. */
import type { Client } from '../../platform/db/pool.ts';

export async function nameOf(client: Client, key: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>({
    name: 'place-name',
    text: 'select name from regions.place where key = $1',
    values: [key],
  });
  return rows[0]?.name ?? key;
}
