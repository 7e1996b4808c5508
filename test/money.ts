/** Money of the tests: entries with their two accounts, as the ledger's convention has it, by plain inserts. */
import type { Insertable } from 'kysely';
import { countyOfKey } from '../src/kit/region-key.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { newId } from '../src/platform/new-id.ts';
import type { DB, FundsMeasure } from '../src/schema.gen.ts';
import { places } from './places.ts';

type Entry = Insertable<DB['funds.entry']>;
type Side = 'place' | 'payer';

/** An entry of a town: 123,456.00 yuan of the province's special fund of 2022, issued, unless wished otherwise. */
export async function anEntry(db: Db, place: string, wishes: Partial<Entry> = {}): Promise<string> {
  const county = countyOfKey(place);
  const entry = {
    ...{ county, id: newId(), place_key: place, amount: '12345600', measure: 'issued' as const },
    ...{ payer: 'province' as const, payer_key: places.province },
    ...{ source: 'provincial_fund' as const, level: 'province' as const, year: 2022 },
    ...{ programme: 'special_fund' as const, instrument: 'fiscal_document' as const },
    ...{ document_number: `粤财农〔2022〕${place}号`, booked_on: '2022-03-01' },
    ...wishes,
  };
  const { measure } = entry;
  const other: [Side, FundsMeasure] =
    measure === 'spent' ? ['place', 'received'] : ['payer', measure];
  const amount = BigInt(entry.amount);
  const debit_account = await moved(db, entry, ['place', measure], amount);
  const credit_account = await moved(db, entry, other, -amount);
  await db
    .insertInto('funds.entry')
    .values({ ...entry, debit_account, credit_account })
    .execute();
  return entry.id;
}

/** The account of one side after the amount moved. @returns its id */
async function moved(
  db: Db,
  entry: Omit<Entry, 'debit_account' | 'credit_account'>,
  [holder, measure]: [Side, FundsMeasure],
  amount: bigint,
): Promise<string> {
  const account = {
    ...{ county: entry.county, holder, measure, year: entry.year },
    place_key: holder === 'place' ? String(entry.place_key) : `${entry.county}000000`,
    payer_key: holder === 'place' ? null : String(entry.payer_key),
    ...{ source: entry.source, programme: entry.programme },
  };
  const guarded = holder === 'place' && measure === 'received';
  await db
    .insertInto('funds.account')
    .values({ ...account, id: newId(), guarded })
    .onConflict((conflict) => conflict.constraint('account_identity').doNothing())
    .execute();
  const { payer_key, ...named } = account;
  const { id } = await db
    .updateTable('funds.account')
    .set((e) => ({ balance: e('balance', '+', amount.toString()) }))
    .where((e) => e.and(named))
    .where('payer_key', 'is not distinct from', payer_key)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
