// Which places get a team, whose people it is made of, and how large it is.
import type { RegionsKind, RegionsTierName } from '../../schema.gen.ts';
import { apportion, apportionWithin } from '../amounts.ts';
import { later, plus } from '../days.ts';
import { helperOf, ownTeams, SHENZHEN } from '../pairs.ts';
import { type Random, taken } from '../seed.ts';
import type { Tiered } from '../tiers.ts';
import { isTownKind, PROGRAMME_START, type Town, type World } from '../world.ts';

const CADRES = 8_099;
export const SENDING_UNITS = 7_174;
const SPECIALISTS = {
  graduate_service: 1_204,
  agri_tech_agent: 1_889,
  finance_assistant: 1_121,
};
const VOLUNTEERS = 1_030;

/** Where a team's units come from: the assisting city, province and centre, the own city, the own county. */
type Helper = 'assisting' | 'provincial' | 'city' | 'county';

export interface TeamPlan {
  town: Town;
  placeKind: RegionsKind;
  tier: RegionsTierName | null;
  formedOn: string;
  dissolvedOn: string | null;
  helper: Helper;
  cadres: number;
  /** Units with a cadre in post, and units that have none at present. */
  sending: number;
  waiting: number;
  graduates: number;
  agents: number;
  finance: number;
  volunteers: number;
}

type Site = Pick<TeamPlan, 'town' | 'placeKind' | 'tier' | 'formedOn' | 'dissolvedOn' | 'helper'>;

/** Every team of the real province; those dissolved since come last and hold nobody today. */
export function planTeams(world: World, tiered: readonly Tiered[], r: Random): TeamPlan[] {
  const all = sites(world, tiered, r);
  const standing = all.filter((site) => site.dissolvedOn === null);
  const cadres = apportionWithin(
    CADRES - 5 * standing.length,
    standing.map(() =>
      r.weighted([
        [0.4, 12],
        [1, 20],
        [2, 35],
        [3.5, 33],
      ]),
    ),
    standing.map(() => 3),
  ).map((more) => more + 5);
  const people = (total: number, most: number) =>
    apportionWithin(
      total,
      standing.map((site) => (site.placeKind === 'street' ? 0.5 : 1) * (0.1 + r.next())),
      standing.map(() => most),
    );
  const graduates = people(SPECIALISTS.graduate_service, 3);
  const agents = people(SPECIALISTS.agri_tech_agent, 3);
  const finance = people(SPECIALISTS.finance_assistant, 2);
  const volunteers = people(VOLUNTEERS, 3);
  const plans = standing.map((site, at) => {
    const count = taken(cadres, at);
    const sending = Math.max(
      4,
      count -
        r.weighted([
          [0, 56],
          [1, 35],
          [2, 9],
        ]),
    );
    return {
      ...site,
      cadres: count,
      sending,
      waiting: r.chance(0.11) ? 1 : 0,
      graduates: taken(graduates, at),
      agents: taken(agents, at),
      finance: taken(finance, at),
      volunteers: taken(volunteers, at),
    };
  });
  const gone = all.filter((site) => site.dissolvedOn !== null);
  const nobody = { cadres: 0, graduates: 0, agents: 0, finance: 0, volunteers: 0 };
  return [...plans, ...gone.map((site) => ({ ...site, ...nobody, sending: 0, waiting: 5 }))];
}

function sites(world: World, tiered: readonly Tiered[], r: Random): Site[] {
  const helpers = helperOfKeyTowns(tiered, r);
  const now = new Map(
    tiered.filter(({ to }) => to === null).map((entry) => [entry.town.key, entry]),
  );
  const found: Site[] = [];
  for (const town of world.towns) {
    const entry = now.get(town.key);
    const tier = entry?.tier ?? null;
    const summer = () =>
      plus(
        '2021-06-28',
        r.weighted([
          [r.int(0, 24), 80],
          [r.int(25, 64), 20],
        ]),
      );
    const team = (formedOn: string, helper: Helper, placeKind = town.kind): Site => ({
      town,
      placeKind,
      tier,
      formedOn,
      dissolvedOn: null,
      helper,
    });
    const hasTeam =
      helperOf.has(town.cityKey) || ownTeams.has(town.cityKey) || town.cityKey === SHENZHEN;
    if (!hasTeam || town.endsOn !== null) continue;
    if (isTownKind(town.kind) && town.kindThen !== null && isTownKind(town.kindThen)) {
      found.push(team(summer(), helpers.get(town.key) ?? ownHelper(town, tier), town.kindThen));
    } else if (isTownKind(town.kind)) {
      found.push(team(plus(town.kindSince, r.int(12, 30)), 'county'));
    } else if (isTownKind(town.kindThen)) {
      found.push(dissolved(team(summer(), 'county', town.kindThen ?? town.kind)));
    }
    if (tier === 'self_included' && town.kind === 'street') {
      const from = later(plus(entry?.from ?? PROGRAMME_START, r.int(2, 20)), '2021-07-05');
      found.push(team(from, r.chance(0.5) ? 'city' : 'county'));
    }
  }
  return found;
}

/** The team of a town that became a street ends with the town; a street taken in gets one of its own later. */
function dissolved(site: Site): Site {
  return { ...site, tier: 'consolidation', dissolvedOn: plus(site.town.kindSince, 12) };
}

/** Consolidation towns are helped by their own county, in 湛江 by the city; delta towns by their city; 深汕 by Shenzhen. */
function ownHelper(town: Town, tier: RegionsTierName | null): Helper {
  return tier === 'consolidation' && town.cityKey !== '440800000000' ? 'county' : 'city';
}

/** Six delta cities : provincial and central units : local city units = 5:2:3 over all key towns, not in each city. */
function helperOfKeyTowns(tiered: readonly Tiered[], r: Random): Map<string, Helper> {
  const keys = r.shuffled(tiered.filter(({ tier }) => tier === 'key_assistance'));
  const [assisting = 0, provincial = 0] = apportion(keys.length, [300, 121, 179]);
  return new Map(
    keys.map(({ town }, at) => [
      town.key,
      at < assisting ? 'assisting' : at < assisting + provincial ? 'provincial' : 'city',
    ]),
  );
}
