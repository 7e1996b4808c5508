/** The statement of accounts: debit and credit of accounts by holder, source, programme, measure and year. */
import type { Client } from '../../../platform/db/pool.ts';
import { Refusal } from '../../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import type { BalanceRow, Balances } from '../../contract-books.ts';

/**
 * Turnover of both sides, reversals as amounts below zero, so that debit less credit is the balance of the accounts.
 * It reads the accounts alone, however many entries are behind them: each has one side, but that a place's received money
 * is credited with what the place spent of it.
 * @throws Refusal for a town: the payers' accounts stand with its county.
 */
export async function balancesOf(
  client: Client,
  place: ScopedPlace,
  { programme, year }: { programme?: string | undefined; year?: string | undefined },
): Promise<Balances> {
  if (place.level === 'town' || place.level === 'village')
    throw new Refusal('funds.refusal.balances_place');
  const { rows } = await client.query<BalanceRow>(
    `with held as (
       select holder, source, programme, measure, year, count(*)::integer as accounts, sum(balance)::bigint as balance
       from funds.account
       where place_key between $1 and $2 and ($3::text is null or programme::text = $3) and ($4::integer is null or year = $4)
       group by holder, source, programme, measure, year
     ), turned as (
       select held.*, case when holder = 'payer' then 0 else balance end + gone as debit,
         case when holder = 'payer' then -balance else 0 end + gone as credit
       from held cross join lateral (
         select coalesce(sum(spent.balance), 0)::bigint as gone from held spent
         where held.holder = 'place' and held.measure = 'received' and spent.holder = 'place' and spent.measure = 'spent'
           and (spent.source, spent.programme, spent.year) = (held.source, held.programme, held.year)
       ) of_it
     )
     select holder, source, programme, measure, year, accounts, debit::text as debit, credit::text as credit, balance::text as balance
     from turned order by programme, year, source, measure, holder desc`,
    [place.lo, place.hi, programme ?? null, year ?? null],
  );
  const sum = (name: 'debit' | 'credit' | 'balance') =>
    rows.reduce((total, row) => total + BigInt(row[name]), 0n).toString();
  const [debit, credit] = [sum('debit'), sum('credit')];
  return { rows, debit, credit, balance: sum('balance'), balanced: debit === credit };
}
