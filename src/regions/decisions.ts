// What was said of uncertain changes, and its history.

import type { Db } from '../platform/db/pool.ts';
import type { Decision } from './contract.ts';
import type { Decider, Verdict } from './vocabulary.ts';

export type NewDecision = {
  id: string;
  /** `old>new`, as the comparison names it. */
  change: string;
  verdict: Verdict;
  by: Decider;
  account?: string;
  name?: string;
  reason?: string;
};

/** By change, the last first: that one counts. */
export async function decisionsOf(
  db: Db,
  older: string,
  newer: string,
  changes: readonly string[],
): Promise<Map<string, Decision[]>> {
  if (changes.length === 0) return new Map();
  const rows = await db
    .selectFrom('regions.decision')
    .select(['change', 'verdict', 'decided_by as by', 'name', 'reason', 'recorded_at as at'])
    .where('older', '=', older)
    .where('newer', '=', newer)
    .where('change', 'in', changes)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const byChange = Map.groupBy(rows, ({ change }) => change);
  return new Map(
    [...byChange].map(([change, said]) => [
      change,
      // the generated type of a time stamp is Date; it arrives as text
      said.map(({ change: _change, ...decision }) => decision as unknown as Decision),
    ]),
  );
}

export async function keepDecisions(
  db: Db,
  older: string,
  newer: string,
  decisions: readonly NewDecision[],
): Promise<void> {
  if (decisions.length === 0) return;
  await db
    .insertInto('regions.decision')
    .values(
      decisions.map(({ by, account, name, reason, ...decision }) => ({
        ...{ ...decision, older, newer, decided_by: by },
        ...{ account: account ?? null, name: name ?? null, reason: reason ?? null },
      })),
    )
    .execute();
}
