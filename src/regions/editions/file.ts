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
  warnings: string[];
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

export function isBroken(name: string): boolean {
  return BROKEN.test(name);
}

export function readEdition(text: string): EditionFile {
  const file: EditionFile = { rows: [], faults: [], warnings: [] };
  const lines = cells(text, file.faults);
  const header = (lines.shift()?.record ?? []).map(trimmed);
  const missing = COLUMNS.filter((column) => !header.includes(column));
  for (const column of missing) fault(file, 1, 'column_missing', { column });
  if (missing.length > 0) return file;
  if (lines.length === 0 && file.faults.length === 0) fault(file, 1, 'no_rows', {});

  const at = Object.fromEntries(COLUMNS.map((column) => [column, header.indexOf(column)]));
  const firstLine = new Map<string, number>();
  const levels = new Map<string, RegionLevel>();
  const read: { line: number; row: RegistryRow }[] = [];
  for (const { record, line } of lines) {
    const cell = (column: (typeof COLUMNS)[number]) => record[at[column] ?? -1] ?? '';
    const code = trimmed(cell('code'));
    const name = trimmed(cell('name'));
    const level = regionLevels.find((known) => known === trimmed(cell('level')));
    if (!isRegionKey(code)) fault(file, line, 'bad_code', { code });
    else if (firstLine.has(code)) {
      fault(file, line, 'duplicate_code', { code, first: String(firstLine.get(code)) });
    } else firstLine.set(code, line);
    if (!level) fault(file, line, 'unknown_level', { level: cell('level') });
    else if (isRegionKey(code) && levelOfKey(code) !== level) {
      fault(file, line, 'level_not_of_code', { code, level });
    }
    if (name === '') fault(file, line, 'name_empty', { code });
    const warnings: string[] = [];
    if (isBroken(name)) {
      warnings.push('broken_character');
      file.warnings.push({ line, code: 'broken_character', params: { code, name } });
    }
    if (name !== cell('name')) {
      file.warnings.push({ line, code: 'spaces_around', params: { code, name } });
    }
    if (!level) continue;
    if (!levels.has(code)) levels.set(code, level);
    const parentCode = trimmed(cell('parent_code')) || null;
    read.push({
      line,
      row: { code, name, level, parentCode, kind: kindOf(level, code, name), warnings },
    });
  }
  for (const { line, row } of read) checkParent(file, line, row, levels);
  file.faults.sort((a, b) => a.line - b.line);
  file.rows = file.faults.length > 0 ? [] : read.map(({ row }) => row);
  return file;
}

function checkParent(
  file: EditionFile,
  line: number,
  { code, level, parentCode }: RegistryRow,
  levels: ReadonlyMap<string, RegionLevel>,
): void {
  const parentLevel = levels.get(parentCode ?? '');
  const params = { code, parent: parentCode ?? '' };
  if (!parentCode) {
    if (level !== 'province') fault(file, line, 'parent_missing', { code });
  } else if (!parentLevel) {
    fault(file, line, 'parent_absent', params);
  } else if (!PARENTS[level].includes(parentLevel)) {
    fault(file, line, 'parent_of_wrong_level', params);
  } else if (isRegionKey(code) && isRegionKey(parentCode) && !isWithin(code, parentCode)) {
    fault(file, line, 'parent_prefix', params);
  }
}

function cells(text: string, faults: EditionFile['faults']): { record: string[]; line: number }[] {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  // Without quotes a line is a row: no parser is needed, and the files as published have none.
  if (!plain.includes('"')) {
    return plain
      .split(/\r?\n/)
      .map((line, at) => ({ record: line.split(','), line: at + 1 }))
      .filter(({ record }) => record.length > 1 || record[0] !== '');
  }
  try {
    const parsed = parse(plain, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]; // csv-parse types rows without info
    return parsed.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    // A quote that never closes leaves no rows to look at: the one fault there is.
    const line = (error as { lines?: number }).lines ?? 1;
    faults.push({ line, code: 'unreadable', params: {} });
    return [{ record: [...COLUMNS], line: 1 }];
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
