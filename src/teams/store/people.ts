/** People: those whose record is kept in a region, and one of exactly this name and unit anywhere. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { PersonRows, SamePersonRows } from '../contract.ts';

/** Twenty people at most whose name begins so, in Chinese or spelled. */
export async function peopleLike(
  client: Client,
  caller: Caller,
  region: { lo: string; hi: string },
  q: string,
): Promise<PersonRows['rows']> {
  const words = q.trim();
  const { rows } = await client.query<PersonRows['rows'][number]>({
    name: 'people-like',
    text: `
      select p.id, p.name, p.home_unit_id as organisation, g.name as "organisationName", p.born_in as "bornIn",
        (select m.name from teams.posting o join teams.team m on m.id = o.team_id
         where o.person_id = p.id and o.main and o.ends_on is null and ${withinText('o.place_key', '$4', '$5')}
         order by o.starts_on desc limit 1) as "postedTo"
      from teams.person p left join teams.organisation g on g.id = p.home_unit_id
      where p.place_key between $1 and $2 and (p.name like $3 || '%' or p.pinyin like lower($3) || '%')
      order by p.pinyin collate "C", p.id limit 20`,
    values: [region.lo, region.hi, words.replace(/[\\%_]/g, '\\$&'), ...boundsOf(caller.ranges)],
  });
  return rows;
}

/** Whoever has exactly this name and unit, in any county: id and name, no more. */
export async function personOf(
  client: Client,
  name: string,
  organisation: string,
): Promise<SamePersonRows['rows']> {
  const { rows } = await client.query<SamePersonRows['rows'][number]>({
    name: 'person-of',
    text: 'select id, name from teams.find_person($1, $2)',
    values: [name, organisation],
  });
  return rows;
}
