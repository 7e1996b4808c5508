/** Whether this installation holds the demonstration: what is made in it is no record of anything, whoever registered it. */
import type { Client } from './db/pool.ts';

/** The same within another statement. */
export const demonstratedSql = `exists (select from platform.setting where name = 'demonstration')`;

export async function demonstrated(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select ${demonstratedSql} as there`);
  return rows[0]?.there ?? false;
}
