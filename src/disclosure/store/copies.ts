/** Public copies with their publications: a list, one, and adding. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller, type Lang } from '../../platform/http/endpoint.ts';
import type { copyStates, Kind } from '../codes.ts';
import type { Content } from '../content/block.ts';
import type { CopyRow, Publication } from '../contract.ts';
import { copyState, publicationState } from '../rules.ts';

interface Kept extends Omit<CopyRow, 'state' | 'title' | 'publications'> {
  county: string;
  title: Content['title'];
  publications: Omit<Publication, 'state'>[];
  madeAt: string;
}

const publications = `coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'channel', p.channel, 'shownAt', p.shown_at,
    'fromDay', p.from_day, 'untilDay', p.until_day, 'takenDownOn', p.taken_down_on, 'takenDownBecause', p.taken_down_because)
    order by p.from_day, p.registered_at, p.id)
  from disclosure.publication p where p.county = c.county and p.copy_id = c.id), '[]')`;
const columns = `c.id, c.county, c.kind, c.place_key::text as place, place.name as "placeName", c.year,
  c.content -> 'title' as title, c.made_on as "madeOn", c.made_up as "madeUp", ${publications} as publications,
  to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt"`;

interface Wanted {
  lo: string;
  hi: string;
  kind: Kind | null;
  state: (typeof copyStates)[number] | null;
  before: readonly string[];
  limit: number;
}

/** The same as copyState in rules.ts, for choosing in the database. */
const stateSql = `(select case
    when bool_or(p.taken_down_on is null and p.until_day < $7::date) then 'due'
    when bool_or(p.taken_down_on is null) then 'published'
    when count(*) > 0 then 'taken_down' else 'made' end
  from disclosure.publication p where p.county = c.county and p.copy_id = c.id)`;

/** Copies of a place and all in it, the last made first. */
export async function copiesUnder(
  client: Client,
  caller: Caller,
  { today, lang }: { today: string; lang: Lang },
  { lo, hi, kind, state, before, limit }: Wanted,
): Promise<(CopyRow & { cursor: string })[]> {
  const { rows } = await client.query<Kept>(
    `select ${columns} from disclosure.copy c join regions.place place on place.key = c.place_key
     where c.place_key between $1 and $2 and ${withinText('c.place_key', '$3', '$4')}
       and ($5::disclosure.kind is null or c.kind = $5) and ($6::text is null or ${stateSql} = $6)
       and (c.made_at, c.id) < ($8::timestamptz, $9::uuid) and $7::date is not null
     order by c.made_at desc, c.id desc limit $10`,
    [lo, hi, ...boundsOf(caller.ranges), kind, state, today, ...before, limit + 1],
  );
  return rows.map((row) => ({ ...rowOf(row, today, lang), cursor: `${row.madeAt}~${row.id}` }));
}

function rowOf({ county, madeAt, ...row }: Kept, today: string, lang: Lang): CopyRow {
  return {
    ...row,
    title: row.title[lang],
    state: copyState(row.publications, today),
    publications: row.publications.map((one) => ({ ...one, state: publicationState(one, today) })),
  };
}

export interface KeptCopy {
  id: string;
  county: string;
  place: string;
  kind: Kind;
  sha256: string;
  content: Content;
  madeOn: string;
  madeBy: string | null;
  madeUp: boolean;
  row(today: string, lang: Lang): CopyRow;
}

/** @throws Absent when there is none in the caller's places */
export async function copyFor(client: Client, caller: Caller, id: string): Promise<KeptCopy> {
  const { rows } = await client.query<
    Kept & { sha256: string; content: Content; madeBy: string | null }
  >(
    `select ${columns}, c.sha256, c.content, a.display_name as "madeBy"
     from disclosure.copy c join regions.place place on place.key = c.place_key
     left join access.account a on a.id = c.made_by
     where c.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found || !inRanges(found.place, caller.ranges)) throw new Absent();
  const { sha256, content, madeBy, ...row } = found;
  const { county, place, kind, madeOn, madeUp } = row;
  return {
    ...{ id, county, place, kind, sha256, content, madeOn, madeBy, madeUp },
    row: (today, lang) => rowOf(row, today, lang),
  };
}

export interface NewCopy {
  id: string;
  county: string;
  place: string;
  kind: Kind;
  object: string | null;
  year: number;
  content: Content;
  sha256: string;
  on: string;
  /** Facts of a demonstration make a copy that says so. */
  madeUp: boolean;
}

export async function addCopy(client: Client, caller: Caller, copy: NewCopy): Promise<void> {
  await client.query(
    `insert into disclosure.copy (county, id, place_key, kind, object_id, year, content, sha256, made_by, made_on, made_up)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[copy.county, copy.id, copy.place, copy.kind, copy.object, copy.year],
      ...[JSON.stringify(copy.content), copy.sha256, caller.account, copy.on, copy.madeUp],
    ],
  );
}
