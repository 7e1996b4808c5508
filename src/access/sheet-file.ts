/** A spreadsheet file as lines of cells: CSV in UTF-8 or GB18030, as Excel and WPS save it. */
import { parse } from 'csv-parse/sync';
import { classifiedMark } from '../kit/classified.ts';
import { Classified, Refusal } from '../platform/http/endpoint.ts';
import { isHeading, mostRows, type SheetLine } from './rules/sheet-rows.ts';
import { words } from './words-accounts.ts';

const titles = ['name', 'displayName', 'role', 'place', 'unit'] as const;
const headings = (['zh', 'en'] as const).map((lang) =>
  titles.map((title) => words[`access.sheet.${title}`][lang]),
);

/**
 * The lines below the heading.
 * @throws Refusal when it is no such file, or too long
 */
export function sheetLines(file: Buffer): SheetLine[] {
  const text = textOf(file);
  const mark = classifiedMark(text);
  if (mark) throw new Classified('body/file', mark);
  const [first, ...rest] = cellsOf(text);
  if (!first) throw new Refusal('access.refusal.sheet_empty');
  if (!isHeading(first.cells, headings)) throw new Refusal('access.refusal.sheet_heading');
  if (rest.length === 0) throw new Refusal('access.refusal.sheet_empty');
  if (rest.length > mostRows) throw new Refusal('access.refusal.sheet_long', { most: mostRows });
  return rest;
}

/** @throws Refusal for a workbook, or bytes that are neither encoding */
function textOf(file: Buffer): string {
  if (file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' || file[0] === 0xd0)
    throw new Refusal('access.refusal.sheet_workbook');
  const text = decoded(file, 'utf-8') ?? decoded(file, 'gb18030');
  if (text === null || text.includes('\0')) throw new Refusal('access.refusal.sheet_unreadable');
  return text;
}

function decoded(file: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch (error) {
    if (error instanceof TypeError) return null; // these bytes are another encoding
    throw error;
  }
}

function cellsOf(text: string): SheetLine[] {
  try {
    const records = parse(text, {
      delimiter: [',', '\t'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[]; // so it answers with `info`
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof Error && /^CSV_/.test((error as { code?: string }).code ?? ''))
      throw new Refusal('access.refusal.sheet_unreadable');
    throw error;
  }
}
