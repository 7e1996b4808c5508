// How money reaches a town: the quota is passed on by the county, some of it is still in transit.
import type { FundsSource } from '../../schema.gen.ts';
import { later, plus, TODAY } from '../days.ts';
import type { Random } from '../seed.ts';
import { PROGRAMME_START, type Town, type World } from '../world.ts';
import type { Documents } from './documents.ts';
import type { Ledger, Money } from './ledger.ts';
import { payerKeyFor, type Shares, type SpecialPayer } from './shares.ts';

export const YEARS = [2021, 2022] as const;

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

const SOURCES: Record<SpecialPayer, FundsSource> = {
  province: 'provincial_fund',
  assisting_city: 'assisting_city_fund',
  assisted_city: 'local_city_fund',
  county: 'county_fund',
};

export function moneyOf(payer: SpecialPayer, town: Town, year: number): Money {
  return {
    payer,
    payerKey: payerKeyFor(payer, town),
    source: SOURCES[payer],
    programme: 'special_fund',
    year,
  };
}

export type Quota = (town: Town, money: Money, from: string, amount: bigint) => Received[];

/** How long a county takes to pass a quota on; what has not come by today is in transit. */
export function quotaTimes(s: Special): Quota {
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

export function receive(
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
export function start(town: Town): string {
  return later(town.kindSince, PROGRAMME_START);
}

export function short(name: string | undefined): string {
  return (name ?? '').replace(/(市|县|区|(壮族瑶族|瑶族|各族)*自治县)$/, '');
}
