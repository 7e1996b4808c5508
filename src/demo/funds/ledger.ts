// The double-entry convention of the management ledger, and a book that keeps it while entries are made up.
//
// An amount moves from the credit to the debit account. An account belongs to a holder (a place or a payer in
// a county), a source, a programme, a measure and a budget year:
//   due, issued, remitted, received, committed   debit the place's account, credit the payer's account, of the measure
//   spent                                        debit the place's account of spent, credit the place's of received
// The place's account of received is guarded: its balance is what was received and not yet spent, never
// below zero. All other accounts are memoranda and may be below zero (a payer's account always is).
// Measures never mix: one measure's accounts add up without another's, but for spent, which draws on received.
import type {
  FundsInstrument,
  FundsLevel,
  FundsMeasure,
  FundsPayer,
  FundsProgramme,
  FundsSource,
} from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';
import type { Place } from '../world.ts';

export type Entry = Row<'funds.entry'> & { id: string; booked_on: string };

/** Whose money: everything that names an account but the measure. */
export interface Money {
  payer: FundsPayer;
  payerKey: string;
  source: FundsSource;
  programme: FundsProgramme;
  year: number;
}

/** A place with the county account of its payers. */
interface Holder extends Pick<Place, 'key' | 'county'> {
  countyKey: string;
}

interface Booking {
  on: string;
  amount: bigint;
  document: string;
  note?: string;
  /** Where it is another than the measure's usual one. */
  instrument?: FundsInstrument;
}

const INSTRUMENT = {
  due: 'rule',
  issued: 'fiscal_document',
  remitted: 'remittance',
  received: 'quota_notice',
  committed: 'contract',
  spent: 'treasury_receipt',
} as const;
const LEVEL: Record<FundsMeasure, FundsLevel> = {
  due: 'province',
  issued: 'province',
  remitted: 'city',
  received: 'county',
  committed: 'town',
  spent: 'county',
};

interface Account extends Omit<Row<'funds.account'>, 'balance'> {
  id: string;
  balance: bigint;
}

export interface Ledger {
  book(holder: Holder, money: Money, measure: FundsMeasure, booking: Booking): Entry;
  /** 冲红: the same entry with the amount taken back. */
  reverse(entry: Entry, on: string, note: string): void;
  entries: Entry[];
  accounts(): Row<'funds.account'>[];
  /** What the place received of this money and has not spent. */
  available(holder: Holder, money: Money): bigint;
}

export function ledger(r: Random): Ledger {
  const accounts = new Map<string, Account>();
  const byId = new Map<string, Account>();
  const entries: Entry[] = [];

  function account(
    side: 'payer' | 'place',
    holder: Holder,
    money: Money,
    measure: FundsMeasure,
  ): Account {
    const placeKey = side === 'place' ? holder.key : holder.countyKey;
    const payerKey = side === 'place' ? null : money.payerKey;
    const identity = [
      holder.county,
      side,
      placeKey,
      payerKey,
      money.source,
      money.programme,
      measure,
      money.year,
    ];
    const name = identity.join('|');
    let found = accounts.get(name);
    if (found === undefined) {
      found = {
        county: holder.county,
        id: r.uuid('2021-07-01'),
        holder: side,
        place_key: placeKey,
        payer_key: payerKey,
        source: money.source,
        programme: money.programme,
        measure,
        year: money.year,
        guarded: side === 'place' && measure === 'received',
        balance: 0n,
      };
      accounts.set(name, found);
      byId.set(found.id, found);
    }
    return found;
  }

  function move(debit: Account, credit: Account, amount: bigint): void {
    debit.balance += amount;
    credit.balance -= amount;
    if (credit.guarded && credit.balance < 0n)
      throw new RangeError(`${credit.place_key} spent more than it received`);
  }

  return {
    entries,
    accounts: () =>
      [...accounts.values()].map((row) => ({ ...row, balance: row.balance.toString() })),
    available: (holder, money) => account('place', holder, money, 'received').balance,
    book: (holder, money, measure, { on, amount, document, note, instrument }) => {
      const debit = account('place', holder, money, measure);
      const credit =
        measure === 'spent'
          ? account('place', holder, money, 'received')
          : account('payer', holder, money, measure);
      move(debit, credit, amount);
      const entry: Entry = {
        county: holder.county,
        id: r.uuid(on),
        place_key: holder.key,
        debit_account: debit.id,
        credit_account: credit.id,
        amount: amount.toString(),
        measure,
        payer: money.payer,
        payer_key: money.payerKey,
        source: money.source,
        level: LEVEL[measure],
        programme: money.programme,
        instrument: instrument ?? INSTRUMENT[measure],
        year: money.year,
        document_number: document,
        booked_on: on,
        note: note ?? null,
        reverses: null,
        made_up: true,
        recorded_at: recorded(on, r.lag()),
      };
      entries.push(entry);
      return entry;
    },
    reverse: (entry, on, note) => {
      const [debit, credit] = [byId.get(entry.debit_account), byId.get(entry.credit_account)];
      if (debit === undefined || credit === undefined)
        throw new RangeError('an entry of another book');
      const amount = -BigInt(entry.amount);
      move(debit, credit, amount);
      const turned = {
        ...entry,
        id: r.uuid(on),
        amount: amount.toString(),
        booked_on: on,
        note,
        reverses: entry.id,
      };
      entries.push({ ...turned, recorded_at: recorded(on, r.lag()) });
    },
  };
}
