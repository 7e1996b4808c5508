/** How a room describes a sheet people fill in: its columns, what a cell may say. Pure. */
import type { Lang, Word } from '../../kit/words.ts';

/** What a cell of a list column may say. */
export interface Choice {
  /** What is kept. */
  value: string;
  /** What the drop-down offers; `hint` after it tells places of one name apart. */
  word: Word;
  hint?: string;
}

export interface SheetColumn {
  key: string;
  title: Word;
  /** What to write, for the sheet of explanations. */
  help?: Word;
  /** many: several of a list, with 、 between them; hundredths: a number above 0 with two decimals at most. */
  type: 'text' | 'whole' | 'hundredths' | 'yuan' | 'day' | 'yes_no' | 'choice' | 'many';
  /** Must be said in the first line of a thing; of a line, in each. */
  needed?: true;
  /** Said in every line, where it belongs to the line and not to the whole thing. */
  line?: true;
  /** Characters of a text, or the largest number. */
  most?: number;
  /** What it may say; or the name of a list asked when the template is made. */
  choices?: readonly Choice[] | string;
  width?: number;
}

/** What a workbook's cell says: text, a number, yes or no; a formula without a value or an error of the spreadsheet. */
export type RawCell = string | number | boolean | { fault: 'formula' | 'error' } | null;

/** What a converted cell says: fen and days as text. */
export type Value = string | number | boolean | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

export interface Problem {
  /** Key of the column it is about; null when it is about the line. */
  column: string | null;
  /** Code of the words. */
  code: string;
  params?: Readonly<Record<string, string | number>>;
}

export const labelOf = ({ word, hint }: Choice, lang: Lang): string =>
  hint ? `${word[lang]} ${hint}` : word[lang];
export const yesNo: readonly Choice[] = [
  { value: 'yes', word: { zh: '是', en: 'Yes' } },
  { value: 'no', word: { zh: '否', en: 'No' } },
];
