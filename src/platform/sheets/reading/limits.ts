/** What a workbook may ask of the program that reads it, and what that program answers. Pure. */

/** @param lines filled lines below the heads */
export const limits = {
  bytes: 20 * 1_048_576,
  lines: 100_000,
  columns: 200,
  /** Of a cell; none of a form holds so many. */
  characters: 4_000,
  /** Parts of the archive. */
  parts: 2_000,
  /** Bytes it unpacks to, in all, and of texts its sheets share. */
  unpacked: 400 * 1_048_576,
  shared: 96 * 1_048_576,
  ms: 60_000,
  heapMb: 320,
  resident: 700 * 1_048_576,
};

export const faults = [
  'no_workbook',
  'encrypted',
  'old_format',
  'broken',
  'too_large',
  'too_many_lines',
  'merged',
  'no_heads',
  'dates_1904',
] as const;
export type Fault = (typeof faults)[number];

export interface Reading {
  path: string;
  out: string;
  /** The sheet that carries the mark of a template, and the mark's first word. */
  mark: { sheet: string; word: string };
}

/** What came out: heads of the first sheet, lines written to `out`, the mark of the template they were filled into. */
export interface Read {
  heads: string[];
  lines: number;
  mark: string[] | null;
}

export type Answer = Read | { fault: Fault };
