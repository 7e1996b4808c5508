/** What a file of the package is: its columns with their meaning, and the rows it is read from. Pure. */
import type { Word } from '../../kit/words.ts';

/** How a value is written: fen as yuan, codes as the words of the pages, instants in Beijing's time. */
export type Unit = 'text' | 'yuan' | 'day' | 'instant' | 'number' | 'id' | 'yes_no';

export interface Column {
  /** What stands in the table: an expression over its row `t`. */
  from: string;
  name: Word;
  unit: Unit;
  /** Where the words of a code are: 'funds.measure.' */
  words?: string;
}
export interface File {
  /** Its name without number and ending. */
  code: string;
  title: Word;
  /** The table or a join; its rows are called `t`. */
  table: string;
  /** Where a row lies. */
  place: string;
  /** Right by which its rows are read on pages: without it the file is left out. */
  permission: 'funds.read' | 'projects.read' | 'supervision.read';
  /** Kept from whoever it is about: a condition over $5, the account, and $6, the offices it lies in. */
  seen?: string;
  order: string;
  columns: readonly Column[];
}

const column =
  (unit: Unit) =>
  (from: string, zh: string, en: string): Column => ({ from, unit, name: { zh, en } });
export const text = column('text');
export const yuan = column('yuan');
export const day = column('day');
export const instant = column('instant');
export const number = column('number');
export const id = column('id');
export const yesNo = column('yes_no');
export const coded = (from: string, words: string, zh: string, en: string): Column => ({
  ...text(from, zh, en),
  words,
});
/** The name of an account. */
export const person = (from: string, zh: string, en: string): Column =>
  text(`(select a.display_name from access.account a where a.id = ${from})`, zh, en);
export const where = (from = 't.place_key'): Column[] => [
  text(`${from}::text`, '地区码', 'Region key'),
  text(`(select p.name from regions.place p where p.key = ${from})`, '地区', 'Place'),
];
export const ofProject: Column[] = [
  id('t.project_id', '项目标识', 'Project id'),
  text(
    '(select p.number from projects.project p where p.county = t.county and p.id = t.project_id)',
    '项目编号',
    'Project number',
  ),
];

/** A value as text of the statement; fen stay fen until they are written. */
const asText: Record<Unit, (from: string) => string> = {
  text: (from) => `(${from})::text`,
  yuan: (from) => `(${from})::text`,
  number: (from) => `(${from})::text`,
  id: (from) => `(${from})::text`,
  yes_no: (from) => `(${from})::text`,
  day: (from) => `(${from})::text`,
  instant: (from) => `to_char((${from}) at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')`,
};

/** Rows in their order as lists of text. $1 and $2: the place's range; $3 and $4: the reader's. */
export const statementOf = ({ table, place, seen, order, columns }: File): string => `
  select array[${columns.map(({ from, unit }) => asText[unit](from)).join(', ')}] as cells
  from ${table}
  where ${place} between $1::bigint and $2::bigint
    and exists (select from unnest($3::bigint[], $4::bigint[]) scope (lo, hi) where ${place} between scope.lo and scope.hi)
    ${seen ? `and ${seen}` : ''}
  order by ${order}`;
