/** The CSV file of a figure's rows, as an official reads it. */
import { plainYuan } from '../../kit/money.ts';
import { csvLine } from '../../kit/text.ts';
import { fill, type Words } from '../../kit/words.ts';
import type { Lang } from '../../platform/http/endpoint.ts';
import { headLine } from '../../platform/sheets/head-line.ts';
import type { RowIndicator } from '../definition.ts';
import type { FactRow } from '../rows.ts';

/** Byte order mark, what and when, heads of the columns. */
export function heading(
  d: RowIndicator,
  asked: { from: string; to: string; asOf: string; known?: string; madeUp: boolean },
  words: Words,
  lang: Lang,
): string {
  const code = asked.known ? 'indicators.export.heading_known' : 'indicators.export.heading';
  const { from, to, asOf, known = '' } = asked;
  const title = fill(words[code]?.[lang] ?? '', { name: d.name[lang], from, to, asOf, known });
  const fixed = ['place_code', 'place', 'counted'].map(
    (c) => words[`indicators.column.${c}`]?.[lang] ?? c,
  );
  return `\uFEFF${csvLine([headLine(title, { madeUp: asked.madeUp, lang })])}${csvLine([...fixed, ...d.rows.columns.map((c) => c.label[lang])])}`;
}

/** A row with labels instead of codes and amounts in yuan, exact to the fen; never a formula. */
export function exported(d: RowIndicator, row: FactRow, words: Words, lang: Lang): string {
  const cells = row.cells.map((value, i) => {
    const column = d.rows.columns[i];
    if (value === null || !column) return '';
    if (column.type === 'fen') return yuan(value);
    if (column.type === 'number') return BigInt(value);
    if (column.type === 'flag') return words[`platform.flag.${value}`]?.[lang] ?? value;
    return column.vocabulary ? (words[`${column.vocabulary}.${value}`]?.[lang] ?? value) : value;
  });
  const counted = d.unit === 'fen' ? yuan(row.counted) : BigInt(row.counted);
  return csvLine([row.place, row.place_name, counted, ...cells]);
}

/** A number, not text: a minus sign at the start of text is taken for a formula. Exact below 90 trillion yuan. */
const yuan = (fen: string) => Number(plainYuan(fen));
