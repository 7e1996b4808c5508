// What the projects of 石溪镇 build and how each went, as the story has it. Money stands in projects.ts.
import type {
  ProjectsBenefitLink,
  ProjectsShortfallKind,
  ProjectsState,
  ProjectsTask,
} from '../../../schema.gen.ts';

/** The days on which a round of projects went through village, town and county. */
export interface Round {
  registered: string;
  proposalNotice: readonly [string, string];
  proposed: string;
  passed: string;
  stocked: string;
  planNotice: readonly [string, string];
  planned: string;
}

export interface Work {
  task: ProjectsTask;
  category: string;
  content: string;
  villages: readonly string[];
  /** Households and people, and of these lifted out of poverty and monitored. */
  serves: readonly [number, number, number, number];
  benefit?: readonly [ProjectsBenefitLink, string];
  binding?: string;
  due: readonly [string, string];
  round: keyof typeof ROUNDS;
  contractor: string;
  started?: string;
  /** Per cent of the work, as reported. */
  reports: readonly (readonly [string, number])[];
  completed?: string;
  accepted?: string;
  /** Whether the first payment was an advance. */
  advance: boolean;
}

export const ROUNDS = {
  2021: {
    registered: '2021-08-26',
    proposalNotice: ['2021-09-03', '2021-09-10'],
    proposed: '2021-09-13',
    passed: '2021-09-16',
    stocked: '2021-10-29',
    planNotice: ['2021-11-05', '2021-11-16'],
    planned: '2021-11-19',
  },
  march: {
    registered: '2022-01-12',
    proposalNotice: ['2022-01-14', '2022-01-24'],
    proposed: '2022-01-26',
    passed: '2022-02-08',
    stocked: '2022-02-25',
    planNotice: ['2022-03-07', '2022-03-14'],
    planned: '2022-03-28',
  },
  may: {
    registered: '2022-03-15',
    proposalNotice: ['2022-03-21', '2022-03-28'],
    proposed: '2022-04-01',
    passed: '2022-04-06',
    stocked: '2022-04-22',
    planNotice: ['2022-05-09', '2022-05-16'],
    planned: '2022-05-25',
  },
  june: {
    registered: '2022-03-15',
    proposalNotice: ['2022-03-21', '2022-03-28'],
    proposed: '2022-04-01',
    passed: '2022-04-06',
    stocked: '2022-04-22',
    planNotice: ['2022-05-09', '2022-05-16'],
    planned: '2022-05-30',
  },
} as const satisfies Record<string, Round>;

/** The notice of the subsidies to households, between their check and the first list. */
export const SUBSIDY_NOTICE = {
  of: '22-4',
  stage: 'subsidy',
  posted_on: '2022-04-09',
  ends_on: '2022-04-16',
  place_posted: '各村村务公开栏、镇公告栏',
} as const;

/** Raised to the notice of the year's plan of 21-2. */
export const OBJECTION = {
  of: '21-2',
  received_on: '2021-11-09',
  said: '村道走向绕开了东边三户，出行仍要走田埂',
  answer: '已到现场复核，线路向东延长180米，接到三户门前，不增加投资',
  answered_on: '2021-11-12',
} as const;

/** Upkeep of the second quarter: sent to the county and not yet paid at the end of June. */
export const UNPAID = {
  of: '22-5',
  wan: 7.7,
  asked_on: '2022-06-25',
  checked: '2022-06-27',
  sent: '2022-06-28',
  explanation: '二季度公厕保洁按实际人数结算，进度每半年填报一次',
} as const;

export const ASSETS = {
  '21-1': {
    kind: 'public',
    owner_kind: 'town',
    owner: '石溪镇人民政府',
    keeper: '石溪镇市场服务所',
    upkeep: '每天保洁两次，每月检修一次，每年6万元，由摊位费列支',
    register_number: '演资2022-0031',
    taken_over_on: '2022-06-15',
  },
  '21-4': {
    kind: 'operating',
    owner_kind: 'village',
    owner: '石溪村经济合作社',
    keeper: null,
    upkeep: null,
    register_number: null,
    taken_over_on: '2022-07-12',
  },
} as const;

/** Days of founding, of the contractors whose licence the town had at hand. */
export const FOUNDED: Readonly<Record<string, string>> = {
  演示县建筑工程有限公司: '2004-06-18',
  演示道路工程有限公司: '2011-03-02',
  演示环境工程有限公司: '2015-09-21',
  演示农机设备有限公司: '2013-05-08',
  演示医疗器械有限公司: '2009-11-16',
};

/** Found in August 2021: kind, what is short, and the project that fills it. */
export const SHORTFALLS: readonly (readonly [ProjectsShortfallKind, string, string | null])[] = [
  ['road', '大岭村道3.2公里未硬化', '21-2'],
  ['road', '上坪至下坪主路破损', '22-3'],
  ['road', '龙潭沿线无会车点', '22-3'],
  ['road', '新联村道狭窄、无排水', '22-3'],
  ['road', '高寨临崖路段无护栏', '23-3'],
  ['road', '罗坑小桥承重不足', null],
  ['water', '罗坑、高寨枯水期断水', '22-2'],
  ['water', '黄塘水源浑浊', '22-2'],
  ['water', '古井、双桥管网老化', '22-2'],
  ['water', '竹园、田心水压不足', '22-2'],
  ['water', '四个村无消毒设备', '22-2'],
  ['sewage', '石溪、水口生活污水直排', '21-3'],
  ['sewage', '田心、龙潭、双桥无污水管网', '21-3'],
  ['sewage', '已建公厕和污水设施无人管护', '22-5'],
  ['service', '镇区农贸市场积水、消防不达标', '21-1'],
  ['service', '卫生院设备老旧、无无障碍通道', '21-5'],
  ['service', '中心小学校舍漏雨', '22-7'],
  ['service', '九个村没有电商服务点', '22-6'],
  ['industry', '稻谷无烘干设施', '21-4'],
  ['industry', '荔枝无冷链', '22-1'],
  ['industry', '水田撂荒620亩', '22-8'],
  ['party', '三个村党群服务中心面积不足', '21-6'],
  ['party', '罗坑、高寨村党组织阵地薄弱', null],
];

interface Thought extends Pick<Work, 'task' | 'category' | 'content' | 'villages' | 'serves'> {
  number: string;
  name: string;
  state: Extract<ProjectsState, 'idea' | 'proposed' | 'stocked'>;
  wan: number;
  benefit?: Work['benefit'];
  since: string;
  due: readonly [string, string];
}

/** What the town thinks of for the year after. */
export const THOUGHTS: readonly Thought[] = [
  {
    ...{ number: '23-1', name: '龙潭红色研学步道', state: 'stocked', wan: 160 },
    ...{ task: 'facilities', category: '旅游设施', since: '2022-07-15' },
    content: '步道2.4公里，驿站1处，旧址保护标识',
    ...{ villages: ['龙潭', '上坪'], serves: [310, 1_180, 42, 2] },
    due: ['2023-03-01', '2023-09-30'],
  },
  {
    ...{ number: '23-2', name: '水口荔枝加工车间', state: 'proposed', wan: 210 },
    ...{ task: 'industry', category: '加工业', since: '2022-07-20' },
    content: '标准厂房900平方米，荔枝干生产线1条',
    ...{ villages: ['水口'], serves: [126, 468, 25, 3] },
    benefit: ['rent', '厂房出租，租金六成归村集体、四成用于脱贫户就业补助'],
    due: ['2023-02-01', '2023-08-31'],
  },
  {
    ...{ number: '23-3', name: '高寨临崖路段护栏', state: 'idea', wan: 68 },
    ...{ task: 'facilities', category: '农村道路', since: '2022-07-22' },
    content: '波形护栏1.8公里，警示标志12处',
    ...{ villages: ['高寨'], serves: [174, 652, 38, 4] },
    due: ['2023-04-01', '2023-06-30'],
  },
];
