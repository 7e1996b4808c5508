/** Wider scopes taken in an emergency (应急授权). */
import type { Client, Db } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { EmergencyRow } from '../contract-notices.ts';

export interface Reached {
  key: string;
  name: string;
  /** The lowest place above both the caller's home and this one. */
  above: string;
  /** Whether it is of a level above the home's, or above the counties. */
  tooWide: boolean;
}

/** Places of a code (6 to 12 digits, trailing zeros may be left out) or full name, by the tree in force; at most five. */
export async function placesCalled(
  client: Client,
  home: string,
  called: string,
): Promise<Reached[]> {
  const code = /^[0-9]{6,12}$/.test(called) ? called.padEnd(12, '0') : null;
  const { rows } = await client.query<Reached>({
    name: 'places-called',
    text: `
      select p.key::text as key, p.name, above.key::text as above,
        p.level < greatest((select level from regions.region where key = $1::bigint), 'county') as "tooWide"
      from regions.place p join regions.region r on r.key = p.key
      cross join lateral (
        select u.key from regions.region u
        where u.lo <= r.lo and u.hi >= r.hi and u.lo <= $1::bigint and u.hi >= $1::bigint
        order by u.hi - u.lo limit 1) above
      where case when $2::text is null then p.name = $3 else p.code = $2 end
      order by p.key limit 5`,
    values: [home, code, called.trim()],
  });
  return rows;
}

export async function takeEmergency(
  db: Db,
  id: string,
  account: string,
  to: Pick<Reached, 'key' | 'above'>,
  { reason, hours }: { reason: string; hours: number },
): Promise<void> {
  const now = new Date();
  await db
    .insertInto('access.emergency')
    .values({
      id,
      account_id: account,
      place_key: to.key,
      above_key: to.above,
      reason: reason.trim(),
      starts_at: now,
      ends_at: new Date(now.getTime() + hours * 3_600_000),
    })
    .execute();
}

/**
 * The caller's own, and those whose level above lies in the caller's own ranges: an emergency puts nobody above others.
 * Those in force first.
 * @param others whether the caller may see other people's
 */
export async function emergenciesFor(
  client: Client,
  caller: Caller,
  others: boolean,
): Promise<EmergencyRow[]> {
  const { rows } = await client.query<EmergencyRow>({
    name: 'emergencies-for',
    text: `
      select e.id, a.display_name as person, e.account_id = $3 as own,
        json_build_object('key', p.key::text, 'name', p.name) as place,
        json_build_object('key', u.key::text, 'name', u.name) as above,
        e.reason, e.starts_at as "startsAt", e.ends_at as "endsAt", e.ended_at as "endedAt",
        k.display_name as "acknowledgedBy", e.acknowledged_at as "acknowledgedAt",
        case when e.ended_at is null and e.ends_at > now() then 'in_force' else 'over' end as state
      from access.emergency e
      join access.account a on a.id = e.account_id
      join regions.place p on p.key = e.place_key
      join regions.place u on u.key = e.above_key
      left join access.account k on k.id = e.acknowledged_by
      where e.account_id = $3
        or ($4 and ${withinText('e.above_key', '$1', '$2')})
      order by e.ended_at is null and e.ends_at > now() desc, e.starts_at desc limit 200`,
    values: [...boundsOf(caller.ownRanges), caller.account, others],
  });
  return rows;
}

export interface EmergencyState {
  id: string;
  account: string;
  place: string;
  inForce: boolean;
  acknowledged: boolean;
}

/** One the caller may do something about. @throws Absent when it is neither the caller's nor below */
export async function emergencyFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<EmergencyState> {
  const { rows } = await client.query<EmergencyState & { above: string }>(
    `select id, account_id as account, place_key::text as place, above_key::text as above,
       ended_at is null and ends_at > now() as "inForce", acknowledged_at is not null as acknowledged
     from access.emergency where id = $1 for update`,
    [id],
  );
  const [one] = rows;
  if (!one) throw new Absent();
  const above = inRanges(one.above, caller.ownRanges);
  if (one.account !== caller.account && !above) throw new Absent();
  return one;
}

export async function endEmergency(db: Db, id: string, by: string): Promise<void> {
  await db
    .updateTable('access.emergency')
    .set({ ended_at: new Date(), ended_by: by })
    .where('id', '=', id)
    .execute();
}

export async function acknowledgeEmergency(db: Db, id: string, by: string): Promise<void> {
  await db
    .updateTable('access.emergency')
    .set({ acknowledged_at: new Date(), acknowledged_by: by })
    .where('id', '=', id)
    .execute();
}
