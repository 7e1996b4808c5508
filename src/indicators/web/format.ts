// How a figure's value is said, whatever its kind: money, counts, ratios, shares like 6:3:1.
import type { Lang } from '../../kit/words.ts';
import { type Amount, percent, shown } from '../../platform/web/amount.ts';
import type { Definition, Value } from '../contract.ts';

type Kind = Pick<Definition, 'unit' | 'kind'>;

/** The word beside one, and beside any other number. */
export interface Counted {
  one: string;
  many: string;
}

/** A value in the form figures, tables and charts take; `word` stands beside counts. */
export function amountOf({ unit, kind }: Kind, value: Value | undefined, word?: Counted): Amount {
  if (!value || value.value === null) return { value: null, as: 'count' };
  if (kind === 'shares') return { value: proportion(value.parts), as: 'count' };
  if (kind === 'ratio' && unit === 'fen') {
    return { value: quotient(value.value, value.over), as: 'fen' };
  }
  if (kind === 'ratio') {
    // As a count of percent: value and denominator in fen would say nothing to those who hover.
    const nothing = !value.over || value.over === '0';
    return nothing
      ? { value: null, as: 'count' }
      : { value: percent(value.value, value.over ?? '0'), as: 'count', unit: '%' };
  }
  return unit === 'fen'
    ? { value: value.value, as: 'fen' }
    : { value: value.value, as: 'count', unit: word?.many, one: word?.one };
}

/** A figure in a sentence: `8,099 人`, `174.00 亿元`, `6:3:1`; empty when there is nothing to say. */
export function said(
  definition: Kind,
  value: Value | undefined,
  lang: Lang,
  word?: Counted,
): string {
  const text = shown(amountOf(definition, value, word), lang);
  if (!text) return '';
  const gap = lang === 'zh' || !text.unit || text.unit === '%' ? '' : ' ';
  return `${text.figure}${gap}${text.unit}`;
}

/**
 * Parts as people say a proportion: `6:3:1`. Parts that share no small measure (fen split by largest
 * remainder) are brought to a sum of ten with one decimal. Null where all parts are zero.
 */
export function proportion(parts: Value['parts']): string | null {
  const values = parts.map(({ value }) => BigInt(value));
  const sum = values.reduce((total, value) => total + value, 0n);
  if (sum === 0n) return null;
  if (values.every((value) => value <= 100n)) return values.join(':');
  return values.map((value) => trimmed((value * 1000n) / sum)).join(':');
}

/** One whole number divided by another, half away from zero; null when there is nothing to divide by. */
export function quotient(value: string, over: string | null): string | null {
  const by = BigInt(over ?? '0');
  if (by === 0n) return null;
  const twice = BigInt(value) * 2n;
  const half = twice < 0n === by < 0n ? by : -by;
  return String((twice + half) / (by * 2n));
}

/** Hundredths as a number with at most one decimal. */
function trimmed(hundredths: bigint): string {
  const tenths = (hundredths + 5n) / 10n;
  return tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`;
}

/** The instant a figure was read, in Beijing time: `2022-07-28 09:30`. */
export function beijing(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

/** A number for ordering; null where there is no value. */
export function orderOf(definition: Kind, value: Value | undefined): bigint | number | null {
  if (!value || value.value === null) return null;
  if (definition.kind !== 'ratio') return BigInt(value.value);
  return Number(value.over) === 0 ? null : Number(value.value) / Number(value.over);
}

/** Whether values of several places or parts add up to the value of the whole. */
export const addsUp = ({ kind }: Pick<Definition, 'kind'>): boolean =>
  kind === 'flow' || kind === 'stock';
