/** How much of everything: in `npm test`, and in the long run that shows the promises' figures. */

import type { Victim } from './cases/kill-cycles.ts';

export interface Sizes {
  kills: { writes: number; kills: number };
  deliveries: { ids: number; crashes: readonly Victim[] };
  survival: SurvivalSizes;
}

export interface SurvivalSizes {
  /** How long a cause lasts that is noticed at once. */
  shortMs: number;
  /** And one that only time-outs notice: longer than a request waits. */
  longMs: number;
  diskMs: number;
  /** Slow networks and slow queries as well, which take their time. */
  everything: boolean;
}

export const shortSizes: Sizes = {
  kills: { writes: 400, kills: 4 },
  deliveries: { ids: 300, crashes: ['server'] },
  survival: { shortMs: 1_500, longMs: 5_500, diskMs: 2_000, everything: false },
};

export const longSizes: Sizes = {
  kills: { writes: 20_000, kills: 30 },
  deliveries: { ids: 10_000, crashes: ['server', 'PostgreSQL', 'session', 'server'] },
  survival: { shortMs: 20_000, longMs: 40_000, diskMs: 20_000, everything: true },
};

/** Fixed unless another is asked for, so that a failure can be seen again. */
export const seedFrom = (asked: string | undefined): number => Number(asked ?? 20_220_728);
