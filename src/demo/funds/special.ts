// The special fund of the 901 towns: what is due, issued, remitted and received, by document.

import { split } from '../../kit/money.ts';
import type { FundsSource } from '../../schema.gen.ts';
import { apportion, apportionWithin, wan } from '../amounts.ts';
import { later, plus, TODAY } from '../days.ts';
import { YUE } from '../pairs.ts';
import { type Random, taken } from '../seed.ts';
import { PROGRAMME_START, type Town, type World } from '../world.ts';
import type { Documents } from './documents.ts';
import type { Entry, Ledger, Money } from './ledger.ts';
import {
  AVERAGE,
  PAYERS,
  payerKeyFor,
  SHARE_DOCUMENT,
  type Shares,
  type SpecialPayer,
} from './shares.ts';

/** What the province issued, in 万元: 45 亿 in 2021, 129 亿 in 2022. */
const ISSUES = [
  { on: '2021-09-28', year: 2021, wan: 300_000, title: '2021年驻镇帮镇扶村专项资金（第一批）' },
  { on: '2021-12-08', year: 2021, wan: 150_000, title: '2021年驻镇帮镇扶村专项资金（第二批）' },
  { on: '2022-01-20', year: 2022, wan: 620_000, title: '提前下达2022年驻镇帮镇扶村专项资金' },
  { on: '2022-05-10', year: 2022, wan: 470_000, title: '2022年驻镇帮镇扶村专项资金（第二批）' },
  {
    on: '2022-07-12',
    year: 2022,
    wan: 200_000,
    title: '2022年驻镇帮镇扶村专项资金（第三批，补2021年缺口）',
  },
] as const;
/** What local cities and counties provided in two years, in 万元. */
const LOCAL_RECEIVED = 301_342;
const YEARS = [2021, 2022] as const;
const SOURCES: Record<SpecialPayer, FundsSource> = {
  province: 'provincial_fund',
  assisting_city: 'assisting_city_fund',
  assisted_city: 'local_city_fund',
  county: 'county_fund',
};

export interface Special {
  world: World;
  towns: readonly Town[];
  ledger: Ledger;
  documents: Documents;
  shares: Shares;
  r: Random;
}

export interface Received {
  town: Town;
  money: Money;
  on: string;
  amount: bigint;
}

export function moneyOf(payer: SpecialPayer, town: Town, year: number): Money {
  return {
    payer,
    payerKey: payerKeyFor(payer, town),
    source: SOURCES[payer],
    programme: 'special_fund',
    year,
  };
}

/** Books the whole fund and returns what reached the towns, in no order. */
export function bookSpecialFund(s: Special): Received[] {
  bookDue(s);
  const quotas = quotaTimes(s);
  return [...provinceIssues(s, quotas), ...citiesRemit(s, quotas), ...localsProvide(s)];
}

function bookDue({ towns, ledger, shares }: Special): void {
  for (const year of YEARS) {
    for (const town of towns) {
      const parts = split(AVERAGE, shares.weightsFor(town));
      const on = year === 2021 ? later('2021-09-15', plus(start(town), 10)) : '2022-01-05';
      for (const [at, payer] of PAYERS.entries()) {
        ledger.book(town, moneyOf(payer, town, year), 'due', {
          on,
          amount: taken(parts, at),
          document: SHARE_DOCUMENT,
        });
      }
    }
  }
}

function provinceIssues(s: Special, quota: Quota): Received[] {
  const { towns, ledger, documents, r } = s;
  const factor = towns.map(() => 0.88 + 0.22 * r.next());
  const reached: Received[] = [];
  for (const issue of ISSUES) {
    const weights = towns.map((town, at) =>
      start(town) > issue.on ? 0 : taken(factor, at) * (0.96 + 0.08 * r.next()),
    );
    for (const [at, amountWan] of apportion(issue.wan, weights).entries()) {
      if (amountWan === 0) continue;
      const town = taken(towns, at);
      const money = moneyOf('province', town, issue.year);
      const amount = wan(amountWan);
      const number = documents.line(
        issue.on,
        '粤财农',
        {
          title: `关于下达${issue.title}的通知`,
          payer: 'province',
          payerKey: YUE,
          programme: 'special_fund',
          measure: 'issued',
          year: issue.year,
          on: issue.on,
        },
        amount,
      );
      ledger.book(town, money, 'issued', { on: issue.on, amount, document: number });
      reached.push(...quota(town, money, issue.on, amount));
    }
  }
  return reached;
}

/** Every assisting city pays its towns' full share of both years, in two documents a year of its own dates. */
function citiesRemit(s: Special, quota: Quota): Received[] {
  const { towns, ledger, documents, shares, r, world } = s;
  const reached: Received[] = [];
  const nameOf = new Map(world.cities.map((city) => [city.key, city.name]));
  for (const [helper, own] of Map.groupBy(towns, (town) => payerKeyFor('assisting_city', town))) {
    for (const year of YEARS) {
      const spans = year === 2021 ? ['2021-10-08', '2021-12-06'] : ['2022-02-25', '2022-07-01'];
      const days = spans.map((day) => plus(day, r.int(0, 20)));
      const firstPart = r.pick([0.4, 0.5, 0.5, 0.6]);
      for (const town of own) {
        const due = taken(split(AVERAGE, shares.weightsFor(town)), 1);
        const wanted =
          start(town) > taken(days, 0)
            ? 0
            : Math.round((Number(due / 1_000_000n) * firstPart * (0.9 + 0.2 * r.next())) / 10) * 10;
        for (const [at, amount] of [wan(wanted), due - wan(wanted)].entries()) {
          if (amount === 0n) continue;
          const on = taken(days, at);
          const money = moneyOf('assisting_city', town, year);
          const number = documents.line(
            `${helper} ${on}`,
            `${short(nameOf.get(helper))}财农`,
            {
              title: `关于拨付${year}年对口帮扶资金（第${at === 0 ? '一' : '二'}笔）的函`,
              payer: 'assisting_city',
              payerKey: helper,
              programme: 'special_fund',
              measure: 'remitted',
              year,
              on,
            },
            amount,
          );
          ledger.book(town, money, 'remitted', { on, amount, document: number });
          reached.push(...quota(town, money, on, amount));
        }
      }
    }
  }
  return reached;
}

/** City and county money: most of it comes, some counties are late, some towns still wait for this year's. */
function localsProvide(s: Special): Received[] {
  const { towns, shares, r } = s;
  const late = new Set(r.shuffled([...new Set(towns.map((town) => town.countyKey))]).slice(0, 14));
  const items = towns.flatMap((town) =>
    YEARS.flatMap((year) =>
      (['assisted_city', 'county'] as const).map((payer) => {
        const due = taken(split(AVERAGE, shares.weightsFor(town)), PAYERS.indexOf(payer));
        const slow = payer === 'county' && late.has(town.countyKey);
        const waits = slow && year === 2022 && r.chance(0.35);
        const degree = (slow ? 0.45 : 0.86) + (year === 2021 ? 0.1 : 0) + 0.06 * r.next();
        return { town, year, payer, due: Number(due / 1_000_000n), weight: waits ? 0 : degree };
      }),
    ),
  );
  const amounts = apportionWithin(
    LOCAL_RECEIVED,
    items.map(({ due, weight }) => due * weight),
    items.map(({ due, weight }) => (weight === 0 ? 0 : due)),
  );
  const day = new Map<string, string>();
  return items.flatMap(({ town, year, payer }, at) => {
    const total = taken(amounts, at);
    const parts = payer === 'county' && total > 20 ? apportion(total, [6, 4]) : [total];
    return parts.flatMap((part, order) => {
      if (part === 0) return [];
      const money = moneyOf(payer, town, year);
      const key = `${money.payerKey} ${year} ${order}`;
      const opens =
        year === 2021
          ? order === 0
            ? '2021-11-10'
            : '2021-12-10'
          : order === 0
            ? '2022-04-20'
            : '2022-06-25';
      const on = day.get(key) ?? plus(opens, r.int(0, 20));
      day.set(key, on);
      return [receive(s, town, money, later(on, plus(start(town), 15)), wan(part), key)];
    });
  });
}

type Quota = (town: Town, money: Money, from: string, amount: bigint) => Received[];

/** How long a county takes to pass a quota on; what has not come by today is in transit. */
function quotaTimes(s: Special): Quota {
  const { r } = s;
  const pace = new Map<string, number>();
  const delay = new Map<string, number>();
  return (town, money, from, amount) => {
    const slow =
      pace.get(town.countyKey) ??
      r.weighted([
        [8, 40],
        [14, 35],
        [22, 15],
        [40, 10],
      ]);
    pace.set(town.countyKey, slow);
    const key = `${town.countyKey} ${money.payer} ${from}`;
    const days = delay.get(key) ?? slow + r.int(0, 9);
    delay.set(key, days);
    const on = plus(from, days);
    return on > TODAY || r.chance(0.012) ? [] : [receive(s, town, money, on, amount, key)];
  };
}

function receive(
  s: Special,
  town: Town,
  money: Money,
  on: string,
  amount: bigint,
  key: string,
): Received {
  const who = money.payer === 'assisted_city' ? town.cityName : town.countyName;
  const from = {
    province: '省级',
    assisting_city: '珠三角帮扶市',
    assisted_city: '市级配套',
    county: '县级配套',
  }[money.payer as SpecialPayer];
  const number = s.documents.line(
    `in ${key}`,
    `${short(who)}财农`,
    {
      title: `关于下达${money.year}年驻镇帮镇扶村${from}资金指标的通知`,
      payer: money.payer,
      payerKey: money.payerKey,
      programme: 'special_fund',
      measure: 'received',
      year: money.year,
      on,
    },
    amount,
  );
  s.ledger.book(town, money, 'received', { on, amount, document: number });
  return { town, money, on, amount };
}

/** First day a town is in the programme. */
function start(town: Town): string {
  return later(town.kindSince, PROGRAMME_START);
}

function short(name: string | undefined): string {
  return (name ?? '').replace(/(市|县|区|(壮族瑶族|瑶族|各族)*自治县)$/, '');
}

export type { Entry };
