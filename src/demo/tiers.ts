// Tiers and flags of real places. Which towns are key is not public: made up, and every row says so.
import type { RegionsFlagName, RegionsTierName } from '../schema.gen.ts';
import { apportionWithin } from './amounts.ts';
import { later, plus, recorded } from './days.ts';
import { deltaCities, helperOf, selfIncluding } from './pairs.ts';
import type { Row } from './rows.ts';
import { type Random, taken } from './seed.ts';
import { isTownKind, PROGRAMME_START, type Town, type World } from './world.ts';

const KEY_TOWNS = 600;
const SELF_INCLUDED = 169;
const SELF_INCLUDED_STREETS = 124;

export interface Tiered {
  town: Town;
  tier: RegionsTierName;
  from: string;
  to: string | null;
}

const DOCUMENTS: Record<RegionsTierName, string> = {
  key_assistance: '演示分配：重点帮扶镇名单（2021年6月，名单未公开，虚构）',
  consolidation: '演示分配：巩固提升镇名单（2021年6月，名单未公开，虚构）',
  demonstration: '先行示范镇：珠三角七市各镇',
  self_included: '演示分配：各市自行纳入的涉农街道、农场、林场名单（虚构）',
};

/** Weaker cities have more key towns; about two thirds of all. */
const KEY_SHARE = new Map([
  ['441400000000', 0.76],
  ['441600000000', 0.76],
  ['440200000000', 0.7],
  ['441500000000', 0.72],
  ['441800000000', 0.66],
  ['440800000000', 0.66],
  ['440900000000', 0.63],
  ['445200000000', 0.67],
  ['445300000000', 0.66],
  ['441700000000', 0.6],
  ['441200000000', 0.6],
  ['445100000000', 0.58],
  ['440500000000', 0.5],
]);

/** Which help each town gets, from when to when. */
export function assignTiers(world: World, r: Random): Tiered[] {
  const assisted = world.towns.filter((town) => helperOf.has(town.cityKey));
  const staying = assisted.filter((town) => isTownKind(town.kindThen) && isTownKind(town.kind));
  const leaving = assisted.filter((town) => isTownKind(town.kindThen) && !isTownKind(town.kind));
  const joining = assisted.filter((town) => !isTownKind(town.kindThen) && isTownKind(town.kind));
  const keys = keyTowns(staying, r);
  const start = PROGRAMME_START;
  const tier = (town: Town): RegionsTierName =>
    keys.has(town.key) ? 'key_assistance' : 'consolidation';
  return [
    ...staying.map((town) => ({ town, tier: tier(town), from: start, to: null })),
    ...leaving.map((town) => ({
      town,
      tier: 'consolidation' as const,
      from: start,
      to: town.kindSince,
    })),
    ...joining.map((town) => ({
      town,
      tier: 'consolidation' as const,
      from: town.kindSince,
      to: null,
    })),
    ...world.towns
      .filter((town) => deltaCities.has(town.cityKey) && isTownKind(town.kindThen))
      .map((town) => ({ town, tier: 'demonstration' as const, from: start, to: town.endsOn })),
    ...selfIncluded(world, r),
  ];
}

export function tierRows(tiered: readonly Tiered[], r: Random): Row<'regions.tier'>[] {
  return tiered.map(({ town, tier, from, to }) => ({
    id: r.uuid(from),
    place_key: town.key,
    city_key: town.cityKey,
    tier,
    valid_from: from,
    valid_to: to,
    document: DOCUMENTS[tier],
    made_up: tier !== 'demonstration',
    recorded_at: recorded(from, 3),
  }));
}

const OLD_BASES = new Set([
  '441400000000',
  '441500000000',
  '441600000000',
  '440200000000',
  '445200000000',
]);
const BORDER =
  /^(南雄市|仁化县|乐昌市|连州市|连山壮族瑶族自治县|封开县|怀集县|郁南县|罗定市|信宜市|化州市|廉江市|饶平县|平远县|蕉岭县|大埔县|梅县区|兴宁市|龙川县|和平县|连平县)$/;

/** Only marks that can hurt no real place; weak villages are found in the made-up county alone. */
export function flagRows(tiered: readonly Tiered[], r: Random): Row<'regions.flag'>[] {
  const rows: Row<'regions.flag'>[] = [];
  const add = (key: string, flag: RegionsFlagName) => {
    rows.push({
      id: r.uuid(PROGRAMME_START),
      place_key: key,
      flag,
      valid_from: PROGRAMME_START,
      valid_to: null,
      document: '演示标注（虚构）',
      made_up: true,
      recorded_at: recorded(PROGRAMME_START, 3),
    });
  };
  for (const { town, to } of tiered) {
    if (to !== null) continue;
    if (OLD_BASES.has(town.cityKey) && r.chance(0.45)) add(town.key, 'old_revolutionary_base');
    if (town.kind === 'ethnic_township' || town.countyName.includes('族'))
      add(town.key, 'ethnic_area');
    if (BORDER.test(town.countyName) && r.chance(0.35)) add(town.key, 'provincial_border');
    for (const village of town.villages) {
      if (!village.administrative) continue;
      if (r.chance(0.06)) add(village.key, 'model_village');
      if (r.chance(0.025)) add(village.key, 'red_village');
    }
  }
  return rows;
}

function keyTowns(staying: readonly Town[], r: Random): Set<string> {
  const cities = [...helperOf.keys()].map((city) =>
    staying.filter((town) => town.cityKey === city),
  );
  const counts = apportionWithin(
    KEY_TOWNS,
    cities.map((towns) => towns.length * (KEY_SHARE.get(towns[0]?.cityKey ?? '') ?? 0)),
    cities.map((towns) => towns.length),
  );
  const chosen = cities.flatMap((towns, at) => r.shuffled(towns).slice(0, taken(counts, at)));
  return new Set(chosen.map((town) => town.key));
}

/** Streets with administrative villages, then farms and forest farms; those without a village last. */
function selfIncluded(world: World, r: Random): Tiered[] {
  const here = world.towns.filter(
    (town) => selfIncluding.has(town.cityKey) && town.endsOn === null,
  );
  const rural = (town: Town) => town.villages.some((village) => village.administrative);
  const became = (town: Town) => isTownKind(town.kindThen);
  const streets = here.filter((town) => town.kind === 'street' && rural(town));
  const steady = r.shuffled(streets.filter((town) => town.kindThen === 'street'));
  const chosenStreets = [...streets.filter(became), ...steady].slice(0, SELF_INCLUDED_STREETS);
  const farms = r.shuffled(
    here.filter((town) => town.kind === 'farm' || town.kind === 'forest_farm'),
  );
  const chosenFarms = [...farms.filter(rural), ...farms.filter((farm) => !rural(farm))].slice(
    0,
    SELF_INCLUDED - SELF_INCLUDED_STREETS,
  );
  const startOf = new Map(
    [...selfIncluding].map((city) => [city, plus('2021-08-02', r.int(0, 150))]),
  );
  return [...chosenStreets, ...chosenFarms].map((town) => {
    const start = startOf.get(town.cityKey) ?? PROGRAMME_START;
    return {
      town,
      tier: 'self_included',
      from: became(town) ? later(start, plus(town.kindSince, 30)) : start,
      to: null,
    };
  });
}
