/** Proofs of the books under the caller's own scope: what the last one of a place found, and running one. */
import type { Client } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import { bookRules, faultsIn } from '../../check.ts';
import type { Checks } from '../../contract-books.ts';
import { nameOf } from '../place-name.ts';

/** Payers' accounts stand with the county: below it one side of the books is not to be seen. */
const hasBothSides = ({ key, county, level }: ScopedPlace): boolean =>
  level === 'province' || level === 'city' || key === `${county}000000`;

const mayRun = (caller: Caller, place: ScopedPlace): boolean =>
  caller.permissions.has('funds.check') &&
  hasBothSides(place) &&
  inRanges(place.key, caller.ownRanges);

export async function checksOf(
  client: Client,
  caller: Caller,
  place: ScopedPlace,
): Promise<Checks> {
  const { rows } = await client.query<NonNullable<Checks['last']>>(
    `select r.id, ${instant('r.ran_at')} as "ranAt", coalesce(a.display_name, '') as "ranBy", r.entries::text as entries, r.broken,
       (select json_agg(json_build_object('rule', c.rule, 'count', c.count, 'firstRow', c.first_row, 'found', c.found,
          'wanted', c.wanted) order by c.rule) from funds.check_result c where c.run_id = r.id) as results
     from funds.check_run r left join access.account a on a.id = r.ran_by
     where r.place_key = $1 order by r.ran_at desc limit 1`,
    [place.key],
  );
  const last = rows[0];
  const order = new Map(bookRules.map(({ name }, at) => [name, at]));
  return {
    ...{ place: place.key, placeName: await nameOf(client, place.key) },
    may: mayRun(caller, place),
    last: last
      ? {
          ...last,
          results: last.results.toSorted(
            (a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0),
          ),
        }
      : null,
  };
}

/** @throws Refusal when the place's books have one side only, or are not the caller's. @returns how many rules do not hold */
export async function runCheck(
  client: Client,
  caller: Caller,
  id: string,
  place: ScopedPlace,
): Promise<number> {
  if (!mayRun(caller, place)) throw new Refusal('funds.refusal.check_place');
  const faults = await faultsIn(client, place);
  await client.query(
    `insert into funds.check_run (id, place_key, entries, broken, ran_by)
     select $1, $2, count(*), $3, $4 from funds.entry where place_key between $5 and $6`,
    [id, place.key, faults.length, caller.account, place.lo, place.hi],
  );
  const found = new Map(faults.map((fault) => [fault.rule, fault]));
  await client.query(
    `insert into funds.check_result (run_id, place_key, rule, count, first_row, found, wanted)
     select $1, $2, r.rule, r.count, r.first_row, r.found, r.wanted
     from jsonb_to_recordset($3::jsonb) r (rule text, count integer, first_row text, found text, wanted text)`,
    [
      id,
      place.key,
      JSON.stringify(
        bookRules.map(({ name }) => {
          const fault = found.get(name);
          return {
            ...{ rule: name, count: fault?.count ?? 0, first_row: fault?.row ?? null },
            ...{ found: fault?.is ?? null, wanted: fault?.should ?? null },
          };
        }),
      ),
    ],
  );
  return faults.length;
}
