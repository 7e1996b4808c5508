/** How a posting is read everywhere: one list of columns, so every page shows the same row. */

/**
 * Columns and joins of a posting row `o`. The person comes through teams.person_card: the record may have moved to another
 * county while the posting stays here.
 */
export const postingColumns = `
  o.id, o.person_id as person, person.name, person.sex, person.born_in as "bornIn", person.education, person.rank,
  coalesce(person.party_member, false) as "partyMember", coalesce(person.skills, '{}') as skills,
  o.organisation_id as organisation, organisation.name as "organisationName",
  o.team_id as team, team.name as "teamName", o.place_key::text as place, town.name as "placeName",
  county.name as "countyName", o.village_key::text as village, village.name as "villageName",
  o.batch_id as batch, batch.name as "batchName", o.category, o.role, o.main, o.town_post as "townPost",
  o.starts_on as "startsOn", o.due_on as "dueOn", o.ends_on as "endsOn", o.end_reason as "endReason",
  o.end_note as "endNote", to_char(o.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as seen`;

export const postingJoins = `
  left join lateral teams.person_card(o.person_id) person on true
  left join teams.organisation organisation on organisation.id = o.organisation_id
  join teams.team team on team.id = o.team_id
  join teams.batch batch on batch.id = o.batch_id
  join regions.place town on town.key = o.place_key
  join regions.place county on county.key = town.parent
  left join regions.place village on village.key = o.village_key`;

/** In post on a day given as parameter, e.g. `$2`. */
export const inPostOn = (day: string): string =>
  `o.starts_on <= ${day}::date and (o.ends_on is null or o.ends_on > ${day}::date)`;

/** Order of a roster: captain first, then who came first. */
export const rosterOrder = 'o.role, o.category, o.starts_on, o.id';
