/** The grid of a plan: documents, their tasks, towns and lines with subtotals; and the same money summed by each of them. Pure. */
import type { LineRow, PlanPage } from './contract.ts';
import { taskFor } from './rules-closing.ts';

type Plan = Pick<PlanPage, 'receipts' | 'lines' | 'tasks'>;

export interface Sums {
  received: bigint;
  arranged: bigint;
  reserved: bigint;
  /** Received and on no line; below nothing where the lines are above it. */
  left: bigint;
}
export interface GridRow {
  key: string;
  level: 'document' | 'task' | 'town' | 'line';
  /** The document's number, the task's or town's name; empty where lines answer no task. */
  label: string;
  arranged: bigint;
  reserved: bigint;
  /** Of documents alone. */
  received?: bigint;
  left?: bigint;
  binding?: boolean;
  line?: LineRow;
}

const amounts = (lines: readonly LineRow[]) => ({
  arranged: lines.reduce((sum, one) => sum + (one.project ? BigInt(one.amount) : 0n), 0n),
  reserved: lines.reduce((sum, one) => sum + (one.project ? 0n : BigInt(one.amount)), 0n),
});

export function gridOf({ receipts, lines, tasks }: Plan): GridRow[] {
  const documents = [...new Set([...receipts, ...lines].map(({ document }) => document))];
  return documents.flatMap((document) => {
    const own = lines.filter((line) => line.document === document);
    const received = receipts
      .filter((one) => one.document === document)
      .reduce((sum, one) => sum + BigInt(one.received), 0n);
    const sums = amounts(own);
    const left = received - sums.arranged - sums.reserved;
    const head: GridRow = {
      ...{ key: document, level: 'document', label: document, ...sums, received, left },
    };
    return [head, ...tasksOf(document, own, tasks)];
  });
}

/** Tasks in the order of the plan's list, then what answers none. */
function tasksOf(document: string, lines: readonly LineRow[], tasks: Plan['tasks']): GridRow[] {
  const named = tasks.filter((task) => lines.some((line) => taskFor(tasks, line) === task));
  const groups = [...named, null];
  return groups.flatMap((task): GridRow[] => {
    const own = lines.filter((line) =>
      task === null ? line.task === null : taskFor(tasks, line) === task,
    );
    if (own.length === 0) return [];
    const key = `${document}\t${task?.name ?? ''}`;
    const rows = townsOf(key, own);
    // A document without tasks needs no line that says so.
    if (named.length === 0) return rows;
    const label = task?.name ?? '';
    const binding = task?.binding ?? false;
    return [{ key, level: 'task', label, binding, ...amounts(own) }, ...rows];
  });
}

/** Towns in the order of their codes; a single one is said on its lines alone. */
function townsOf(key: string, lines: readonly LineRow[]): GridRow[] {
  const towns = [...Map.groupBy(lines, ({ place }) => place)].sort(([a], [b]) => (a < b ? -1 : 1));
  return towns.flatMap(([place, own]) => {
    const rows = own.map(
      (line): GridRow => ({
        ...{ key: line.id, level: 'line', label: line.number ?? '', line, ...amounts([line]) },
      }),
    );
    const label = own[0]?.placeName ?? place;
    const head: GridRow = { key: `${key}\t${place}`, level: 'town', label, ...amounts(own) };
    return towns.length > 1 ? [head, ...rows] : rows;
  });
}

export interface Summary extends Sums {
  key: string;
  label: string;
}

/** The same money by one of its marks: documents, towns or sources. */
export function summed(
  { receipts, lines }: Plan,
  markOf: (one: PlanPage['receipts'][number] | LineRow) => { key: string; label: string },
): Summary[] {
  const all = new Map<string, Summary>();
  const of = (one: PlanPage['receipts'][number] | LineRow): Summary => {
    const mark = markOf(one);
    const known = all.get(mark.key);
    if (known) return known;
    const made = { ...mark, received: 0n, arranged: 0n, reserved: 0n, left: 0n };
    all.set(mark.key, made);
    return made;
  };
  for (const one of receipts) of(one).received += BigInt(one.received);
  for (const one of lines) of(one)[one.project ? 'arranged' : 'reserved'] += BigInt(one.amount);
  return [...all.values()].map((one) => ({
    ...one,
    left: one.received - one.arranged - one.reserved,
  }));
}

export interface TaskSummary {
  name: string;
  binding: boolean;
  document: string | null;
  arranged: bigint;
  projects: number;
}

export const tasksSummed = ({ tasks, lines }: Plan): TaskSummary[] =>
  tasks.map((task) => {
    const own = lines.filter((line) => taskFor(tasks, line) === task);
    const projects = new Set(own.flatMap(({ project }) => (project ? [project] : []))).size;
    return { ...task, arranged: amounts(own).arranged, projects };
  });

export const totalOf = (rows: readonly Sums[]): Sums =>
  rows.reduce(
    (sum, one) => ({
      received: sum.received + one.received,
      arranged: sum.arranged + one.arranged,
      reserved: sum.reserved + one.reserved,
      left: sum.left + one.left,
    }),
    { received: 0n, arranged: 0n, reserved: 0n, left: 0n },
  );
