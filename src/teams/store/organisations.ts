/** Units: found by name, spelling or credit code, with the teams behind which they stand and their lineage. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { HomeRows, OrganisationPage, OrganisationRow } from '../contract-organisations.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  type Rows,
  textAndIdCursor,
  zeroId,
} from './paging.ts';

const columns = `
  g.id, g.name, g.kind, g.level, g.home_key::text as home, coalesce(home.name, '') as "homeName",
  g.credit_code as "creditCode", g.valid_from as "validFrom", g.valid_to as "validTo"`;
const joins = 'left join regions.place home on home.key = g.home_key';

/** Units whose name holds the words, whose spelling begins with them or whose code is them; all when nothing is asked. */
export async function organisationsLike(
  client: Client,
  query: Paging & { q?: string | undefined },
): Promise<Rows<OrganisationRow>> {
  const limit = limitOf(query);
  const words = (query.q ?? '').trim();
  const [pinyin, id] = cursorParts(query, textAndIdCursor, ['', zeroId]);
  const { rows } = await client.query<OrganisationRow & { pinyin: string }>({
    name: 'organisations-like',
    text: `
      select ${columns}, g.pinyin from teams.organisation g ${joins}
      where ($1 = '' or g.name like '%' || $2 || '%' or g.pinyin like lower($2) || '%' or g.credit_code = upper($1))
        and (left(g.pinyin, 150) collate "C", g.id) > ($3, $4::uuid)
      order by left(g.pinyin, 150) collate "C", g.id limit $5`,
    values: [words, words.replace(/[\\%_]/g, '\\$&'), pinyin, id, limit + 1],
  });
  const { rows: found, next } = paged(
    rows,
    limit,
    (row) => `${row.pinyin.slice(0, 150)}~${row.id}`,
  );
  return { rows: found.map(({ pinyin: _, ...row }) => row), next };
}

/** @throws Absent when there is no such unit. Units are public bodies: nobody's scope hides them. */
export async function organisationFor(client: Client, id: string): Promise<OrganisationRow> {
  const { rows } = await client.query<OrganisationRow>({
    name: 'organisation',
    text: `select ${columns} from teams.organisation g ${joins} where g.id = $1`,
    values: [id],
  });
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** What a unit became, nearest first, and what became it. */
export async function lineageOf(
  client: Client,
  id: string,
): Promise<Pick<OrganisationPage, 'successors' | 'predecessors'>> {
  const { rows } = await client.query<OrganisationRow & { step: number }>({
    name: 'organisation-lineage',
    text: `
      with recursive after as (
        select successor_id as id, 1 as step from teams.organisation where id = $1
        union select g.successor_id, after.step + 1 from after join teams.organisation g on g.id = after.id where after.step < 20
      ), before as (
        select id, -1 as step from teams.organisation where successor_id = $1
        union select g.id, before.step - 1 from before join teams.organisation g on g.successor_id = before.id where before.step > -20
      )
      select ${columns}, line.step
      from (select * from after union all select * from before) line
      join teams.organisation g on g.id = line.id ${joins}
      where g.id <> $1 order by abs(line.step), g.pinyin collate "C"`,
    values: [id],
  });
  const bare = ({ step: _, ...row }: OrganisationRow & { step: number }): OrganisationRow => row;
  return {
    successors: rows.filter((row) => row.step > 0).map(bare),
    predecessors: rows.filter((row) => row.step < 0).map(bare),
  };
}

/** Teams behind which a unit stands or stood, as far as the caller sees; those of today first, 200 at most. */
export async function teamsOfOrganisation(
  client: Client,
  caller: Caller,
  id: string,
): Promise<OrganisationPage['teams']> {
  const { rows } = await client.query<OrganisationPage['teams'][number]>({
    name: 'organisation-teams',
    text: `
      select u.team_id as team, m.name as "teamName", town.name as "placeName", county.name as "countyName", u.lead,
        u.starts_on as "startsOn", u.ends_on as "endsOn"
      from teams.team_unit u
      join teams.team m on m.id = u.team_id
      join regions.place town on town.key = u.place_key
      join regions.place county on county.key = town.parent
      where u.organisation_id = $1 and ${withinText('u.place_key', '$2', '$3')}
      order by u.ends_on desc nulls first, u.place_key, u.id limit 200`,
    values: [id, ...boundsOf(caller.ranges)],
  });
  return rows;
}

/** A place, those above it, nearest first, and the cities that help its city on a day. */
export async function homesFor(
  client: Client,
  place: string,
  day: string,
): Promise<HomeRows['rows']> {
  const { rows } = await client.query<HomeRows['rows'][number]>({
    name: 'unit-homes',
    text: `
      select p.key::text as key, p.name, home.helper
      from (
        select ancestor as key, false as helper, level from regions.ancestor where key = $1 and level <> 'village'
        union all
        select key, true, 'city' from teams.helper_cities($1, $2::date)
      ) home join regions.place p on p.key = home.key
      order by home.helper, home.level desc, home.key`,
    values: [place, day],
  });
  return rows;
}
