/** What each payer owes by the rule, and what it would owe if the rule were another. Pure, exact to the fen. */
import { split } from '../kit/money.ts';
import { isWithin } from '../kit/region-key.ts';

/** The four payers of the special fund, in the order in which a share is rounded. */
export const duePayers = ['province', 'assisting_city', 'assisted_city', 'county'] as const;
export type DuePayer = (typeof duePayers)[number];
export type Weights = Record<DuePayer, number>;

/** A town with the rule that holds for it and the places its payers pay from. */
export interface RuledTown {
  town: string;
  /** Fen a year. */
  average: bigint;
  weights: Weights;
  payers: Record<DuePayer, string>;
}

/** Another rule for the towns within a place; what it does not say stays. */
export interface Trial {
  within: string;
  average?: bigint | undefined;
  weights?: Weights | undefined;
}

export interface DueRow {
  payer: DuePayer;
  payerPlace: string;
  towns: number;
  /** Fen a year by the rule in force, and by the trial. */
  now: bigint;
  trial: bigint;
}

export const partsOf = (average: bigint, weights: Weights): bigint[] =>
  split(
    average,
    duePayers.map((payer) => BigInt(weights[payer])),
  );

/**
 * Sums by payer and paying place, in the order of payers, then of places. Every town is split on its own, so that the
 * sums over towns close with each town's average.
 */
export function dueBy(towns: readonly RuledTown[], trial: Trial): DueRow[] {
  const rows = new Map<string, DueRow>();
  for (const { town, average, weights, payers } of towns) {
    const tried = isWithin(town, trial.within) ? trial : undefined;
    const now = partsOf(average, weights);
    const then = partsOf(tried?.average ?? average, tried?.weights ?? weights);
    for (const [at, payer] of duePayers.entries()) {
      const key = `${at} ${payers[payer]}`;
      const row = rows.get(key) ?? {
        payer,
        payerPlace: payers[payer],
        towns: 0,
        now: 0n,
        trial: 0n,
      };
      row.towns += 1;
      row.now += now[at] ?? 0n;
      row.trial += then[at] ?? 0n;
      rows.set(key, row);
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
