/** Reads a workbook row by row: the sheets it has, the cells of a row as they were written. Runs in the program of its own alone. */
import type { RawCell } from '../description.ts';
import { limits } from './limits.ts';
import { attribute, tokens } from './xml-in.ts';
import { type Archive, Unreadable } from './zip-in.ts';

export interface SheetIn {
  name: string;
  hidden: boolean;
  part: string;
}

export interface Book {
  sheets: SheetIn[];
  shared: string[];
}

export interface RowIn {
  n: number;
  cells: RawCell[];
}

export async function openBook(archive: Archive): Promise<Book> {
  if (!archive.has('xl/workbook.xml')) throw new Unreadable('no_workbook');
  const parts = new Map<string, string>();
  for await (const some of tokens(archive.text('xl/_rels/workbook.xml.rels')))
    for (const token of some)
      if (token.kind === 'open' && token.name === 'Relationship') {
        const target = attribute(token.attributes, 'Target') ?? '';
        const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
        parts.set(attribute(token.attributes, 'Id') ?? '', part);
      }
  const book: Book = { sheets: [], shared: [] };
  for await (const some of tokens(archive.text('xl/workbook.xml')))
    for (const token of some) {
      if (token.kind !== 'open') continue;
      // Days counted from 1904, as old Macintosh programs did: a day would be read four years too early.
      if (/^(1|true)$/.test(attribute(token.attributes, 'date1904') ?? ''))
        throw new Unreadable('dates_1904');
      if (token.name !== 'sheet') continue;
      const part = parts.get(
        /\sr:id\s*=\s*["']([^"']*)/.exec(token.attributes)?.[1] ??
          attribute(token.attributes, 'id') ??
          '',
      );
      const hidden = (attribute(token.attributes, 'state') ?? 'visible') !== 'visible';
      if (part && archive.has(part))
        book.sheets.push({ name: attribute(token.attributes, 'name') ?? '', hidden, part });
    }
  if (archive.has('xl/sharedStrings.xml'))
    book.shared = await sharedTexts(archive.text('xl/sharedStrings.xml'));
  return book;
}

/** Texts that cells name by number; readings aids for pronunciation (rPh) are none. */
async function sharedTexts(source: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = [];
  let size = 0;
  let text = '';
  let [inText, inAid] = [false, false];
  for await (const some of tokens(source))
    for (const token of some) {
      if (token.kind === 'text') {
        if (inText && !inAid && text.length <= limits.characters) text += token.text;
        continue;
      }
      const opens = token.kind === 'open' && !token.empty;
      if (token.name === 't') inText = opens;
      else if (token.name === 'rPh') inAid = opens;
      else if (token.name === 'si' && !opens) {
        size += text.length * 2 + 32;
        if (size > limits.shared) throw new Unreadable('too_large');
        texts.push(cut(text));
        text = '';
      }
    }
  return texts;
}

const cut = (text: string): string =>
  (text.length > limits.characters ? text.slice(0, limits.characters) : text).replaceAll(
    /_x([0-9A-Fa-f]{4})_/g,
    (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * Rows of a sheet that say anything.
 * @throws Unreadable for merged cells, which leave lines without what they seem to say
 */
export async function* rowsOf(
  archive: Archive,
  { part }: SheetIn,
  shared: Book['shared'],
): AsyncGenerator<RowIn, void> {
  let row: RowIn = { n: 0, cells: [] };
  let cell = emptyCell(-1, '');
  let into: 'v' | 'f' | 't' | null = null;
  for await (const some of tokens(archive.text(part)))
    for (const token of some) {
      if (token.kind === 'text') {
        if (into === 'v' || into === 't') {
          if (cell.text.length <= limits.characters) cell.text += token.text;
        }
        continue;
      }
      const { name } = token;
      if (token.kind === 'open') {
        if (name === 'row') {
          row = { n: Number(attribute(token.attributes, 'r')) || row.n + 1, cells: [] };
          cell = emptyCell(-1, '');
        } else if (name === 'c') {
          const at = columnAt(attribute(token.attributes, 'r')) ?? cell.at + 1;
          cell = emptyCell(at, attribute(token.attributes, 't') ?? 'n');
        } else if (name === 'f') cell.formula = true;
        else if (name === 'mergeCell') throw new Unreadable('merged');
        if (!token.empty && (name === 'v' || name === 't' || name === 'f')) into = name;
        if (!token.empty) continue;
      }
      if (name === 'v' || name === 't' || name === 'f') into = null;
      else if (name === 'c') put(row.cells, cell, shared);
      else if (name === 'row' && row.cells.some((one) => one !== null)) yield row;
    }
}

interface Open {
  at: number;
  type: string;
  text: string;
  formula: boolean;
}
const emptyCell = (at: number, type: string): Open => ({ at, type, text: '', formula: false });

/** Column of a name like AB12, from 0. */
function columnAt(name: string | undefined): number | undefined {
  if (!name) return undefined;
  let column = 0;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function put(cells: RawCell[], cell: Open, shared: readonly string[]): void {
  if (cell.at < 0 || cell.at >= limits.columns) return;
  const value = saidBy(cell, shared);
  if (value === null || value === '') return;
  while (cells.length < cell.at) cells.push(null);
  // What a database cannot keep is no text.
  cells[cell.at] = typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}

function saidBy({ type, text, formula }: Open, shared: readonly string[]): RawCell {
  if (type === 'e') return { fault: 'error' };
  if (text === '') return formula ? { fault: 'formula' } : null;
  if (type === 's') return shared[Number(text)] ?? null;
  if (type === 'b') return text === '1';
  if (type === 'n') {
    const number = Number(text);
    return Number.isFinite(number) ? number : { fault: 'error' };
  }
  return cut(text); // inlineStr, str; d is a date as text
}
