// The money of 石溪镇: the story's table, line by line, in 万元. Receipts by payer and year; contracts and payments by project and source.

import { split } from '../../../kit/money.ts';
import type { FundsMeasure } from '../../../schema.gen.ts';
import { recorded } from '../../days.ts';
import { documents } from '../../funds/documents.ts';
import { type Entry, ledger, type Money } from '../../funds/ledger.ts';
import type { FundRows } from '../../funds/make.ts';
import { AVERAGE, PAYERS, SHARE_DOCUMENT, type SpecialPayer } from '../../funds/shares.ts';
import { random, taken } from '../../seed.ts';
import { CITY, COUNTY, HELPER, PROVINCE, shixi } from '../places.ts';
import {
  contractNumber,
  fen,
  PROJECTS,
  type Project,
  paymentsOf,
  SETTLED_ON,
} from '../projects.ts';

const WEIGHTS = [600n, 300n, 25n, 75n];
export const PAYER_KEYS = {
  province: PROVINCE,
  assisting_city: HELPER,
  assisted_city: CITY,
  county: COUNTY,
};
export const SOURCES = {
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
    recallRules: [],
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
  const contract = contractNumber(project);
  const signed = each('committed', fen(project.contract), project.signed, contract, project.name);
  if (project.settled !== undefined) {
    const on = SETTLED_ON;
    for (const entry of signed) book.reverse(entry, on, `${project.name}：审定结算，冲红原合同额`);
    each('committed', fen(project.settled), on, contract, `${project.name}：审定金额`);
  }
  for (const { on, amount, receipt } of paymentsOf(project))
    each('spent', amount, on, receipt, project.name);
}
