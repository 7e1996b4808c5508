// Reads the CSV file of an edition: columns code, name, level, parent_code. Every fault of every row in one pass.

import { parse } from 'csv-parse/sync';
import {
  isRegionKey,
  isWithin,
  levelOfKey,
  type RegionLevel,
  regionLevels,
} from '../../kit/region-key.ts';
import { trimmed } from '../../kit/text.ts';
import type { Kind } from '../vocabulary.ts';
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
  | 'unreadable'
  | 'no_rows'
  | 'column_missing'
  | 'bad_code'
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

const NONE: readonly string[] = [];
const BROKEN_NAME: readonly string[] = ['broken_character'];
const LEVELS = new Map(regionLevels.map((level) => [level as string, level]));

export function isBroken(name: string): boolean {
  return BROKEN.test(name);
}

export function readEdition(text: string): EditionFile {
  const file: EditionFile = { rows: [], faults: [], warnings: [] };
  const records = recordsOf(text, file.faults);
  const head = records.findIndex((record) => record !== null);
  const header = (records[head] ?? []).map(trimmed);
  records[head] = null;
  const missing = COLUMNS.filter((column) => !header.includes(column));
  for (const column of missing) fault(file, 1, 'column_missing', { column });
  if (missing.length > 0) return file;
  if (records.every((record) => record === null) && file.faults.length === 0)
    fault(file, 1, 'no_rows', {});

  const [codeAt, nameAt, levelAt, parentAt] = COLUMNS.map((column) => header.indexOf(column));
  const lineOf = new Map<string, number>();
  const lines: number[] = [];
  for (const [at, record] of records.entries()) {
    if (record === null) continue;
    const line = at + 1;
    const cell = (column = -1) => record[column] ?? '';
    const code = trimmed(cell(codeAt));
    const name = trimmed(cell(nameAt));
    const level = LEVELS.get(trimmed(cell(levelAt)));
    const first = lineOf.get(code);
    if (first === undefined) lineOf.set(code, line);
    if (!isRegionKey(code)) fault(file, line, 'bad_code', { code });
    else if (first !== undefined) {
      fault(file, line, 'duplicate_code', { code, first: String(first) });
    }
    if (!level) fault(file, line, 'unknown_level', { level: cell(levelAt) });
    else if (isRegionKey(code) && levelOfKey(code) !== level) {
      fault(file, line, 'level_not_of_code', { code, level });
    }
    if (name === '') fault(file, line, 'name_empty', { code });
    const broken = isBroken(name);
    if (broken) file.warnings.push({ line, code: 'broken_character', params: { code, name } });
    if (name !== cell(nameAt)) {
      file.warnings.push({ line, code: 'spaces_around', params: { code, name } });
    }
    if (!level) continue;
    const parentCode = trimmed(cell(parentAt)) || null;
    const warnings = broken ? BROKEN_NAME : NONE;
    file.rows.push({ code, name, level, parentCode, kind: kindOf(level, code, name), warnings });
    lines.push(line);
  }
  for (const [at, row] of file.rows.entries()) checkParent(file, lines[at] ?? 0, row, lineOf);
  file.faults.sort((a, b) => a.line - b.line);
  if (file.faults.length > 0) file.rows = [];
  return file;
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

/** The cells of every line; null where a line is empty, belongs to the one before, or cannot be read. */
function recordsOf(text: string, faults: EditionFile['faults']): (string[] | null)[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  // Without quotes a line is a row: no parser is needed, and the files as published have none.
  if (!text.includes('"')) return lines.map((line) => (line === '' ? null : line.split(',')));
  const records = lines.map((): string[] | null => null);
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed = parse(lines.join('\n'), options) as unknown as {
      record: string[];
      info: { lines: number };
    }[]; // csv-parse types rows without info
    for (const { record, info } of parsed) records[info.lines - 1] = record;
    return records;
  } catch {
    return lines.map((line, at) => recordOf(line, at + 1, faults));
  }
}

/** Where a quote does not fit, its line is named and all others are still read. */
function recordOf(text: string, line: number, faults: EditionFile['faults']): string[] | null {
  if (text === '') return null;
  try {
    const [record] = parse(text, { relax_column_count: true });
    return record ?? null;
  } catch {
    faults.push({ line, code: 'unreadable', params: {} });
    return null;
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
