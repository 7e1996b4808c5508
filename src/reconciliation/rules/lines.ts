/** The lines of an export under a mapping: every fault of every line in one pass. */
import { withoutNumbers } from '../../kit/digits.ts';
import { characters, trimmed } from '../../kit/text.ts';
import { type CellFault, dayOf, fenOf, numberOf, plainCell, type Read } from './cells.ts';
import { type Field, headAt, headsOf, headsTwice, type Mapping, placesOf } from './mapping.ts';

export interface Row {
  /** Line of the file, counted from 1. */
  line: number;
  /** Null where it cannot be read. */
  cells: readonly string[] | null;
}

export interface TheirLine {
  row: number;
  number: string;
  dated: string;
  /** Fen; of a bank statement negative where money goes out. */
  amount: bigint;
  payee: string;
  budgetCode: string;
  purpose: string;
  /** Which of the lines that say the same, from 1. */
  nth: number;
}

export interface LineFault {
  line: number;
  what:
    | CellFault
    | 'unreadable'
    | 'empty'
    | 'heads_missing'
    | 'head_twice'
    | 'amount_twice'
    | 'date_early'
    | 'total_differs'
    | 'too_many';
  /** What stands there, or what is missing. */
  text: string;
}

export interface ReadExport {
  lines: TheirLine[];
  faults: LineFault[];
  /** Lines without an amount of their own: nothing paid, totals, pages. */
  zeros: number;
  totals: number;
  /** Lines that repeat another of the file. */
  repeats: number;
}

export const mostLines = 100_000;
/** The programme began in 2021: what lies before is a day misread. */
const firstDay = '2021-01-01';
const totalLine = /^(合计|总计|小计|累计|本页合计|本页小计|本年累计|本月合计)[:：]?$/;
const wholeTotal = /^(合计|总计)[:：]?$/;
const heading = 30;

export function readExport(rows: readonly Row[], mapping: Mapping): ReadExport {
  const read: ReadExport = { lines: [], faults: [], zeros: 0, totals: 0, repeats: 0 };
  const fault = (line: number, what: LineFault['what'], text = '') =>
    read.faults.push({ line, what, text: shortened(text) });
  const tops = rows.slice(0, heading).map(({ cells }) => cells ?? []);
  const at = headAt(tops, mapping);
  const heads = tops[at];
  if (!heads) {
    if (rows.length === 0) fault(1, 'empty');
    else fault(rows[0]?.line ?? 1, 'heads_missing', missing(tops, mapping).join('、'));
    return read;
  }
  for (const head of headsTwice(heads, mapping)) fault(rows[at]?.line ?? 1, 'head_twice', head);
  const place = placesOf(heads, mapping);
  const seen = new Map<string, number>();
  const totals: { line: number; amount: bigint }[] = [];
  for (const { line, cells } of rows.slice(at + 1)) {
    if (cells === null) {
      fault(line, 'unreadable');
      continue;
    }
    if (cells.every((cell) => trimmed(cell) === '')) continue;
    if (read.lines.length >= mostLines) {
      fault(line, 'too_many', String(mostLines));
      break;
    }
    const said = (field: Field) => cells[place[field]] ?? '';
    const money = amountOf(said, mapping);
    const total = cells.map(plainCell).find((cell) => totalLine.test(cell));
    if (total !== undefined) {
      read.totals += 1;
      if (wholeTotal.test(total) && 'value' in money) totals.push({ line, amount: money.value });
      continue;
    }
    const dated = dayOf(said('dated'), mapping.dates);
    const number = numberOf(said('number'));
    const wrong: [Read<unknown> | { fault: 'amount_twice' }, Field][] = [
      [dated, 'dated'],
      [money, place.amount >= 0 ? 'amount' : 'income'],
      [number, 'number'],
    ];
    for (const [one, field] of wrong) if ('fault' in one) fault(line, one.fault, said(field));
    if ('value' in dated && dated.value < firstDay) fault(line, 'date_early', dated.value);
    if ('fault' in dated || 'fault' in money || 'fault' in number) continue;
    if (money.value === 0n) {
      read.zeros += 1;
      continue;
    }
    const payee = text(said('payee'));
    const same = JSON.stringify([number.value, dated.value, String(money.value), payee]);
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    if (nth > 1) read.repeats += 1;
    read.lines.push({
      ...{ row: line, number: number.value, dated: dated.value, amount: money.value, payee, nth },
      budgetCode: plainCell(said('budgetCode')).slice(0, 60),
      purpose: text(said('purpose')),
    });
  }
  const sum = read.lines.reduce((so, { amount }) => so + amount, 0n);
  const [whole] = totals;
  if (totals.length === 1 && whole && whole.amount !== sum && read.faults.length === 0)
    fault(whole.line, 'total_differs', yuan(whole.amount - sum));
  if (read.lines.length === 0 && read.faults.length === 0) fault(rows[at]?.line ?? 1, 'empty');
  read.faults.sort((a, b) => a.line - b.line);
  return read;
}

/** Of a bank what came in less what went out; of all others the amount. */
function amountOf(
  said: (field: Field) => string,
  { columns, unit }: Mapping,
): Read<bigint> | { fault: 'amount_twice' } {
  if (columns.amount !== null) return fenOf(said('amount'), unit);
  const [income, outgo] = [fenOf(said('income'), unit), fenOf(said('outgo'), unit)];
  const none = (one: Read<bigint>) => 'fault' in one && one.fault === 'amount_missing';
  for (const one of [income, outgo]) if ('fault' in one && !none(one)) return one;
  if (none(income) && none(outgo)) return { fault: 'amount_missing' };
  const [up, down] = [income, outgo].map((one) => ('value' in one ? one.value : 0n));
  if (up && down) return { fault: 'amount_twice' };
  return { value: (up ?? 0n) - (down ?? 0n) };
}

/** Heads that are wanted and nowhere among the first lines. */
function missing(tops: readonly (readonly string[])[], mapping: Mapping): string[] {
  const there = new Set(tops.flat().map((cell) => plainCell(cell).replace(/\s/g, '')));
  const gone = headsOf(mapping).filter((head) => !there.has(plainCell(head).replace(/\s/g, '')));
  return gone.length > 0 ? gone : headsOf(mapping);
}

/** Names and purposes without numbers of people and accounts: they are not needed here. */
const text = (cell: string): string =>
  withoutNumbers(plainCell(cell).replace(/[\s\0]+/g, ' '))
    .slice(0, 200)
    .toWellFormed();

const shortened = (cell: string): string =>
  withoutNumbers(
    characters(cell) > 40 ? `${[...cell].slice(0, 40).join('')}…` : cell,
  ).toWellFormed();

const yuan = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
