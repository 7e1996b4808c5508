/** How a figure of the interview is written: money in 亿元 or 万元, counts with separators, proportions as they are. Pure. */
import { moneyParts } from '../kit/money.ts';
import type { Lang } from '../kit/words.ts';

/** @param value in the figure's unit: yuan, a count or a proportion like 6:3:1 */
export function figureText(value: string, unit: string, lang: Lang, unitWord: string): string {
  if (unit === 'ratio') return value;
  const gap = lang === 'en' ? ' ' : '';
  if (unit === 'yuan') {
    const [whole = '0', part = ''] = value.split('.');
    const money = moneyParts(BigInt(whole) * 100n + BigInt(part.padEnd(2, '0') || '0'), lang);
    return `${money.figure} ${money.unit}`;
  }
  return `${value.replace(/\B(?=(\d{3})+$)/g, ',')}${gap}${unitWord}`;
}

/** '0.95..1.00' as its ends in per cent; null where the figure must be exact. */
export function toleranceRange(tolerance: string): { low: string; high: string } | null {
  const [low, high] = tolerance.split('..');
  if (low === undefined || high === undefined) return null;
  const percent = (text: string) => `${Math.round(Number(text) * 100)}%`;
  return { low: percent(low), high: percent(high) };
}
