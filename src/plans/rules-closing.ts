/** Whether a plan closes: what was received against its lines, project by project and task by task. Fen throughout. Pure. */
import { hints, type problemCodes } from './codes.ts';

/** Whose money it is: one document, payer and source. */
export interface Money {
  document: string;
  payer: string;
  /** Region key of the payer. */
  payerPlace: string;
  source: string;
}
/** What a town, or the county itself, received of it. */
export interface Receipt extends Money {
  place: string;
  received: bigint;
}
export interface PlanLine extends Money {
  /** Name of a task of the plan: that of the line's document, or one any money may answer. */
  task: string | null;
  place: string;
  /** Null where the money is held in reserve 待安排. */
  project: string | null;
  amount: bigint;
}
export interface Budget extends Omit<Money, 'document'> {
  project: string;
  amount: bigint;
}
export interface ProjectFacts {
  id: string;
  place: string;
  number: string;
  state: string;
}
export interface Task {
  name: string;
  binding: boolean;
  document: string | null;
}
export interface PlanFacts {
  /** Region key of the county. */
  county: string;
  receipts: readonly Receipt[];
  lines: readonly PlanLine[];
  tasks: readonly Task[];
  projects: readonly ProjectFacts[];
  budgets: readonly Budget[];
}

/** The task a line answers: that of its document, or else one of that name which any money may answer. */
export function taskFor<T extends Pick<Task, 'name' | 'document'>>(
  tasks: readonly T[],
  { task, document }: { task: string | null; document: string },
): T | undefined {
  const named = tasks.filter(({ name }) => name === task);
  return (
    named.find((one) => one.document === document) ?? named.find((one) => one.document === null)
  );
}

/**
 * The plan's tasks with those of the documents it lays out: what a document binds its county to stays binding, whether
 * the plan lists it, calls it something less, or leaves it off.
 */
export function tasksWith<T extends Task>(own: readonly T[], known: readonly T[]): T[] {
  const same = (a: Task, b: Task) => a.name === b.name && a.document === b.document;
  const kept = own.map((one) => ({
    ...one,
    binding: one.binding || known.some((other) => other.binding && same(one, other)),
  }));
  return [...kept, ...known.filter((one) => !own.some((other) => same(one, other)))];
}

export type ProblemCode = (typeof problemCodes)[number];
export interface Problem {
  code: ProblemCode;
  place: string;
  /** By how much; null where it is not about an amount. */
  amount: bigint | null;
  document: string | null;
  payer: string | null;
  payerPlace: string | null;
  source: string | null;
  task: string | null;
  project: string | null;
}

export const blocks = ({ code }: { code: ProblemCode }): boolean => !hints.includes(code);

const none = {
  ...{ amount: null, document: null, payer: null, payerPlace: null, source: null },
  ...{ task: null, project: null },
};
export const moneyKey = ({ document, payer, payerPlace, source }: Money): string =>
  [document, payer, payerPlace, source].join('\t');
const sourceKey = ({ payer, payerPlace, source }: Omit<Money, 'document'>): string =>
  [payer, payerPlace, source].join('\t');
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
const moneyOf = ({ document, payer, payerPlace, source }: Money): Money => ({
  document,
  payer,
  payerPlace,
  source,
});

/** Everything that does not close and everything to look at, in one pass; nothing where the plan may be handed in. */
export function problemsOf(facts: PlanFacts): Problem[] {
  if (facts.lines.length === 0) return [{ ...none, code: 'nothing', place: facts.county }];
  return [
    ...unbalanced(facts),
    ...tasksWithoutProject(facts),
    ...overBudget(facts),
    ...standing(facts),
  ];
}

/** What a place has of one money, received and on lines. */
function byPlace({ receipts, lines }: PlanFacts): Map<string, Map<string, [Money, bigint]>> {
  const all = new Map<string, Map<string, [Money, bigint]>>();
  const add = (money: Money & { place: string }, amount: bigint) => {
    const places = all.get(moneyKey(money)) ?? new Map<string, [Money, bigint]>();
    const before = places.get(money.place)?.[1] ?? 0n;
    places.set(money.place, [moneyOf(money), before + amount]);
    all.set(moneyKey(money), places);
  };
  for (const one of receipts) add(one, one.received);
  for (const one of lines) add(one, -one.amount);
  return all;
}

/**
 * The lines of each money are what was received of it, to the fen, town by town. What the county itself received may go
 * to any of its towns; what a town received stays there.
 */
function unbalanced(facts: PlanFacts): Problem[] {
  return [...byPlace(facts).values()].flatMap((places) => {
    const county = places.get(facts.county);
    const pool = county && county[1] > 0n ? county[1] : 0n;
    const over = [...places].filter(([, [, left]]) => left < 0n);
    const wanted = sum(over.map(([, [, left]]) => -left));
    return [...places].flatMap(([place, [money, left]]): Problem[] => {
      const short = place === facts.county ? pool - wanted : left;
      if (left > 0n && short > 0n)
        return [{ ...none, ...money, code: 'left', place, amount: short }];
      if (left < 0n && wanted > pool)
        return [{ ...none, ...money, code: 'above', place, amount: -left }];
      return [];
    });
  });
}

function tasksWithoutProject({ county, tasks, lines }: PlanFacts): Problem[] {
  const met = new Set(lines.flatMap((line) => (line.project ? [taskFor(tasks, line)] : [])));
  return tasks
    .filter((task) => task.binding && !met.has(task))
    .map(({ name, document }) => ({
      ...none,
      ...{ code: 'task_without_project', place: county, task: name, document },
    }));
}

/** No project gets more of a source than its budget has of it; less is to be looked at. */
function overBudget({ lines, budgets, projects }: PlanFacts): Problem[] {
  const placeOf = new Map(projects.map(({ id, place }) => [id, place]));
  const planned = new Set(lines.map(({ project }) => project));
  const left = new Map<string, { of: Budget; amount: bigint }>();
  const add = (of: Budget, amount: bigint) => {
    const key = `${of.project}\t${sourceKey(of)}`;
    left.set(key, { of, amount: (left.get(key)?.amount ?? 0n) + amount });
  };
  for (const one of budgets) if (planned.has(one.project)) add(one, one.amount);
  for (const { project, ...one } of lines) if (project) add({ ...one, project }, -one.amount);
  return [...left.values()].flatMap(({ of, amount }): Problem[] => {
    if (amount === 0n) return [];
    const { project, payer, payerPlace, source } = of;
    return [
      {
        ...none,
        ...{
          code: amount < 0n ? 'above_budget' : 'below_budget',
          project,
          payer,
          payerPlace,
          source,
        },
        ...{ place: placeOf.get(project) ?? '', amount: amount < 0n ? -amount : amount },
      },
    ];
  });
}

const ended = ['terminated', 'discarded'];
const notStocked = ['idea', 'proposed', 'town_passed', 'returned'];

/** Ended projects get no money; those that are not in the library yet are to be looked at. */
function standing({ lines, projects }: PlanFacts): Problem[] {
  return projects.flatMap(({ id, place, state }): Problem[] => {
    const amount = sum(lines.filter(({ project }) => project === id).map((one) => one.amount));
    if (amount === 0n) return [];
    const code = ended.includes(state)
      ? 'project_ended'
      : notStocked.includes(state)
        ? 'not_in_library'
        : null;
    return code ? [{ ...none, code, place, project: id, amount }] : [];
  });
}

/**
 * The first draft: budgets laid over what was received, project by project in the order given, documents in the order
 * given; the town's own money first, then the county's. What nothing asks for is held in reserve where it lies.
 */
export function prefilled(
  facts: Omit<PlanFacts, 'lines'>,
  taskOf: (project: string) => string | null,
): PlanLine[] {
  const left = facts.receipts.map((one) => ({ ...one }));
  const lines: PlanLine[] = [];
  for (const project of facts.projects) {
    for (const budget of facts.budgets.filter((one) => one.project === project.id)) {
      let wanted = budget.amount;
      for (const place of [project.place, facts.county]) {
        for (const one of left) {
          if (one.place !== place || sourceKey(one) !== sourceKey(budget)) continue;
          let amount = wanted;
          if (one.received < wanted) amount = one.received;
          if (amount <= 0n) continue;
          one.received -= amount;
          wanted -= amount;
          const asked = { task: taskOf(project.id), document: one.document };
          const task = taskFor(facts.tasks, asked)?.name ?? null;
          lines.push({ ...moneyOf(one), task, place: project.place, project: project.id, amount });
        }
      }
    }
  }
  const reserve = left
    .filter(({ received }) => received > 0n)
    .map((one) => ({
      ...{ ...moneyOf(one), task: null, place: one.place, project: null, amount: one.received },
    }));
  return [...merged(lines), ...reserve];
}

/** The county's and the town's own money of one document make one line. */
function merged(lines: readonly PlanLine[]): PlanLine[] {
  return [...Map.groupBy(lines, lineKey).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, amount: sum(same.map(({ amount }) => amount)) }] : [];
  });
}

/** What makes two lines the same line. */
export const lineKey = (line: Omit<PlanLine, 'amount'>): string =>
  [moneyKey(line), line.place, line.project ?? '', line.task ?? ''].join('\t');
