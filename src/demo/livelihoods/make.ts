// Everything of the livelihoods room for the real province.
import { random } from '../seed.ts';
import type { Tiered } from '../tiers.ts';
import { makeVillagers } from './participants.ts';
import { makePlacements } from './placements.ts';
import { makeSales } from './sales.ts';
import { makeTraining } from './training.ts';
import { makeWorkshops } from './workshops.ts';

export function makeLivelihoods(tiered: readonly Tiered[], seed: number) {
  const villagers = makeVillagers(tiered, random(seed, 'villagers'));
  const { sites } = villagers;
  const workshops = makeWorkshops(villagers, random(seed, 'workshops'));
  return {
    placements: makePlacements(sites, random(seed, 'placements')),
    ...workshops,
    ...makeTraining(sites, random(seed, 'training')),
    ...makeSales(sites, random(seed, 'sales')),
    participants: villagers.rows,
  };
}
