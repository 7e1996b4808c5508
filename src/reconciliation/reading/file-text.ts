/** From the bytes of an export to its rows: UTF-8 or GB18030; comma, tab or semicolon. */
import { parse } from 'csv-parse/sync';
import type { Row } from '../rules/lines.ts';

export type FileFault = 'workbook' | 'not_text';

export function textOf(bytes: Uint8Array): { text: string } | { fault: FileFault } {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === 'PK\u0003\u0004' || start === '\u00d0\u00cf\u0011\u00e0')
    return { fault: 'workbook' };
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding);
    if (text?.includes('\0')) return { fault: 'not_text' };
    if (text !== null) return { text };
  }
  return { fault: 'not_text' };
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // these bytes are another encoding
    throw error;
  }
}

/** Every row with its line; one that cannot be read has no cells. */
export function rowsOf(text: string): Row[] {
  const delimiter = separatorOf(text);
  const whole = parsed(text, delimiter);
  if (whole) return whole;
  // A quote that does not fit: each line alone, and those that do not fit are named.
  return text
    .split(/\r\n?|\n/)
    .map((row, at) => ({ line: at + 1, cells: parsed(row, delimiter)?.[0]?.cells ?? null, row }))
    .filter(({ row }) => row.trim() !== '')
    .map(({ line, cells }) => ({ line, cells }));
}

function parsed(text: string, delimiter: string): Row[] | null {
  const options = {
    ...{ delimiter, info: true, bom: true, relax_column_count: true, skip_empty_lines: true },
    record_delimiter: ['\r\n', '\n', '\r'],
  };
  try {
    const records = parse(text, options) as unknown as {
      record: string[];
      info: { lines: number };
    }[]; // with `info` it answers so
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof Error && /^CSV_/.test((error as { code?: string }).code ?? ''))
      return null;
    throw error;
  }
}

/** What stands most often in the first lines outside quotes. */
function separatorOf(text: string): string {
  const start = text.slice(0, 4_000).replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: start.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
