/**
 * A program of its own: reads what standard input names, writes the lines of the workbook's first sheet as JSON, one a
 * line, answers on standard output. Workbooks come from anywhere; whatever one does to this program, the server goes on.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Answer, limits, type Reading } from './limits.ts';
import { type Book, openBook, type RowIn, rowsOf, type SheetIn } from './workbook-in.ts';
import { type Archive, openArchive, Unreadable } from './zip-in.ts';

async function read({ path, out, mark }: Reading): Promise<Answer> {
  const archive = openArchive(path);
  const book = await openBook(archive);
  const sheet = book.sheets.find(({ hidden }) => !hidden);
  if (!sheet) throw new Unreadable('no_workbook');
  const marked = await markOf(archive, book, mark);
  const came: Pick<Extract<Answer, { lines: number }>, 'heads' | 'lines'> = { heads: [], lines: 0 };
  await pipeline(
    Readable.from(lines(archive, sheet, book, came)),
    createWriteStream(out, { flags: 'wx', mode: 0o600 }),
  );
  if (came.heads.length === 0) throw new Unreadable('no_heads');
  return { ...came, mark: marked };
}

async function* lines(
  archive: Archive,
  sheet: SheetIn,
  { shared }: Book,
  came: { heads: string[]; lines: number },
): AsyncGenerator<string, void> {
  let text = '';
  for await (const row of rowsOf(archive, sheet, shared)) {
    if (came.heads.length === 0) {
      came.heads = row.cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
      continue;
    }
    came.lines += 1;
    if (came.lines > limits.lines) throw new Unreadable('too_many_lines');
    text += `${JSON.stringify([row.n, row.cells])}\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** The first row of the hidden sheet a template carries. */
async function markOf(
  archive: Archive,
  book: Book,
  mark: Reading['mark'],
): Promise<string[] | null> {
  const sheet = book.sheets.find(({ name }) => name === mark.sheet);
  if (!sheet) return null;
  for await (const { cells } of rowsOf(archive, sheet, book.shared) as AsyncIterable<RowIn>)
    return cells[0] === mark.word ? cells.map((cell) => String(cell)) : null;
  return null;
}

async function answer(reading: Reading): Promise<Answer> {
  try {
    return await read(reading);
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault };
    throw error;
  }
}

const reading = JSON.parse(await text(process.stdin)) as Reading; // written by beside.ts
process.stdout.write(JSON.stringify(await answer(reading)));
