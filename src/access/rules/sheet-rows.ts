/** A spreadsheet of accounts as people fill it in: what each line means, and what is wrong with it by itself. Pure. */
import { characters, trimmed } from '../../kit/text.ts';
import { type RoleName, roleNames } from '../roles.ts';
import { words } from '../words-roles.ts';

export const columns = ['name', 'displayName', 'role', 'place', 'unit'] as const;
export const mostRows = 500;

/** How a place is named: by its code, or by its name after the names of places above it. */
export type PlaceNamed = { code: string } | { names: string[] };

export type RowFault =
  | 'name_form'
  | 'name_twice'
  | 'display_name'
  | 'role_unknown'
  | 'place_missing'
  | 'place_code_broken';

export interface SheetDraft {
  line: number;
  name: string;
  displayName: string;
  role: RoleName | null;
  place: PlaceNamed | null;
  /** As written. */
  placeText: string;
  unit: string;
  faults: RowFault[];
}

/** A line of the file: its number and its cells. */
export interface SheetLine {
  line: number;
  cells: readonly string[];
}

/** Whether the first line is the template's, in either language. */
export const isHeading = (
  cells: readonly string[],
  known: readonly (readonly string[])[],
): boolean =>
  known.some((heading) => heading.every((title, at) => trimmed(cells[at] ?? '') === title));

/** Lines with nothing in them are left out. */
export function draftsOf(lines: readonly SheetLine[]): SheetDraft[] {
  const drafts = lines
    .filter(({ cells }) => cells.some((cell) => trimmed(cell) !== ''))
    .map(({ line, cells }) => draftOf(line, cells));
  const counted = Map.groupBy(drafts, (d) => d.name);
  return drafts.map((d) =>
    d.name !== '' && (counted.get(d.name)?.length ?? 0) > 1
      ? { ...d, faults: [...d.faults, 'name_twice'] }
      : d,
  );
}

function draftOf(line: number, cells: readonly string[]): SheetDraft {
  const [name, displayName, role, place, unit] = columns.map((_, at) => trimmed(cells[at] ?? ''));
  const account = accountName(name ?? '');
  const meant = roleNamed(role ?? '');
  const where = placeNamed(place ?? '');
  const faults: RowFault[] = [];
  if (!nameFits(account)) faults.push('name_form');
  if (!displayNameFits(displayName ?? '')) faults.push('display_name');
  if (!meant) faults.push('role_unknown');
  if (typeof where === 'string') faults.push(where);
  return {
    line,
    name: account,
    displayName: displayName ?? '',
    role: meant,
    place: typeof where === 'string' ? null : where,
    placeText: place ?? '',
    unit: unit ?? '',
    faults,
  };
}

/** A user name as it is kept. */
export const accountName = (typed: string): string => trimmed(typed).toLowerCase();

/** Letters of any script, digits, and . _ - between them; nothing a spreadsheet or a log could read as something else. */
export const nameFits = (name: string): boolean =>
  /^[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u.test(name) &&
  characters(name) >= 2 &&
  name.length <= 64;

export const displayNameFits = (name: string): boolean =>
  name.length >= 1 && name.length <= 64 && !/\p{Cc}/u.test(name);

/** A role by its name in either language, or its code. */
export function roleNamed(text: string): RoleName | null {
  const wanted = text.toLowerCase();
  const fits = (role: RoleName) => {
    const word = words[`access.role.${role}`];
    return role === wanted || word.zh === text || word.en.toLowerCase() === wanted;
  };
  return roleNames.find(fits) ?? null;
}

/** Spreadsheets turn twelve digits into 4.40983E+11, and then nobody knows the place any more. */
function placeNamed(text: string): PlaceNamed | 'place_missing' | 'place_code_broken' {
  const bare = text.replace(/^'/, '').replace(/\.0+$/, '');
  if (bare === '') return 'place_missing';
  if (/^[1-9][0-9]{11}$/.test(bare)) return { code: bare };
  if (/^[0-9.+\-e]+$/i.test(bare)) return 'place_code_broken';
  return { names: bare.split(/[\s/／\\>＞、，,]+/).filter((name) => name !== '') };
}
