// The special fund of the 901 towns: what is due, issued, remitted and received, by document.

import { split } from '../../kit/money.ts';
import { apportion, wan } from '../amounts.ts';
import { later, plus } from '../days.ts';
import { YUE } from '../pairs.ts';
import { taken } from '../seed.ts';
import {
  moneyOf,
  type Quota,
  quotaTimes,
  type Received,
  type Special,
  short,
  start,
  YEARS,
} from './arrival.ts';
import { localsProvide } from './local.ts';
import { AVERAGE, PAYERS, payerKeyFor, SHARE_DOCUMENT } from './shares.ts';

/** What the province issued, in 万元: 45 亿 in 2021, 129 亿 in 2022. */
const ISSUES = [
  { on: '2021-09-28', year: 2021, wan: 300_000, title: '下达2021年驻镇帮镇扶村专项资金（第一批）' },
  { on: '2021-12-08', year: 2021, wan: 150_000, title: '下达2021年驻镇帮镇扶村专项资金（第二批）' },
  { on: '2022-01-20', year: 2022, wan: 620_000, title: '提前下达2022年驻镇帮镇扶村专项资金' },
  { on: '2022-05-10', year: 2022, wan: 470_000, title: '下达2022年驻镇帮镇扶村专项资金（第二批）' },
  {
    on: '2022-07-12',
    year: 2022,
    wan: 200_000,
    title: '下达2022年驻镇帮镇扶村专项资金（第三批，补2021年缺口）',
  },
] as const;

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
          title: `关于${issue.title}的通知`,
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
