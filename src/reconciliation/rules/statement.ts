/** The statement of differences 余额调节表: ours + theirs only − ours only ± differences = theirs, or it is not finished. */
import type { Reason, Result, SourceKind } from '../codes.ts';

/** Amounts in fen. */
export interface Parts {
  /** What our books say now, and what their lines say now. */
  ours: bigint;
  theirs: bigint;
  /** What matching left. */
  theirsOnly: bigint;
  oursOnly: bigint;
  /** Theirs less ours, where the amounts differ. */
  differs: bigint;
}

export function statementOf({ ours, theirs, theirsOnly, oursOnly, differs }: Parts): {
  adjusted: bigint;
  /** What is not explained by any line; zero where it closes. */
  gap: bigint;
  closes: boolean;
} {
  const adjusted = ours + theirsOnly - oursOnly + differs;
  return { adjusted, gap: theirs - adjusted, closes: adjusted === theirs };
}

/** What may be said to a difference, the likeliest first. */
export const reasonsFor: Record<Exclude<Result, 'matched' | 'ambiguous'>, readonly Reason[]> = {
  amount_differs: ['recorded_wrongly', 'theirs_wrong', 'other'],
  ours_only: ['not_yet_paid', 'in_transit', 'recorded_wrongly', 'theirs_wrong', 'other'],
  theirs_only: ['not_yet_booked', 'in_transit', 'theirs_wrong', 'other'],
};

/** Reasons that say nothing by themselves. */
export const wantsNote = (reason: Reason): boolean =>
  ['recorded_wrongly', 'theirs_wrong', 'other'].includes(reason);

/** Banks hold what is self-raised; quota and payments of the treasury never are. */
export const programmeFits = (kind: SourceKind, programme: string): boolean =>
  (kind === 'bank_statement') === (programme === 'self_raised');
