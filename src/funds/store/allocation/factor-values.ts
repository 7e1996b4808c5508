/** Factor values of towns: what was entered, and what holds for a year. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  placeCursor,
  type Rows,
} from '../../../teams/store/paging.ts';
import type { EnterFactorValues, FactorBatch, FactorRow } from '../../contract-allocation.ts';

/** @throws Refusal for a place that is no town, lies out of reach or stands there twice. */
export async function enterFactorValues(
  client: Client,
  caller: Caller,
  batch: string,
  { factor, year, document, values }: EnterFactorValues,
): Promise<number> {
  const outside = values.findIndex(({ place }) => !inRanges(place, caller.ownRanges));
  if (outside >= 0) throw new Refusal('funds.refusal.line_place', { line: outside + 1 });
  if (new Set(values.map(({ place }) => place)).size < values.length)
    throw new Refusal('funds.refusal.town_twice');
  const { rowCount } = await client.query(
    `insert into funds.factor_value (county, id, place_key, factor, year, value, document, recorded_by, batch, office_key)
     select r.county, gen_random_uuid(), r.key, $1, $2, v.value, $3, $4, $6, $7
     from jsonb_to_recordset($5::jsonb) v (place bigint, value bigint)
     join regions.region r on r.key = v.place and r.level = 'town'`,
    [
      ...[factor, year, document.trim(), caller.account, JSON.stringify(values)],
      ...[batch, caller.seat],
    ],
  );
  if (rowCount !== values.length) throw new Refusal('funds.refusal.factor_place');
  return values.length;
}

const waiting = 'v.batch is not null and v.approved_at is null and v.discarded_at is null';

type Waiting = Omit<FactorBatch, 'verbs'> & { office: string; maker: string };

/** Values entered for towns under a place that nobody approved yet, the earliest first. */
export async function factorBatches(
  client: Client,
  caller: Caller,
  place: ScopedPlace,
): Promise<FactorBatch[]> {
  const { rows } = await client.query<Waiting>(
    `select v.batch as id, v.factor, v.year, v.document, v.office_key::text as office, office.name as "officeName",
       v.recorded_by as maker, coalesce(max(a.display_name), '') as "enteredBy",
       json_agg(json_build_object('place', v.place_key::text, 'placeName', town.name, 'value', v.value::text) order by v.place_key) as values
     from funds.factor_value v
     join regions.place town on town.key = v.place_key
     join regions.place office on office.key = v.office_key
     left join access.account a on a.id = v.recorded_by
     where ${waiting} and v.place_key between $1 and $2 and ${withinText('v.place_key', '$3', '$4')}
     group by v.batch, v.factor, v.year, v.document, v.office_key, office.name, v.recorded_by
     order by min(v.recorded_at) limit 20`,
    [place.lo, place.hi, ...boundsOf(caller.ranges)],
  );
  return rows.map(({ office, maker, ...row }) => {
    const may = (permission: string) =>
      office === caller.seat && caller.permissions.has(permission);
    return {
      ...row,
      verbs: [
        ...(may('funds.check') && maker !== caller.account ? (['approve'] as const) : []),
        ...(may('funds.register') ? (['discard'] as const) : []),
      ],
    };
  });
}

/** @throws Absent when nothing of it waits; Refusal for another office and for whoever entered it. @returns how many values */
export async function decideFactorBatch(
  client: Client,
  caller: Caller,
  batch: string,
  verb: 'approve' | 'discard',
): Promise<number> {
  const { rows } = await client.query<{ office: string; maker: string }>(
    `select v.office_key::text as office, v.recorded_by as maker from funds.factor_value v
     where v.batch = $1 and ${waiting} and ${withinText('v.place_key', '$2', '$3')}
     order by v.county, v.id for update`,
    [batch, ...boundsOf(caller.ranges)],
  );
  const found = rows[0];
  if (!found) throw new Absent();
  if (found.office !== caller.seat) throw new Refusal('funds.refusal.other_office');
  if (verb === 'approve' && found.maker === caller.account)
    throw new Refusal('funds.refusal.rule_same_person');
  const { rowCount } = await client.query(
    verb === 'approve'
      ? `update funds.factor_value v set approved_by = $2, approved_at = clock_timestamp() where v.batch = $1 and ${waiting}`
      : `update funds.factor_value v set discarded_at = clock_timestamp() where v.batch = $1 and $2::uuid is not null and ${waiting}`,
    [batch, caller.account],
  );
  return rowCount ?? 0;
}

/** Towns of the programme with what holds for a year; villages that nobody entered are counted in the registry. */
export async function factorRows(
  client: Client,
  caller: Caller,
  place: ScopedPlace,
  year: number,
  paging: Paging,
): Promise<Rows<FactorRow>> {
  const limit = limitOf(paging);
  const [after] = cursorParts(paging, placeCursor, ['000000000000']);
  const { rows } = await client.query<FactorRow>(
    `with town as (
       select p.key, p.name, above.name as county from regions.place p
       join regions.place above on above.key = p.parent
       where p.key between $1 and $2 and p.key > $3 and ${withinText('p.key', '$4', '$5')} and exists (
         select from regions.tier t where t.place_key = p.key and t.tier <> 'demonstration'
           and t.valid_from <= $7::date and (t.valid_to is null or t.valid_to > $7::date))
       order by p.key limit $8
     ), latest as (
       select distinct on (v.place_key, v.factor) v.place_key, v.factor,
         jsonb_build_object('value', v.value::text, 'year', v.year, 'document', v.document) as said
       from funds.factor_value v join town on town.key = v.place_key
       where v.year <= $6 and (v.batch is null or v.approved_at is not null)
       order by v.place_key, v.factor, v.year desc, v.recorded_at desc, v.id
     )
     select town.key::text as place, town.name as "placeName", town.county as "countyName",
       coalesce((select said from latest where place_key = town.key and factor = 'villages'),
         jsonb_build_object('value', (select count(*) from regions.place v where v.parent = town.key
           and v.kind = 'administrative_village' and v.valid_from <= $7::date
           and (v.valid_to is null or v.valid_to > $7::date))::text, 'year', null, 'document', null)) as villages,
       (select said from latest where place_key = town.key and factor = 'rural_population') as rural_population,
       (select said from latest where place_key = town.key and factor = 'lifted_people') as lifted_people,
       (select said from latest where place_key = town.key and factor = 'performance') as performance
     from town order by town.key`,
    [place.lo, place.hi, after, ...boundsOf(caller.ranges), year, `${year}-12-31`, limit + 1],
  );
  return paged(rows, limit, (row) => row.place);
}
