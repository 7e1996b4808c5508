/** One person: what is on record, with the numbers sealed as they lie, and what was corrected. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import { sealedText } from '../../platform/secrets/sealed-text.ts';
import type { FoundPeople, PersonCard } from '../contract-people.ts';

const sealed = (column: string, of = 'p') =>
  sealedText('teams.person', `${of}.id`, column, `${of}.${column}`);

/**
 * Visible wherever a roster names the person; hidden numbers only where the record is kept.
 * @throws Absent elsewhere
 */
export async function personCard(client: Client, caller: Caller, id: string): Promise<PersonCard> {
  const { rows } = await client.query<PersonCard>({
    name: 'person-card',
    text: `
      select p.id, p.name, p.sex, p.born_in as "bornIn", p.education, p.rank, p.party_member as "partyMember", p.skills,
        g.name as "organisationName", kept.here as kept,
        case when kept.here then ${sealed('id_number')} end as "idNumber",
        case when kept.here then ${sealed('phone')} end as phone,
        to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as seen,
        case when kept.here then (${changesSql}) else '[]' end as changes
      from teams.person_card($1) p
      left join teams.organisation g on g.id = p.home_unit_id
      cross join lateral (select ${withinText('p.place_key', '$2', '$3')} as here) kept`,
    values: [id, ...boundsOf(caller.ranges)],
  });
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** What was done to one field between two states; null where nothing was. */
const corrected = (name: string, was: string, is: string): string => `
  case when ${is} is distinct from ${was} then jsonb_build_object('name', '${name}', 'deed',
    case when ${was} is null then 'added' when ${is} is null then 'removed' else 'changed' end) end`;

/** Each state beside the one before it. Hashes tell that a number changed; a new key changes them without a new state. */
const changesSql = `
  select coalesce(jsonb_agg(jsonb_build_object('at', c.at, 'by', c.by, 'fields', c.fields) order by c.n desc), '[]')
  from (
    select s.n, to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, a.display_name as by,
      array_remove(array[
        ${corrected('idNumber', 's.was_id', 's.id_number_index')},
        ${corrected('phone', 's.was_phone', 's.phone_index')},
        ${corrected('bornIn', 's.was_born', 's.born_in')}], null) as fields
    from (
      select h.*, row_number() over w as n, lag(h.id_number_index) over w as was_id,
        lag(h.phone_index) over w as was_phone, lag(h.born_in) over w as was_born
      from (
        select id_number_index, phone_index, born_in, recorded_at, recorded_by from teams.person_history where id = $1
        union all
        select id_number_index, phone_index, born_in, recorded_at, recorded_by from teams.person where id = $1
      ) h window w as (order by h.recorded_at)
    ) s left join access.account a on a.id = s.recorded_by
    where s.n > 1
  ) c where cardinality(c.fields) > 0`;

/** People of the caller's ranges with exactly this number, under whichever key it was kept; twenty at most. */
export async function peopleWith(
  client: Client,
  caller: Caller,
  by: 'id_number' | 'phone',
  indexes: readonly Buffer[],
): Promise<FoundPeople['rows']> {
  const { rows } = await client.query<FoundPeople['rows'][number]>({
    name: `people-with-${by}`,
    text: `
      select p.id, p.name, g.name as "organisationName", place.name as "placeName", m.id as team, m.name as "teamName",
        ${sealed('id_number')} as "idNumber", ${sealed('phone')} as phone
      from teams.person p
      join regions.place place on place.key = p.place_key
      left join teams.organisation g on g.id = p.home_unit_id
      left join lateral (
        select t.id, t.name from teams.posting o join teams.team t on t.id = o.team_id
        where o.person_id = p.id and o.main and o.ends_on is null order by o.starts_on desc limit 1) m on true
      where p.${by}_index = any ($1) and ${withinText('p.place_key', '$2', '$3')}
      order by p.pinyin collate "C", p.id limit 20`,
    values: [indexes, ...boundsOf(caller.ranges)],
  });
  return rows;
}
