/** What grants and projects may not take from each other: both draw on one self-raised account of a place. */
import type { Client } from '../../../platform/db/pool.ts';
import { Refusal } from '../../../platform/http/endpoint.ts';
import type { PledgeRow } from '../../contract-donations.ts';
import { nameOf } from '../place-name.ts';

/** @throws Refusal when less would be left of the account than projects hold and other pledges are designated for. */
export async function mustLeaveBound(
  client: Client,
  { place, source, year }: Pick<PledgeRow, 'place' | 'source' | 'year'>,
  taken = 0n,
): Promise<void> {
  const { rows } = await client.query<{ free: string }>(
    `select (coalesce((select a.balance from funds.account a where a.county = $1 and a.holder = 'place' and a.place_key = $2
         and a.payer_key is null and a.measure = 'received' and (a.source, a.programme, a.year) = ($3, 'self_raised', $4)), 0)
       - funds.bound_of($1, $2, $3, 'self_raised', $4))::text as free`,
    [place.slice(0, 6), place, source, year],
  );
  if (BigInt(rows[0]?.free ?? '0') < taken)
    throw new Refusal('funds.refusal.bound_elsewhere', { place: await nameOf(client, place) });
}

/** Locks the account against projects and grants, so that what is asked afterwards still holds when it is written. */
export async function lockAccount(
  client: Client,
  { place, source, year }: Pick<PledgeRow, 'place' | 'source' | 'year'>,
): Promise<void> {
  await client.query(
    `select funds.hold_received($1, array[$2::bigint], array[$3::funds.source], array['self_raised'::funds.programme], array[$4::integer])`,
    [place.slice(0, 6), place, source, year],
  );
}
