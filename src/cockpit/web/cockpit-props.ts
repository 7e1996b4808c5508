// What the parts of the cockpit are about.
import type { At, Known } from '../../indicators/web/use-figures.ts';
import type { Place } from '../../regions/contract.ts';

export interface CockpitProps {
  place: Pick<Place, 'key' | 'name' | 'level'>;
  at: At;
  known: Known;
}
