/** A use plan as a sheet: the lines of the county's draft, written anew as a whole, by the rules of its form. */
import { isDeepStrictEqual } from 'node:util';
import Type, { type Static } from 'typebox';
import { payers, sources } from '../../funds/codes.ts';
import { documentNumber } from '../../funds/store/papers/write.ts';
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { type Known, type LineFault, sheetKind } from '../../platform/sheets/kind.ts';
import { closed, Key, orNull } from '../../teams/contract-values.ts';
import { type AmendPlan, DraftPlan, SaidLine } from '../contract.ts';
import type { State } from '../rules.ts';
import { linesTwice, taskFaults } from '../rules-lines.ts';
import { linesOf, projectsOf, receiptsOf, tasksOf } from '../store/contents.ts';
import { type Plan, planFor } from '../store/plan.ts';
import { amendPlan, asSeen, constraints, draftPlan, mayDo, moveOn } from '../store/write.ts';
import { columns } from './columns.ts';
import { draftLines, draftsTaken, listsFor } from './lists.ts';
import { type NameFault, type Offered, resolved } from './resolve.ts';

const mostLines = 3_000;
const { document, task, place, amount, note } = SaidLine.properties;
const Line = Type.Object(
  {
    ...{ document, task, place, amount, note },
    payer: orNull(Type.Enum([...payers])),
    payerPlace: orNull(Key),
    source: orNull(Type.Enum([...sources])),
    project: orNull(Type.String()),
  },
  closed,
);
const Said = Type.Object(
  { ...DraftPlan.properties, lines: Type.Array(Line, { maxItems: mostLines }) },
  closed,
);
type Said = Static<typeof Said>;
/** What stood before, as the form would send it. */
type Before = Omit<AmendPlan, 'seen'> & {
  state: State;
  /** The sheet said nothing else. */
  untouched?: true;
};

export const planSheet = sheetKind<Said>({
  code: 'plans.plan',
  version: 1,
  permission: 'funds.register',
  name: { zh: '资金使用方案', en: 'Use plans' },
  about: {
    zh: '每行是方案的一行：文件、任务、镇、项目、来源、金额。导入后为草稿，整份方案按本表改写；不平的地方在方案页逐条列出，平了才能提交。模板已带出本单位草稿的行；下载之后草稿又改过的，要重新下载。',
    en: 'A line is one of the plan: document, task, town, project, source, amount. The whole draft is rewritten; what does not close is listed on its page and keeps it from being handed in. The template begins with the lines of the office’s drafts; download it again where one was changed since.',
  },
  columns,
  sameIn: ['programme', 'year'],
  linesAlone: true,
  mostThings: 20,
  shape: Said,
  refusedAt: {
    'plans.refusal.plan_exists': 'programme',
    'plans.refusal.county_plans': 'programme',
    'plans.refusal.sheet_submitted': 'programme',
    'plans.refusal.task_unknown': 'task',
    'plans.refusal.task_of_document': 'task',
    'plans.refusal.line_place': 'place',
  },
  constraints,
  lists: listsFor,
  taken: draftsTaken,
  begins: draftLines,
  saidOf: (lines) => {
    const [first] = lines;
    if (!first) throw new Error('a thing has a line');
    if (lines.length > mostLines)
      return {
        problem: { column: null, code: 'plans.refusal.sheet_lines', params: { most: mostLines } },
      };
    const { programme, year, title, basis } = first;
    // The columns made each of them; the shape is checked before anything is done with it.
    return {
      said: {
        ...{ programme, year, title, basis },
        lines: lines.map((line) => ({
          ...{ document: line.document, task: line.task, place: line.place, amount: line.amount },
          ...{ note: line.note, payer: line.payer, payerPlace: line.payerPlace },
          ...{ source: line.source, project: line.project },
        })),
      } as unknown as Said,
    };
  },
  told: ({ title, lines }) => ({
    name: title,
    amount: lines.reduce((sum, one) => sum + BigInt(one.amount), 0n).toString(),
  }),
  known: async (client, { seat }, said) => {
    const { rows } = await client.query<Known & { programme: string; year: number }>(
      `select p.programme, p.year, p.id, ${instant('p.changed_at')} as seen from plans.plan p
       where p.place_key = $1 and p.state in ('drafted', 'returned', 'submitted')`,
      [seat],
    );
    return said.map(
      ({ programme, year }) =>
        rows.find((one) => one.programme === programme && one.year === year) ?? null,
    );
  },
  write: async (client, caller, { id, said, known }) => {
    const held = known ? await openPlan(client, caller, known) : null;
    if (!held) await draftPlan(client, caller, id, said);
    const plan = held ?? (await planFor(client, caller, id));
    const before = await formOf(client, plan);
    const { lines, faults } = await read(client, plan, before, said);
    if (faults.length > 0) return { faults };
    const basis = said.basis ?? plan.basis;
    const { tasks } = before;
    // Who sends the whole template back to change one plan has not touched the others.
    const now = { title: said.title, basis, lines };
    if (
      held &&
      isDeepStrictEqual(now, { title: before.title, basis: before.basis, lines: before.lines })
    )
      return {
        ...{ place: plan.place, seen: plan.changedAt, untouched: true },
        before: { ...before, untouched: true },
      };
    await amendPlan(client, plan, { title: said.title, basis, tasks, lines });
    if (held) await moveOn(client, caller, plan, 'amend');
    const { changedAt } = await planFor(client, caller, id);
    return { place: plan.place, seen: changedAt, before: held ? before : null };
  },
  takeBack: async (client, caller, { id, seen, before, reason }) => {
    const said = before as Before | null; // its own write made it
    if (said?.untouched) return;
    const plan = await planFor(client, caller, id, 'held');
    // What had been returned would not be returned any more.
    if (plan.changedAt !== seen || said?.state === 'returned')
      throw new Refusal('plans.refusal.changed_since', {}, 409);
    if (said === null) await moveOn(client, caller, plan, 'discard', { reason });
    else {
      mayDo('amend', plan, caller);
      await amendPlan(client, plan, said);
      await moveOn(client, caller, plan, 'amend');
    }
  },
});

/** The plan in work, held. @throws Refusal when it waits for its approval, is not the caller's, or was changed since. */
async function openPlan(client: Client, caller: Caller, { id, seen }: Known): Promise<Plan> {
  const plan = await planFor(client, caller, id, 'held');
  if (plan.state === 'submitted') throw new Refusal('plans.refusal.sheet_submitted');
  asSeen(plan, seen);
  mayDo('amend', plan, caller);
  return plan;
}

/** The lines as the form would send them, or all that is wrong with any of them. */
async function read(client: Client, plan: Plan, before: Before, said: Said) {
  const received = await receiptsOf(client, plan);
  const ids = before.lines.flatMap(({ project }) => (project ? [project] : []));
  const { projects: known } = await projectsOf(client, plan, ids);
  // One that was given up does not make the name of the one after it ambiguous.
  const projects = known.filter(
    ({ id, state }) => ids.includes(id) || !['terminated', 'discarded'].includes(state),
  );
  const offered: Offered = { moneys: eachOnce([...received, ...before.lines]), projects };
  const { lines, faults } = resolved(said.lines, offered, documentNumber);
  const asked = said.lines.map((one) => ({ ...one, document: documentNumber(one.document) }));
  const all: (NameFault | ReturnType<typeof taskFaults>[number])[] = [
    ...faults,
    ...taskFaults(before.tasks, asked),
    ...(faults.length === 0 ? linesTwice(lines) : []),
  ];
  return { lines, faults: all.map((one): LineFault => ({ column: columnOf(one), ...one })) };
}

const columnOf = ({ code }: { code: string }): string | null =>
  code === 'plans.refusal.line_twice' ? null : 'task';

function eachOnce(moneys: readonly Offered['moneys'][number][]): Offered['moneys'] {
  const all = moneys.map(({ document: number, payer, payerPlace, source }) => ({
    ...{ document: number, payer, payerPlace, source },
  }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** A plan as its form would send it. */
async function formOf(client: Client, plan: Plan): Promise<Before> {
  const { title, basis, state } = plan;
  const lines = (await linesOf(client, plan)).map((line): SaidLine => {
    const { payer, payerPlace, source, project } = line;
    const { document: number, task: answers, place: at, amount: fen, note: said } = line;
    return {
      ...{ document: number, payer, payerPlace, source, task: answers },
      ...{ place: at, project, amount: fen, note: said },
    };
  });
  return { title, basis, state, tasks: await tasksOf(client, plan), lines };
}
