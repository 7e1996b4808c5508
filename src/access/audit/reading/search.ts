/** Finding rows of the audit: newest first, within the caller's ranges, page by page. */
import { type RawBuilder, sql } from 'kysely';
import type { Client, Db } from '../../../platform/db/pool.ts';
import { settings, within } from '../../../platform/db/scope.ts';
import { Absent, BadShape, type Caller } from '../../../platform/http/endpoint.ts';
import { placeFor, type ScopedPlace } from '../../../regions/in-scope.ts';
import type { RowsQuery } from '../contract.ts';

/** Strangers' rows lie at no place. */
export const nowhere = '000000000000';

export interface Within extends ScopedPlace {
  /** Whether rows of strangers are seen too. */
  strangers: boolean;
}

/**
 * The place asked for. Audit administrators of the whole also see strangers: their range is added for this transaction.
 * @throws Absent
 */
export async function withinOf(client: Client, caller: Caller, key: string): Promise<Within> {
  const place = await placeFor(client, caller, key);
  const strangers = place.parent === null && caller.role === 'auditadmin';
  if (strangers)
    await client.query(
      settings({
        actor: caller.account,
        ranges: [...caller.ranges.slice(0, 3), { lo: nowhere, hi: nowhere }],
      }),
    );
  return { ...place, strangers };
}

export interface FoundRow {
  id: string;
  at: string;
  kind: string;
  county: string;
  day: string;
  n: string;
  actor: string | null;
  actor_name: string | null;
  actor_login: string | null;
  role: string | null;
  action: string;
  object: string | null;
  place: string;
  place_name: string | null;
  person: string | null;
  person_name: string | null;
  outcome: string;
}

export interface FoundDetail extends FoundRow {
  before: unknown;
  after: unknown;
  ranges: string[];
  address: string | null;
  request: string | null;
}

export async function rowsWithin(
  db: Db,
  within: Within,
  query: Omit<RowsQuery, 'place' | 'limit'>,
  limit: number,
): Promise<{ rows: FoundDetail[]; next: string | null }> {
  const found = await named(db)
    .where(sql<boolean>`(${sql.join(conditions(within, query), sql` and `)})`)
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last && found.length > limit ? `${last.micros}~${last.id}` : null };
}

/** @throws Absent when there is no such row, or not in the caller's ranges */
export async function oneRow(db: Db, caller: Caller, id: string): Promise<FoundDetail> {
  const root = caller.role === 'auditadmin' ? [sql`a.place_key = 0`] : []; // row security says who is of the whole
  const row = await named(db)
    .where('a.id', '=', id)
    .where(sql<boolean>`(${sql.join([within('a.place_key', caller.ranges), ...root], sql` or `)})`)
    .executeTakeFirst();
  if (!row) throw new Absent();
  return row;
}

function named(db: Db) {
  return db
    .selectFrom('access.audit as a')
    .leftJoin('access.account as c', 'c.id', 'a.account_id')
    .leftJoin('regions.place as r', 'r.key', 'a.place_key')
    .leftJoin('teams.person as p', 'p.id', 'a.person_id')
    .select([
      ...(['a.id', 'a.at', 'a.kind', 'a.county', 'a.day', 'a.n', 'a.role', 'a.action'] as const),
      ...(['a.object', 'a.outcome', 'a.before', 'a.after', 'a.ranges', 'a.address'] as const),
      'a.account_id as actor',
      'c.display_name as actor_name',
      'c.name as actor_login',
      'a.place_key as place',
      'r.name as place_name',
      'a.person_id as person',
      'p.name as person_name',
      'a.request_id as request',
      sql<string>`(extract(epoch from a.at) * 1000000)::bigint`.as('micros'),
    ]);
}

const day = (text: string) => sql`(${text}::date)::timestamp at time zone 'Asia/Shanghai'`;

function conditions(
  { lo, hi, strangers }: Within,
  query: Omit<RowsQuery, 'place' | 'limit'>,
): RawBuilder<unknown>[] {
  const { actor, person, object, kind, action, outcome, since, until, after } = query;
  const here = sql`a.place_key between ${lo}::bigint and ${hi}::bigint`;
  const all: RawBuilder<unknown>[] = [strangers ? sql`(${here} or a.place_key = 0)` : here];
  if (actor) all.push(sql`a.account_id = ${actor}::uuid`);
  if (person) all.push(sql`a.person_id = ${person}::uuid`);
  if (object?.includes(' ')) all.push(sql`a.object = ${object}`);
  else if (object) all.push(sql`starts_with(a.object, ${`${object} `})`);
  if (kind) all.push(sql`a.kind = ${kind}::access.audit_kind`);
  if (action) all.push(sql`a.action = ${action}`);
  if (outcome === 'refused') all.push(sql`a.outcome like 'refused %'`);
  else if (outcome) all.push(sql`a.outcome = ${outcome}`);
  if (since) all.push(sql`a.at >= ${day(since)}`);
  if (until) all.push(sql`a.at < ${day(until)} + interval '1 day'`);
  if (after) {
    const [, micros, id] = /^(\d{1,17})~(\d{1,18})$/.exec(after) ?? [];
    if (!micros || !id)
      throw new BadShape([{ path: 'query/after', message: 'not a place in this list' }]);
    all.push(
      sql`(a.at, a.id) < (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::bigint)`,
    );
  }
  return all;
}
