/** Writing plans: a first draft, an adjustment, what is amended, and each deed with its line in the plan's history. */

import { refusingUnseen } from '../../platform/as-seen.ts';
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { AdjustPlan, AmendPlan, DraftPlan, SaidLine, SaidTask } from '../contract.ts';
import { hindrance, inForce, type State, transitionOf, type Verb } from '../rules.ts';
import { prefilled } from '../rules-closing.ts';
import { taskFaults } from '../rules-lines.ts';
import { factsOf, projectsOf, receiptsOf } from './contents.ts';
import { knownTasks } from './known-tasks.ts';
import { type Account, type Plan, versionsOf } from './plan.ts';

/** Constraints a plan meets while it is written, with the refusals they stand for. */
export const constraints = {
  plan_version: 'plans.refusal.plan_exists',
  plan_pkey: 'plans.refusal.id_taken',
  task_once: 'plans.refusal.task_twice',
  line_once: 'plans.refusal.line_twice',
  line_project: 'plans.refusal.project_unknown',
};

/**
 * The office right above the towns, which alone makes their plan: the county, or the city where it has no counties.
 * @throws Refusal when the caller's office is none, or acts for other places just now.
 */
async function officeOf(client: Client, caller: Caller) {
  mustActForOwn(caller);
  const { rows } = await client.query<{ county: string; lo: string; hi: string }>(
    `select county, lo::text as lo, hi::text as hi from regions.region r
     where key = $1 and exists (select from regions.region t where t.parent = r.key and t.level = 'town')`,
    [caller.seat],
  );
  const [office] = rows;
  if (!office) throw new Refusal('plans.refusal.county_plans');
  return { place: caller.seat, ...office };
}

/** A first version: tasks of the lists that are known, budgets laid over what was received, the rest in reserve. */
export async function draftPlan(
  client: Client,
  caller: Caller,
  id: string,
  said: DraftPlan,
): Promise<{ place: string; lines: number }> {
  const account: Account = { ...(await officeOf(client, caller)), ...said };
  await addPlan(client, caller, account, { ...said, id, version: 1, basedOn: null });
  const receipts = await receiptsOf(client, account);
  const found = await projectsOf(client, account);
  const projects = found.projects.filter(
    ({ state }) => !['terminated', 'discarded'].includes(state),
  );
  const tasks = await firstTasks(client, account, projects);
  const facts = factsOf(account, { ...found, projects, receipts, tasks, lines: [] });
  const answers = new Map(projects.map((one) => [one.id, one.bindingTask]));
  const lines = prefilled(facts, (project) => answers.get(project) ?? null).map(
    // The money of each line is that of a receipt.
    (line) => ({ ...line, amount: line.amount.toString(), note: null }) as SaidLine,
  );
  await fill(client, { ...account, id }, { tasks, lines });
  await noteDeed(client, { ...account, id }, 'draft', 'drafted', null, caller);
  return { place: account.place, lines: lines.length };
}

async function firstTasks(
  client: Client,
  account: Account,
  projects: readonly { bindingTask: string | null }[],
): Promise<SaidTask[]> {
  const listed = await knownTasks(client, account);
  const names = new Set(listed.map(({ name }) => name));
  const asked = new Set(
    projects.flatMap(({ bindingTask: name }) => (name && !names.has(name) ? [name] : [])),
  );
  return [...listed, ...[...asked].map((name) => ({ name, binding: true, document: null }))];
}

/** The next version, with the lines and tasks of the one it changes. */
export async function adjustPlan(
  client: Client,
  caller: Caller,
  id: string,
  before: Plan,
  said: AdjustPlan,
): Promise<void> {
  const office = await officeOf(client, caller);
  if (office.place !== before.place) throw new Refusal('plans.refusal.other_office');
  const last = (await versionsOf(client, before)).at(-1);
  if (!inForce(before.state)) throw new Refusal('plans.refusal.adjust_approved');
  if (last?.id !== before.id) throw new Refusal('plans.refusal.version_open');
  await addPlan(client, caller, before, {
    ...{ ...said, id, version: before.version + 1, basedOn: before.id },
  });
  await client.query(
    `insert into plans.task (county, id, plan_id, place_key, position, name, binding, document_number)
     select county, gen_random_uuid(), $3, place_key, position, name, binding, document_number
     from plans.task where county = $1 and plan_id = $2`,
    [before.county, before.id, id],
  );
  await client.query(
    `insert into plans.line (county, id, plan_id, place_key, position, document_number, payer, payer_key, source, task_id,
       project_id, amount, note)
     select l.county, gen_random_uuid(), $3, l.place_key, l.position, l.document_number, l.payer, l.payer_key, l.source,
       now_task.id, l.project_id, l.amount, l.note
     from plans.line l
     left join plans.task was on was.county = l.county and was.id = l.task_id
     left join plans.task now_task on now_task.county = l.county and now_task.plan_id = $3 and now_task.name = was.name
       and now_task.document_number is not distinct from was.document_number
     where l.county = $1 and l.plan_id = $2`,
    [before.county, before.id, id],
  );
  await noteDeed(client, { ...before, id }, 'adjust', 'drafted', null, caller);
}

async function addPlan(
  client: Client,
  caller: Caller,
  { county, place, programme, year }: Account,
  of: { id: string; version: number; basedOn: string | null; title: string; basis: string | null },
): Promise<void> {
  await client.query(
    `insert into plans.plan (county, id, place_key, programme, year, version, kind, based_on, title, basis, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[county, of.id, place, programme, year, of.version],
      ...[
        of.basedOn ? 'adjustment' : 'plan',
        of.basedOn,
        of.title.trim(),
        of.basis?.trim() ?? null,
      ],
      caller.account,
    ],
  );
}

/** The plan as its form has it now. */
export async function amendPlan(
  client: Client,
  plan: Plan,
  said: Omit<AmendPlan, 'seen'>,
): Promise<void> {
  await client.query('update plans.plan set title = $3, basis = $4 where county = $1 and id = $2', [
    ...[plan.county, plan.id, said.title.trim(), said.basis?.trim() ?? null],
  ]);
  const [fault] = taskFaults(said.tasks, said.lines);
  if (fault) throw new Refusal(fault.code, { line: fault.line, ...fault.params });
  await fill(client, plan, said);
}

/** Puts tasks and lines in place of those it had. @throws Refusal for a place outside the county, a project of another town. */
async function fill(
  client: Client,
  { county, place, id }: { county: string; place: string; id: string },
  { tasks, lines }: { tasks: readonly SaidTask[]; lines: readonly SaidLine[] },
): Promise<void> {
  await client.query('delete from plans.line where county = $1 and plan_id = $2', [county, id]);
  await client.query('delete from plans.task where county = $1 and plan_id = $2', [county, id]);
  await client.query(
    `insert into plans.task (county, id, plan_id, place_key, position, name, binding, document_number)
     select $1, gen_random_uuid(), $2, $3, t.position, btrim(t.name), t.binding, t.document
     from rows from (jsonb_to_recordset($4::jsonb) as (name text, binding boolean, document text))
       with ordinality t (name, binding, document, position)`,
    [county, id, place, JSON.stringify(tasks)],
  );
  const { rows } = await client.query<{ wrong: number | null }>(
    `with said as (
       select * from rows from (jsonb_to_recordset($4::jsonb) as (document text, payer funds.payer, "payerPlace" bigint,
         source funds.source, task text, place bigint, project uuid, amount bigint, note text))
         with ordinality l (document, payer, payer_key, source, task, place_key, project, amount, note, position)
     ), fitting as (
       select said.*, t.id as task_id from said
       join regions.region r on r.key = said.place_key and (r.key = $3 or (r.parent = $3 and r.level = 'town'))
       left join projects.project p on p.county = $1 and p.id = said.project
       left join lateral (
         select t.id from plans.task t
         where t.county = $1 and t.plan_id = $2 and t.name = btrim(said.task)
           and (t.document_number is null or t.document_number = btrim(said.document))
         order by t.document_number nulls last limit 1) t on true
       where said.project is null or p.place_key = said.place_key
     ), put as (
       insert into plans.line (county, id, plan_id, place_key, position, document_number, payer, payer_key, source, task_id,
         project_id, amount, note)
       select $1, gen_random_uuid(), $2, place_key, position, btrim(document), payer, payer_key, source, task_id, project,
         amount, note
       from fitting
     )
     select min(position)::integer as wrong from said where position not in (select position from fitting)`,
    [county, id, place, JSON.stringify(lines)],
  );
  const wrong = rows[0]?.wrong ?? null;
  if (wrong !== null) throw new Refusal('plans.refusal.line_place', { line: wrong });
}

export const asSeen = refusingUnseen('plans.refusal.changed_since');

/** @throws Refusal when the verb is not the caller's to do now. */
export function mayDo(verb: Verb, plan: Plan, caller: Caller): State {
  const why = hindrance(verb, plan, caller);
  if (why !== null) throw new Refusal(`plans.refusal.${why}`, {}, why === 'plan_state' ? 409 : 422);
  mustActForOwn(caller);
  return transitionOf(verb).to;
}

/** Moves a plan on and keeps who did it and why. */
export async function moveOn(
  client: Client,
  caller: Caller,
  plan: Plan,
  verb: Verb,
  more: { reason?: string; today?: string; reference?: string; filedOn?: string } = {},
): Promise<State> {
  const to = mayDo(verb, plan, caller);
  const approved = verb === 'approve';
  await client.query(
    `update plans.plan set state = $3, changed_at = clock_timestamp(),
       approved_by = case when $4 then $5::uuid else approved_by end,
       approved_on = case when $4 then $6::date else approved_on end,
       reference = $7, filed_on = $8::date
     where county = $1 and id = $2`,
    [
      ...[plan.county, plan.id, to, approved, caller.account, more.today ?? null],
      ...[more.reference ?? null, more.filedOn ?? null],
    ],
  );
  await noteDeed(client, plan, verb, to, more.reason ?? more.reference ?? null, caller);
  return to;
}

async function noteDeed(
  client: Client,
  { county, id, place }: { county: string; id: string; place: string },
  verb: Verb,
  state: State,
  reason: string | null,
  caller: Caller,
): Promise<void> {
  await client.query(
    `insert into plans.event (county, id, plan_id, place_key, verb, state, reason, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
    [county, newId(), id, place, verb, state, reason, caller.account],
  );
}
