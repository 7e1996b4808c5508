/** A list as a workbook, row by row as they come: first what it is, where, by which filters and up to when; then the rows. */
import { plainYuan } from '../../kit/money.ts';
import { clockAt } from '../../kit/period.ts';
import type { Lang, Word } from '../../kit/words.ts';
import { ledgerNote, madeUpMark } from './head-line.ts';
import { type Cell, workbook } from './workbook-out.ts';

export interface ListColumn<Row> {
  title: Word;
  width?: number;
  cell(row: Row, lang: Lang): Cell;
}

export interface ListFile<Row> {
  title: Word;
  place: string;
  /** The domain's day: what came later is not in it. */
  day: string;
  by: string;
  /** Whether it is of the demonstration. */
  madeUp: boolean;
  atMs: number;
  /** What the list was narrowed by, in words. */
  filters: readonly (readonly [name: Word, value: string])[];
  columns: readonly ListColumn<Row>[];
  /** Pages of rows, asked for as the file grows. */
  rows: AsyncIterable<readonly Row[]>;
}

const say = (zh: string, en: string): Word => ({ zh, en });
const words = {
  about: say('说明', 'About'),
  place: say('范围', 'Place'),
  day: say('数据截止日', 'As of'),
  at: say('导出时间（北京时间）', 'Exported at (Beijing time)'),
  by: say('导出人', 'By'),
  filters: say('筛选条件', 'Filters'),
  none: say('无，全部列出', 'None, all are listed'),
};
/** Rows a sheet holds below its head: what comes beyond goes on another. */
const mostRows = 1_000_000;

export function listFile<Row>(file: ListFile<Row>, lang: Lang): AsyncGenerator<Uint8Array, void> {
  const { title, filters } = file;
  const head = (word: Word): Cell => ({ of: word[lang], as: 'head' });
  const narrowed = filters.length > 0 ? filters : ([[words.filters, words.none[lang]]] as const);
  return workbook([
    {
      name: words.about[lang],
      widths: [26, 60],
      rows: [
        [{ of: title[lang], as: 'title' }],
        ...(file.madeUp ? [[head(madeUpMark)]] : []),
        [head(words.place), file.place],
        [head(words.day), file.day],
        [head(words.at), clockAt(file.atMs).slice(0, 16)],
        [head(words.by), file.by],
        ...narrowed.map(([name, value]) => [head(name), value]),
        [ledgerNote[lang]],
      ],
    },
    {
      name: title[lang].slice(0, 31),
      frozen: 1,
      widths: file.columns.map(({ width = 14 }) => width),
      rows: cellsOf(file, lang),
    },
  ]);
}

async function* cellsOf<Row>(
  { columns, rows }: ListFile<Row>,
  lang: Lang,
): AsyncGenerator<Cell[], void> {
  yield columns.map((column): Cell => ({ of: column.title[lang], as: 'head' }));
  let count = 0;
  for await (const some of rows)
    for (const row of some) {
      count += 1;
      if (count > mostRows) throw new RangeError('a sheet holds a million rows');
      yield columns.map((column) => column.cell(row, lang));
    }
}

/** Exact below 90 trillion yuan. */
export const yuanCell = (fen: string): Cell => ({ of: Number(plainYuan(fen)), as: 'yuan' });
export const inYuan = ({ zh, en }: Word): Word => ({ zh: `${zh}（元）`, en: `${en} (yuan)` });

/** All pages of a list that goes on after a mark; `tell` hears how many rows it was. */
export async function* allPages<Row>(
  page: (after: string) => Promise<{ rows: Row[]; next: string | null }>,
  tell: (rows: number) => void,
): AsyncGenerator<Row[], void> {
  let count = 0;
  let after: string | null = '';
  while (after !== null) {
    const found: { rows: Row[]; next: string | null } = await page(after);
    count += found.rows.length;
    yield found.rows;
    after = found.next;
  }
  tell(count);
}
