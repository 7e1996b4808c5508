// Villagers who were helped: pseudonymous, made up, drawn by town and county.
import { apportion } from '../amounts.ts';
import { veiledName } from '../names.ts';
import type { Row } from '../rows.ts';
import { type Random, taken } from '../seed.ts';
import type { Tiered } from '../tiers.ts';
import type { Town } from '../world.ts';

export interface Villager {
  id: string;
  village: string;
  lifted: boolean;
}

export interface Site {
  town: Town;
  /** How much happens here, about 1. */
  weight: number;
  lifted: Villager[];
  others: Villager[];
}

export interface Villagers {
  sites: Site[];
  rows: Row<'livelihoods.participant'>[];
  /** A villager nobody else draws: counted once in a workshop. */
  another(site: Site, lifted: boolean): Villager;
}

const LIFTED = 38_400;
const OTHERS = 9_600;

/** Most of the work is in the 901 towns, a little in delta towns and the units cities took in. */
export function makeVillagers(tiered: readonly Tiered[], r: Random): Villagers {
  const villagers: Villagers = { sites: [], rows: [], another };
  for (const { town, tier, to } of tiered) {
    if (to !== null) continue;
    if (tier === 'demonstration' && !r.chance(0.4)) continue;
    const base = {
      key_assistance: 1.15,
      consolidation: 0.85,
      demonstration: 0.25,
      self_included: 0.35,
    }[tier];
    villagers.sites.push({ town, weight: base * (0.5 + r.next()), lifted: [], others: [] });
  }
  villagers.sites.sort((a, b) => (a.town.key < b.town.key ? -1 : 1));
  const weights = villagers.sites.map(({ weight }) => weight);
  const lifted = apportion(LIFTED, weights);
  const others = apportion(OTHERS, weights);
  for (const [at, site] of villagers.sites.entries()) {
    for (let n = 0; n < taken(lifted, at); n++) site.lifted.push(another(site, true));
    for (let n = 0; n < taken(others, at); n++) site.others.push(another(site, false));
  }

  function another({ town }: Site, isLifted: boolean): Villager {
    const village = town.villages.length === 0 ? town.key : r.pick(town.villages).key;
    const id = r.uuid('2021-07-15');
    villagers.rows.push({
      county: town.county,
      id,
      place_key: village,
      name: veiledName(r),
      lifted_out: isLifted,
      made_up: true,
      recorded_at: '2021-07-15T10:00:00+08:00',
    });
    return { id, village, lifted: isLifted };
  }
  return villagers;
}
