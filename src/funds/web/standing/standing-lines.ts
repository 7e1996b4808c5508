// The table of who owes what: payers under the three sides of 6:3:1, sides summed where several pay. Pure.
import type { Payer } from '../../codes.ts';
import type { StandingRow } from '../../contract-reading.ts';

export const sides = ['province', 'assisting_city', 'local', 'other'] as const;
export type Side = (typeof sides)[number];

const amounts = [
  'due',
  'provided',
  'received',
  'committed',
  'spent',
  'arrears',
  'madeUp',
  'over',
] as const;
export type Amounts = Record<(typeof amounts)[number], bigint>;

export interface Line extends Amounts {
  key: string;
  side: Side;
  /** Null on the line that sums a side. */
  payer: Payer | null;
  payerKey: string;
  name: string;
  /** Its rows of the ledger, from which the drawer tells the years. */
  rows: readonly StandingRow[];
}

/** 其中补: what of a year's provided goes to which earlier year. */
export interface MadeUp {
  year: number;
  of: number;
  amount: bigint;
}

export const sideOf = (payer: Payer): Side => {
  if (payer === 'assisted_city' || payer === 'county') return 'local';
  return payer === 'province' || payer === 'assisting_city' ? payer : 'other';
};

export function summed(rows: readonly StandingRow[]): Amounts {
  const sum = (name: keyof Amounts) => rows.reduce((total, row) => total + BigInt(row[name]), 0n);
  return Object.fromEntries(amounts.map((name) => [name, sum(name)])) as Amounts;
}

/** Each payer once, after the line of its side where that has several. */
export function linesOf(rows: readonly StandingRow[]): Line[] {
  return sides.flatMap((side) => {
    const ofSide = rows.filter((row) => sideOf(row.payer) === side);
    const payers = [...Map.groupBy(ofSide, (row) => `${row.payer} ${row.payerKey}`)].flatMap(
      ([key, own]): Line[] => {
        const [{ payer, payerKey, payerName } = {}] = own;
        if (payer === undefined || payerKey === undefined || payerName === undefined) return [];
        return [{ key, side, payer, payerKey, name: payerName, rows: own, ...summed(own) }];
      },
    );
    if (payers.length < 2) return payers;
    const whole = { payer: null, payerKey: '', name: '', rows: ofSide, ...summed(ofSide) };
    return [{ key: side, side, ...whole }, ...payers];
  });
}

/** What surpluses make up, added up over payers, by the year they are of and the year they go to. */
export function makeUpsOf(rows: readonly StandingRow[]): MadeUp[] {
  const found = rows.flatMap(({ year, makesUp }) =>
    makesUp.map((one) => ({ year, of: one.year, amount: BigInt(one.amount) })),
  );
  return [...Map.groupBy(found, ({ year, of }) => `${year} ${of}`).values()]
    .flatMap((group) => {
      const [first] = group;
      return first
        ? [{ ...first, amount: group.reduce((sum, { amount }) => sum + amount, 0n) }]
        : [];
    })
    .sort((a, b) => a.year - b.year || a.of - b.of);
}
