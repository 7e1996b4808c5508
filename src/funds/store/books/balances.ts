/** The statement of accounts: debit and credit of accounts by holder, source, programme, measure and year. */
import type { Client } from '../../../platform/db/pool.ts';
import { Refusal } from '../../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import type { BalanceRow, Balances } from '../../contract-books.ts';

/**
 * Turnover of both sides, reversals as amounts below zero, so that debit less credit is the balance of the accounts.
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
    `with side as (
       select county, debit_account as id, amount as debit, 0::bigint as credit from funds.entry
       where place_key between $1 and $2 and ($3::text is null or programme::text = $3) and ($4::integer is null or year = $4)
       union all
       select county, credit_account, 0, amount from funds.entry
       where place_key between $1 and $2 and ($3::text is null or programme::text = $3) and ($4::integer is null or year = $4)
     ), turned as (
       select county, id, sum(debit)::bigint as debit, sum(credit)::bigint as credit from side group by county, id
     )
     select a.holder, a.source, a.programme, a.measure, a.year, count(*)::integer as accounts,
       sum(t.debit)::bigint::text as debit, sum(t.credit)::bigint::text as credit, sum(t.debit - t.credit)::bigint::text as balance
     from turned t join funds.account a on a.county = t.county and a.id = t.id
     group by a.programme, a.year, a.source, a.measure, a.holder
     order by a.programme, a.year, a.source, a.measure, a.holder desc`,
    [place.lo, place.hi, programme ?? null, year ?? null],
  );
  const sum = (name: 'debit' | 'credit' | 'balance') =>
    rows.reduce((total, row) => total + BigInt(row[name]), 0n).toString();
  const [debit, credit] = [sum('debit'), sum('credit')];
  return { rows, debit, credit, balance: sum('balance'), balanced: debit === credit };
}
