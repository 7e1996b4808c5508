// Everything of the funds room for the real province.
import { apportionWithin, wan } from '../amounts.ts';
import { later, plus, recorded, TODAY } from '../days.ts';
import { helperOf, ZHUHAI } from '../pairs.ts';
import type { Row } from '../rows.ts';
import { type Random, random, taken } from '../seed.ts';
import type { Tiered } from '../tiers.ts';
import type { World } from '../world.ts';
import { type Documents, documents } from './documents.ts';
import { type Ledger, ledger, type Money } from './ledger.ts';
import { makeShares } from './shares.ts';
import { bookSpecialFund } from './special.ts';
import { type Contracted, spendMoney } from './spending.ts';

export interface FundRows {
  documents: Row<'funds.document'>[];
  shares: Row<'funds.share'>[];
  recallRules: Row<'funds.recall_rule'>[];
  accounts: Row<'funds.account'>[];
  entries: Row<'funds.entry'>[];
}

export function makeFunds(
  world: World,
  tiered: readonly Tiered[],
  seed: number,
): FundRows & { contracts: Contracted[] } {
  const r = random(seed, 'funds');
  const book = ledger(r);
  const papers = documents(r);
  const shares = makeShares(world, r);
  const towns = tiered
    .filter(
      ({ tier, to }) => to === null && (tier === 'key_assistance' || tier === 'consolidation'),
    )
    .map(({ town }) => town);
  const received = bookSpecialFund({ world, towns, ledger: book, documents: papers, shares, r });
  const contracts = spendMoney(
    book,
    received.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    r,
  );
  selfIncluded(tiered, book, papers, r);
  namedCityFund(world, book, papers, r);
  return {
    contracts,
    documents: papers.rows(),
    shares: shares.rows,
    recallRules: [
      {
        id: r.uuid('2021-07-01'),
        programme: 'special_fund',
        months: 24,
        valid_from: '2021-07-01',
        document: '演示规则：专项资金结余结转满两年收回',
        made_up: true,
        recorded_at: recorded('2021-07-01', 0),
      },
    ],
    accounts: book.accounts(),
    entries: book.entries,
  };
}

/** 5 to 20 million a unit by its own city; the smallest and the largest are exactly that. One row of due a unit. */
function selfIncluded(tiered: readonly Tiered[], book: Ledger, papers: Documents, r: Random): void {
  const units = tiered.filter(({ tier }) => tier === 'self_included');
  for (const [at, { town, from }] of units.entries()) {
    const amount = wan(
      at === 0
        ? 500
        : at === 1
          ? 2_000
          : 500 +
            50 *
              r.weighted([
                [r.int(0, 6), 45],
                [r.int(6, 16), 40],
                [r.int(16, 30), 15],
              ]),
    );
    const money: Money = {
      payer: 'own_city',
      payerKey: town.cityKey,
      source: 'local_city_fund',
      programme: 'self_included_fund',
      year: 2022,
    };
    const decided = later('2022-01-10', plus(from, 30));
    book.book(town, money, 'due', {
      on: decided,
      amount,
      document: '演示规则：各市自行纳入单位帮扶资金安排',
    });
    const on = plus('2022-03-01', r.int(0, 160));
    if (on > TODAY) continue;
    const given = (amount * BigInt(r.int(4, 10))) / 10n;
    const number = papers.line(
      `self ${town.cityKey} ${on.slice(0, 7)}`,
      `${town.cityName.slice(0, -1)}财农`,
      {
        title: '关于下达2022年涉农街道、农场、林场帮扶资金指标的通知',
        payer: 'own_city',
        payerKey: town.cityKey,
        programme: 'self_included_fund',
        measure: 'received',
        year: 2022,
        on,
      },
      given,
    );
    book.book(town, money, 'received', { on, amount: given, document: number });
    const paid = plus(on, r.int(30, 90));
    if (paid <= TODAY)
      book.book(town, money, 'spent', {
        on: paid,
        amount: (given * BigInt(r.int(1, 7))) / 10n,
        document: `ZF演自纳-${String(at + 1).padStart(4, '0')}`,
      });
  }
}

/** Zhuhai's 30 million a year for jobs, industry and consumption in the two cities it helps, by county. */
function namedCityFund(world: World, book: Ledger, papers: Documents, r: Random): void {
  const counties = world.counties.filter((county) => helperOf.get(county.cityKey) === ZHUHAI);
  const weights = counties.map(() => 0.6 + r.next());
  for (const year of [2021, 2022]) {
    const remittedOn = `${year}-04-28` < '2021-07-01' ? '2021-09-16' : `${year}-04-28`;
    const parts = apportionWithin(
      3_000,
      weights,
      counties.map(() => 900),
    );
    for (const [at, county] of counties.entries()) {
      const holder = { ...county, countyKey: county.key };
      const money: Money = {
        payer: 'assisting_city',
        payerKey: ZHUHAI,
        source: 'named_city_fund',
        programme: 'named_city_fund',
        year,
      };
      const amount = wan(taken(parts, at));
      const number = papers.line(
        `zhuhai ${year}`,
        '珠海帮扶',
        {
          title: `关于拨付${year}年产业就业消费帮扶专项资金的通知`,
          payer: 'assisting_city',
          payerKey: ZHUHAI,
          programme: 'named_city_fund',
          measure: 'remitted',
          year,
          on: remittedOn,
        },
        amount,
      );
      book.book(holder, money, 'due', {
        on: plus(remittedOn, -30),
        amount,
        document: '演示规则：珠海市产业就业消费帮扶专项资金',
      });
      book.book(holder, money, 'remitted', { on: remittedOn, amount, document: number });
      book.book(holder, money, 'received', {
        on: plus(remittedOn, r.int(8, 30)),
        amount,
        document: `${county.name}社保发放户-${year}`,
      });
      book.book(holder, money, 'spent', {
        on: plus(remittedOn, r.int(45, 85)),
        amount: (amount * BigInt(r.int(3, 8))) / 10n,
        document: `ZF演专项${year}-${county.key.slice(2, 6)}`,
      });
    }
  }
}
