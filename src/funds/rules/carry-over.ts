/** What of a quota line is carried over at the end of a year, and what is surplus. Pure, in fen. */

export interface QuotaSums {
  received: bigint;
  committed: bigint;
  spent: bigint;
}

/** Bound by contracts and not yet paid is carried over (结转); what no contract binds is surplus (结余). They add up to what is left. */
export function dividedAtYearEnd({ received, committed, spent }: QuotaSums): {
  carried: bigint;
  surplus: bigint;
} {
  const left = received - spent;
  const bound = committed > spent ? committed - spent : 0n;
  const carried = bound < left ? bound : left;
  return { carried, surplus: left - carried };
}
