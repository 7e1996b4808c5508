/** What the lines of a spreadsheet mean here: places, units and people found, each with what is wrong. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/new-id.ts';
import type { SheetRow } from '../../contract-accounts.ts';
import type { Level } from '../../roles.ts';
import { type AccountFault, accountFaults, isOfUnit, isPosted } from '../../rules/admin.ts';
import type { RowFault, SheetDraft } from '../../rules/sheet-rows.ts';
import { personInReach } from './account-columns.ts';
import type { Made } from './make-accounts.ts';

export type SheetFault =
  | RowFault
  | AccountFault
  | 'name_taken'
  | 'place_unknown'
  | 'place_ambiguous'
  | 'unit_unknown'
  | 'unit_ambiguous'
  | 'person_unknown'
  | 'person_ambiguous'
  | 'person_has_account'
  | 'person_twice';

interface Found {
  taken: boolean;
  places: { key: string; name: string; level: Level }[];
  units: string[];
  people: { id: string; has: boolean }[];
}

export interface Resolved {
  row: SheetRow;
  /** What would be made; null while something is wrong. */
  account: Made | null;
}

/** Every fault of every line in one pass. */
export async function resolved(
  client: Client,
  caller: Caller,
  drafts: readonly SheetDraft[],
): Promise<Resolved[]> {
  const found = await look(client, caller, drafts);
  const once = drafts.map((draft, at) => meant(draft, found[at] ?? nothing));
  const people = Map.groupBy(once, (one) => one.person);
  return once.map((one) => {
    const twice = one.person !== null && (people.get(one.person)?.length ?? 0) > 1;
    return answer(one, twice ? [...one.faults, 'person_twice'] : one.faults);
  });
}

const nothing: Found = { taken: false, places: [], units: [], people: [] };

interface Meant {
  draft: SheetDraft;
  place: Found['places'][number] | null;
  person: string | null;
  organisation: string | null;
  faults: SheetFault[];
}

function meant(draft: SheetDraft, { taken, places, units, people }: Found): Meant {
  const { role } = draft;
  const faults: SheetFault[] = [...draft.faults];
  const place = places.length === 1 ? (places[0] ?? null) : null;
  const unit = units.length === 1 ? (units[0] ?? null) : null;
  const posted = role !== null && isPosted(role);
  const asksUnit = posted || (role !== null && isOfUnit(role));
  const person = posted && unit && people.length === 1 ? (people[0] ?? null) : null;
  if (taken) faults.push('name_taken');
  if (draft.place && places.length !== 1)
    faults.push(places.length === 0 ? 'place_unknown' : 'place_ambiguous');
  if (asksUnit && draft.unit !== '' && units.length !== 1)
    faults.push(units.length === 0 ? 'unit_unknown' : 'unit_ambiguous');
  if (posted && unit && people.length !== 1)
    faults.push(people.length === 0 ? 'person_unknown' : 'person_ambiguous');
  if (person?.has) faults.push('person_has_account');
  if (role && place)
    faults.push(
      ...accountFaults({
        role,
        level: place.level,
        // Where the unit was written, what is wrong with it is said already.
        person: posted && draft.unit !== '',
        organisation: isOfUnit(role) && draft.unit !== '',
      }),
    );
  const organisation = role && isOfUnit(role) ? unit : null;
  return { draft, place, person: person?.id ?? null, organisation, faults };
}

function answer({ draft, place, person, organisation }: Meant, faults: SheetFault[]): Resolved {
  const { line, name, displayName, role, unit: unitName } = draft;
  const homeName = place?.name ?? draft.placeText;
  const row = { line, name, displayName, role, homeName, unitName, faults };
  if (faults.length > 0 || !role || !place) return { row, account: null };
  return {
    row,
    account: { id: newId(), name, displayName, role, home: place.key, person, organisation },
  };
}

/** One row a draft, in their order. */
async function look(
  client: Client,
  caller: Caller,
  drafts: readonly SheetDraft[],
): Promise<Found[]> {
  const names = drafts.map(({ place }) => (place && 'names' in place ? place.names : []));
  const { rows } = await client.query<Found>({
    name: 'sheet-look',
    text: lookSql,
    values: [
      drafts.map((d) => d.name),
      drafts.map((d) => d.displayName),
      drafts.map((d) => (d.place && 'code' in d.place ? d.place.code : null)),
      names.map((n) => n.at(-1) ?? null),
      names.map((n) => n.slice(0, -1).join('/')),
      drafts.map((d) => d.unit),
      drafts.map((d) => d.role !== null && isPosted(d.role)),
      drafts.map((d) => d.role !== null && isOfUnit(d.role)),
      ...boundsOf(caller.ranges),
    ],
  });
  return rows;
}

/**
 * Places, units with accounts of their own and people are looked for in the caller's ranges only: whatever lies outside
 * is as good as absent. The unit a person comes from may lie anywhere.
 */
const lookSql = `
  with line as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[],
      $8::boolean[]) with ordinality l (name, display_name, code, leaf, above, unit, posted, of_unit, at)
  ), mine as (
    select p.key, p.code, p.name, p.level from unnest($9::bigint[], $10::bigint[]) r (lo, hi)
    join regions.place p on p.key between r.lo and r.hi and p.valid_to is null
  ), place as (
    select l.at, m.key, m.name, m.level from line l join mine m on m.code = l.code
    union
    select l.at, m.key, m.name, m.level from line l join mine m on m.name = l.leaf
    where not exists (
      select from unnest(string_to_array(l.above, '/')) w (name)
      where w.name <> '' and not exists (
        select from regions.ancestor a join regions.place q on q.key = a.ancestor
        where a.key = m.key and a.ancestor <> m.key and q.name = w.name))
  ), unit as (
    select l.at, g.id from line l join teams.organisation g on g.name = l.unit and g.valid_to is null
    where l.unit <> '' and (not l.of_unit or ${withinText('g.home_key', '$9', '$10')})
  )
  select exists (select from access.account a where a.name = l.name) as taken,
    (select coalesce(json_agg(json_build_object('key', p.key::text, 'name', p.name, 'level', p.level)), '[]')
      from (select * from place p where p.at = l.at order by p.key limit 2) p) as places,
    array(select u.id from unit u where u.at = l.at order by u.id limit 2) as units,
    (select coalesce(json_agg(json_build_object('id', f.id, 'has', exists (
        select from access.account a where a.person_id = f.id and a.disabled_at is null
          and ${withinText('a.home_key', '$9', '$10')}))), '[]')
      from unit u cross join lateral (
        select f.id from teams.find_person(l.display_name, u.id) f where ${personInReach('$9', '$10')} limit 2) f
      where u.at = l.at and l.posted) as people
  from line l order by l.at`;
