/** Who an account is for: a person known by exact name and unit, or a unit. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import type { PeopleFound, UnitsFound } from '../../contract-accounts.ts';
import { anywhere, personInReach } from './account-columns.ts';

/**
 * Whoever of exactly this name and unit has an open posting in the caller's ranges or a record kept there; where they
 * are posted is told as far as those go. An account follows its person, so nobody makes one for somebody elsewhere.
 */
export async function peopleNamed(
  client: Client,
  caller: Caller,
  name: string,
  organisation: string,
): Promise<PeopleFound['rows']> {
  const { rows } = await client.query<PeopleFound['rows'][number]>({
    name: 'people-named',
    text: `
      select f.id, f.name, array(
          select m.name from teams.posting o join teams.team m on m.id = o.team_id
          where o.person_id = f.id and o.ends_on is null order by o.starts_on desc limit 3) as posted
      from teams.find_person($1, $2) f where ${personInReach('$3', '$4')} order by f.id`,
    values: [name, organisation, ...boundsOf(caller.ranges)],
  });
  return rows;
}

/** Twelve units in being whose name holds the words or whose spelling begins with them: public bodies known to all. */
export async function unitsLike(client: Client, q: string): Promise<UnitsFound['rows']> {
  const { rows } = await client.query<UnitsFound['rows'][number]>({
    name: 'units-like-for-accounts',
    text: `
      select g.id, g.name, coalesce(home.name, '') as "homeName"
      from teams.organisation g left join regions.place home on home.key = g.home_key
      where g.valid_to is null and (g.name like $1 or g.pinyin like lower($2) || '%')
      order by g.name <> $3, length(g.name), g.pinyin collate "C", g.id limit 12`,
    values: [anywhere(q), anywhere(q).slice(1, -1), q],
  });
  return rows;
}

/** Whether a unit is there, in being, and at home in the caller's ranges: its account sees whatever it is paired with. */
export async function unitInReach(client: Client, caller: Caller, id: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'unit-in-reach',
    text: `select from teams.organisation g where g.id = $1 and g.valid_to is null
             and ${withinText('g.home_key', '$2', '$3')}`,
    values: [id, ...boundsOf(caller.ranges)],
  });
  return rowCount === 1;
}
