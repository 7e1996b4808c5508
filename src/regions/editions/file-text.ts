// From the bytes of a file to its text, and from the text to lines with cells. What a spreadsheet saved otherwise is named.

import { parse } from 'csv-parse/sync';

/** One line with its cells; null where it cannot be read. */
export type Line = { line: number; cells: readonly string[] | null };

const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04], // .xlsx
  [0xd0, 0xcf, 0x11, 0xe0], // .xls
];

/** The text of a UTF-8 file, or why it has none and from which line on. */
export function textOf(
  bytes: Uint8Array,
): { text: string } | { code: 'workbook' | 'not_utf8'; line: number; lines: number } {
  if (WORKBOOKS.some((start) => start.every((byte, at) => bytes[at] === byte))) {
    return { code: 'workbook', line: 1, lines: 1 };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const broken = brokenLines(bytes);
    return { code: 'not_utf8', line: broken[0] ?? 1, lines: broken.length };
  }
}

/** Lines that are no UTF-8: nearly all of a GBK file, one or two of a file that was damaged. */
function brokenLines(bytes: Uint8Array): number[] {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const broken: number[] = [];
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      broken.push(line);
    }
    start = stop + 1;
  }
  return broken;
}

/** Lines that hold anything, one after the other: a file of a whole country need not stand in memory in cells. */
export function* linesOf(text: string): Generator<Line> {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines = (plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain).split('\n');
  // Without quotes a line is a row: no parser is needed, and the files as published have none.
  const whole = plain.includes('"') ? parsedWhole(lines.join('\n')) : undefined;
  if (whole) {
    yield* whole;
    return;
  }
  let line = 0;
  for (const row of lines) {
    line += 1;
    if (row !== '') yield { line, cells: row.includes('"') ? parsedAlone(row) : row.split(',') };
  }
}

/** Undefined where a quote does not fit: then each line is looked at alone, and those that do not fit are named. */
function parsedWhole(text: string): Line[] | undefined {
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed = parse(text, options) as unknown as {
      record: string[];
      info: { lines: number };
    }[]; // csv-parse types rows without info
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return undefined;
  }
}

function parsedAlone(row: string): readonly string[] | null {
  try {
    return parse(row, { relax_column_count: true })[0] ?? null;
  } catch {
    return null;
  }
}
