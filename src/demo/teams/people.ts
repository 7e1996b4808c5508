// Made-up people of the teams, by category: age, education, rank and skills as such people usually have them.
import type { TeamsCategory, TeamsEducation, TeamsRank, TeamsRole } from '../../schema.gen.ts';
import { fullName } from '../names.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';

export type Person = Row<'teams.person'> & { id: string };

const SKILLS = [
  '产业规划',
  '项目管理',
  '财务审计',
  '电子商务',
  '种植技术',
  '水利工程',
  '规划设计',
  '医疗卫生',
  '教育教学',
  '法律事务',
  '党建组织',
  '信息化',
  '土木工程',
  '畜牧兽医',
  '林业',
  '文化旅游',
  '新闻宣传',
  '应急管理',
];
const AGRI_SKILLS = [
  '水稻栽培',
  '果树栽培',
  '蔬菜栽培',
  '水产养殖',
  '畜禽养殖',
  '植物保护',
  '土壤肥料',
  '农产品加工',
  '茶叶',
  '南药',
];

interface Shape {
  born: [number, number];
  education: [TeamsEducation, number][];
  rank: [TeamsRank | null, number][];
  party: number;
}

const CADRE: Shape = {
  born: [1966, 1995],
  education: [
    ['college', 12],
    ['bachelor', 66],
    ['master', 20],
    ['doctor', 2],
  ],
  rank: [
    ['section_member', 46],
    ['deputy_section_head', 24],
    ['section_head', 12],
    ['professional', 18],
  ],
  party: 0.82,
};
const CAPTAIN: Shape = {
  born: [1968, 1985],
  education: [
    ['bachelor', 68],
    ['master', 28],
    ['doctor', 4],
  ],
  rank: [
    ['section_head', 54],
    ['deputy_division_head', 38],
    ['division_head', 8],
  ],
  party: 1,
};
const OTHERS: Record<Exclude<TeamsCategory, 'cadre'>, Shape> = {
  graduate_service: {
    born: [1993, 1999],
    education: [
      ['college', 22],
      ['bachelor', 74],
      ['master', 4],
    ],
    rank: [[null, 1]],
    party: 0.18,
  },
  agri_tech_agent: {
    born: [1964, 1990],
    education: [
      ['college', 8],
      ['bachelor', 34],
      ['master', 36],
      ['doctor', 22],
    ],
    rank: [['professional', 1]],
    party: 0.46,
  },
  finance_assistant: {
    born: [1975, 1996],
    education: [
      ['college', 20],
      ['bachelor', 72],
      ['master', 8],
    ],
    rank: [[null, 1]],
    party: 0.4,
  },
  volunteer: {
    born: [1996, 2000],
    education: [
      ['college', 30],
      ['bachelor', 69],
      ['master', 1],
    ],
    rank: [[null, 1]],
    party: 0.12,
  },
};

/** A person posted to a town for the first time. */
export function person(
  r: Random,
  place: string,
  category: TeamsCategory,
  role: TeamsRole,
  unit: string | null,
): Person {
  const leads = role === 'captain' || role === 'deputy_captain';
  const shape = category === 'cadre' ? (leads ? CAPTAIN : CADRE) : OTHERS[category];
  const sex = r.chance(category === 'cadre' ? 0.17 : 0.45) ? 'female' : 'male';
  const skills = category === 'agri_tech_agent' ? AGRI_SKILLS : SKILLS;
  return {
    id: r.uuid('2021-06-25'),
    place_key: place,
    ...fullName(r, sex),
    sex,
    born_in: r.int(...shape.born),
    education: r.weighted(shape.education),
    rank: r.weighted(shape.rank),
    party_member: r.chance(shape.party),
    skills: r.shuffled(skills).slice(0, r.int(0, 3)),
    home_unit_id: unit,
    made_up: true,
    recorded_at: '2021-06-25T10:00:00+08:00',
  };
}
