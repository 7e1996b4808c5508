/** A city's plan beside what it really provided: which instalments are met, and how far it is behind. Pure. */

interface Instalment {
  dueOn: string;
  amount: bigint;
}

export interface MetInstalment extends Instalment {
  /** Planned until then, this one included. */
  planned: bigint;
  state: 'met' | 'partly' | 'behind' | 'to_come';
}

/** What was provided meets the earliest instalments first, whatever day it came. */
export function instalmentsMet(
  instalments: readonly Instalment[],
  provided: bigint,
  today: string,
): MetInstalment[] {
  let planned = 0n;
  return instalments
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((one) => {
      const before = planned;
      planned += one.amount;
      if (provided >= planned) return { ...one, planned, state: 'met' };
      if (one.dueOn > today) return { ...one, planned, state: 'to_come' };
      return { ...one, planned, state: provided > before ? 'partly' : 'behind' };
    });
}

/** What should have been provided to a day and was not; never below zero. */
export const behindOf = (plannedToDate: bigint, provided: bigint): bigint =>
  plannedToDate > provided ? plannedToDate - provided : 0n;
