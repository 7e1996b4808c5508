/** Amounts, days and numbers as exports have them, with what spreadsheets do to them on the way. */
import { isDay } from '../../kit/period.ts';
import { trimmed } from '../../kit/text.ts';

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];
export const units = ['yuan', 'wan'] as const;
export type Unit = (typeof units)[number];

/** What is wrong with a cell: a code with its words in `reconciliation.fault.*`. */
export type CellFault =
  | 'date_missing'
  | 'date_form'
  | 'date_none'
  | 'amount_missing'
  | 'amount_form'
  | 'amount_scientific'
  | 'amount_finer'
  | 'number_as_float'
  | 'number_long';

export type Read<T> = { value: T } | { fault: CellFault };

const decimals: Record<Unit, number> = { yuan: 2, wan: 6 };

/** A cell as typed: without ="…" and the apostrophe spreadsheets put before text. */
export function plainCell(cell: string): string {
  const text = trimmed(cell.normalize('NFKC'));
  const formula = /^="(.*)"$/s.exec(text);
  return trimmed(formula?.[1] ?? text.replace(/^'/, ''));
}

/**
 * Fen of an amount. Knows 1,234.50, ¥, 元 and 万元, (1,234.50) for what is taken back, and the noise a binary number
 * leaves behind (299341.99999999994).
 */
export function fenOf(cell: string, unit: Unit): Read<bigint> {
  let text = plainCell(cell).replaceAll('−', '-').replace(/\s/g, '');
  if (text === '' || /^-+$/.test(text)) return { fault: 'amount_missing' };
  const own: Unit = /万元?$/.test(text) ? 'wan' : /元$/.test(text) ? 'yuan' : unit;
  text = text.replace(/^(-?)(¥|rmb|cny)/i, '$1').replace(/(万元|万|元)$/, '');
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  if (/^[+-]?\d(\.\d+)?e[+-]?\d+$/i.test(text)) return { fault: 'amount_scientific' };
  const found = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = found ?? [];
  if (!found || whole + fraction === '' || whole.length > 16) return { fault: 'amount_form' };
  const kept = decimals[own];
  const [exact, rest] = [fraction.slice(0, kept).padEnd(kept, '0'), fraction.slice(kept)];
  let fen = BigInt(whole.replaceAll(',', '') + exact);
  if (/^9{3}/.test(rest) && fraction.length > 8) fen += 1n;
  else if (!/^0*$/.test(rest) && !(rest.startsWith('000') && fraction.length > 8))
    return { fault: 'amount_finer' };
  return { value: sign === '-' ? -fen : fen };
}

/**
 * A day. Knows 2022-06-30, 2022/6/30, 20220630, 2022年6月30日, a time behind it, and the day number of a spreadsheet.
 * @param order of the parts where the year does not stand first
 */
export function dayOf(cell: string, order: DateOrder): Read<string> {
  const text = plainCell(cell);
  if (text === '') return { fault: 'date_missing' };
  const serial = /^(\d{5})(\.\d+)?$/.exec(text);
  if (serial) return { value: ofSerial(Number(serial[1])) };
  const bare = text.replace(/[ T]+\d{1,2}[:时]\d{1,2}.*$/, '');
  const solid = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(bare);
  const first = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(bare);
  const last = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(bare);
  const [, year = '', month = '', day = ''] =
    solid ??
    first ??
    (last && order !== 'ymd'
      ? [
          '',
          last[3]?.padStart(4, '20'),
          ...(order === 'dmy' ? [last[2], last[1]] : [last[1], last[2]]),
        ]
      : []);
  if (year === '') return { fault: 'date_form' };
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? { value } : { fault: 'date_none' };
}

/** Days since 1899-12-30, as spreadsheets count them. */
const ofSerial = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);

/** The number of a voucher or document; 4.40103E+11 was one before a spreadsheet took it for an amount. */
export function numberOf(cell: string): Read<string> {
  const text = plainCell(cell).replace(/\s+/g, ' ');
  if (/^\d(\.\d+)?e\+\d+$/i.test(text)) return { fault: 'number_as_float' };
  if (text.length > mostNumber) return { fault: 'number_long' };
  return { value: text.replace(/^(\d+)\.0+$/, '$1') };
}
const mostNumber = 100;
