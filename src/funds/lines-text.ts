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

const cellsOf = (row: string): string[] => row.trim().split(/[\t ，;；]+/);

/** Rows of a text that say something, with the number of the line a person sees. */
function* rowsOf(text: string): Generator<{ line: number; cells: string[] }> {
  for (const [at, row] of text.split(/\r?\n/).entries())
    if (row.trim() !== '') yield { line: at + 1, cells: cellsOf(row) };
}

export interface TypedShare {
  holdsIn: string;
  farms: boolean;
  /** Parts of ten thousand, in the order of the payers; they add up to it. */
  parts: number[];
}

/**
 * Shares of places that differ, one a line: code, name, 农场 or `farms` where it is theirs alone, then each payer's percent.
 * @param payers how many percents a line has
 */
export function readShares(
  text: string,
  payers: number,
): { shares: TypedShare[]; problems: { line: number; what: 'no_code' | 'no_parts' }[] } {
  const shares: TypedShare[] = [];
  const problems: { line: number; what: 'no_code' | 'no_parts' }[] = [];
  for (const { line, cells } of rowsOf(text)) {
    const holdsIn = shareKeyOf(cells[0] ?? '');
    const parts = cells.slice(-payers).map(partsOfPercent);
    if (!holdsIn) problems.push({ line, what: 'no_code' });
    else if (
      cells.length <= payers ||
      parts.some((part) => part === undefined) ||
      parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) !== 10_000
    )
      problems.push({ line, what: 'no_parts' });
    else
      shares.push({
        holdsIn,
        farms: cells.slice(1, -payers).some((cell) => /^(农场|林场|farms?)$/i.test(cell)),
        parts: parts.map((part) => part ?? 0),
      });
  }
  return { shares, problems };
}

/** Percent with two decimals at most as parts of ten thousand; undefined when it is none. */
export function partsOfPercent(text: string): number | undefined {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(text.trim());
  if (!found) return undefined;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** Whole numbers of towns, one a line: code, name, number. A line without a number is left out. */
export function readValues(text: string): {
  values: { place: string; value: number }[];
  problems: LineProblem[];
} {
  const values: { place: string; value: number }[] = [];
  const problems: LineProblem[] = [];
  for (const { line, cells } of rowsOf(text)) {
    const place = keyOf(cells[0] ?? '');
    const last = cells.at(-1) ?? '';
    if (!place) problems.push({ line, what: 'no_code' });
    else if (/^\d{1,9}$/.test(last.replaceAll(',', '')) && cells.length > 1)
      values.push({ place, value: Number(last.replaceAll(',', '')) });
    else if (/\d/.test(last) && cells.length > 1) problems.push({ line, what: 'no_amount' });
  }
  return { values, problems };
}

/** Instalments, one a line: day, amount, what for. */
export function readInstalments(
  text: string,
  unit: Extract<MoneyUnit, 'yuan' | 'wan'>,
): {
  instalments: { dueOn: string; amount: bigint; note: string | null }[];
  problems: { line: number; what: 'no_day' | 'no_amount' }[];
} {
  const instalments: { dueOn: string; amount: bigint; note: string | null }[] = [];
  const problems: { line: number; what: 'no_day' | 'no_amount' }[] = [];
  for (const { line, cells } of rowsOf(text)) {
    const [dueOn = '', amount = '', ...note] = cells;
    const fen = fenOf(amount, unit);
    if (!/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(dueOn))
      problems.push({ line, what: 'no_day' });
    else if (fen === undefined || fen <= 0n) problems.push({ line, what: 'no_amount' });
    else instalments.push({ dueOn, amount: fen, note: note.join(' ') || null });
  }
  return { instalments, problems };
}

/** Codes of a province, city or county are written with 2, 4 or 6 digits, or with twelve. */
const shareKeyOf = (code: string): string | undefined =>
  /^[1-9](\d|\d{3}|\d{5}|\d{8}|\d{11})$/.test(code) ? code.padEnd(12, '0') : undefined;
