// What the assisted cities and their counties provided.
import { split } from '../../kit/money.ts';
import { apportion, apportionWithin, wan } from '../amounts.ts';
import { later, plus } from '../days.ts';
import { taken } from '../seed.ts';
import { moneyOf, type Received, receive, type Special, start, YEARS } from './arrival.ts';
import { AVERAGE, PAYERS } from './shares.ts';

/** What local cities and counties provided in two years, in 万元. */
const LOCAL_RECEIVED = 301_342;

/** City and county money: most of it comes, some counties are late, some towns still wait for this year's. */
export function localsProvide(s: Special): Received[] {
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
