// The units that send specialists: banks of the county, universities and institutes.
import type { Random } from '../seed.ts';
import { taken } from '../seed.ts';
import type { World } from '../world.ts';
import type { TeamPlan } from './plan.ts';
import {
  cityHome,
  countyHome,
  provincialHome,
  schoolNames,
  type Unit,
  type UnitRegistry,
} from './units.ts';

export interface SpecialistUnits {
  bankFor(plan: TeamPlan): Unit;
  schoolFor(plan: TeamPlan): Unit;
  /** Units that sent someone so far. */
  used: Set<string>;
}

const BANKS = ['农村商业银行股份有限公司', '惠民村镇银行股份有限公司'];

export function specialistUnits(world: World, registry: UnitRegistry, r: Random): SpecialistUnits {
  const banks = new Map<string, Unit[]>();
  const institutes = new Map<string, Unit>();
  const cities = new Map(world.cities.map((city) => [city.key, city]));
  const schools = schoolNames().map((parts) => registry.named(provincialHome, 'university', parts));
  const used = new Set<string>();
  const use = (unit: Unit) => {
    used.add(unit.id);
    return unit;
  };
  return {
    used,
    bankFor: ({ town }) => {
      let local = banks.get(town.countyKey);
      if (local === undefined) {
        const home = countyHome(
          { ...town, key: town.countyKey, name: town.countyName },
          town.cityName,
        );
        local = BANKS.map((tail) => registry.named(home, 'bank', [home.name, tail]));
        banks.set(town.countyKey, local);
      }
      return use(taken(local, r.chance(0.75) ? 0 : 1));
    },
    schoolFor: ({ town }) => {
      if (r.chance(0.7)) return use(r.pick(schools));
      let institute = institutes.get(town.cityKey);
      if (institute === undefined) {
        const city = cities.get(town.cityKey);
        if (city === undefined) throw new RangeError(`no city ${town.cityKey}`);
        institute = registry.named(cityHome(city), 'public_institution', [
          city.name,
          '农业科学技术推广研究院',
        ]);
        institutes.set(town.cityKey, institute);
      }
      return use(institute);
    },
  };
}
