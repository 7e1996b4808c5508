/** The security papers: rows of tables that name files, what stands in them, and tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './sources.ts';

export interface PaperRow {
  id: string;
  cells: readonly string[];
}

/** Rows of all tables of a paper whose first cell is an id. */
export function rowsOf(text: string, id: RegExp): PaperRow[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1).map(trimmed))
    .filter(([first = '']) => id.test(first))
    .map(([first = '', ...cells]) => ({ id: first, cells }));
}
const trimmed = (cell: string) => cell.trim();

export const paper = (path: string): string => readFileSync(join(checkout, path), 'utf8');

/** A file a cell names: `path`, `path#what stands in it`, `path:line#what stands there`, then “titles” of its tests. */
interface Claim {
  path: string;
  line?: number;
  symbol?: string;
  titles: string[];
}

const token = /`([^`]+)`|“([^”]+)”/g;
const named =
  /^(?<path>(?!\/)[\w@./-]*?(?:\/[\w.-]+|\.(?:ts|tsx|mjs|json|md|sql)|Containerfile|\.containerignore))(?::(?<line>\d+))?(?:#(?<symbol>.+))?$/;

/** What a cell claims; a title before any file belongs to none. */
export function claimsOf(cell: string): Claim[] {
  const claims: Claim[] = [];
  for (const [, code, title] of cell.matchAll(token)) {
    if (title !== undefined) {
      if (claims.length === 0) claims.push({ path: '', titles: [] });
      claims.at(-1)?.titles.push(title);
      continue;
    }
    const { path, line, symbol } = named.exec(code ?? '')?.groups ?? {};
    if (path === undefined) continue;
    claims.push({
      path,
      titles: [],
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(symbol === undefined ? {} : { symbol }),
    });
  }
  return claims;
}

/** Lines a symbol may have drifted by. */
const near = 3;

/** What of a claim does not hold. */
export function faultsOf({ path, line, symbol, titles }: Claim): string[] {
  if (path === '') return [`no file for “${titles[0]}”`];
  if (!existsSync(join(checkout, path))) return [`${path} is not there`];
  if (path.endsWith('/')) return [`${path} is a folder`];
  const text = paper(path);
  const lines = text.split('\n');
  const faults: string[] = [];
  if (line !== undefined && (line < 1 || line > lines.length))
    return [`${path} has no line ${line}`];
  if (line !== undefined && symbol === undefined)
    faults.push(`${path}:${line} names nothing there`);
  const around = line === undefined ? text : lines.slice(Math.max(0, line - 1 - near), line + near);
  if (symbol !== undefined && !around.toString().includes(symbol))
    faults.push(`${path}${line === undefined ? '' : `:${line}`} has no ${symbol}`);
  if (titles.length > 0 && !/\.(test|spec)\.ts$/.test(path))
    return [...faults, `“${titles[0]}” stands after ${path}, which is no test`];
  for (const title of titles)
    if (!["'", '"', '`'].some((mark) => text.includes(`${mark}${title}${mark}`)))
      faults.push(`${path} has no test “${title}”`);
  return faults;
}

/** Whether a claim says where to look, not only which file. */
export const isExact = ({ symbol, titles }: Claim): boolean =>
  symbol !== undefined || titles.length > 0;
