/** What a page may know of the session it runs in. */
import type { Db } from '../../platform/db/pool.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { LoginPage, Session } from '../contract.ts';
import type { RoleName } from '../roles.ts';
import { outermost, type Place } from '../rules/places.ts';

export async function sessionOf(db: Db, caller: Caller, today: string): Promise<Session> {
  const home = await db
    .selectFrom('regions.place')
    .select(['key', 'name', 'level'])
    .where('key', '=', caller.home)
    .executeTakeFirstOrThrow();
  const account = await db
    .selectFrom('access.account')
    .select('name')
    .where('id', '=', caller.account)
    .executeTakeFirstOrThrow();
  return {
    account: { id: caller.account, name: caller.name, login: account.name },
    role: caller.role as RoleName,
    home: { key: home.key ?? '', name: home.name ?? '', level: home.level ?? '' },
    places: (await placesOf(db, caller.account, today)).map((p) => ({
      key: p.key,
      name: p.name,
      source: p.source,
      acting: caller.ranges.some((r) => r.lo === p.lo && r.hi === p.hi),
    })),
    permissions: caller.owes ? [] : [...caller.permissions],
    owes: caller.owes,
    steppedUp: caller.steppedUp,
    today,
    demo: (await demonstration(db)) !== null,
  };
}

/** Every place an account may look into on a day, with its name; none lies in another. */
export async function placesOf(
  db: Db,
  account: string,
  day: string,
): Promise<(Place & { name: string })[]> {
  const rows = await db
    .selectFrom((e) =>
      e
        .fn<{ key: string; source: Place['source'] }>('access.places_of', [
          e.val(account),
          e.cast(e.val(day), 'date'),
        ])
        .as('p'),
    )
    .innerJoin('regions.region as r', 'r.key', 'p.key')
    .innerJoin('regions.place as n', 'n.key', 'p.key')
    .select(['r.key', 'r.lo', 'r.hi', 'p.source', 'n.name'])
    .orderBy('r.key')
    .execute();
  return outermost(rows.map((r) => ({ ...r, name: r.name ?? '' }))) as (Place & { name: string })[];
}

interface Demonstration {
  identities: LoginPage['identities'];
}

/** What the demonstration says of itself; null where none is loaded. */
export async function demonstration(db: Db): Promise<Demonstration | null> {
  const row = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', 'demonstration')
    .executeTakeFirst();
  return (row?.value as Demonstration | undefined) ?? null;
}
