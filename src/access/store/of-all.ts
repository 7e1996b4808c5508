/** Who sets what holds for everybody. */
import type { Client } from '../../platform/db/pool.ts';
import type { Caller } from '../../platform/http/endpoint.ts';

/** Whether the caller's area is the whole: what holds for every account is set by no part of the tree. */
export async function isOfAll(client: Pick<Client, 'query'>, { ranges }: Caller): Promise<boolean> {
  const { rows } = await client.query<{ lo: string; hi: string }>(
    'select lo, hi from regions.region where parent is null and valid_to is null',
  );
  return rows.some((root) => ranges.some((r) => r.lo <= root.lo && root.hi <= r.hi));
}
