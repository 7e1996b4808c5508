/** Whether this installation holds the demonstration: what is made in it is no record of anything, whoever registered it. */
import type { Client } from './db/pool.ts';

export async function demonstrated(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (select from platform.setting where name = 'demonstration') as there`,
  );
  return rows[0]?.there ?? false;
}
