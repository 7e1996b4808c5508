/** Lines of a paper as people type or paste them: one place a line, its code first, its amount last, its name between. */
import { type MoneyUnit, parseYuan } from '../kit/money.ts';

export interface TypedLine {
  /** Region key of twelve digits. */
  place: string;
  /** Fen. */
  amount: bigint;
}
export interface LineProblem {
  /** Counted from 1, blank lines included: the one the person sees. */
  line: number;
  what: 'no_code' | 'no_amount';
}

/**
 * Reads what was typed. A line without an amount is left out where nothing but code and name stand on it, so that a list
 * of all towns may be filled in part by part.
 * @param unit of the amounts: `yuan` or `wan`
 */
export function readLines(
  text: string,
  unit: Extract<MoneyUnit, 'yuan' | 'wan'>,
): { lines: TypedLine[]; problems: LineProblem[] } {
  const lines: TypedLine[] = [];
  const problems: LineProblem[] = [];
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const parts = row.trim().split(/[\t ，;；]+|,(?!\d{3}(?!\d))/);
    const [code = '', ...rest] = parts;
    if (row.trim() === '') continue;
    const place = keyOf(code);
    if (!place) {
      problems.push({ line: at + 1, what: 'no_code' });
      continue;
    }
    const last = rest.at(-1);
    if (last === undefined || (rest.length === 1 && !/[\d０-９]/.test(last))) continue;
    const amount = fenOf(last, unit);
    if (amount === undefined || amount <= 0n) problems.push({ line: at + 1, what: 'no_amount' });
    else lines.push({ place, amount });
  }
  return { lines, problems };
}

/** Fen of an amount typed in yuan or ten thousand yuan; undefined when it is none or finer than a fen. */
export function fenOf(text: string, unit: 'yuan' | 'wan'): bigint | undefined {
  if (unit === 'yuan') return parseYuan(text);
  const found = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, whole = '', fraction = ''] = found;
  return BigInt(whole.replaceAll(',', '')) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}

/** Codes of counties and towns are written with 6, 9 or 12 digits. */
function keyOf(code: string): string | undefined {
  return /^[1-9](\d{5}|\d{8}|\d{11})$/.test(code) ? code.padEnd(12, '0') : undefined;
}
