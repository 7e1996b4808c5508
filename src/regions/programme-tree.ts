// Where the programme's tree is not the statistical tree. Data: a place managed by another city than its codes say.

import { levelOfKey } from '../kit/region-key.ts';

export type ProgrammePlace = {
  /** Its key; no published code has these digits. */
  key: string;
  name: string;
  level: 'county';
  parent: string;
  /** Codes of the towns it holds; they keep their published codes and get keys inside `key`. */
  towns: readonly string[];
  /** Why, and by what. */
  reason: { zh: string; en: string };
};

export const programmePlaces: readonly ProgrammePlace[] = [
  {
    key: '440390000000',
    name: '深汕特别合作区',
    level: 'county',
    parent: '440300000000',
    // 鹅埠镇, 小漠镇, 鮜门镇, 赤石镇 are coded under 海丰县 (441521).
    towns: ['441521102000', '441521103000', '441521104000', '441521105000'],
    reason: {
      zh: '深汕特别合作区 2017 年体制机制调整后由深圳市全面管理，统计用区划代码仍列在汕尾市海丰县。帮扶按管理关系归深圳，代码照旧保留。',
      en: 'Shenzhen has managed the Shenzhen-Shanwei zone since the change of 2017; the statistical codes still list its four towns under Haifeng county of Shanwei. Assistance follows management, the codes are kept.',
    },
  },
];

const OF_TOWN = new Map(
  programmePlaces.flatMap((place) => place.towns.map((town) => [town, place] as const)),
);

/** The code of the place above in the programme's tree: the published one but for the places above. */
export function programmeParent(code: string, parentCode: string | null): string | null {
  return OF_TOWN.get(code)?.key ?? parentCode;
}

/** The programme places an edition needs: those whose towns it has. */
export function programmePlacesIn(codes: ReadonlySet<string>): ProgrammePlace[] {
  return programmePlaces.filter(
    (place) => codes.has(place.parent) && place.towns.some((town) => codes.has(town)),
  );
}

/** Whether a code was made here and is in no published edition. */
export function isProgrammeCode(code: string): boolean {
  return levelOfKey(code) === 'county' && programmePlaces.some((place) => place.key === code);
}
