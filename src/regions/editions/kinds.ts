// What a place is, read from its name first and from the digits of its statistical code second.

import type { RegionLevel } from '../../kit/region-key.ts';
import type { Kind } from '../vocabulary.ts';

// The first that fits decides: a prison's farm is a prison, a forest farm's branch a forest farm.
const UNIT_NAMES: [RegExp, Kind][] = [
  [/监狱|劳教所|戒毒所|看守所/, 'prison'],
  [/林场|苗圃场|林业局|农林场/, 'forest_farm'],
  [/农场|茶场|盐场|种场|果场|牧场|渔场|蔗场|胶场|华侨场/, 'farm'],
  [/矿区$/, 'other_unit'],
  [/区$|园$|管理处$|管委会$|管理委员会$/, 'zone'],
];
// Endings with the slips of the published files: 居民委会, 居委会会, 居委委员会.
const VILLAGE = /(村民委员会|村民委会|村委会|村委员会|渔委会|渔民委员会|嘎查委员会|委员会委会)$/;
const RESIDENTS = /(居民委员会|居民委会|居委会|居委会会|居委委员会|居委员会|居委)(（[^）]*）)?$/;

export function kindOf(level: RegionLevel, code: string, name: string): Kind {
  if (level === 'town') return townKind(Number(code.slice(6, 9)), name);
  if (level === 'village') return villageKind(Number(code.slice(9, 12)), name);
  return level;
}

function townKind(digits: number, name: string): Kind {
  if (/街道(办事处)?$/.test(name)) return 'street';
  if (digits < 400) {
    if (/族(乡|苏木)$/.test(name)) return 'ethnic_township';
    if (name.endsWith('镇')) return 'town';
    if (name.endsWith('乡')) return 'township';
    if (digits < 100) return 'street';
    return digits < 200 ? 'town' : 'township';
  }
  return UNIT_NAMES.find(([ending]) => ending.test(name))?.[1] ?? 'other_unit';
}

function villageKind(digits: number, name: string): Kind {
  if (RESIDENTS.test(name)) return 'residents_committee';
  if (VILLAGE.test(name)) return 'administrative_village';
  if (digits < 200) return 'residents_committee';
  return digits < 400 ? 'administrative_village' : 'other_village_unit';
}
