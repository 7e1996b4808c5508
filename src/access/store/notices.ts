/** Notices (通知书) by which auditors look. */
import { sql } from 'kysely';
import type { Client, Db } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { AccessNoticeKind } from '../../schema.gen.ts';
import type { Auditors, NoticeRow } from '../contract-notices.ts';

export interface NewNotice {
  id: string;
  number: string;
  kind: AccessNoticeKind;
  organ: string;
  subject: string;
  /** Keys of one to four places. */
  places: readonly string[];
  startsOn: string;
  /** The last day. */
  endsOn: string;
  accounts: readonly string[];
  madeUp?: boolean;
  by: string | null;
}

export async function addNotice(db: Db, notice: NewNotice): Promise<void> {
  await db
    .insertInto('access.notice')
    .values({
      id: notice.id,
      number: notice.number,
      kind: notice.kind,
      organ: notice.organ,
      subject: notice.subject,
      place_keys: [...notice.places],
      starts_on: notice.startsOn,
      ends_on: notice.endsOn,
      made_up: notice.madeUp ?? false,
      recorded_by: notice.by,
    })
    .execute();
  if (notice.accounts.length > 0)
    await db
      .insertInto('access.notice_account')
      .values(notice.accounts.map((account_id) => ({ notice_id: notice.id, account_id })))
      .execute();
}

/** Whether every one of these places lies in the caller's ranges. */
export const allWithin = (caller: Caller, places: readonly string[]): boolean =>
  places.every((key) => inRanges(key, caller.ranges));

/** Notices that touch the caller's places, or that the caller looks under; the latest first. */
export async function noticesFor(
  client: Client,
  caller: Caller,
  today: string,
  ownOnly: boolean,
): Promise<NoticeRow[]> {
  const { rows } = await client.query<NoticeRow>({
    name: 'notices-for',
    text: `
      select n.id, n.number, n.kind, n.organ, n.subject, n.starts_on as "startsOn", n.ends_on as "endsOn", n.ended_on as "endedOn",
        (select json_agg(json_build_object('key', p.key::text, 'name', p.name) order by p.key)
         from regions.place p where p.key = any (n.place_keys)
           and ($5 or ${withinText('p.key', '$1', '$2')})) as places,
        (select coalesce(json_agg(a.display_name order by a.name), '[]')
         from access.notice_account na join access.account a on a.id = na.account_id where na.notice_id = n.id) as people,
        case when n.starts_on > $3::date then 'coming'
          when n.ends_on < $3::date or n.ended_on <= $3::date then 'over' else 'in_force' end as state,
        not $5 and not exists (select from unnest(n.place_keys) k where not ${withinText('k', '$1', '$2')}) as "mayEnd"
      from access.notice n
      where case when $5 then exists (select from access.notice_account na where na.notice_id = n.id and na.account_id = $4)
        else exists (select from unnest(n.place_keys) k where ${withinText('k', '$1', '$2')}) end
      order by n.starts_on desc, n.number limit 200`,
    values: [...boundsOf(caller.ranges), today, caller.account, ownOnly],
  });
  return rows;
}

/** Accounts of auditors whose home lies in the caller's ranges. */
export async function auditorsFor(client: Client, caller: Caller): Promise<Auditors['rows']> {
  const { rows } = await client.query<Auditors['rows'][number]>({
    name: 'auditors-for',
    text: `select a.id, a.display_name as name, a.name as login, p.name as home
           from access.account a join regions.place p on p.key = a.home_key
           where a.role = 'auditor' and a.disabled_at is null and a.granted_at is not null
             and ${withinText('a.home_key', '$1', '$2')}
           order by a.name limit 500`,
    values: boundsOf(caller.ranges),
  });
  return rows;
}

/** Ends a notice from a day on. @throws Absent when no place of it is the caller's */
export async function endNotice(
  db: Db,
  caller: Caller,
  id: string,
  today: string,
): Promise<{ number: string; place: string } | null> {
  const notice = await db
    .selectFrom('access.notice')
    .select(['number', 'place_keys', 'ends_on', 'ended_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const places = (notice?.place_keys ?? []).map(String);
  if (!notice || !allWithin(caller, places)) throw new Absent();
  if (notice.ended_on !== null || notice.ends_on < today) return null;
  await db
    .updateTable('access.notice')
    .set({ ended_on: sql<string>`greatest(${today}::date, starts_on)` })
    .where('id', '=', id)
    .execute();
  return { number: notice.number, place: places[0] ?? '' };
}
