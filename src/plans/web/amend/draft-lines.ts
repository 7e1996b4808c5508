// The lines of a plan as its form holds them: text in fields, kept in the draft as one value; and what they make.
import { fenOf } from '../../../funds/lines-text.ts';
import { plainYuan } from '../../../kit/money.ts';
import type {
  AmendPlan,
  Choices,
  PlanPage,
  ProblemRow,
  SaidLine,
  SaidTask,
} from '../../contract.ts';
import type { PastedLine } from '../../lines-text.ts';
import { problemRow } from '../../problem-text.ts';
import { moneyKey, problemsOf, tasksWith } from '../../rules-closing.ts';

export type Unit = 'yuan' | 'wan';
/** A line while it is edited. */
export interface DraftLine {
  /** Which money: document, payer and source. */
  money: string;
  task: string;
  /** A project's id, or `reserve` and the place. */
  use: string;
  amount: string;
  note: string;
}
export interface MoneyChoice
  extends Pick<SaidLine, 'document' | 'payer' | 'payerPlace' | 'source'> {
  key: string;
  payerName: string;
  received: bigint;
}

export const reserveAt = (place: string): string => `reserve ${place}`;
const placeOfReserve = (use: string): string | undefined => /^reserve (\d{12})$/.exec(use)?.[1];

/** Each document, payer and source once, received or named by a line. */
export function moneysOf({ receipts, lines }: PlanPage): MoneyChoice[] {
  const all = new Map<string, MoneyChoice>();
  const add = (one: PlanPage['receipts'][number] | PlanPage['lines'][number], received: bigint) => {
    const { document, payer, payerPlace, payerName, source } = one;
    const key = moneyKey(one);
    const before = all.get(key)?.received ?? 0n;
    all.set(key, {
      key,
      document,
      payer,
      payerPlace,
      payerName,
      source,
      received: before + received,
    });
  };
  for (const one of receipts) add(one, BigInt(one.received));
  for (const one of lines) add(one, 0n);
  return [...all.values()];
}

export const draftLines = (lines: PlanPage['lines'], unit: Unit): DraftLine[] =>
  lines.map((line) => ({
    money: moneyKey(line),
    task: line.task ?? '',
    use: line.project ?? reserveAt(line.place),
    amount: plainIn(line.amount, unit),
    note: line.note ?? '',
  }));

/** Fen in a unit, with no more digits than it has. */
export function plainIn(fen: string | bigint, unit: Unit): string {
  if (unit === 'yuan') return plainYuan(fen);
  const text = BigInt(fen).toString().padStart(7, '0');
  const fraction = text.slice(-6).replace(/0+$/, '');
  return fraction ? `${text.slice(0, -6)}.${fraction}` : text.slice(0, -6);
}

/** Lines in another unit; what is no amount stays as it was typed. */
export const inUnit = (lines: readonly DraftLine[], from: Unit, to: Unit): DraftLine[] =>
  lines.map((line) => {
    const fen = fenOf(line.amount, from);
    return fen === undefined ? line : { ...line, amount: plainIn(fen, to) };
  });

export const pasted = (lines: readonly PastedLine[], unit: Unit): DraftLine[] =>
  lines.map(({ money, task, place, project, amount, note }) => ({
    ...{ money, task, note, use: project || reserveAt(place), amount: plainIn(amount, unit) },
  }));

/** A JSON value of ours comes back as it was; anything else is no lines. */
export function linesFrom(text: string): DraftLine[] {
  const lines: unknown = text === '' ? [] : JSON.parse(text);
  return Array.isArray(lines) ? (lines as DraftLine[]) : []; // written by this form alone
}

/** One task a line; a star marks a binding one, a bar stands before the document it belongs to. */
export const readTasks = (text: string): SaidTask[] =>
  text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)
    .map((row) => {
      const [name = '', document = ''] = row.replace(/^[★*]\s*/, '').split(/\s*[|｜]\s*/);
      return { name, binding: /^[★*]/.test(row), document: document || null };
    });

export const tasksText = (tasks: readonly SaidTask[]): string =>
  tasks
    .map(
      ({ name, binding, document }) =>
        `${binding ? '★' : ''}${name}${document ? ` | ${document}` : ''}`,
    )
    .join('\n');

/** The lines as they are sent; one that is not whole is undefined. */
export function saidLines(
  lines: readonly DraftLine[],
  unit: Unit,
  moneys: readonly MoneyChoice[],
  { projects }: Choices,
): (SaidLine | undefined)[] {
  return lines.map((line) => {
    const money = moneys.find(({ key }) => key === line.money);
    const project = projects.find(({ id }) => id === line.use);
    const place = project?.place ?? placeOfReserve(line.use);
    const amount = fenOf(line.amount, unit);
    if (!money || !place || amount === undefined || amount <= 0n) return undefined;
    const { document, payer, payerPlace, source } = money;
    return {
      ...{ document, payer, payerPlace, source, place },
      task: line.task || null,
      project: project?.id ?? null,
      amount: amount.toString(),
      note: line.note.trim() || null,
    };
  });
}

/** What would not close if the lines were kept as they are now. */
export function problemsNow(
  plan: PlanPage,
  choices: Choices,
  said: Pick<AmendPlan, 'lines' | 'tasks'>,
): ProblemRow[] {
  const problems = problemsOf({
    county: plan.place,
    receipts: plan.receipts.map((one) => ({ ...one, received: BigInt(one.received) })),
    lines: said.lines.map((one) => ({ ...one, amount: BigInt(one.amount) })),
    tasks: tasksWith(said.tasks, choices.tasks),
    projects: choices.projects,
    budgets: choices.projects.flatMap(({ id, budget }) =>
      budget.map((one) => ({ ...one, project: id, amount: BigInt(one.amount) })),
    ),
  });
  const names = {
    nameOf: new Map([
      ...choices.towns.map(({ place, name }) => [place, name] as const),
      [plan.place, plan.placeName] as const,
    ]),
    payerOf: new Map(plan.receipts.map((one) => [one.payerPlace, one.payerName] as const)),
    known: new Map(choices.projects.map((one) => [one.id, one] as const)),
  };
  // What is left carries its money, so that it can be put in reserve.
  return problems.map((one) => problemRow(one, names));
}

/** The lines with what is left of each money held in reserve where it lies. */
export function withReserve(
  plan: PlanPage,
  lines: readonly DraftLine[],
  whole: readonly SaidLine[],
  unit: Unit,
): DraftLine[] {
  const problems = problemsOf({
    ...{ county: plan.place, tasks: [], projects: [], budgets: [] },
    receipts: plan.receipts.map((one) => ({ ...one, received: BigInt(one.received) })),
    lines: whole.map((one) => ({ ...one, amount: BigInt(one.amount) })),
  });
  const all = [...lines];
  for (const { code, document, payer, payerPlace, source, place, amount } of problems) {
    if (code !== 'left' || !document || !payer || !payerPlace || !source || amount === null)
      continue;
    const [money, use] = [moneyKey({ document, payer, payerPlace, source }), reserveAt(place)];
    const at = all.findIndex((one) => one.money === money && one.use === use && one.task === '');
    const known = all[at];
    if (!known) all.push({ money, use, task: '', amount: plainIn(amount, unit), note: '' });
    else {
      const sum = (fenOf(known.amount, unit) ?? 0n) + amount;
      all[at] = { ...known, amount: plainIn(sum, unit) };
    }
  }
  return all;
}
