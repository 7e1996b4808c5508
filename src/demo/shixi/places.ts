// The made-up county 演示县 with its one town 石溪镇, under a made-up province outside every real key.
import { type RegionLevel, rangeOfKey } from '../../kit/region-key.ts';
import type { RegionsFlagName, RegionsKind } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import { spell } from '../names.ts';
import type { Row } from '../rows.ts';
import { random } from '../seed.ts';
import { PROGRAMME_START, type Town } from '../world.ts';

/** Loaded beside the registry's editions, never the tree: an upgrade of the registry leaves these places alone. */
const MADE_UP_EDITION = '0000';

export const PROVINCE = '990000000000';
export const CITY = '990100000000';
export const COUNTY = '990101000000';
export const TOWN = '990101100000';
/** The delta city that helps, made up too. */
export const HELPER = '990200000000';
const VILLAGES = [
  '石溪',
  '大岭',
  '上坪',
  '下坪',
  '龙潭',
  '水口',
  '新联',
  '田心',
  '罗坑',
  '竹园',
  '高寨',
  '黄塘',
  '古井',
  '双桥',
];
const COMMITTEE = '990101100001';

interface MadeUp {
  key: string;
  parent: string | null;
  level: RegionLevel;
  kind: RegionsKind;
  name: string;
}

/** Key of a village by its short name. */
export function villageKey(name: string): string {
  const at = VILLAGES.indexOf(name);
  if (at < 0) throw new RangeError(`no village ${name}`);
  return String(BigInt(TOWN) + 201n + BigInt(at));
}

const places: readonly MadeUp[] = [
  { key: PROVINCE, parent: null, level: 'province', kind: 'province', name: '演示省（虚构）' },
  { key: CITY, parent: PROVINCE, level: 'city', kind: 'city', name: '演示市' },
  { key: HELPER, parent: PROVINCE, level: 'city', kind: 'city', name: '演示帮扶市' },
  { key: COUNTY, parent: CITY, level: 'county', kind: 'county', name: '演示县' },
  { key: TOWN, parent: COUNTY, level: 'town', kind: 'town', name: '石溪镇' },
  {
    key: COMMITTEE,
    parent: TOWN,
    level: 'village',
    kind: 'residents_committee',
    name: '石溪圩居民委员会',
  },
  ...VILLAGES.map(
    (name): MadeUp => ({
      key: villageKey(name),
      parent: TOWN,
      level: 'village',
      kind: 'administrative_village',
      name: `${name}村民委员会`,
    }),
  ),
];

export const shixi: Town = {
  key: TOWN,
  name: '石溪镇',
  county: '990101',
  cityKey: CITY,
  cityName: '演示市',
  countyKey: COUNTY,
  countyName: '演示县',
  kind: 'town',
  kindThen: 'town',
  kindSince: PROGRAMME_START,
  endsOn: null,
  villages: places
    .filter(({ level }) => level === 'village')
    .map(({ key, name, kind }) => ({
      key,
      name,
      administrative: kind === 'administrative_village',
    })),
};

export interface PlaceRows {
  editions: Row<'regions.edition'>[];
  regions: Row<'regions.region'>[];
  ancestors: Row<'regions.ancestor'>[];
  codes: Row<'regions.code'>[];
  tiers: Row<'regions.tier'>[];
  flags: Row<'regions.flag'>[];
}

/** @param from first day of the real tree, so that both can be asked for the same days */
export function placeRows(from: string, seed: number): PlaceRows {
  const r = random(seed, 'shixi places');
  const byKey = new Map(places.map((place) => [place.key, place]));
  return {
    editions: [
      {
        edition: MADE_UP_EDITION,
        cut_off: from,
        source: '演示数据：演示县·石溪镇（虚构）',
        sha256: '',
        row_count: places.length,
        active_from: null,
      },
    ],
    regions: places.map(({ key, parent, level }) => ({
      key,
      parent,
      ...rangeOfKey(key),
      level,
      county: key.slice(0, 6),
      valid_from: from,
      valid_to: null,
    })),
    ancestors: places.flatMap((place) =>
      chain(place, byKey).map((above) => ({
        key: place.key,
        ancestor: above.key,
        level: above.level,
      })),
    ),
    codes: places.map(({ key, parent, level, kind, name }) => ({
      edition: MADE_UP_EDITION,
      code: key,
      key,
      parent_code: parent,
      level,
      kind,
      name,
      pinyin: spell(name.replace(/（.*/, '')),
      initials: [...name.replace(/（.*/, '')]
        .map((character) => spell(character).slice(0, 1))
        .join(''),
      warnings: ['made_up'],
      valid_from: from,
      valid_to: null,
    })),
    tiers: [
      {
        id: r.uuid(PROGRAMME_START),
        place_key: TOWN,
        city_key: CITY,
        tier: 'key_assistance',
        valid_from: PROGRAMME_START,
        valid_to: null,
        document: '演示分配（虚构）',
        made_up: true,
        recorded_at: recorded(PROGRAMME_START, 2),
      },
    ],
    flags: FLAGS.map(([name, flag]) => ({
      id: r.uuid(PROGRAMME_START),
      place_key: name === '' ? TOWN : villageKey(name),
      flag,
      valid_from: PROGRAMME_START,
      valid_to: null,
      document: '演示标注（虚构）',
      made_up: true,
      recorded_at: recorded(PROGRAMME_START, 2),
    })),
  };
}

const FLAGS: readonly (readonly [string, RegionsFlagName])[] = [
  ['', 'old_revolutionary_base'],
  ['罗坑', 'weak_organisation'],
  ['高寨', 'weak_organisation'],
  ['罗坑', 'weak_collective_economy'],
  ['黄塘', 'weak_collective_economy'],
  ['古井', 'weak_collective_economy'],
  ['大岭', 'formerly_poor_village'],
  ['竹园', 'formerly_poor_village'],
  ['石溪', 'model_village'],
  ['龙潭', 'red_village'],
];

function chain(place: MadeUp, byKey: ReadonlyMap<string, MadeUp>): MadeUp[] {
  const above = place.parent === null ? undefined : byKey.get(place.parent);
  return above === undefined ? [place] : [place, ...chain(above, byKey)];
}
