// Who helps whom: the five kinds of pairing with what each owes and what was done of it.
import type { TeamsDutyKind, TeamsPairingKind } from '../../schema.gen.ts';
import { plus, recorded, TODAY } from '../days.ts';
import { helperOf } from '../pairs.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';
import { PROGRAMME_START, type World } from '../world.ts';
import type { Team } from './roster.ts';
import { cityHome, type Unit, type UnitRegistry } from './units.ts';

export interface Pairings {
  pairings: Row<'teams.pairing'>[];
  duties: Row<'teams.duty'>[];
}

const PROMISES: Record<TeamsDutyKind, readonly string[]> = {
  people: [
    '选派干部驻镇，任期内不减员',
    '每季度派技术人员到镇指导一次',
    '安排一名业务骨干挂点联系',
  ],
  money: [
    '每年安排帮扶经费10万元',
    '每年安排帮扶经费5万元',
    '组织职工认购帮扶农产品',
    '协调项目资金支持村内道路',
  ],
  matters: [
    '帮助编制镇域乡村振兴规划',
    '协助建设农产品冷链',
    '开展义诊和健康讲座',
    '帮助对接电商平台',
    '支持镇中心小学图书室',
  ],
};
const DONE = ['已按计划落实', '已完成首批', '已到位并登记', '已开展两次'];

export function makePairings(
  world: World,
  teams: readonly Team[],
  registry: UnitRegistry,
  r: Random,
): Pairings {
  const made: Pairings = { pairings: [], duties: [] };
  const pair = pairer(made, r);
  for (const [city, helper] of helperOf) {
    pair('city_to_city', city, { city: helper }, PROGRAMME_START, true, [
      'people',
      'money',
      'matters',
    ]);
  }
  const helped = world.counties.filter((county) => helperOf.has(county.cityKey));
  const organs = registry.units.filter(
    (unit) => unit.level === 'provincial' && unit.kind === 'party_government',
  );
  for (const county of r.shuffled(helped).slice(0, 60)) {
    const unit = r.pick(organs);
    pair('organ_to_county', county.key, { unit }, plus(PROGRAMME_START, r.int(10, 90)), true, [
      'people',
      'matters',
    ]);
  }
  const cities = new Map(world.cities.map((city) => [city.key, city]));
  for (const team of teams) {
    for (const [at, { unit, from, to }] of team.units.entries()) {
      const lead = at === 0;
      const kinds: TeamsDutyKind[] = lead
        ? ['people', 'money', 'matters']
        : r.chance(0.4)
          ? [r.pick(['people', 'money', 'matters'] as const)]
          : [];
      pair('group_to_town', team.town.key, { unit }, from, lead, kinds, to);
    }
    const leader = team.units[0]?.unit;
    if (team.helper === 'provincial' && leader) {
      pair('designated', team.town.key, { unit: leader }, team.formedOn, true, [
        'people',
        'money',
        'matters',
      ]);
    }
    const city = cities.get(helperOf.get(team.town.cityKey) ?? team.town.cityKey);
    if (city && team.dissolvedOn === null && r.chance(0.3)) {
      const unit = registry.next(cityHome(city), false);
      pair('society', team.town.key, { unit }, plus(team.formedOn, r.int(20, 250)), false, [
        'money',
        'matters',
      ]);
    }
  }
  return made;
}

function pairer(made: Pairings, r: Random) {
  return (
    kind: TeamsPairingKind,
    place: string,
    helper: { city: string } | { unit: Unit },
    from: string,
    lead: boolean,
    duties: readonly TeamsDutyKind[],
    to: string | null = null,
  ) => {
    const id = r.uuid(from);
    made.pairings.push({
      id,
      kind,
      place_key: place,
      helper_place_key: 'city' in helper ? helper.city : null,
      organisation_id: 'unit' in helper ? helper.unit.id : null,
      lead,
      starts_on: from,
      ends_on: to,
      document: '演示：结对帮扶安排（虚构）',
      made_up: true,
      recorded_at: recorded(from, r.lag()),
    });
    for (const duty of duties) {
      const day = plus(from, r.int(40, 330));
      const done = day <= TODAY && r.chance(0.72);
      made.duties.push({
        id: r.uuid(from),
        pairing_id: id,
        place_key: place,
        kind: duty,
        promise: r.pick(PROMISES[duty]),
        fulfilled: done ? r.pick(DONE) : null,
        fulfilled_on: done ? day : null,
        recorded_at: recorded(from, r.lag()),
      });
    }
  };
}
