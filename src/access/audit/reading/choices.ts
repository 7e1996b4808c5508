/** Whom the filters of the audit offer, and names of places. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/pool.ts';
import { within } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import type { Choices } from '../contract.ts';

const most = 20;
const like = (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;

/** Accounts whose home lies in the caller's ranges. */
export async function actorsLike(db: Db, caller: Caller, q: string): Promise<Choices['rows']> {
  return db
    .selectFrom('access.account as a')
    .leftJoin('regions.place as r', 'r.key', 'a.home_key')
    .select([
      'a.id',
      'a.display_name as name',
      sql<string>`concat_ws(' · ', a.name, r.name)`.as('more'),
    ])
    .where((e) => e.or([e('a.display_name', 'ilike', like(q)), e('a.name', 'ilike', like(q))]))
    .where(within('a.home_key', caller.ranges))
    .orderBy('a.name')
    .limit(most)
    .execute();
}

/** People the caller may see whom a row is about. Row security keeps the ranges. */
export async function peopleLike(db: Db, q: string): Promise<Choices['rows']> {
  return db
    .selectFrom('teams.person as p')
    .leftJoin('teams.organisation as o', 'o.id', 'p.home_unit_id')
    .leftJoin('regions.place as r', 'r.key', 'p.place_key')
    .select(['p.id', 'p.name', sql<string>`concat_ws(' · ', r.name, o.name)`.as('more')])
    .where('p.name', 'like', like(q))
    .where((e) =>
      e.exists(
        e.selectFrom('access.audit as a').select('a.id').whereRef('a.person_id', '=', 'p.id'),
      ),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(most)
    .execute();
}

export async function placeNames(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('regions.place')
    .select(['key', 'name'])
    .where('key', 'in', [...new Set(keys)])
    .execute();
  return new Map(rows.map((row) => [row.key ?? '', row.name ?? '']));
}
