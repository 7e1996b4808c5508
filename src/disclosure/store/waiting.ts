/** 待公开: what should be disclosed in a place and stands nowhere. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { Kind } from '../codes.ts';
import type { WaitingRow } from '../contract.ts';

interface Wanted {
  lo: string;
  hi: string;
  year: number;
  kind: Kind | null;
  today: string;
  after: readonly string[];
  limit: number;
}

/**
 * Projects from the year's plan on; notices that run; documents by the counties their money came to; approved plans; a year's
 * use of money of each town that received some. What was taken down before its time waits again.
 */
export async function waitingUnder(
  client: Client,
  caller: Caller,
  { lo, hi, year, kind, today, after, limit }: Wanted,
): Promise<(WaitingRow & { cursor: string })[]> {
  type Row = Omit<WaitingRow, 'mayMake'> & { cursor: string };
  const { rows } = await client.query<Row>(
    `with wanted as (
       select 'project'::disclosure.kind as kind, p.id as object, p.place_key, p.year, p.name, p.county, null::date as since
       from disclosed.project p
       where p.place_key between $1 and $2 and p.year = $5
         and p.state in ('planned', 'preparing', 'contracted', 'building', 'completed', 'accepted', 'settled', 'handed_over')
       union all
       select 'notice', n.id, n.place_key, p.year, p.name, n.county, n.posted_on
       from disclosed.notice n join disclosed.project p on p.id = n.project_id
       where n.place_key between $1 and $2 and p.year = $5 and n.posted_on <= $6 and n.ends_on >= $6
       union all
       select 'plan', p.id, p.place_key, p.year, p.title, p.county, p.approved_on
       from disclosed.plan p where p.place_key between $1 and $2 and p.year = $5
       union all
       select 'document', d.id, at.key, d.year, d.number || ' ' || d.title, at.county, d.issued_on
       from (select distinct l.county, l.document_number from disclosed.document_line l where l.place_key between $1 and $2) l
       join disclosed.document d on d.number = l.document_number and d.year = $5
       join regions.region at on at.key = (l.county || '000000')::bigint and at.key between $1 and $2
       union all
       select distinct 'use_of_money'::disclosure.kind, null::uuid, u.place_key, u.year, '', u.county, null::date
       from disclosed.use_of_money u
       join regions.region r on r.key = u.place_key and r.level = 'town'
       where u.place_key between $1 and $2 and u.year = $5 and u.measure = 'received'
     ), numbered as (
       select w.*, place.name as place_name, lpad(w.place_key::text, 12, '0') || '~' || w.kind || '~' || coalesce(w.object::text, '-') as cursor
       from wanted w join regions.place place on place.key = w.place_key
       where ($7::disclosure.kind is null or w.kind = $7) and ${withinText('w.place_key', '$3', '$4')}
     )
     select n.kind, n.object, n.place_key::text as place, n.place_name as "placeName", n.year, n.name, n.since, n.cursor,
       (select c.id from disclosure.copy c where c.county = n.county and c.place_key = n.place_key and c.kind = n.kind
          and c.year = n.year and c.object_id is not distinct from n.object
          and not exists (select from disclosure.publication p where p.county = c.county and p.copy_id = c.id)
        order by c.made_at desc limit 1) as copy
     from numbered n
     where n.cursor > $8 and not exists (
       select from disclosure.copy c join disclosure.publication p on p.county = c.county and p.copy_id = c.id
       where c.county = n.county and c.place_key = n.place_key and c.kind = n.kind and c.year = n.year
         and c.object_id is not distinct from n.object
         and (p.taken_down_on is null or p.taken_down_on >= p.until_day))
     order by n.cursor limit $9`,
    [lo, hi, ...boundsOf(caller.ranges), year, today, kind, after[0] ?? '', limit + 1],
  );
  const writes = caller.permissions.has('disclosure.write');
  return rows.map((row) => ({ ...row, mayMake: writes && inRanges(row.place, caller.ownRanges) }));
}
