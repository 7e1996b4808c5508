/** Who may take a package and under what, its snapshot, and the register of packages. */
import { isWithin } from '../../kit/region-key.ts';
import type { Client, Pool } from '../../platform/db/pool.ts';
import { boundsOf, type Range, settings, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../regions/in-scope.ts';
import type { PackageRow, PackedFile } from '../contract.ts';

export interface Notice {
  id: string;
  number: string;
  organ: string;
}

/** Notices in force by which an auditor looks at a place. */
export async function noticesOver(
  client: Client,
  { account }: Caller,
  { key, lo, hi }: Pick<ScopedPlace, 'key' | 'lo' | 'hi'>,
  today: string,
): Promise<Notice[]> {
  const { rows } = await client.query<Notice>(
    `select n.id, n.number, n.organ from access.notice n
     join access.notice_account a on a.notice_id = n.id and a.account_id = $1
     join regions.region r on r.key = any (n.place_keys) and r.lo <= $3::bigint and r.hi >= $4::bigint
     where n.starts_on <= $5::date and n.ends_on >= $5::date and (n.ended_on is null or n.ended_on > $5::date)
       and $2::bigint is not null
     order by n.number`,
    [account, key, lo, hi, today],
  );
  return [...new Map(rows.map((one) => [one.id, one])).values()];
}

/** Whether the caller may take a package of a place: an auditor under a notice, an office what lies under it, not its partners. */
export const mayTake = (
  { role, seat }: Caller,
  { key }: Pick<ScopedPlace, 'key'>,
  notices: readonly Notice[],
): boolean => (role === 'auditor' ? notices.length > 0 : isWithin(key, seat));

/**
 * Reads under one snapshot on a connection of its own: the request's transaction has taken none that lasts. Row security
 * holds in it as in any other.
 */
export async function* inSnapshot<T>(
  pool: Pool,
  { account, ranges }: { account: string; ranges: readonly Range[] },
  read: (client: Client) => AsyncGenerator<T, void>,
): AsyncGenerator<T, void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(
      `begin isolation level repeatable read read only; ${settings({ actor: account, ranges })}`,
    );
    yield* read(client);
    await client.query('commit');
  } catch (error) {
    broken = error as Error; // closes the connection, and with it the transaction
    throw error;
  } finally {
    // A reader that goes away ends this in the middle, with the transaction open.
    if (!broken) await client.query('rollback');
    client.release(broken);
  }
}

/** How often the request's transaction is used meanwhile: well within what it may lie idle. */
const aliveMs = 2_000;

/** Hands parts on that come from elsewhere while a transaction waits for them. */
export async function* keptAlive<T>(
  client: Client,
  parts: AsyncGenerator<T, void>,
): AsyncGenerator<T, void> {
  let asked: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // Where the transaction is lost, its next statement says so.
    asked = client.query('select').catch(() => undefined);
  }, aliveMs);
  try {
    yield* parts;
  } finally {
    clearInterval(timer);
    await asked;
  }
}

export async function cutOffOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>(
    `select ${instant('clock_timestamp()')} as at`,
  );
  return rows[0]?.at ?? '';
}

export interface Taken {
  id: string;
  notices: readonly Notice[];
  cutOff: string;
  sha256: string;
  bytes: number;
  files: readonly PackedFile[];
}

export async function addPackage(
  client: Client,
  { account, seat }: Caller,
  { county, key }: Pick<ScopedPlace, 'county' | 'key'>,
  { id, notices, cutOff, sha256, bytes, files }: Taken,
): Promise<void> {
  await client.query(
    `insert into evidence.package (county, id, place_key, taken_by, seat_key, notices, cut_off, sha256, bytes, files)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[county, id, key, account, seat, JSON.stringify(notices), cutOff, sha256, bytes],
      JSON.stringify(files),
    ],
  );
}

/** Packages of a place and what lies under it, the last first; one more than asked. */
export async function packagesUnder(
  client: Client,
  caller: Caller,
  wanted: { lo: string; hi: string; before: readonly string[]; limit: number },
): Promise<PackageRow[]> {
  const { rows } = await client.query<PackageRow>(
    `select k.id, k.place_key::text as place, place.name as "placeName", a.display_name as "takenBy",
       coalesce(seat.name, '') as "seatName", k.notices, ${instant('k.cut_off')} as "cutOff",
       ${instant('k.taken_at')} as "takenAt", k.sha256, k.bytes::text as bytes, k.files
     from evidence.package k
     join regions.place place on place.key = k.place_key
     join access.account a on a.id = k.taken_by
     left join regions.place seat on seat.key = k.seat_key
     where k.place_key between $1 and $2 and ${withinText('k.place_key', '$3', '$4')}
       and (k.taken_at, k.id) < ($5::timestamptz, $6::uuid)
     order by k.taken_at desc, k.id desc limit $7`,
    [wanted.lo, wanted.hi, ...boundsOf(caller.ranges), ...wanted.before, wanted.limit + 1],
  );
  return rows.map((row) => ({
    ...row,
    notices: row.notices.map(({ number, organ }) => ({ number, organ })),
  }));
}
