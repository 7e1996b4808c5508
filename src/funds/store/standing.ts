/** What each payer owes a place and gave it, by paying place, programme and budget year. */
import type { Client } from '../../platform/db/pool.ts';
import type { ScopedPlace } from '../../regions/in-scope.ts';
import type { Measures, StandingRow } from '../contract-reading.ts';
import { measureOf, settle } from '../rules-standing.ts';

/** One payer, paying place, programme and budget year: what the ledger says, each measure apart. */
export interface MeasuredRow extends Measures {
  payer: StandingRow['payer'];
  payerKey: string;
  programme: StandingRow['programme'];
  year: number;
}

interface Wanted {
  programme?: string | undefined;
  year?: string | undefined;
}

/** The years are settled before one of them is picked: a year alone would not say what later ones made up of it. */
export async function standingOf(
  client: Client,
  place: ScopedPlace,
  { programme, year }: Wanted,
): Promise<StandingRow[]> {
  const low = place.level === 'town' || place.level === 'village';
  // Without a name: a plan kept for every place took 6 s for the province, one made for it takes 0.1 s.
  const { rows } = await client.query<MeasuredRow & { payerName: string }>(
    named(low ? ofEntries : ofAccounts),
    [place.lo, place.hi, programme ?? null],
  );
  return settled(rows).filter((row) => year === undefined || row.year === Number(year));
}

/** Each payer's years of a programme settled together; the order of the rows stays. */
export function settled<Row extends MeasuredRow>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, (row) => `${row.payer} ${row.payerKey} ${row.programme}`);
  const provided = (row: Row) => BigInt(row[measureOf(row.payer)]);
  return [...groups.values()].flatMap((years) => {
    const lines = years.map((row) => ({
      year: row.year,
      due: BigInt(row.due),
      provided: provided(row),
    }));
    const byYear = new Map(settle(lines).map((line) => [line.year, line]));
    return years.flatMap((row) => {
      const line = byYear.get(row.year);
      if (!line) return [];
      return {
        ...row,
        by: measureOf(row.payer),
        provided: String(provided(row)),
        arrears: String(line.arrears),
        makesUp: line.makesUp.map(({ year, amount }) => ({ year, amount: String(amount) })),
        madeUp: String(line.madeUp),
        over: String(line.over),
      };
    });
  });
}

/** Sums of the six measures over rows of (measure, amount). */
export const sums = ['due', 'issued', 'remitted', 'received', 'committed', 'spent']
  .map(
    (measure) =>
      `coalesce(sum(amount) filter (where measure = '${measure}'), 0)::bigint::text as ${measure}`,
  )
  .join(', ');

/** Nobody owes self-raised and donated money: it is there only when it is asked for. */
export const wantedProgramme = (parameter: string): string =>
  `(programme::text = ${parameter} or ${parameter}::text is null and programme <> 'self_raised')`;
const wanted = wantedProgramme('$3');

/** Accounts in the place, by the first digits of their key too, and of the programme asked for. */
const here = `place_key between $1 and $2 and county between left($1::bigint::text, 6) and left($2::bigint::text, 6)
      and ${wanted}`;

const named = (found: string) => `
  select f.payer, f.payer_key::text as "payerKey", f.programme, f.year, coalesce(p.name, '') as "payerName",
    f.due, f.issued, f.remitted, f.received, f.committed, f.spent
  from (${found}) f left join regions.place p on p.key = f.payer_key
  order by f.payer, f.payer_key, f.programme, f.year`;

/** A town's own entries are few, and they say who paid, which the town's accounts do not. */
const ofEntries = `
  select payer, payer_key, programme, year, ${sums}
  from funds.entry
  where place_key between $1 and $2 and ${wanted}
  group by payer, payer_key, programme, year`;

/**
 * From a county up: the payers' accounts hold less than zero what each gave a county, but for what was spent, which the
 * places' accounts hold by source. A county's source has one paying place a year; where it has several, the entries of
 * the county say whose money was spent. Who a payer's account is of, its entries say.
 * Windows and laterals, no joins of the parts: their sizes cannot be foreseen, and a wrong guess took 6 s.
 */
const ofAccounts = `
  with money as (
    select county, id, payer_key, source, programme, year, measure, -balance as amount
    from funds.account
    where holder = 'payer' and ${here}
    union all
    select county, null, null, source, programme, year, measure, sum(balance)::bigint
    from funds.account
    where holder = 'place' and measure = 'spent' and ${here}
    group by county, source, programme, year, measure
  ), paid as (
    select money.*, min(payer_key) filter (where measure = 'received') over paying as least,
      max(payer_key) filter (where measure = 'received') over paying as most
    from money window paying as (partition by county, source, programme, year)
  ), measured as (
    select county, id, coalesce(payer_key, least) as payer_key, source, programme, year, measure, amount
    from paid where payer_key is not null or least = most
    union all
    select p.county, null, e.payer_key, p.source, p.programme, p.year, p.measure, e.amount
    from paid p cross join lateral (
      select payer_key, amount from funds.entry
      where county = p.county and place_key between $1 and $2 and source = p.source and programme = p.programme
        and year = p.year and measure = 'spent'
      offset 0) e
    where p.payer_key is null and p.least < p.most
  ), given as (
    select county, payer_key, source, programme, year, measure, sum(amount) as amount,
      first_value((array_agg(id order by amount = 0) filter (where id is not null))[1])
        over (partition by county, payer_key, source, programme, year order by measure = 'spent', sum(amount) = 0) as account
    from measured group by county, payer_key, source, programme, year, measure
  )
  select payer, payer_key, programme, year, ${sums}
  from given g cross join lateral (
    select payer from funds.entry where county = g.county and credit_account = g.account limit 1) e
  group by payer, payer_key, programme, year`;
