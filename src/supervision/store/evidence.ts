/** Rows of evidence as a reader may see them: those in their places. */
import { inRanges } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { Evidence, Facts } from '../contract.ts';
import { mostEvidence } from '../rules.ts';

/** Evidence as statements of rules give it. */
type KeptRow = Pick<Evidence, 'kind' | 'id'> & Partial<Evidence> & { place: string };
export interface Kept {
  amount: string;
  facts: Facts;
  evidence: KeptRow[];
}

export function shownEvidence(
  evidence: readonly KeptRow[],
  { ranges }: Pick<Caller, 'ranges'>,
): { rows: Evidence[]; elsewhere: number } {
  const kept = evidence.slice(0, mostEvidence);
  const rows = kept
    .filter(({ place }) => inRanges(place, ranges))
    .map(({ kind, id, name = null, code = null, project = null, amount = null, day = null }) => ({
      ...{ kind, id, name, code, project, amount, day },
    }));
  return { rows, elsewhere: kept.length - rows.length };
}
