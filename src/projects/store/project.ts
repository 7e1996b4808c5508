/** Reading projects: one, a list, and what steps ask of them. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { OpenStep, ProjectFilters, ProjectRow } from '../contract.ts';
import {
  type DocumentKind,
  missingFor,
  type NoticeFacts,
  type ProjectFacts,
  projectSteps,
  type Standing,
  type State,
  stepsFor,
} from '../rules.ts';
import { plainSql } from '../rules-corrections.ts';

/** A project as it stands in the database, locked or not. */
export interface Project extends ProjectRow {
  county: string;
  /** The place above its town, whose office decides. */
  above: string;
  makers: string[];
  handler: string | null;
  handledBy: string | null;
}

/** Fen of the ledger that hang on a project: by the numbers of its contracts, by the receipts of its requests. */
const committed = `(select coalesce(sum(e.amount), 0)::bigint::text from projects.contract c
    join funds.entry e on e.county = c.county and e.document_number = c.number and e.place_key = p.place_key
      and e.measure = 'committed'
    where c.county = p.county and c.project_id = p.id and c.kind = 'main' and c.state in ('in_force', 'ending', 'ended'))`;
const spent = `(select coalesce(sum(e.amount), 0)::bigint::text from projects.request q
    join funds.entry e on e.county = q.county and e.document_number = q.receipt and e.place_key = p.place_key
      and e.measure = 'spent'
    where q.county = p.county and q.project_id = p.id and q.state = 'paid')`;

export const columns = `
  p.county, p.id, p.place_key::text as town, town.name as "townName", above.name as "countyName", above.key::text as above,
  p.number, p.name, p.year, p.task, p.state, p.state_since::text as "stateSince",
  (select (p.state_since + d.days)::text from projects.deadline_rule d
    where d.kind = 'project' and d.state = p.state::text and d.valid_from <= p.state_since
      and (d.valid_to is null or d.valid_to > p.state_since)) as due,
  p.operating, p.light, p.binding_task as "bindingTask", p.progress,
  (select coalesce(sum(b.amount), 0)::bigint::text from projects.budget b
    where b.county = p.county and b.project_id = p.id) as budget,
  ${committed} as committed, ${spent} as spent,
  p.planned_from::text as "plannedFrom", p.planned_to::text as "plannedTo", ${instant('p.changed_at')} as "changedAt",
  array(select distinct v.by::text from projects.event v where v.county = p.county and v.project_id = p.id
    and v.kind = 'project' and v.verb in ('register', 'amend', 'propose', 'complete') and v.by is not null
    union select p.handler::text where p.handler is not null) as makers,
  p.handler::text as handler, handler.display_name as "handledBy"`;
export const joins = `
  join regions.place town on town.key = p.place_key
  join regions.place above on above.key = town.parent
  left join access.account handler on handler.id = p.handler`;

/**
 * The project, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function projectFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Project> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from projects.project where id = $1 for update', [id]);
  const { rows } = await client.query<Project>(
    `select ${columns} from projects.project p ${joins} where p.id = $1`,
    [id],
  );
  const project = rows[0];
  if (!project || !inRanges(project.town, caller.ranges)) throw new Absent();
  return project;
}

export function rowOf(project: Project): ProjectRow {
  const { county: _, above: __, makers: ___, handler: ____, handledBy: _____, ...row } = project;
  return row;
}

/** Projects under a place by year and number, the latest year first; one more than asked. */
export async function projectsUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    state: string | null;
    task: string | null;
    year: string | null;
    words: string | null;
    after: readonly string[];
    limit: number;
  } & Record<'source' | 'programme' | 'moneyYear', string | null>,
): Promise<Project[]> {
  const { rows } = await client.query<Project>(
    `select ${columns}
     from (
       select p.* from projects.project p
       where p.place_key between $1 and $2 and ${withinText('p.place_key', '$3', '$4')}
         and ($5::projects.state is null or p.state = $5::projects.state)
         and ($6::projects.task is null or p.task = $6::projects.task)
         and ($7::integer is null or p.year = $7::integer)
         and ($8::text is null or p.name ilike '%' || replace(replace(replace($8, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
           or p.number = $8
           or exists (select from projects.contract c where c.county = p.county and c.project_id = p.id and c.number = $8)
           or exists (select from projects.request q where q.county = p.county and q.project_id = p.id
             and (q.receipt = $8 or q.invoice_plain = ${plainSql('$8')})))
         and (coalesce($14::text, $15::text, $16::text) is null or exists (select from projects.budget b
           where b.county = p.county and b.project_id = p.id and ($14::text is null or b.source = $14::funds.source)
             and ($15::text is null or b.programme = $15::funds.programme) and ($16::text is null or b.year = $16::integer)))
         and (p.place_key, p.year, p.number, p.id) > ($9::bigint, $10::integer, $11::text, $12::uuid)
       order by p.place_key, p.year, p.number, p.id limit $13
     ) p ${joins}
     order by p.place_key, p.year, p.number, p.id`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.state,
      wanted.task,
      wanted.year,
      wanted.words,
      ...wanted.after,
      wanted.limit + 1,
      wanted.source,
      wanted.programme,
      wanted.moneyYear,
    ],
  );
  return rows;
}

/** What a list of projects is narrowed by, as its query says it. */
export const narrowedBy = (query: ProjectFilters) => ({
  ...{ state: query.state ?? null, task: query.task ?? null, year: query.year ?? null },
  ...{ words: query.words?.trim() || null, source: query.source ?? null },
  ...{ programme: query.programme ?? null, moneyYear: query.moneyYear ?? null },
});

export const standingOf = (project: Project): Standing<State> => ({
  town: project.town,
  above: project.above,
  state: project.state,
  makers: project.makers,
  handler: project.handler,
});

/** What steps ask of a project, in one reading. */
export async function factsOf(client: Client, project: Project): Promise<ProjectFacts> {
  const { rows } = await client.query<
    Omit<ProjectFacts, 'budget'> & {
      budget: string;
      notices: NoticeFacts[];
      evidence: DocumentKind[];
    }
  >(
    `select
       (select count(*)::integer from projects.shortfall s where s.county = p.county and s.project_id = p.id) as shortfalls,
       (select coalesce(sum(b.amount), 0)::bigint::text from projects.budget b
         where b.county = p.county and b.project_id = p.id) as budget,
       p.operating, p.light, p.benefit_link is not null as "benefitLinked", p.progress,
       not exists (select from projects.quotas_of(p.county, p.id) q where q.amount > q.available) as "quotaLeft",
       coalesce((select jsonb_agg(jsonb_build_object('stage', n.stage, 'endsOn', n.ends_on, 'unanswered',
           (select count(*) from projects.objection o where o.county = n.county and o.notice_id = n.id and o.answer is null)))
         from projects.notice n where n.county = p.county and n.project_id = p.id), '[]') as notices,
       (select count(*)::integer from projects.contract c where c.county = p.county and c.project_id = p.id
         and c.kind = 'main' and c.state = 'in_force') as "contractsInForce",
       (select count(*)::integer from projects.contract c where c.county = p.county and c.project_id = p.id
         and c.state in ('drafted', 'submitted', 'returned', 'ending')) as "contractsOpen",
       (select count(*)::integer from projects.adjustment j where j.county = p.county and j.project_id = p.id
         and j.state = 'submitted') as "adjustmentsOpen",
       not exists (select from projects.contract c where c.county = p.county and c.project_id = p.id and c.kind = 'main'
         and c.state = 'in_force' and not exists (select from projects.contract s where s.county = c.county
           and s.changes = c.id and s.kind = 'settlement' and s.state = 'in_force')) as settled,
       (select count(*)::integer from projects.request q where q.county = p.county and q.project_id = p.id
         and q.state in ('drafted', 'submitted', 'returned', 'checked', 'sent')) as "requestsOpen",
       (select count(*)::integer from projects.asset a where a.county = p.county and a.project_id = p.id) as assets,
       array(select d.kind::text from projects.document d where d.county = p.county and d.project_id = p.id
         union select f.kind::text from dossiers.file f where f.county = p.county and f.project_id = p.id
           and f.withdrawn_at is null) as evidence
     from projects.project p where p.county = $1 and p.id = $2`,
    [project.county, project.id],
  );
  const found = rows[0];
  if (!found) throw new Error('the project is gone');
  return { ...found, budget: BigInt(found.budget) };
}

/** What the caller may do to a project now, each with what still stands in its way. */
export async function openSteps(
  client: Client,
  caller: Caller,
  project: Project,
  today: string,
): Promise<OpenStep[]> {
  const steps = stepsFor(projectSteps, standingOf(project), caller);
  if (steps.length === 0) return [];
  const facts = await factsOf(client, project);
  return steps.map((step) => ({
    verb: step.verb,
    needs: [...(step.needs ?? [])],
    missing: missingFor(step, facts, today),
  }));
}
