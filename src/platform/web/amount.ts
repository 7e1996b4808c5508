// How a value is shown: figure and unit apart, and the exact value for those who hover.
import { exactYuan, type MoneyUnit, moneyParts } from '../../kit/money.ts';
import type { Lang } from '../../kit/words.ts';

/**
 * A value as the server gives it: fen and counts as text, a ratio as value over denominator.
 * `unit` is the word beside a count; money and ratios bring their own.
 */
export interface Amount {
  value: string | null;
  over?: string | null | undefined;
  as: 'count' | 'fen' | 'ratio';
  unit?: string | undefined;
  /** The word beside exactly one, where it is another. */
  one?: string | undefined;
}

export interface Shown {
  figure: string;
  unit: string;
  /** Said in full on hover: whole yuan, or what was divided by what. Empty when the figure says all. */
  exact: string;
}

/** Undefined when there is no value, or nothing to divide by. */
export function shown(amount: Amount, lang: Lang, money?: MoneyUnit): Shown | undefined {
  const { value, over, as, unit = '', one = unit } = amount;
  if (value === null || value === '') return undefined;
  if (as === 'fen') {
    return {
      ...moneyParts(value, lang, money),
      exact: `${exactYuan(value)} ${lang === 'zh' ? '元' : 'yuan'}`,
    };
  }
  if (as === 'count')
    return { figure: grouped(value), unit: /^-?1$/.test(value) ? one : unit, exact: '' };
  if (!over || Number(over) === 0) return undefined;
  return {
    figure: percent(value, over),
    unit: '%',
    exact: `${grouped(value)} / ${grouped(over)}`,
  };
}

/** Thousands grouped: `8099` -> `8,099`. */
export function grouped(value: string): string {
  const [whole = '', ...rest] = value.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** Share of a whole with one decimal, reckoned in whole numbers where both are whole. */
export function percent(value: string, over: string): string {
  if (/^-?\d+$/.test(value) && /^-?\d+$/.test(over)) {
    const part = BigInt(value) * 1000n;
    const whole = BigInt(over);
    const sign = part < 0n !== whole < 0n && part !== 0n ? '-' : '';
    const tenths = (size(part) * 2n + size(whole)) / (size(whole) * 2n);
    return `${tenths === 0n ? '' : sign}${tenths / 10n}.${tenths % 10n}`;
  }
  return ((Number(value) / Number(over)) * 100).toFixed(1);
}

/** What lies between two values of one kind, or undefined when one of them is missing. */
export function difference(now: Amount, before: Amount): Amount | undefined {
  if (now.value === null || before.value === null || now.as === 'ratio') return undefined;
  return { ...now, value: minus(now.value, before.value) };
}

function minus(a: string, b: string): string {
  const whole = (text: string) => /^-?\d+$/.test(text);
  return whole(a) && whole(b) ? String(BigInt(a) - BigInt(b)) : String(Number(a) - Number(b));
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
