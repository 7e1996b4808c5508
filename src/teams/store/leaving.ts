/** What nobody looks after once a posting has ended: the captain's place, villages, duties of the unit. */
import type { Client } from '../../platform/db/pool.ts';
import type { LeftOpen, PostingRow } from '../contract.ts';
import { inPostOn } from './posting-columns.ts';

/**
 * A village is left when no other first secretary is in post there on the day; the end of a main posting ends second posts
 * too. A duty is left when it is open, its pairing runs, and nobody else of the unit is in post in the team.
 */
export async function leftOpenBy(
  client: Client,
  posting: PostingRow,
  on: string,
): Promise<LeftOpen> {
  const { rows } = await client.query<Omit<LeftOpen, 'posting'>>({
    name: 'left-open-by',
    text: `
      with leaving as (
        select id, role, village_key from teams.posting
        where id = $1
          or ($3 and person_id = $4 and team_id = $5 and not main and ends_on is null)
      ), staying as (
        select o.role, o.village_key, o.organisation_id, o.main from teams.posting o
        where o.team_id = $5 and ${inPostOn('$2')} and o.id not in (select id from leaving)
      )
      select
        exists (select from leaving where role = 'captain')
          and not exists (select from staying where role = 'captain') as captain,
        (select coalesce(array_agg(v.name order by v.key), '{}')
         from leaving l join regions.place v on v.key = l.village_key
         where l.role = 'first_secretary' and not exists (
           select from staying s where s.role = 'first_secretary' and s.village_key = l.village_key)) as villages,
        (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'promise', d.promise)
           order by d.kind, d.id), '[]')
         from teams.pairing p join teams.duty d on d.pairing_id = p.id
         where $3 and p.place_key = $6 and p.organisation_id = $7
           and p.starts_on <= $2::date and (p.ends_on is null or p.ends_on > $2::date)
           and d.fulfilled_on is null and d.ended_on is null
           and not exists (select from staying s where s.main and s.organisation_id = $7)) as duties`,
    values: [
      posting.id,
      on,
      posting.main,
      posting.person,
      posting.team,
      posting.place,
      posting.organisation,
    ],
  });
  return { posting: posting.id, captain: false, villages: [], duties: [], ...rows[0] };
}
