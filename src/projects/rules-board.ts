/** Which states a board shows, in the order work comes. */
import type { State } from './rules.ts';

export const boardStates: readonly State[] = [
  'idea',
  'proposed',
  'town_passed',
  'returned',
  'stocked',
  'planned',
  'preparing',
  'contracted',
  'building',
  'completed',
  'accepted',
  'settled',
  'handed_over',
];
