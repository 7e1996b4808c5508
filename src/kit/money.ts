// Amounts of money: whole fen as bigint inside, yuan only where people read or type them.

import type { Lang } from './words.ts';

/** The units amounts are shown in: 元, 万元, 亿元. */
export type MoneyUnit = 'yuan' | 'wan' | 'yi';

const YUAN_TEXT = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const SCALE: Record<MoneyUnit, bigint> = { yuan: 100n, wan: 1_000_000n, yi: 10_000_000_000n };
const UNIT_ZH: Record<MoneyUnit, string> = { yuan: '元', wan: '万元', yi: '亿元' };
const MILLION = 100_000_000n;

/** Fen of an amount typed in yuan, or undefined when it is no amount or is finer than a fen. */
export function parseYuan(text: string): bigint | undefined {
  const found = YUAN_TEXT.exec(text.trim());
  if (!found) return undefined;
  const [, sign, whole = '', fraction = ''] = found;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > 2) return undefined;
  const fen = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(kept.padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}

/** The unit an amount reads best in: 亿元 from one 亿, 万元 from one 万, 元 below. */
export function unitFor(fen: bigint): MoneyUnit {
  const size = absolute(fen);
  if (size >= SCALE.yi) return 'yi';
  return size >= SCALE.wan ? 'wan' : 'yuan';
}

/**
 * Figure and unit apart, half away from zero, two decimals. English has no 万 and 亿: both read as million yuan. What Chinese
 * shows in 万元 has four decimals in a column, so that its parts add up as they do there; by itself four where two would round.
 */
export function moneyParts(
  fen: bigint | string,
  lang: Lang,
  unit?: MoneyUnit,
): { figure: string; unit: string } {
  const amount = BigInt(fen);
  const shown = unit ?? unitFor(amount);
  if (lang === 'zh') return { figure: scaled(amount, SCALE[shown]), unit: UNIT_ZH[shown] };
  if (shown === 'yuan') return { figure: scaled(amount, SCALE.yuan), unit: 'yuan' };
  const hundredth = MILLION / 100n;
  const four = shown === 'wan' && (unit === 'wan' || amount % hundredth !== 0n);
  return { figure: scaled(amount, MILLION, four ? 4 : 2), unit: 'million yuan' };
}

export function formatMoney(fen: bigint | string, lang: Lang, unit?: MoneyUnit): string {
  const parts = moneyParts(fen, lang, unit);
  return lang === 'zh' ? `${parts.figure}${parts.unit}` : `${parts.figure} ${parts.unit}`;
}

/** The full amount in yuan, nothing rounded: `18,020,000,000.00`. */
export function exactYuan(fen: bigint | string): string {
  return scaled(BigInt(fen), SCALE.yuan);
}

/** Plain yuan for spreadsheets: no grouping, always two decimals: `18020000000.00`. */
export function plainYuan(fen: bigint | string): string {
  return exactYuan(fen).replaceAll(',', '');
}

/**
 * Shares of an amount by weight, exact to the fen: each share is rounded down, what remains goes one
 * fen each to the largest remainders, the earlier share first among equals.
 */
export function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weights.some((weight) => weight < 0n) || total <= 0n) {
    throw new RangeError('split needs weights of zero or more that add up to more than zero');
  }
  const size = absolute(amount);
  const shares = weights.map((weight) => (size * weight) / total);
  const rest = Number(size - shares.reduce((sum, share) => sum + share, 0n));
  const order = weights
    .map((weight, at) => ({ at, remainder: (size * weight) % total }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.at - b.at);
  const raised = new Set(order.slice(0, rest).map(({ at }) => at));
  return shares.map((share, at) => {
    const exact = raised.has(at) ? share + 1n : share;
    return amount < 0n ? -exact : exact;
  });
}

function scaled(fen: bigint, scale: bigint, decimals = 2): string {
  const fine = 10n ** BigInt(decimals);
  const parts = (absolute(fen) * 2n * fine + scale) / (scale * 2n);
  const whole = String(parts / fine).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = fen < 0n && parts > 0n ? '-' : '';
  return `${sign}${whole}.${String(parts % fine).padStart(decimals, '0')}`;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
