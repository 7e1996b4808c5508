// Who owes what: which measure counts for a payer, and how a year's surplus makes up what earlier years were short of. Pure.
import type { Measure, Payer } from './codes.ts';

/**
 * What counts as provided: for central and province what their document issued, for an assisting city what it remitted.
 * The local payers and all others have no document of their own before the money is there: for them it is what was received.
 */
export function measureOf(payer: Payer): Measure {
  if (payer === 'central' || payer === 'province') return 'issued';
  return payer === 'assisting_city' ? 'remitted' : 'received';
}

/** What one payer owes of one programme in one budget year, in fen. */
export interface YearLine {
  year: number;
  due: bigint;
  provided: bigint;
}

export interface MadeUp {
  year: number;
  amount: bigint;
}

export interface Settled {
  year: number;
  /** What is still owed of the year, after what later years made up; never below zero. */
  arrears: bigint;
  /** What of the year's surplus goes to earlier years, the earliest first. */
  makesUp: MadeUp[];
  /** What later years made up of this one. */
  madeUp: bigint;
  /** Surplus no earlier year is short of. */
  over: bigint;
}

/**
 * The years of one payer and programme, each once, settled in their order: a surplus makes up the earliest arrears first.
 * Sums close: due - provided = arrears - over, over all years together.
 */
export function settle(lines: readonly YearLine[]): Settled[] {
  const settled: Settled[] = [];
  for (const { year, due, provided } of lines.toSorted((a, b) => a.year - b.year)) {
    const makesUp: MadeUp[] = [];
    let surplus = provided > due ? provided - due : 0n;
    for (const earlier of settled) {
      const amount = surplus < earlier.arrears ? surplus : earlier.arrears;
      if (amount === 0n) continue;
      earlier.arrears -= amount;
      earlier.madeUp += amount;
      surplus -= amount;
      makesUp.push({ year: earlier.year, amount });
    }
    settled.push({
      year,
      arrears: due > provided ? due - provided : 0n,
      makesUp,
      madeUp: 0n,
      over: surplus,
    });
  }
  return settled;
}
