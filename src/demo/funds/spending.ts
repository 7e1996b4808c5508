// What the towns did with money they received: contracts first, then payments by the treasury, never above what came.
import { split } from '../../kit/money.ts';
import { between, earlier, plus, TODAY } from '../days.ts';
import { type Random, taken } from '../seed.ts';
import type { Town } from '../world.ts';
import type { Received } from './arrival.ts';
import type { Ledger, Money } from './ledger.ts';

const STAGES: Record<number, readonly bigint[]> = { 1: [1n], 2: [3n, 7n], 3: [3n, 5n, 2n] };

/** A contract and its payments, for the project that stands behind them. */
export interface Contracted {
  town: Town;
  money: Money;
  /** What was received, out of which it is paid. */
  received: bigint;
  number: string;
  signed: string;
  amount: bigint;
  payments: { number: string; on: string; amount: bigint; returned: boolean }[];
}

/**
 * Commits and spends part of every amount received: the longer ago, the more.
 * @returns the contracts that stand.
 */
export function spendMoney(ledger: Ledger, received: readonly Received[], r: Random): Contracted[] {
  const contracts: Contracted[] = [];
  const pace = new Map<string, number>();
  let contract = 0;
  let receipt = 0;
  for (const { town, money, on, amount } of received) {
    const speed =
      pace.get(town.key) ??
      r.weighted([
        [1.15, 30],
        [0.9, 45],
        [0.6, 20],
        [0.25, 5],
      ]);
    pace.set(town.key, speed);
    const signed = plus(on, r.int(12, 55));
    if (signed > TODAY) continue;
    const committed = part(amount, Math.min(0.98, 0.55 + 0.4 * r.next()));
    const year = signed.slice(0, 4);
    const number = `HT演${year}-${String(++contract).padStart(6, '0')}`;
    const entry = ledger.book(town, money, 'committed', {
      on: signed,
      amount: committed,
      document: number,
    });
    if (r.chance(0.004)) {
      ledger.reverse(entry, signed, '合同登记有误，冲红');
      continue;
    }
    const payments: Contracted['payments'] = [];
    contracts.push({ town, money, received: amount, number, signed, amount: committed, payments });
    const elapsed = between(signed, TODAY);
    const degree = Math.min(0.95, ((elapsed - 5) / 150) * speed * (0.7 + 0.6 * r.next()));
    if (degree < 0.05) continue;
    const stages = degree < 0.35 ? 1 : degree < 0.7 ? 2 : 3;
    const parts = split(part(committed, degree), STAGES[stages] ?? [1n]);
    for (let stage = 0; stage < stages; stage++) {
      const paid = plus(
        signed,
        Math.max(6, Math.round((elapsed * (stage + 1)) / (stages + 0.4)) - r.int(0, 6)),
      );
      const booking = {
        on: earlier(paid, TODAY),
        amount: taken(parts, stage),
        document: `ZF演${paid.slice(0, 4)}-${String(++receipt).padStart(6, '0')}`,
      };
      const spent = ledger.book(town, money, 'spent', booking);
      const returned = r.chance(0.002);
      if (returned) ledger.reverse(spent, booking.on, '收款户名有误退回，冲红');
      payments.push({
        number: booking.document,
        on: booking.on,
        amount: booking.amount,
        returned,
      });
    }
  }
  return contracts;
}

/** A part of an amount as contracts have it: to the hundred yuan. */
function part(amount: bigint, degree: number): bigint {
  const hundred = 10_000n;
  return ((amount * BigInt(Math.round(degree * 10_000))) / 10_000n / hundred) * hundred;
}
