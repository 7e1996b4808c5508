/** The same by town: what was due to it, given to it, and what is still owed. */
import type { Client } from '../../platform/db/pool.ts';
import type { ScopedPlace } from '../../regions/in-scope.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  placeCursor,
  type Rows,
} from '../../teams/store/paging.ts';
import type { Measure } from '../codes.ts';
import type { TownStandingRow } from '../contract-reading.ts';
import { type MeasuredRow, settled, sums, wantedProgramme } from './standing.ts';

interface Wanted extends Paging {
  programme?: string | undefined;
  year?: string | undefined;
  payer?: string | undefined;
}

interface Holder {
  place: string;
  placeName: string;
  countyName: string;
}

/** Every place with money of its own, which counties have beside their towns, in the order of the codes. */
export async function townsStanding(
  client: Client,
  place: ScopedPlace,
  wanted: Wanted,
): Promise<Rows<TownStandingRow>> {
  const limit = limitOf(wanted);
  const [after] = cursorParts(wanted, placeCursor, ['000000000000']);
  const { programme = null, payer = null } = wanted;
  const { rows: holders } = await client.query<Holder>({
    name: 'places-with-money',
    text: `
      select t.key::text as place, t.name as "placeName", case when t.level = 'town' then above.name else '' end as "countyName"
      from regions.place t left join regions.place above on above.key = t.parent
      where t.key between $1 and $2 and t.key > $3::bigint and exists (
        select from funds.entry e where e.place_key = t.key
          and ${wantedProgramme('$4')} and ($5::text is null or e.payer::text = $5))
      order by t.key limit $6`,
    values: [place.lo, place.hi, after, programme, payer, limit + 1],
  });
  const { rows, next } = paged(holders, limit, (row) => row.place);
  const { rows: measured } = await client.query<MeasuredRow & { place: string }>({
    name: 'standing-of-towns',
    text: `
      select place_key::text as place, payer, payer_key::text as "payerKey", programme, year, ${sums}
      from funds.entry
      where place_key = any($1::bigint[]) and ${wantedProgramme('$2')}
        and ($3::text is null or payer::text = $3)
      group by place_key, payer, payer_key, programme, year
      order by place_key`,
    values: [rows.map((row) => row.place), programme, payer],
  });
  const byPlace = Map.groupBy(measured, (row) => row.place);
  return {
    rows: rows.map((row) => ({ ...row, ...summed(byPlace.get(row.place) ?? [], wanted.year) })),
    next,
  };
}

function summed(rows: readonly MeasuredRow[], year: string | undefined) {
  const lines = settled(rows).filter((row) => year === undefined || row.year === Number(year));
  const sum = (name: Measure | 'provided' | 'arrears') =>
    String(lines.reduce((total, line) => total + BigInt(line[name]), 0n));
  return {
    ...{ due: sum('due'), issued: sum('issued'), remitted: sum('remitted') },
    ...{ received: sum('received'), committed: sum('committed'), spent: sum('spent') },
    ...{ provided: sum('provided'), arrears: sum('arrears') },
  };
}
