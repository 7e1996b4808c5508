// Reads the CSV file of an edition: columns code, name, level, parent_code. Every fault of every row in one pass.

import {
  isRegionKey,
  isWithin,
  levelOfKey,
  type RegionLevel,
  regionLevels,
} from '../../kit/region-key.ts';
import { trimmed } from '../../kit/text.ts';
import type { Kind } from '../vocabulary.ts';
import { linesOf } from './file-text.ts';
import { kindOf } from './kinds.ts';

/** A place as an edition publishes it. */
export type RegistryRow = {
  code: string;
  name: string;
  level: RegionLevel;
  parentCode: string | null;
  kind: Kind;
  warnings: readonly string[];
};

export type FileFault =
  | 'workbook'
  | 'not_utf8'
  | 'empty'
  | 'separator'
  | 'unreadable'
  | 'no_rows'
  | 'column_missing'
  | 'bad_code'
  | 'code_as_number'
  | 'duplicate_code'
  | 'unknown_level'
  | 'level_not_of_code'
  | 'name_empty'
  | 'parent_missing'
  | 'parent_absent'
  | 'parent_of_wrong_level'
  | 'parent_prefix';
export type FileWarning = 'broken_character' | 'spaces_around';

/** A fault or warning with its line in the file; its text is `regions.file.<code>` in words.ts. */
export type FileNote<Code extends string> = {
  line: number;
  code: Code;
  params: Record<string, string>;
};

export type EditionFile = {
  rows: RegistryRow[];
  faults: FileNote<FileFault>[];
  warnings: FileNote<FileWarning>[];
};

const COLUMNS = ['code', 'name', 'level', 'parent_code'] as const;
/** A character the publisher could not print. */
const BROKEN = /[?？\ufffd□]/;
// 东莞 and 中山 have no counties: their towns hang on the city.
const PARENTS: Record<RegionLevel, readonly RegionLevel[]> = {
  province: [],
  city: ['province'],
  county: ['city'],
  town: ['county', 'city'],
  village: ['town'],
};

/** What spreadsheets put between the cells instead of commas. */
const OTHER_SEPARATOR = /[\t;，；|]/;
/** 4.40103E+11: a spreadsheet took the code for a number, and its last digits are lost. */
const NUMBER = /^\d(\.\d+)?e\+?\d+$/i;
const NONE: readonly string[] = [];
const BROKEN_NAME: readonly string[] = ['broken_character'];
const LEVELS = new Map(regionLevels.map((level) => [level as string, level]));

export function isBroken(name: string): boolean {
  return BROKEN.test(name);
}

export function readEdition(text: string): EditionFile {
  const file: EditionFile = { rows: [], faults: [], warnings: [] };
  const lineOf = new Map<string, number>();
  const lines: number[] = [];
  let at: number[] | undefined;
  let seen = 0;
  for (const { line, cells } of linesOf(text)) {
    if (cells === null) fault(file, line, 'unreadable', {});
    else if (!at) at = columnsOf(file, line, cells);
    else if (cells.some((cell) => cell !== '')) {
      seen += 1;
      const row = rowOf(file, line, cells, at, lineOf);
      if (!row) continue;
      file.rows.push(row);
      lines.push(line);
    }
    if (at?.includes(-1)) return file;
  }
  if (!at && file.faults.length === 0) fault(file, 1, 'empty', {});
  else if (seen === 0 && file.faults.length === 0) fault(file, 1, 'no_rows', {});
  for (const [index, row] of file.rows.entries()) checkParent(file, lines[index] ?? 0, row, lineOf);
  file.faults.sort((a, b) => a.line - b.line);
  if (file.faults.length > 0) file.rows = [];
  return file;
}

/** Where each column stands; -1 for one that is missing, which is a fault. */
function columnsOf(file: EditionFile, line: number, cells: readonly string[]): number[] {
  const header = cells.map(trimmed);
  const at = COLUMNS.map((column) => header.indexOf(column));
  if (at.every((place) => place < 0) && header.some((cell) => OTHER_SEPARATOR.test(cell))) {
    fault(file, line, 'separator', {});
    return at;
  }
  for (const [index, column] of COLUMNS.entries()) {
    if (at[index] === -1) fault(file, line, 'column_missing', { column });
  }
  return at;
}

/** The place a line names; undefined where it has no level to hold it against. */
function rowOf(
  file: EditionFile,
  line: number,
  cells: readonly string[],
  [codeAt = -1, nameAt = -1, levelAt = -1, parentAt = -1]: readonly number[],
  lineOf: Map<string, number>,
): RegistryRow | undefined {
  const code = trimmed(cells[codeAt] ?? '');
  const given = cells[nameAt] ?? '';
  const name = trimmed(given);
  const level = LEVELS.get(trimmed(cells[levelAt] ?? ''));
  const first = lineOf.get(code);
  if (first === undefined) lineOf.set(code, line);
  const isCode = isRegionKey(code);
  if (!isCode) fault(file, line, NUMBER.test(code) ? 'code_as_number' : 'bad_code', { code });
  else if (first !== undefined) {
    fault(file, line, 'duplicate_code', { code, first: String(first) });
  }
  if (!level) fault(file, line, 'unknown_level', { level: cells[levelAt] ?? '' });
  else if (isCode && levelOfKey(code) !== level) {
    fault(file, line, 'level_not_of_code', { code, level });
  }
  if (name === '') fault(file, line, 'name_empty', { code });
  const broken = isBroken(name);
  if (broken) file.warnings.push({ line, code: 'broken_character', params: { code, name } });
  if (name !== given) file.warnings.push({ line, code: 'spaces_around', params: { code, name } });
  if (!level) return undefined;
  const parentCode = trimmed(cells[parentAt] ?? '') || null;
  const warnings = broken ? BROKEN_NAME : NONE;
  return { code, name, level, parentCode, kind: kindOf(level, code, name), warnings };
}

function checkParent(
  file: EditionFile,
  line: number,
  { code, level, parentCode }: RegistryRow,
  lineOf: ReadonlyMap<string, number>,
): void {
  const params = { code, parent: parentCode ?? '' };
  if (!parentCode) {
    if (level !== 'province') fault(file, line, 'parent_missing', { code });
  } else if (!lineOf.has(parentCode)) {
    fault(file, line, 'parent_absent', params);
  } else if (!isRegionKey(parentCode)) {
    return; // named in its own line
  } else if (!PARENTS[level].includes(levelOfKey(parentCode))) {
    fault(file, line, 'parent_of_wrong_level', params);
  } else if (isRegionKey(code) && !isWithin(code, parentCode)) {
    fault(file, line, 'parent_prefix', params);
  }
}

function fault(
  file: EditionFile,
  line: number,
  code: FileFault,
  params: Record<string, string>,
): void {
  file.faults.push({ line, code, params });
}
