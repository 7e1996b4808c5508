/** How one endpoint is asked about a town. */
import type { Holding } from './world.ts';

export interface Row {
  /**
   * 'holding': whoever is not above the town gets 404. 'whole': it holds for every account, and whoever is not of the
   * whole is refused by a rule. Otherwise everybody is answered, and this is why.
   */
  answers: 'holding' | 'whole' | { everybody: string };
  path(at: Holding): string;
  body?(at: Holding): unknown;
  /** Tells other counties' rows on purpose; what holds it in. */
  tells?: string;
  /** Why its answer names nothing of the holding. */
  nameless?: string;
}
