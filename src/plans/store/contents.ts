/** What a plan is made of: receipts it lays out, its tasks and lines, the projects and budgets they touch, what was done. */

import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { Choices, LineRow, PlanPage, ReceiptRow, TaskRow } from '../contract.ts';
import { problemRow } from '../problem-text.ts';
import { inForce, isOpen, verbsFor } from '../rules.ts';
import { type PlanFacts, problemsOf, tasksWith } from '../rules-closing.ts';
import { knownTasks } from './known-tasks.ts';
import { type Account, type Plan, rowOf, versionsOf } from './plan.ts';

interface ProjectRow {
  id: string;
  place: string;
  number: string;
  name: string;
  state: Choices['projects'][number]['state'];
  bindingTask: string | null;
}
interface BudgetRow {
  project: string;
  payer: LineRow['payer'];
  payerPlace: string;
  source: LineRow['source'];
  amount: string;
}

/** What the county and its towns received, by document, payer, source and place, in the order it came. */
export async function receiptsOf(
  client: Client,
  { county, lo, hi, programme, year }: Account,
): Promise<ReceiptRow[]> {
  const { rows } = await client.query<ReceiptRow>(
    `select came.document, came.payer, came.payer_key::text as "payerPlace", coalesce(payer.name, '') as "payerName",
       came.source, came.place_key::text as place, place.name as "placeName", d.title, d.id as "documentId",
       came.received::text as received
     from (
       select e.document_number as document, e.payer, e.payer_key, e.source, e.place_key, sum(e.amount)::bigint as received,
         min(e.booked_on) as first_on
       from funds.entry e
       where e.county = $1 and e.place_key between $2 and $3 and e.measure = 'received' and e.programme = $4 and e.year = $5
       group by e.document_number, e.payer, e.payer_key, e.source, e.place_key
     ) came
     join regions.place place on place.key = came.place_key
     left join regions.place payer on payer.key = came.payer_key
     left join funds.document d on d.number = came.document
     where came.received > 0
     order by min(came.first_on) over (partition by came.document), came.document, came.payer, came.payer_key, came.source,
       came.place_key`,
    [county, lo, hi, programme, year],
  );
  return rows;
}

export async function tasksOf(client: Client, { county, id }: Plan): Promise<TaskRow[]> {
  const { rows } = await client.query<TaskRow>(
    `select name, binding, document_number as document from plans.task
     where county = $1 and plan_id = $2 order by position`,
    [county, id],
  );
  return rows;
}

export async function linesOf(
  client: Client,
  { county, id }: { county: string; id: string },
): Promise<LineRow[]> {
  const { rows } = await client.query<LineRow>(
    `select l.id, l.document_number as document, l.payer, l.payer_key::text as "payerPlace",
       coalesce(payer.name, '') as "payerName", l.source, t.name as task, l.place_key::text as place,
       place.name as "placeName", l.project_id as project, p.number, p.name as "projectName", l.amount::text as amount,
       l.note
     from plans.line l
     join regions.place place on place.key = l.place_key
     left join regions.place payer on payer.key = l.payer_key
     left join plans.task t on t.county = l.county and t.id = l.task_id
     left join projects.project p on p.county = l.county and p.id = l.project_id
     where l.county = $1 and l.plan_id = $2 order by l.position, l.id`,
    [county, id],
  );
  return rows;
}

/** The county's projects that have money of the programme and year, or are named; in the order of towns and numbers. */
export async function projectsOf(
  client: Client,
  { county, lo, hi, programme, year }: Account,
  named: readonly string[] = [],
): Promise<{ projects: ProjectRow[]; budgets: BudgetRow[] }> {
  const budgets = await client.query<BudgetRow>(
    `select b.project_id as project, b.payer, b.payer_key::text as "payerPlace", b.source, sum(b.amount)::text as amount
     from projects.budget b
     where b.county = $1 and b.place_key between $2 and $3 and b.programme = $4 and b.year = $5
     group by b.project_id, b.payer, b.payer_key, b.source
     order by b.payer, b.payer_key, b.source`,
    [county, lo, hi, programme, year],
  );
  const { rows } = await client.query<ProjectRow>(
    `select id, place_key::text as place, number, name, state, binding_task as "bindingTask"
     from projects.project where county = $1 and id = any ($2::uuid[])
     order by place_key, length(number), number collate "C"`,
    [county, [...new Set([...named, ...budgets.rows.map(({ project }) => project)])]],
  );
  return { projects: rows, budgets: budgets.rows };
}

/** A plan with its grid, what does not close, and what was done to it. */
export async function planPage(client: Client, caller: Caller, plan: Plan): Promise<PlanPage> {
  const read = await readPlan(client, plan);
  const events = await client.query<PlanPage['events'][number]>(
    `select e.verb, e.state, e.reason, a.display_name as by, ${instant('e.at')} as at
     from plans.event e left join access.account a on a.id = e.by
     where e.county = $1 and e.plan_id = $2 order by e.at, e.id`,
    [plan.county, plan.id],
  );
  const versions = await versionsOf(client, plan);
  return {
    ...rowOf(plan),
    basis: plan.basis,
    basedOn: plan.basedOn,
    registeredBy: plan.registeredBy,
    approvedBy: plan.approvedBy,
    approvedOn: plan.approvedOn,
    reference: plan.reference,
    filedOn: plan.filedOn,
    receipts: read.receipts,
    tasks: read.tasks,
    lines: read.lines,
    problems: plan.inForce || isOpen(plan.state) ? read.problems : [],
    versions,
    events: events.rows,
    verbs: verbsFor(plan, caller),
    adjustable:
      inForce(plan.state) &&
      isLast(plan, versions) &&
      caller.seat === plan.place &&
      caller.permissions.has('funds.register'),
  };
}

const isLast = ({ version }: Plan, versions: PlanPage['versions']): boolean =>
  versions.every((one) => one.version <= version);

/** The parts of a plan and what is wrong with it. */
export async function readPlan(client: Client, plan: Plan) {
  const receipts = await receiptsOf(client, plan);
  const tasks = await tasksOf(client, plan);
  const lines = await linesOf(client, plan);
  const named = lines.flatMap(({ project }) => (project ? [project] : []));
  const { projects, budgets } = await projectsOf(client, plan, named);
  // Judged with the lists of the documents: the plan's own list is its maker's.
  const judged = tasksWith(tasks, await knownTasks(client, plan));
  const facts = factsOf(plan, { receipts, tasks: judged, lines, projects, budgets });
  const nameOf = new Map(
    [...receipts, ...lines].map(({ place, placeName }) => [place, placeName] as const),
  );
  nameOf.set(plan.place, plan.placeName);
  const payerOf = new Map(
    [...receipts, ...lines].map(({ payerPlace, payerName }) => [payerPlace, payerName] as const),
  );
  const known = new Map(projects.map((one) => [one.id, one] as const));
  const problems = problemsOf(facts).map((one) => problemRow(one, { nameOf, payerOf, known }));
  return { receipts, tasks, lines, problems };
}

export function factsOf(
  { place }: Pick<Plan, 'place'>,
  of: {
    receipts: readonly ReceiptRow[];
    tasks: readonly TaskRow[];
    lines: readonly LineRow[];
    projects: readonly ProjectRow[];
    budgets: readonly BudgetRow[];
  },
): PlanFacts {
  return {
    county: place,
    receipts: of.receipts.map((one) => ({ ...one, received: BigInt(one.received) })),
    lines: of.lines.map((one) => ({ ...one, amount: BigInt(one.amount) })),
    tasks: of.tasks,
    projects: of.projects,
    budgets: of.budgets.map((one) => ({ ...one, amount: BigInt(one.amount) })),
  };
}
