// The money of 石溪镇: the story's table, line by line, in 万元. Receipts by payer and year; contracts and payments by project and source.

import { split } from '../../kit/money.ts';
import type { FundsMeasure } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import { documents } from '../funds/documents.ts';
import { type Entry, ledger, type Money } from '../funds/ledger.ts';
import type { FundRows } from '../funds/make.ts';
import { AVERAGE, PAYERS, SHARE_DOCUMENT, type SpecialPayer } from '../funds/shares.ts';
import { random, taken } from '../seed.ts';
import { CITY, COUNTY, HELPER, PROVINCE, shixi } from './places.ts';

const WEIGHTS = [600n, 300n, 25n, 75n];
const PAYER_KEYS = {
  province: PROVINCE,
  assisting_city: HELPER,
  assisted_city: CITY,
  county: COUNTY,
};
const SOURCES = {
  province: 'provincial_fund',
  assisting_city: 'assisting_city_fund',
  assisted_city: 'local_city_fund',
  county: 'county_fund',
} as const;

/** Payer, budget year, 万元, when paid, when the quota arrived (null: in transit). */
const PAID: readonly (readonly [SpecialPayer, number, number, string, string | null])[] = [
  ['province', 2021, 500, '2021-09-28', '2021-10-20'],
  ['assisting_city', 2021, 600, '2021-10-15', '2021-11-02'],
  ['assisted_city', 2021, 40, '2021-11-12', '2021-11-12'],
  ['county', 2021, 120, '2021-11-18', '2021-11-18'],
  ['province', 2022, 900, '2022-01-20', '2022-02-15'],
  ['assisting_city', 2022, 300, '2022-03-10', '2022-03-28'],
  ['province', 2022, 530, '2022-05-10', '2022-05-30'],
  ['assisted_city', 2022, 44, '2022-05-18', '2022-05-18'],
  ['county', 2022, 130, '2022-05-24', '2022-05-24'],
  ['assisting_city', 2022, 300, '2022-07-20', null],
];

type Sources = Partial<Record<SpecialPayer, number>>;
interface Project {
  number: string;
  name: string;
  budget: Sources;
  /** Contract in 万元, and the settled sum where it came out otherwise. */
  contract: number;
  settled?: number;
  signed: string;
  spent: number;
  paid: readonly string[];
}

const PROJECTS: readonly Project[] = [
  {
    number: '21-1',
    name: '镇区农贸市场改造',
    budget: { assisting_city: 320 },
    contract: 308.6,
    signed: '2021-12-03',
    spent: 299.342,
    paid: ['2021-12-15', '2022-03-18', '2022-06-24'],
  },
  {
    number: '21-2',
    name: '大岭村道硬化3.2公里',
    budget: { province: 126, assisted_city: 40, county: 120 },
    contract: 279.5,
    settled: 273.2,
    signed: '2021-12-06',
    spent: 265.004,
    paid: ['2021-12-20', '2022-04-22', '2022-06-16'],
  },
  {
    number: '21-3',
    name: '5村生活污水设施',
    budget: { province: 298 },
    contract: 290,
    signed: '2021-12-10',
    spent: 232,
    paid: ['2021-12-24', '2022-05-13'],
  },
  {
    number: '21-4',
    name: '丝苗米烘干中心',
    budget: { assisting_city: 260 },
    contract: 255,
    signed: '2022-02-25',
    spent: 247.35,
    paid: ['2022-03-11', '2022-05-20', '2022-07-08'],
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
    paid: ['2022-04-26', '2022-07-05'],
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

export function shixiMoney(seed: number): FundRows {
  const r = random(seed, 'shixi money');
  const book = ledger(r);
  const papers = documents(r);
  const money = (payer: SpecialPayer, year: number): Money => ({
    payer,
    payerKey: PAYER_KEYS[payer],
    source: SOURCES[payer],
    programme: 'special_fund',
    year,
  });
  const paper = (
    measure: FundsMeasure,
    prefix: string,
    payer: SpecialPayer,
    year: number,
    on: string,
    amount: bigint,
  ) =>
    papers.line(
      `${measure} ${payer} ${on}`,
      prefix,
      {
        title: `${year}年驻镇帮镇扶村专项资金（演示县石溪镇）`,
        payer,
        payerKey: PAYER_KEYS[payer],
        programme: 'special_fund',
        measure,
        year,
        on,
      },
      amount,
    );

  for (const year of [2021, 2022]) {
    for (const [at, payer] of PAYERS.entries()) {
      book.book(shixi, money(payer, year), 'due', {
        on: year === 2021 ? '2021-09-15' : '2022-01-05',
        amount: taken(split(AVERAGE, WEIGHTS), at),
        document: SHARE_DOCUMENT,
      });
    }
  }
  for (const [payer, year, wan, paidOn, receivedOn] of PAID) {
    const amount = fen(wan);
    const measure =
      payer === 'province' ? 'issued' : payer === 'assisting_city' ? 'remitted' : undefined;
    if (measure)
      book.book(shixi, money(payer, year), measure, {
        on: paidOn,
        amount,
        document: paper(measure, '演财农', payer, year, paidOn, amount),
      });
    if (receivedOn)
      book.book(shixi, money(payer, year), 'received', {
        on: receivedOn,
        amount,
        document: paper('received', '演示财农', payer, year, receivedOn, amount),
      });
  }
  for (const project of PROJECTS) bookProject(book, project, money);
  return {
    documents: papers.rows(),
    shares: PAYERS.map((payer, at) => ({
      id: r.uuid('2021-07-01'),
      programme: 'special_fund',
      place_key: CITY,
      payer,
      weight: Number(taken(WEIGHTS, at)),
      average: AVERAGE.toString(),
      valid_from: '2021-07-01',
      valid_to: '2026-01-01',
      document: SHARE_DOCUMENT,
      made_up: true,
      recorded_at: recorded('2021-07-01', 0),
    })),
    accounts: book.accounts(),
    entries: book.entries,
  };
}

function bookProject(
  book: ReturnType<typeof ledger>,
  project: Project,
  money: (payer: SpecialPayer, year: number) => Money,
): void {
  const year = 2000 + Number(project.number.slice(0, 2));
  const sources = Object.entries(project.budget) as [SpecialPayer, number][];
  const shared = (total: bigint) =>
    split(
      total,
      sources.map(([, budget]) => BigInt(budget)),
    );
  const each = (
    measure: 'committed' | 'spent',
    wan: bigint,
    on: string,
    document: string,
    note: string,
  ): Entry[] =>
    shared(wan).map((amount, at) =>
      book.book(shixi, money(taken(sources, at)[0], year), measure, { on, amount, document, note }),
    );
  const contract = `HT演示-${project.number}`;
  const signed = each('committed', fen(project.contract), project.signed, contract, project.name);
  if (project.settled !== undefined) {
    const on = '2022-06-08';
    for (const entry of signed) book.reverse(entry, on, `${project.name}：审定结算，冲红原合同额`);
    each('committed', fen(project.settled), on, contract, `${project.name}：审定金额`);
  }
  const steps = split(
    fen(project.spent),
    project.paid.length === 0 ? [1n] : project.paid.map((_, at) => (at === 0 ? 3n : 4n)),
  );
  for (const [at, on] of project.paid.entries())
    each('spent', taken(steps, at), on, `ZF演示-${project.number}-${at + 1}`, project.name);
}

/** 万元 with up to three decimals as fen. */
function fen(wan: number): bigint {
  return BigInt(Math.round(wan * 1_000)) * 1_000n;
}
