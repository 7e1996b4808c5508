// The group of units behind each team: one lead and its members; some units stand behind more than one town.

import { helperOf } from '../pairs.ts';
import type { Random } from '../seed.ts';
import type { Place, World } from '../world.ts';
import { SENDING_UNITS, type TeamPlan } from './plan.ts';
import type { Team } from './roster.ts';
import {
  anyOf,
  cityHome,
  countyHome,
  type Home,
  provincialHome,
  type Unit,
  type UnitRegistry,
} from './units.ts';

/**
 * Gives every team its units. Units that send a cadre are exactly SENDING_UNITS less those that send
 * specialists alone; the surplus of slots over that number are units behind a second or third town.
 */
export function groupUnits(
  world: World,
  plans: readonly TeamPlan[],
  registry: UnitRegistry,
  specialistUnits: number,
  r: Random,
): Team[] {
  const cities = new Map(world.cities.map((city) => [city.key, city]));
  const countiesOf = Map.groupBy(world.counties, (county) => county.cityKey);
  const shared = new Map<string, Unit[]>();
  let slots = plans.reduce((sum, plan) => sum + plan.sending, 0);
  let repeats = slots - (SENDING_UNITS - specialistUnits);
  if (repeats < 0) throw new RangeError(`${-repeats} sending units find no place in a team`);

  return plans.map((plan) => {
    const team: Team = { ...plan, id: r.uuid(plan.formedOn), units: [] };
    const known = new Set<string>();
    const add = (unit: Unit) => {
      known.add(unit.id);
      team.units.push({ unit, from: plan.formedOn, to: plan.dissolvedOn });
    };
    const newUnit = (home: Home, slot: number) => {
      // Organs, institutions and central companies lead; the province has just enough of them for that.
      const organs = home.level === 'provincial' ? 0 : home.level === 'county' ? 0.7 : 0.62;
      const unit = registry.next(home, slot === 0 || r.chance(organs));
      // Only a unit that certainly has a cadre in post may stand behind another town as well.
      if (slot < plan.sending) shared.set(home.key, [...(shared.get(home.key) ?? []), unit]);
      return unit;
    };
    for (let slot = 0; slot < plan.sending; slot++) {
      const home = homeOf(plan, slot, cities, countiesOf, r);
      const wanted = slot > 0 && repeats > 0 && r.next() * (slots * 0.7) < repeats;
      const again = wanted ? anyOf(r, shared.get(home.key) ?? [], known) : undefined;
      if (again !== undefined) repeats--;
      add(again ?? newUnit(home, slot));
      slots--;
    }
    for (let slot = 0; slot < plan.waiting; slot++) {
      const home = homeOf(plan, plan.sending + slot, cities, countiesOf, r);
      add(newUnit(home, plan.sending + slot));
    }
    return team;
  });
}

/** The home of the unit in a slot: the first two always of the helper, later ones now and then of the own county. */
function homeOf(
  plan: TeamPlan,
  slot: number,
  cities: ReadonlyMap<string, Place>,
  countiesOf: ReadonlyMap<string, Place[]>,
  r: Random,
): Home {
  const own = {
    key: plan.town.countyKey,
    name: plan.town.countyName,
    cityKey: plan.town.cityKey,
    county: plan.town.county,
  };
  if (plan.helper === 'county' || (slot > 1 && r.chance(0.18)))
    return countyHome(own, plan.town.cityName);
  if (plan.helper === 'provincial') return provincialHome;
  const cityKey =
    plan.helper === 'assisting'
      ? (helperOf.get(plan.town.cityKey) ?? plan.town.cityKey)
      : plan.town.cityKey;
  const city = cities.get(cityKey);
  if (city === undefined) throw new RangeError(`no city ${cityKey}`);
  const counties = countiesOf.get(cityKey) ?? [];
  if (counties.length === 0 || r.chance(plan.helper === 'assisting' ? 0.45 : 0.75))
    return cityHome(city);
  return plan.helper === 'assisting'
    ? countyHome(r.pick(counties), city.name)
    : countyHome(own, city.name);
}
