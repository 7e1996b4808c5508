/** Rules of batches: they follow one another and overlap at hand-over. */
import { addMonths, daysBetween } from '../kit/period.ts';
import type { BatchRow, LimitRow } from './contract-arranging.ts';
import type { Warning } from './contract-values.ts';

/** Dated sizes the warnings compare with; a size that is not set warns of nothing. */
export type Limits = Partial<Record<LimitRow['name'], number>>;

type Terms = Pick<BatchRow, 'number' | 'name' | 'startsOn' | 'endsOn'>;

/** Why a batch may not be so, as a refusal; null when it may. Two of one number or name are refused by the database. */
export function refusalOfBatch(
  wanted: Terms,
  others: readonly Terms[],
): { code: string; batch?: string } | null {
  if (wanted.endsOn !== null && wanted.endsOn <= wanted.startsOn)
    return { code: 'teams.refusal.batch_dates' };
  const wrong = others.find((other) => {
    if (other.number === wanted.number) return false;
    const [earlier, later] = other.number < wanted.number ? [other, wanted] : [wanted, other];
    return earlier.startsOn >= later.startsOn;
  });
  return wrong ? { code: 'teams.refusal.batch_order', batch: wrong.name } : null;
}

/** How a batch lies to its neighbours, and whether it is longer than batches are. */
export function warningsOfBatch(
  batch: Terms,
  others: readonly Terms[],
  { term_years }: Limits,
): Warning[] {
  const inOrder = [...others.filter((other) => other.number !== batch.number), batch].toSorted(
    (a, b) => a.number - b.number,
  );
  const at = inOrder.indexOf(batch);
  const [before, after] = [inOrder[at - 1], inOrder[at + 1]];
  return [
    ...(before ? warningsOfHandOver(before, batch) : []),
    ...(after ? warningsOfHandOver(batch, after) : []),
    ...warningsOfTerm(batch, term_years),
  ];
}

/** A batch runs so many years by the dated size; one without a planned end says nothing of its length. */
export function warningsOfTerm(
  batch: Pick<Terms, 'name' | 'startsOn' | 'endsOn'>,
  years: number | undefined,
): Warning[] {
  const long =
    years !== undefined &&
    batch.endsOn !== null &&
    batch.endsOn > addMonths(batch.startsOn, years * 12);
  return long ? [{ code: 'batch_long', params: { batch: batch.name, years } }] : [];
}

function warningsOfHandOver(earlier: Terms, later: Terms): Warning[] {
  const params = { earlier: earlier.name, later: later.name };
  if (earlier.endsOn === null) return [{ code: 'batch_open', params }];
  const days = daysBetween(later.startsOn, earlier.endsOn);
  if (days > 0) return [{ code: 'batch_overlap', params: { ...params, days } }];
  return days < 0 ? [{ code: 'batch_gap', params: { ...params, days: -days } }] : [];
}
