// Who owes what of the special fund: dated rows by city, some by county. 6:3:1, the local 1 divided between city and county.

import type { FundsPayer } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import { helperOf, YUE } from '../pairs.ts';
import type { Row } from '../rows.ts';
import { type Random, taken } from '../seed.ts';
import type { Town, World } from '../world.ts';

/** 20 million yuan a town and year, in fen. */
export const AVERAGE = 2_000_000_000n;
export const SHARE_DOCUMENT = '演示规则：驻镇帮镇扶村专项资金分担办法（2021—2025年）';
export const PAYERS = ['province', 'assisting_city', 'assisted_city', 'county'] as const;
export type SpecialPayer = (typeof PAYERS)[number];

/** Weights of the four payers for a town, in the order of PAYERS; they add up to 1000. */
export interface Shares {
  weightsFor(town: Town): readonly bigint[];
  rows: Row<'funds.share'>[];
}

/** City part of the local 100 in each thousand; one real county has 25 : 75. */
const CITY_PARTS = [25, 50, 40, 30, 20, 50, 40, 30, 50, 25, 35, 40, 60];

export function makeShares(world: World, r: Random): Shares {
  const cityPart = new Map<string, number>();
  for (const [at, city] of [...helperOf.keys()].sort().entries())
    cityPart.set(city, taken(CITY_PARTS, at));
  const odd = r
    .shuffled(world.counties.filter((county) => helperOf.has(county.cityKey)))
    .slice(0, 9);
  const countyPart = new Map(odd.map((county) => [county.key, 25]));
  const rows = [...cityPart, ...countyPart].flatMap(([place, part]) =>
    weights(part).map(
      (weight, at): Row<'funds.share'> => ({
        id: r.uuid('2021-07-01'),
        programme: 'special_fund',
        place_key: place,
        payer: taken(PAYERS, at),
        weight: Number(weight),
        average: AVERAGE.toString(),
        valid_from: '2021-07-01',
        valid_to: '2026-01-01',
        document: SHARE_DOCUMENT,
        made_up: true,
        recorded_at: recorded('2021-07-01', 0),
      }),
    ),
  );
  return {
    rows,
    weightsFor: (town) =>
      weights(countyPart.get(town.countyKey) ?? cityPart.get(town.cityKey) ?? 50),
  };
}

/** The place a payer of the special fund pays from, for a town. */
export function payerKeyFor(payer: FundsPayer, town: Town): string {
  if (payer === 'province') return YUE;
  if (payer === 'assisting_city') return helperOf.get(town.cityKey) ?? town.cityKey;
  return payer === 'assisted_city' ? town.cityKey : town.countyKey;
}

function weights(cityPart: number): readonly bigint[] {
  return [600n, 300n, BigInt(cityPart), BigInt(100 - cityPart)];
}
