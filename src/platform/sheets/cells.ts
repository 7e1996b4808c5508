/** Cells of a filled-in sheet as values, or what is wrong with them. Pure. */
import { parseYuan } from '../../kit/money.ts';
import { characters, trimmed } from '../../kit/text.ts';
import {
  type Choice,
  type Problem,
  type RawCell,
  type SheetColumn,
  type Value,
  yesNo,
} from './description.ts';

const fault = (column: SheetColumn, code: string, params?: Problem['params']): Problem => ({
  column: column.key,
  code: `imports.problem.${code}`,
  ...(params ? { params } : {}),
});

/** Finds a choice by its label in either language, by its value, or by its name where only one has it. */
export type Finder = (said: string) => string | null;

export function finderOf(choices: readonly Choice[]): Finder {
  const found = new Map<string, string | null>();
  const known = (said: string, value: string) =>
    found.set(said, found.has(said) && found.get(said) !== value ? null : value);
  for (const { value, word, hint } of choices)
    for (const said of [word.zh, word.en]) {
      known(said, value);
      if (hint) known(`${said} ${hint}`, value);
    }
  // What is kept is always understood; a name never takes its place.
  for (const { value, hint } of choices) {
    found.set(value, value);
    if (hint) found.set(hint, value);
  }
  return (said) => found.get(said.replaceAll(/\s+/g, ' ')) ?? null;
}

export type Reader = (raw: RawCell) => { value: Value } | { problem: Problem };

/** How a column's cells are read. @param choices of its list, where it has one */
export function readerOf(column: SheetColumn, choices: readonly Choice[]): Reader {
  const finder = finderOf(column.type === 'yes_no' ? yesNo : choices);
  return (raw) => {
    if (raw !== null && typeof raw === 'object') return { problem: fault(column, raw.fault) };
    const text = typeof raw === 'string' ? trimmed(raw) : raw;
    if (text === null || text === '') return { value: null };
    const read = readAs[column.type](text, column, finder);
    return typeof read === 'object' && read !== null && 'code' in read
      ? { problem: read }
      : { value: read };
  };
}

type As = (said: string | number | boolean, column: SheetColumn, find: Finder) => Value | Problem;

const text: As = (said, column) => {
  // A number of more digits has lost its last ones before anybody saw it.
  if (typeof said === 'number' && !Number.isSafeInteger(said) && Math.abs(said) >= 1e15)
    return fault(column, 'digits_lost');
  const written = String(said);
  if (/[\p{Cc}]/u.test(written.replaceAll(/[\t\n\r]/g, ''))) return fault(column, 'signs');
  const most = column.most ?? 80;
  return characters(written) > most ? fault(column, 'too_long', { most }) : written;
};

const whole: As = (said, column) => {
  const number =
    typeof said === 'string' && /^\d{1,3}(,?\d{3})*$|^\d+$/.test(said)
      ? Number(said.replaceAll(',', ''))
      : said;
  const most = column.most ?? 10_000_000;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
    return fault(column, 'whole');
  return number > most ? fault(column, 'too_much', { most }) : number;
};

const yuan: As = (said, column) =>
  hundredthsIn(typeof said === 'string' ? said.replace(/^[¥￥]/, '').replace(/元$/, '') : said) ??
  fault(column, 'yuan');

const hundredths: As = (said, column) => {
  const found = hundredthsIn(said);
  if (found === null) return fault(column, 'hundredths');
  const most = column.most ?? 1_000_000;
  return BigInt(found) > BigInt(most) * 100n ? fault(column, 'too_much', { most }) : Number(found);
};

/** Hundredths of a number above 0 with two decimals at most; null for anything else. */
function hundredthsIn(said: string | number | boolean): string | null {
  if (typeof said === 'boolean') return null;
  if (typeof said === 'string') {
    const found = parseYuan(said);
    return found === undefined || found <= 0n || found >= mostFen ? null : String(found);
  }
  // What a spreadsheet computes carries the dust of binary fractions; a third decimal is no dust.
  const fen = Math.round(said * 100);
  const dust = Math.abs(said * 100 - fen) > Math.max(1e-4, Math.abs(fen) * 1e-11);
  return dust || fen <= 0 || !Number.isSafeInteger(fen) || BigInt(fen) >= mostFen
    ? null
    : String(fen);
}
const mostFen = 100_000_000_000_000n;

const day: As = (said, column) => {
  // Days since 1899-12-30, as spreadsheets count them; before 2000 it was meant otherwise.
  if (typeof said === 'number')
    return Number.isInteger(said) && said >= 36_526 && said < 73_050
      ? new Date(Date.UTC(1899, 11, 30) + said * 86_400_000).toISOString().slice(0, 10)
      : fault(column, 'day');
  const found =
    typeof said === 'string' &&
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?( 00:00:00)?$/.exec(said);
  if (!found) return fault(column, 'day');
  const [, year = '', month = '', date = ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written);
  return real && year >= '2000' && year < '2100' ? written : fault(column, 'day');
};

const choice: As = (said, column, find) =>
  find(String(said)) ?? fault(column, 'choice', { said: String(said).slice(0, 40) });

const many: As = (said, column, find) => {
  const names = String(said)
    .split(/[、,，;；\n]+/)
    .map(trimmed)
    .filter(Boolean);
  const found = names.map(find);
  const strange = found.indexOf(null);
  if (strange >= 0) return fault(column, 'choice', { said: (names[strange] ?? '').slice(0, 40) });
  return [...new Set(found.filter((one) => one !== null))];
};

const yes: As = (said, column, find) => {
  if (typeof said === 'boolean') return said;
  const found = find(String(said));
  return found === null ? fault(column, 'yes_no') : found === 'yes';
};

const readAs: Record<SheetColumn['type'], As> = {
  text,
  whole,
  hundredths,
  yuan,
  day,
  choice,
  many,
  yes_no: yes,
};
