/**
 * Lines of a plan as people paste them from a spreadsheet: the document first, the amount as the last number, what stands
 * between them in any order: town, project by number or name, task, source, payer. What follows the amount is a note. Pure.
 */
import { fenOf } from '../funds/lines-text.ts';

export interface KnownMoney {
  key: string;
  document: string;
  /** Names of payer and source as the page has them. */
  names: readonly string[];
}
export interface Known {
  moneys: readonly KnownMoney[];
  towns: readonly { place: string; name: string }[];
  projects: readonly { id: string; place: string; number: string; name: string }[];
  tasks: readonly string[];
  /** Words that say nothing more: 待安排, 约束性任务. */
  idle: readonly string[];
}
export interface PastedLine {
  money: string;
  task: string;
  place: string;
  /** Empty where the money is held in reserve. */
  project: string;
  amount: bigint;
  note: string;
}
export interface PasteProblem {
  /** Counted from 1, blank lines included. */
  line: number;
  what: 'no_document' | 'which_source' | 'no_amount' | 'no_town' | 'which_project' | 'unknown';
  text: string;
}

export function readPlanLines(
  text: string,
  unit: 'yuan' | 'wan',
  known: Known,
): { lines: PastedLine[]; problems: PasteProblem[] } {
  const lines: PastedLine[] = [];
  const problems: PasteProblem[] = [];
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const read = readLine(row, unit, known);
    if ('what' in read) problems.push({ line: at + 1, ...read });
    else lines.push(read);
  }
  return { lines, problems };
}

function readLine(
  row: string,
  unit: 'yuan' | 'wan',
  known: Known,
): PastedLine | Omit<PasteProblem, 'line'> {
  const cells = row.split(/\t|[，;；]|,(?!\d{3}(?!\d))/).map((cell) => cell.trim());
  const [document = '', ...rest] = cells;
  const ofDocument = known.moneys.filter((one) => one.document === document);
  if (ofDocument.length === 0) return { what: 'no_document', text: document };
  const last = rest.findLastIndex((cell) => (fenOf(cell, unit) ?? 0n) > 0n);
  const amount = fenOf(rest[last] ?? '', unit);
  if (amount === undefined) return { what: 'no_amount', text: row.trim() };
  const said = rest.slice(0, last).filter(Boolean);
  const note = rest
    .slice(last + 1)
    .filter(Boolean)
    .join(' ');

  const towns = known.towns.filter(
    ({ place, name }) => said.includes(place) || said.includes(name),
  );
  const projects = known.projects.filter(
    ({ number, name, place }) =>
      (said.includes(number) || said.includes(name)) &&
      (towns.length === 0 || towns.some((town) => town.place === place)),
  );
  if (projects.length > 1) return { what: 'which_project', text: said.join(' ') };
  const [project] = projects;
  const place = project?.place ?? (towns.length === 1 ? towns[0]?.place : undefined);
  if (place === undefined) return { what: 'no_town', text: said.join(' ') };
  const named = ofDocument.filter(({ names }) => names.some((name) => said.includes(name)));
  const moneys = named.length > 0 ? named : ofDocument;
  const best =
    moneys.length > 1
      ? moneys.filter(({ names }) => names.every((name) => said.includes(name)))
      : moneys;
  const [money] = best;
  if (best.length !== 1 || !money) return { what: 'which_source', text: document };
  const task = known.tasks.find((one) => said.includes(one)) ?? '';

  const understood = new Set([
    ...[...known.idle, task, ...money.names],
    ...towns.flatMap((town) => [town.place, town.name]),
    ...(project ? [project.number, project.name] : []),
  ]);
  const unknown = said.find((cell) => !understood.has(cell));
  if (unknown !== undefined) return { what: 'unknown', text: unknown };
  return { money: money.key, task, place, project: project?.id ?? '', amount, note };
}
