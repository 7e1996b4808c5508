// The team of 石溪镇 as the story has it: six units, seven cadres of whom two are first secretaries too, and four others.
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { random, taken } from '../seed.ts';
import type { TeamRows } from '../teams/make.ts';
import { teamRow, unitRows } from '../teams/make.ts';
import { type Roster, sendToVillage, station, type Team, townPost } from '../teams/roster.ts';
import { type Home, unitRegistry } from '../teams/units.ts';
import { CITY, COUNTY, HELPER, PROVINCE, shixi, villageKey } from './places.ts';

type ShixiTeam = Omit<TeamRows, 'batches'>;

const ARRIVED = '2021-07-01';
const TERM_ENDS = '2024-07-01';

export function shixiTeam(seed: number): ShixiTeam {
  const r = random(seed, 'shixi team');
  const registry = unitRegistry(r);
  const helper: Home = { key: HELPER, name: '演示帮扶市', level: 'city' };
  const county: Home = { key: COUNTY, name: '演示县', level: 'county' };
  const units = [
    registry.named(helper, 'party_government', ['演示帮扶市', '国有资产监督管理局']),
    registry.named(helper, 'state_enterprise', ['演示帮扶市', '交通集团有限公司']),
    registry.named(helper, 'bank', ['演示帮扶市', '商业银行股份有限公司']),
    registry.named(helper, 'hospital', ['演示帮扶市', '人民医院']),
    registry.named({ key: CITY, name: '演示市', level: 'city' }, 'party_government', [
      '演示市',
      '水务局',
    ]),
    registry.named(county, 'party_government', ['演示县', '农业农村局']),
  ];
  const bank = registry.named(county, 'bank', ['演示县', '农村商业银行股份有限公司']);
  const school = registry.named(
    { key: PROVINCE, name: '演示省', level: 'provincial' },
    'university',
    ['演示', '农林大学'],
  );
  const team: Team = {
    id: r.uuid(ARRIVED),
    town: shixi,
    placeKind: 'town',
    tier: 'key_assistance',
    formedOn: ARRIVED,
    dissolvedOn: null,
    helper: 'assisting',
    cadres: 7,
    sending: 6,
    waiting: 0,
    graduates: 1,
    agents: 3,
    finance: 1,
    volunteers: 1,
    units: units.map((unit) => ({ unit, from: ARRIVED, to: null })),
  };
  const roster: Roster = { people: [], postings: [], history: [] };
  const cadre = (
    unit: number,
    role: 'captain' | 'member',
    from: string,
    end?: { on: string; reason: 'transferred' },
  ) =>
    station(r, roster, team, {
      category: 'cadre',
      role,
      unit: taken(units, unit),
      from,
      due: TERM_ENDS,
      post: townPost(team, role),
      ...(end ? { end } : {}),
    });
  cadre(0, 'captain', ARRIVED);
  cadre(0, 'member', ARRIVED);
  // One member went to another post in January 2022; the place was empty until April.
  cadre(1, 'member', ARRIVED, { on: '2022-01-20', reason: 'transferred' });
  cadre(1, 'member', '2022-04-06');
  cadre(2, 'member', ARRIVED);
  cadre(3, 'member', ARRIVED);
  for (const [unit, village] of [
    [4, '罗坑'],
    [5, '高寨'],
  ] as const) {
    sendToVillage(r, roster, team, cadre(unit, 'member', ARRIVED), villageKey(village));
  }
  const other = (
    category: 'graduate_service' | 'agri_tech_agent' | 'finance_assistant',
    unit: typeof bank | null,
    from: string,
    due: string,
  ) => station(r, roster, team, { category, role: 'specialist', unit, from, due });
  other('graduate_service', null, '2021-08-16', '2023-08-16');
  for (let n = 0; n < 3; n++) other('agri_tech_agent', school, '2021-09-06', '2024-09-06');
  other('finance_assistant', bank, '2021-10-18', '2022-10-18');
  station(r, roster, team, {
    category: 'volunteer',
    role: 'volunteer',
    unit: null,
    from: '2021-08-20',
    due: '2022-08-31',
  });
  return {
    organisations: registry.units,
    ...roster,
    teams: [teamRow(team)],
    units: unitRows(team, r),
    ...pairings(team, seed),
    requirements: (['captain', 'member'] as const).map((role) => ({
      id: r.uuid(ARRIVED),
      place_key: CITY,
      tiers: ['key_assistance'],
      kinds: [],
      role,
      at_least: role === 'captain' ? 1 : 4,
      valid_from: ARRIVED,
      valid_to: null,
      document: '演示：驻镇帮镇扶村工作队组建要求（虚构）',
      made_up: true,
      recorded_at: recorded(ARRIVED, 0),
    })),
  };
}

function pairings(team: Team, seed: number): Pick<TeamRows, 'pairings' | 'duties'> {
  const r = random(seed, 'shixi pairings');
  const base = {
    ends_on: null,
    document: '演示：结对帮扶安排（虚构）',
    made_up: true,
    recorded_at: recorded(ARRIVED, 1),
  };
  const between: Row<'teams.pairing'> = {
    id: r.uuid(ARRIVED),
    kind: 'city_to_city',
    place_key: CITY,
    helper_place_key: HELPER,
    organisation_id: null,
    lead: true,
    starts_on: ARRIVED,
    ...base,
  };
  const group = team.units.map(({ unit }, at) => ({
    id: r.uuid(ARRIVED),
    kind: 'group_to_town' as const,
    place_key: team.town.key,
    helper_place_key: null,
    organisation_id: unit.id,
    lead: at === 0,
    starts_on: ARRIVED,
    ...base,
  }));
  const promises = [
    [0, 'people', '选派队长和一名队员，任期内不减员', '已按计划落实', '2021-07-01'],
    [0, 'money', '每年安排帮扶经费50万元', '2021年50万元已到账', '2021-11-18'],
    [1, 'money', '捐赠帮扶资金30万元', '已到账', '2021-12-09'],
    [2, 'money', '捐赠帮扶资金6万元', '已到账', '2022-03-16'],
    [3, 'matters', '每季度到镇义诊一次', null, null],
  ] as const;
  return {
    pairings: [between, ...group],
    duties: promises.map(([at, kind, promise, fulfilled, on]) => ({
      id: r.uuid(ARRIVED),
      pairing_id: taken(group, at).id,
      place_key: team.town.key,
      kind,
      promise,
      fulfilled,
      fulfilled_on: on,
      recorded_at: recorded(ARRIVED, 1),
    })),
  };
}
