// Places of the tree of a day, as its callers may see them.

import { type RawBuilder, sql } from 'kysely';
import type { RegionLevel } from '../kit/region-key.ts';
import type { Client, Db } from '../platform/db/pool.ts';
import { type Range, within } from '../platform/db/scope.ts';
import type { ChildRow, Editions, FoundRow, Step } from './contract.ts';
import { type ScopedPlace, visible } from './in-scope.ts';
import type { Kind } from './vocabulary.ts';

export type Page = { after?: string | undefined; limit: number };
export type PlaceHead = {
  key: string;
  code: string;
  name: string;
  level: RegionLevel;
  kind: Kind;
  from: string;
  until: string | null;
};

/** The day whose tree is meant: days before the first edition use the first tree. */
export function treeDay(on: string): RawBuilder<string> {
  return sql`(select greatest(${on}::date, min(active_from)) from regions.edition)`;
}

/** A place as the tree of a day names it, or as it was last named; undefined when absent or out of sight. */
export async function placeOn(
  db: Db,
  key: string,
  on: string,
  ranges: readonly Range[],
): Promise<PlaceHead | undefined> {
  const { rows } = await sql<PlaceHead>`
    select r.key, c.code, c.name, r.level, c.kind, r.valid_from as "from", r.valid_to as until
    from regions.region r
    join lateral (
      select code, name, kind from regions.code
      where key = r.key and valid_from is not null
      order by (valid_from <= ${treeDay(on)}) desc,
        case when valid_from <= ${treeDay(on)} then valid_from end desc, valid_from
      limit 1
    ) c on true
    where r.key = ${key}::bigint and ${visible(ranges)}`.execute(db);
  return rows[0];
}

/** From the province down to the place itself. */
export async function pathOf(db: Db, key: string, on: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select a.ancestor as key, c.name, a.level
    from regions.ancestor a
    join lateral (
      select name from regions.code
      where key = a.ancestor and valid_from is not null
      order by (valid_from <= ${treeDay(on)}) desc,
        case when valid_from <= ${treeDay(on)} then valid_from end desc, valid_from
      limit 1
    ) c on true
    where a.key = ${key}::bigint
    order by a.level`.execute(db);
  return rows;
}

/** Places right below, in the order of their codes. */
export async function childrenOf(
  db: Db,
  key: string,
  on: string,
  ranges: readonly Range[],
  { after, limit }: Page,
): Promise<{ rows: ChildRow[]; next: string | null }> {
  const { rows } = await sql<ChildRow>`
    with day as materialized (select ${treeDay(on)} as day)
    select r.key, c.code, c.name, r.level, c.kind,
      (select count(*)::int from regions.region b where b.parent = r.key
        and b.valid_from <= day.day and (b.valid_to is null or b.valid_to > day.day)) as children,
      array(select distinct t.tier::text from regions.tier t where t.place_key = r.key
        and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date) order by 1) as tiers,
      array(select distinct f.flag::text from regions.flag f where f.place_key = r.key
        and f.valid_from <= ${on}::date and (f.valid_to is null or f.valid_to > ${on}::date) order by 1) as flags
    from day, regions.region r
    join regions.code c on c.key = r.key
    where r.parent = ${key}::bigint and ${visible(ranges)}
      and r.valid_from <= day.day and (r.valid_to is null or r.valid_to > day.day)
      and c.valid_from <= day.day and (c.valid_to is null or c.valid_to > day.day)
      and c.code > ${after ?? ''}
    order by c.code limit ${limit + 1}`.execute(db);
  return page(rows, limit, (row) => row.code);
}

/**
 * Places by part of a name, or the beginning of a code, of the pinyin or of its initials. Names and codes of
 * every edition that was the tree are searched; what is shown is the name of the day.
 */
export async function placesLike(
  db: Db,
  wanted: string,
  on: string,
  ranges: readonly Range[],
  { after, limit }: Page,
): Promise<{ rows: FoundRow[]; next: string | null }> {
  const text = wanted.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const [start, part] = [`${text}%`, `%${text}%`];
  const fits = /^[0-9]+$/.test(wanted)
    ? sql`(r.code like ${start} or r.key::text like ${start})`
    : /^[a-z0-9 ']+$/i.test(wanted)
      ? sql`(r.pinyin like ${start.replace(/[ ']/g, '')} or r.initials like ${start} or r.name ilike ${part})`
      : sql`r.name like ${part}`;
  const [rank, level, code] = (after ?? '').split('.');
  const beyond = after
    ? sql`(f.rank, f.place, f.code) > (${Number(rank)}, ${Number(level)}, ${code ?? ''})`
    : sql`true`;
  const { rows } = await sql<FoundRow & { rank: number; place: number }>`
    with day as materialized (select ${treeDay(on)} as day),
    hit as (
      select r.key, (array_agg(r.name order by r.edition))[1] as first_name,
        min(case when r.name = ${wanted} or r.initials = ${text} or r.code = ${wanted} then 0
          when r.name like ${start} then 1 else 2 end) as rank
      from regions.code r where r.valid_from is not null and ${within('r.key', ranges)} and ${fits}
      group by r.key
    ),
    f as (
      select r.key, c.code, c.name, r.level, c.kind, hit.rank,
        array_position(enum_range(null::regions.level), r.level) as place,
        case when hit.first_name <> c.name then hit.first_name end as matched
      from hit cross join day
      join regions.region r on r.key = hit.key
      join regions.code c on c.key = r.key
      where r.valid_from <= day.day and (r.valid_to is null or r.valid_to > day.day)
        and c.valid_from <= day.day and (c.valid_to is null or c.valid_to > day.day)
    )
    select f.key, f.code, f.name, f.level, f.kind, f.matched, f.rank, f.place,
      array(select c.name from regions.ancestor a
        join regions.code c on c.key = a.ancestor
        where a.key = f.key and a.ancestor <> f.key and a.level <> 'province'
          and c.valid_from <= day.day and (c.valid_to is null or c.valid_to > day.day)
        order by a.level) as above
    from f cross join day
    where ${beyond}
    order by f.rank, f.place, f.code limit ${limit + 1}`.execute(db);
  const found = page(rows, limit, (row) => `${row.rank}.${row.place}.${row.code}`);
  return { ...found, rows: found.rows.map(({ rank: _rank, place: _place, ...row }) => row) };
}

/** Every place right below on a day, with the name it had: for figures, which know the caller may see the one above. */
export async function childrenOn(
  client: Client,
  parent: string,
  day: string,
): Promise<(ScopedPlace & { name: string; kind: string })[]> {
  const { rows } = await client.query<ScopedPlace & { name: string; kind: string }>({
    name: 'children-on',
    text: `select r.key, r.parent, r.lo, r.hi, r.level, r.county, c.name, c.kind
           from regions.region r
           join lateral (
             select name, kind from regions.code
             where key = r.key and valid_from is not null
             order by (valid_from <= $2::date) desc, case when valid_from <= $2::date then valid_from end desc, valid_from limit 1
           ) c on true
           where r.parent = $1 and r.valid_from <= greatest($2::date, (select min(valid_from) from regions.region))
             and (r.valid_to is null or r.valid_to > $2::date)
           order by r.key`,
    values: [parent, day],
  });
  return rows;
}

/** Without those that only carry made-up places beside the registry: places, but never a tree. */
export async function editions(db: Db): Promise<Editions['rows']> {
  return db
    .selectFrom('regions.edition')
    .select(['edition', 'cut_off as cutOff', 'source', 'row_count as rows'])
    .select(['loaded_at as loadedAt', 'active_from as activeFrom'])
    .where(
      sql<boolean>`active_from is not null or not exists
        (select 1 from regions.code c where c.edition = edition.edition and c.key is not null)`,
    )
    .orderBy('edition')
    .execute() as Promise<Editions['rows']>; // the generated type of a time stamp is Date; it arrives as text
}

function page<Row>(
  rows: Row[],
  limit: number,
  cursor: (row: Row) => string,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? cursor(last) : null };
}
