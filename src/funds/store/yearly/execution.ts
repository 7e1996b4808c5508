/** Execution: received, committed and spent of a budget year to the end of each month, and the targets that hold. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  placeCursor,
  type Rows,
} from '../../../teams/store/paging.ts';
import type { BookedInYear, ExecutionMonth, ExecutionPlace } from '../../contract-yearly.ts';
import { monthsOf, shortOf } from '../../rules/execution.ts';

interface Wanted {
  year: string;
  programme?: string | undefined;
}
interface Target {
  month: number;
  spent: number;
  document: string;
}
type Sums = { received: string; committed: string; spent: string };

const sums = ['received', 'committed', 'spent']
  .map(
    (measure) =>
      `coalesce(sum(e.amount) filter (where e.measure = '${measure}'), 0)::bigint::text as ${measure}`,
  )
  .join(', ');
/** Fiscal money, of one programme or of all. */
const fiscal = (programme: string) => `
  e.measure in ('received', 'committed', 'spent') and e.programme <> 'self_raised'
  and (${programme}::text is null or e.programme::text = ${programme})`;
/** The same of the budget year. */
const wanted = (year: string, programme: string) =>
  `${fiscal(programme)} and e.year = ${year}::integer`;

/** Of a place and those above it the nearest with a target of the month; targets are of a programme, never of all. */
async function targetsOf(
  client: Client,
  places: readonly string[],
  { year, programme }: Wanted,
): Promise<(place: string, month: number) => Target | undefined> {
  if (programme === undefined) return () => undefined;
  const { rows } = await client.query<Target & { place: string }>(
    `select distinct on (p.key, t.month) p.key::text as place, t.month, t.spent, t.document
     from unnest($2::bigint[]) p (key)
     join regions.region r on p.key between r.lo and r.hi
     join funds.progress_target t on t.place_key = r.key
     where t.programme::text = $1
       and daterange(t.valid_from, t.valid_to) @> (make_date($3, t.month, 1) + interval '1 month - 1 day')::date
     order by p.key, t.month, r.hi - r.lo`,
    [programme, places, Number(year)],
  );
  const found = new Map(rows.map((row) => [`${row.place} ${row.month}`, row]));
  return (place, month) => found.get(`${place} ${month}`);
}

function measured(found: Sums, target: Target | undefined) {
  const { received, committed, spent } = found;
  return {
    ...{ received, committed, spent, target: target?.spent ?? null },
    targetDocument: target?.document ?? null,
    short: target ? String(shortOf(BigInt(received), BigInt(spent), target.spent)) : null,
  };
}

/** What was booked before the year or after it counts for its first and its last month. */
export async function executionOf(
  client: Client,
  place: ScopedPlace,
  asked: Wanted,
  today: string,
): Promise<ExecutionMonth[]> {
  const { rows } = await client.query<Sums & { month: string }>(
    `select to_char(greatest(e.booked_on, make_date($3::integer, 1, 1)), 'YYYY-MM') as month, ${sums}
     from funds.entry e
     where e.place_key between $1 and $2 and e.booked_on <= make_date($3::integer, 12, 31) and ${wanted('$3', '$4')}
     group by 1`,
    [place.lo, place.hi, asked.year, asked.programme ?? null],
  );
  const targetOf = await targetsOf(client, [place.key], asked);
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  const total = { received: 0n, committed: 0n, spent: 0n };
  return monthsOf(Number(asked.year), today).map((month) => {
    const found = byMonth.get(month);
    for (const name of ['received', 'committed', 'spent'] as const)
      total[name] += BigInt(found?.[name] ?? 0);
    const so = {
      ...{ received: String(total.received), committed: String(total.committed) },
      spent: String(total.spent),
    };
    return { month, ...measured(so, targetOf(place.key, Number(month.slice(5)))) };
  });
}

/** What the calendar year saw booked, by the budget year of the money: together, what figures count of that time. */
export async function bookedInYear(
  client: Client,
  place: ScopedPlace,
  asked: Wanted,
): Promise<BookedInYear[]> {
  const { rows } = await client.query<BookedInYear>(
    `select e.year, ${sums} from funds.entry e
     where e.place_key between $1 and $2 and e.booked_on between make_date($3::integer, 1, 1) and make_date($3::integer, 12, 31)
       and ${fiscal('$4')}
     group by e.year order by e.year`,
    [place.lo, place.hi, asked.year, asked.programme ?? null],
  );
  return rows;
}

/** The place's own money, where there is any, then the places right below, to the end of a month. */
export async function executionPlaces(
  client: Client,
  caller: Caller,
  place: ScopedPlace,
  asked: Wanted & Paging & { month: string },
): Promise<Rows<ExecutionPlace>> {
  const limit = limitOf(asked);
  const [after] = cursorParts(asked, placeCursor, ['000000000000']);
  const { rows } = await client.query<Sums & { place: string; placeName: string }>(
    `with child as (
       select p.key, p.name, r.lo, r.hi from regions.place p join regions.region r on r.key = p.key
       where p.parent = $1::bigint and p.level <> 'village' and p.key > $2::bigint and ${withinText('p.key', '$3', '$4')}
       union all
       select p.key, p.name, p.key, p.key from regions.place p
       where p.key = $1::bigint and p.key > $2::bigint and ${withinText('p.key', '$3', '$4')}
         and exists (select from funds.entry e where e.place_key = p.key and ${wanted('$7', '$8')})
       order by 1 limit $5
     )
     select c.key::text as place, c.name as "placeName", s.* from child c cross join lateral (
       select ${sums} from funds.entry e
       where e.place_key between c.lo and c.hi
         and e.booked_on <= ($6 || '-01')::date + interval '1 month - 1 day' and ${wanted('$7', '$8')}
     ) s order by c.key`,
    [
      ...[place.key, after, ...boundsOf(caller.ranges), limit + 1],
      ...[asked.month, asked.year, asked.programme ?? null],
    ],
  );
  const shown = paged(rows, limit, (row) => row.place);
  const keys = shown.rows.map((row) => row.place);
  const targetOf = await targetsOf(client, keys, asked);
  const inYear = asked.month.startsWith(asked.year);
  return {
    next: shown.next,
    rows: shown.rows.map(({ place: key, placeName, ...found }) => ({
      ...{ place: key, placeName },
      ...measured(found, inYear ? targetOf(key, Number(asked.month.slice(5))) : undefined),
    })),
  };
}
