// The projects of 石溪镇: budget by source, contract and payments, in 万元 as the story has them.
import { split } from '../../kit/money.ts';
import type { SpecialPayer } from '../funds/shares.ts';
import { taken } from '../seed.ts';

type Sources = Partial<Record<SpecialPayer, number>>;
export interface Project {
  number: string;
  name: string;
  budget: Sources;
  /** Contract in 万元, and the settled sum where it came out otherwise. */
  contract: number;
  settled?: number;
  signed: string;
  spent: number;
  paid: readonly string[];
  /** 万元 of each payment, where it is not three parts and then four each. */
  parts?: readonly number[];
}

/** Day the settled sum replaced the contract's. */
export const SETTLED_ON = '2022-06-08';

export const contractNumber = ({ number }: Project) => `HT演示-${number}`;

/** Payments with the numbers of their receipts: three parts first, then four each. */
export function paymentsOf({ number, spent, paid, parts }: Project) {
  if (paid.length === 0) return [];
  const steps =
    parts?.map(fen) ??
    split(
      fen(spent),
      paid.map((_, at) => (at === 0 ? 3n : 4n)),
    );
  return paid.map((on, at) => ({
    on,
    amount: taken(steps, at),
    receipt: `ZF演示-${number}-${at + 1}`,
  }));
}

/** 万元 with up to three decimals as fen. */
export function fen(wan: number): bigint {
  return BigInt(Math.round(wan * 1_000)) * 1_000n;
}

export const PROJECTS: readonly Project[] = [
  {
    number: '21-1',
    name: '镇区农贸市场改造',
    budget: { assisting_city: 320 },
    contract: 308.6,
    signed: '2021-12-03',
    spent: 299.342,
    // 30 per cent of the contract in advance, the rest as the work went on; three per cent is kept back.
    paid: ['2021-12-15', '2022-03-18', '2022-05-27', '2022-06-24'],
    parts: [92.58, 55.42, 90, 61.342],
  },
  {
    number: '21-2',
    name: '大岭村道硬化3.2公里',
    budget: { province: 126, assisted_city: 40, county: 120 },
    contract: 279.5,
    settled: 273.2,
    signed: '2021-12-06',
    spent: 265.004,
    paid: ['2021-12-20', '2022-03-18', '2022-04-22', '2022-06-16'],
    parts: [83.85, 34.15, 35, 112.004],
  },
  {
    number: '21-3',
    name: '5村生活污水设施',
    budget: { province: 298 },
    contract: 290,
    signed: '2021-12-10',
    spent: 232,
    paid: ['2021-12-24', '2022-05-13', '2022-06-29'],
    // The last one is the one the budget system has with two digits changed.
    parts: [87, 92.02, 52.98],
  },
  {
    number: '21-4',
    name: '丝苗米烘干中心',
    budget: { assisting_city: 260 },
    contract: 255,
    signed: '2022-02-25',
    spent: 247.35,
    paid: ['2022-03-11', '2022-05-20', '2022-06-24', '2022-07-08'],
    parts: [76.5, 76, 60, 34.85],
  },
  {
    number: '21-5',
    name: '卫生院设备与无障碍',
    budget: { province: 76 },
    contract: 74.8,
    signed: '2021-12-14',
    spent: 74.8,
    paid: ['2022-01-14', '2022-06-10'],
  },
  {
    number: '21-6',
    name: '3村党群服务中心提升',
    budget: { assisting_city: 20 },
    contract: 19.8,
    signed: '2021-12-08',
    spent: 19.8,
    paid: ['2022-03-04'],
  },
  {
    number: '22-1',
    name: '荔枝冷链集配中心',
    budget: { assisting_city: 300, province: 180 },
    contract: 468,
    signed: '2022-04-08',
    spent: 224.64,
    paid: ['2022-04-20', '2022-06-29'],
  },
  {
    number: '22-2',
    name: '11村饮水提升',
    budget: { province: 365 },
    contract: 352.6,
    signed: '2022-04-12',
    spent: 176.3,
    paid: ['2022-04-26', '2022-06-24', '2022-07-05'],
    parts: [105.78, 28, 42.52],
  },
  {
    number: '22-3',
    name: '6村连片精品线路',
    budget: { province: 368, assisted_city: 44 },
    contract: 398,
    signed: '2022-06-06',
    spent: 119.4,
    paid: ['2022-07-06'],
  },
  {
    number: '22-4',
    name: '防返贫到户奖补和公益岗',
    budget: { province: 118 },
    contract: 118,
    signed: '2022-04-01',
    spent: 61.5,
    paid: ['2022-04-25', '2022-06-30'],
    // 30 households; the one the bank refused at first, with 6 public posts.
    parts: [45, 16.5],
  },
  {
    number: '22-5',
    name: '管护：公厕、污水、路灯',
    budget: { county: 96 },
    contract: 92.4,
    signed: '2022-06-01',
    spent: 46.2,
    paid: ['2022-06-20', '2022-07-15'],
  },
  {
    number: '22-6',
    name: '9村电商服务点',
    budget: { province: 83 },
    contract: 79.8,
    signed: '2022-05-30',
    spent: 39.9,
    paid: ['2022-07-01'],
  },
  {
    number: '22-7',
    name: '中心小学校舍修缮',
    budget: { province: 150 },
    contract: 145.5,
    signed: '2022-07-12',
    spent: 0,
    paid: [],
  },
  {
    number: '22-8',
    name: '撂荒地复耕620亩',
    budget: { province: 86, county: 34 },
    contract: 118,
    signed: '2022-06-02',
    spent: 70.8,
    paid: ['2022-06-15', '2022-07-18'],
  },
];
