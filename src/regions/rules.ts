// What may be decided of an edition's changes, and what the registry explains of the figures people quote. Pure.

import type { Editions, Finding } from './contract.ts';

type Edition = Pick<Editions['rows'][number], 'edition' | 'cutOff' | 'activeFrom'>;

/** The edition whose tree is used from the latest day on. */
export function inForce(editions: readonly Edition[]): Edition | undefined {
  return editions
    .filter(({ activeFrom }) => activeFrom !== null)
    .toSorted((a, b) => ((a.activeFrom ?? '') < (b.activeFrom ?? '') ? -1 : 1))
    .at(-1);
}

/** Why nothing can be decided of an edition's changes; null where it can. */
export function editionClosed(edition: Edition | undefined, now: Edition | undefined) {
  if (!edition) return 'regions.refusal.edition_not_loaded';
  if (edition.activeFrom !== null) return 'regions.refusal.edition_applied';
  const newer = now?.activeFrom && edition.cutOff > now.activeFrom;
  return newer ? null : 'regions.refusal.edition_not_newer';
}

/**
 * The interview of 2022-07-28: 1,127 towns covered, and three tiers that add up to one more. Statements, not
 * settings: they are what the records are held against.
 */
export const quoted = {
  province: '440000000000',
  on: '2021-06-30',
  towns: 1127,
  tiers: { key_assistance: 600, consolidation: 301, demonstration: 227 },
};

/** The seven cities of the Pearl River Delta that have towns: 广州 珠海 佛山 江门 惠州 东莞 中山. */
const DELTA = new Set(['4401', '4404', '4406', '4407', '4413', '4419', '4420']);
const SHENZHEN = '4403';
const HUIZHOU = '4413';
const JIANGMEN = '4407';

/** Places of one city in one edition; programme: those in a place only the programme's tree has (深汕). */
export type CityCount = { edition: string; city: string; programme: boolean; count: number };
export type TierCount = { on: string; tier: string; count: number };
type Line = Finding['lines'][number];
type PlaceNote = Finding['places'][number];

/**
 * Why the tiers' sum is not the number quoted: every number has its date.
 * @param days the days the lists are asked for
 */
export function tierSumFinding(
  days: readonly string[],
  tiers: readonly TierCount[],
  towns: readonly CityCount[],
): Finding {
  const { key_assistance: key, consolidation, demonstration } = quoted.tiers;
  const sum = key + consolidation + demonstration;
  return {
    code: 'tier_sum',
    params: texts({
      ...{ key, consolidation, demonstration, sum },
      ...{ quoted: quoted.towns, gap: sum - quoted.towns, on: quoted.on },
    }),
    lines: [...townLines(towns), ...days.map((on) => tierLine(on, tiers))],
    places: [],
  };
}

function townLines(towns: readonly CityCount[]): Line[] {
  return editionsOf(towns).map((edition) => {
    const of = (fits: (row: CityCount) => boolean) =>
      total(towns.filter((row) => row.edition === edition && fits(row)));
    const delta = of(({ city, programme }) => DELTA.has(city.slice(0, 4)) && !programme);
    const others = of(({ city, programme }) => !DELTA.has(city.slice(0, 4)) && !programme);
    const programme = of((row) => row.programme);
    return {
      line: 'towns_of_edition',
      params: texts({ edition, others, delta, sum: others + delta, programme }),
    };
  });
}

function tierLine(on: string, tiers: readonly TierCount[]): Line {
  const of = (tier: string) => total(tiers.filter((row) => row.on === on && row.tier === tier));
  const [key, consolidation, demonstration] = [
    of('key_assistance'),
    of('consolidation'),
    of('demonstration'),
  ];
  const sum = key + consolidation + demonstration;
  return { line: 'tiers_on', params: texts({ on, key, consolidation, demonstration, sum }) };
}

/**
 * Self-included units are a list of documents; the registry cannot confirm it.
 * @param units streets, farms and other units that are neither 镇 nor 乡 and hold a village committee
 */
export function selfIncludedFinding(
  count: number,
  units: readonly CityCount[],
  without: PlaceNote[],
  wholeProvince: boolean,
): Finding {
  const editions = editionsOf(units);
  const lines = editions.map((edition): Line => {
    const of = (fits: (city: string) => boolean) =>
      total(units.filter((row) => row.edition === edition && fits(row.city.slice(0, 4))));
    if (!wholeProvince) {
      return { line: 'units_in_scope', params: texts({ edition, units: of(() => true) }) };
    }
    const thirteen = of((city) => !DELTA.has(city) && city !== SHENZHEN);
    const huizhou = thirteen + of((city) => city === HUIZHOU);
    const jiangmen = huizhou + of((city) => city === JIANGMEN);
    return { line: 'units_of_edition', params: texts({ edition, thirteen, huizhou, jiangmen }) };
  });
  const params = texts({ count, without: without.length });
  return { code: 'self_included', params, lines, places: without };
}

export function brokenNameFinding(broken: PlaceNote[]): Finding {
  const params = texts({ count: broken.length });
  return { code: 'broken_name', params, lines: [], places: broken };
}

function editionsOf(rows: readonly CityCount[]): string[] {
  return [...new Set(rows.map(({ edition }) => edition))].sort();
}

function total(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function texts(values: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
