/** Lines of a filled-in sheet as things: cells read, lines of one thing put together. Pure. */
import { readerOf } from './cells.ts';
import type { Problem, RawCell, Value, Values } from './description.ts';
import type { Lists, SheetKind } from './kind.ts';
import { choicesOf } from './template.ts';

export interface Gathered {
  /** Number of its first line in its sheet. */
  n: number;
  lines: { n: number; values: Values; sound: boolean }[];
  /** Whether every cell of it could be read. */
  sound: boolean;
}

/** Takes the lines one after another; cells are already in the order of the columns. */
export function gatherer(kind: SheetKind, lists: Lists) {
  const { columns, sameIn, asKept = (text: string) => text } = kind;
  const readers = columns.map((column) => readerOf(column, choicesOf(column, lists)));
  const things = new Map<string, Gathered>();

  return {
    /** Things in the order of their first lines. */
    things: (): Gathered[] => [...things.values()],
    /** Takes a line. @returns what is wrong with it */
    add(n: number, cells: readonly RawCell[]): Problem[] {
      const values: Record<string, Value> = {};
      const problems: Problem[] = [];
      const unread = new Set<string>();
      for (const [at, { key }] of columns.entries()) {
        const found = readers[at]?.(cells[at] ?? null) ?? { value: null };
        const value = 'value' in found ? found.value : null;
        values[key] = typeof value === 'string' && sameIn.includes(key) ? asKept(value) : value;
        if (!('problem' in found)) continue;
        problems.push(found.problem);
        unread.add(key);
      }
      const nameless = sameIn.some((key) => values[key] === null);
      const name = nameless ? `line ${n}` : JSON.stringify(sameIn.map((key) => values[key]));
      const known = things.get(name);
      const thing = known ?? { n, lines: [], sound: true };
      if (!known) things.set(name, thing);
      const first = known?.lines[0]?.values;
      for (const { key, needed, line } of columns) {
        if (unread.has(key)) continue;
        const said = values[key] ?? null;
        if (said === null) {
          if (needed && (line || !first))
            problems.push({ column: key, code: 'imports.problem.needed' });
        } else if (first && !line && JSON.stringify(first[key]) !== JSON.stringify(said))
          problems.push({ column: key, code: 'imports.problem.differs', params: { n: thing.n } });
      }
      if (problems.length > 0) thing.sound = false;
      thing.lines.push({ n, values, sound: problems.length === 0 });
      return problems;
    },
  };
}
