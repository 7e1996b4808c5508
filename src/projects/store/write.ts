/** Writing projects: what is registered, and each step with its line in the history. */

import { roleNames, roles } from '../../access/roles.ts';
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { AmendProject, RegisterProject, StepBody, TransferProject } from '../contract.ts';
import {
  missingFor,
  projectSteps,
  type State,
  stepFor,
  type Transition,
  type Verb,
} from '../rules.ts';
import { mayTransfer } from '../rules-corrections.ts';
import { fillBudget, holdBudget, releaseBudget } from './budget.ts';
import { asSeen, dayOf, mustBeStep, noteDeed, nothingMissing } from './events.ts';
import { factsOf, type Project, projectFor, standingOf } from './project.ts';

/** @throws Refusal when the place is not the town of the caller's own office. */
export function mustBeOwnTown(town: string, { seat, ownRanges }: Caller): void {
  if (!inRanges(town, ownRanges)) throw new Absent();
  if (seat !== town) throw new Refusal('projects.refusal.town_registers');
}

/** A project of the caller's town, as an idea. */
export async function registerProject(
  client: Client,
  caller: Caller,
  id: string,
  said: RegisterProject,
  today: string,
): Promise<void> {
  mustBeOwnTown(said.town, caller);
  const { rows } = await client.query<{ county: string; level: string }>(
    'select county, level from regions.region where key = $1',
    [said.town],
  );
  const town = rows[0];
  if (town?.level !== 'town') throw new Refusal('projects.refusal.town_registers');
  // Numbers follow one another within a town and year.
  await client.query(
    "select pg_advisory_xact_lock(hashtextextended('projects.number:' || $1, 0))",
    [said.town],
  );
  await client.query(
    `insert into projects.project (county, id, place_key, number, year, name, task, content, implementer, operating,
       state_since, registered_by, handler)
     select $1, $2, $3, $4 || '-' || to_char(coalesce(max(split_part(p.number, '-', 2)::integer), 0) + 1, 'FM999000'),
       $4::integer, $5, $6, $7, $8, $9, $10, $11, $11
     from projects.project p
     where p.county = $1 and p.place_key = $3 and p.number ~ ('^' || $4 || '-[0-9]{1,6}$')`,
    [
      town.county,
      id,
      said.town,
      String(said.year),
      said.name.trim(),
      said.task,
      said.content.trim(),
      said.implementer.trim(),
      said.operating,
      today,
      caller.account,
    ],
  );
  await fill(client, { county: town.county, id, town: said.town }, said);
  await noteDeed(client, caller, caseOf({ county: town.county, id, town: said.town }), {
    verb: 'register',
    state: 'idea',
  });
}

export async function amendProject(
  client: Client,
  caller: Caller,
  id: string,
  said: AmendProject,
): Promise<{ before: Project; state: State }> {
  const project = await projectFor(client, caller, id, 'held');
  const step = mustBeStep(stepFor(projectSteps, 'amend', standingOf(project), caller));
  asSeen(project, said.seen);
  await fill(client, project, said);
  await client.query(
    'update projects.project set state = $3, changed_at = clock_timestamp() where county = $1 and id = $2',
    [project.county, id, step.to],
  );
  await noteDeed(client, caller, caseOf(project), { verb: 'amend', state: step.to });
  return { before: project, state: step.to };
}

/** What the form says, in place of what stood. */
async function fill(
  client: Client,
  project: Pick<Project, 'county' | 'id' | 'town'>,
  said: Omit<AmendProject, 'seen'>,
): Promise<void> {
  if (said.light && said.budget.some(({ programme }) => programme !== 'self_raised'))
    throw new Refusal('projects.refusal.light_self_raised');
  if (said.lifted > said.people || said.monitored > said.people)
    throw new Refusal('projects.refusal.people_of_people');
  const { rows } = await client.query<{ strangers: number }>(
    `select count(*)::integer as strangers from unnest($1::bigint[]) v (key)
     where not exists (select from regions.region r where r.key = v.key and r.parent = $2::bigint)`,
    [said.villages, project.town],
  );
  if ((rows[0]?.strangers ?? 0) > 0) throw new Refusal('projects.refusal.village_elsewhere');
  await client.query(
    `update projects.project set (year, name, task, category, binding_task, content, implementer, operating, light, villages,
       households, people, lifted, monitored, benefit_link, benefit_note, land, environment, target, result, planned_from, planned_to)
       = row ($3::integer, $4, $5::projects.task, $6, $7, $8, $9, $10::boolean, $11::boolean, $12::bigint[], $13::integer,
         $14::integer, $15::integer, $16::integer, $17::projects.benefit_link, $18, $19::projects.clearance,
         $20::projects.clearance, $21, $22, $23::date, $24::date)
     where county = $1 and id = $2`,
    [
      project.county,
      project.id,
      said.year,
      said.name.trim(),
      said.task,
      said.category,
      said.bindingTask?.trim() ?? null,
      said.content.trim(),
      said.implementer.trim(),
      said.operating,
      said.light,
      said.villages,
      said.households,
      said.people,
      said.lifted,
      said.monitored,
      said.benefitLink,
      said.benefitNote,
      said.land,
      said.environment,
      said.target,
      said.result,
      said.plannedFrom,
      said.plannedTo,
    ],
  );
  await client.query(
    `update projects.shortfall set project_id = null
     where county = $1 and project_id = $2 and closed_on is null and not (id = any ($3::uuid[]))`,
    [project.county, project.id, said.shortfalls],
  );
  const { rowCount } = await client.query(
    `update projects.shortfall set project_id = $2
     where county = $1 and id = any ($3::uuid[]) and place_key = $4 and closed_on is null
       and (project_id is null or project_id = $2)`,
    [project.county, project.id, said.shortfalls, project.town],
  );
  if (rowCount !== said.shortfalls.length) throw new Refusal('projects.refusal.shortfall_taken');
  await fillBudget(client, project, said.budget);
}

/** Accounts of a town that may be put in charge of its projects. */
export async function handlersOf(
  client: Client,
  { town, handler }: Pick<Project, 'town' | 'handler'>,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id::text as id, display_name as name from access.account
     where home_key = $1 and role::text = any ($2::text[]) and disabled_at is null and granted_at is not null
       and id is distinct from $3::uuid
     order by display_name, id limit 200`,
    [town, roleNames.filter((name) => roles[name].may.includes('projects.write')), handler],
  );
  return rows;
}

/** Puts another account of the town in charge. What waits with the project goes with it. */
export async function transferProject(
  client: Client,
  caller: Caller,
  id: string,
  said: TransferProject,
): Promise<Project> {
  const project = await projectFor(client, caller, id, 'held');
  mustBeOwnTown(project.town, caller);
  if (!mayTransfer(project, caller)) throw new Refusal('projects.refusal.not_in_charge');
  asSeen(project, said.seen);
  const next = (await handlersOf(client, project)).find((one) => one.id === said.to);
  if (!next) throw new Refusal('projects.refusal.handler_of_town');
  await client.query(
    'update projects.project set handler = $3, changed_at = clock_timestamp() where county = $1 and id = $2',
    [project.county, id, said.to],
  );
  await noteDeed(client, caller, caseOf(project), {
    ...{ verb: 'transfer', state: project.state },
    reason: `${project.handledBy ?? ''} → ${next.name} ${said.reason.trim()}`.trim(),
  });
  return project;
}

const caseOf = ({ county, id, town }: Pick<Project, 'county' | 'id' | 'town'>) => ({
  ...{ county, id, town },
  project: id,
  kind: 'project' as const,
});

/**
 * Moves a project a step on: who may, what must hold, what the step does, its line in the history.
 * @throws Refusal for the first of these that does not hold.
 */
export async function takeStep(
  client: Client,
  caller: Caller,
  id: string,
  verb: Verb,
  said: StepBody,
  today: string,
): Promise<{ before: Project; state: State }> {
  const project = await projectFor(client, caller, id, 'held');
  const step = mustBeStep(stepFor(projectSteps, verb, standingOf(project), caller));
  asSeen(project, said.seen);
  const given = givenFor(step, said, project, today);
  const facts = await factsOf(client, project);
  nothingMissing(missingFor(step, facts, today));
  if (verb === 'plan') await holdBudget(client, project);
  if (verb === 'terminate' || verb === 'settle') await releaseBudget(client, project);
  if (verb === 'accept')
    await client.query(
      `update projects.shortfall set closed_on = $3 where county = $1 and project_id = $2 and closed_on is null`,
      [project.county, id, given.day],
    );
  if (verb === 'terminate' || verb === 'discard')
    await client.query(
      'update projects.shortfall set project_id = null where county = $1 and project_id = $2 and closed_on is null',
      [project.county, id],
    );
  const dated = dateColumn[step.verb];
  // Sent back to be worked on: it is not complete any more.
  const back = project.state === 'completed' && step.to === 'building';
  await client.query(
    `update projects.project set state = $3, changed_at = clock_timestamp(), progress = coalesce($4, progress),
       state_since = case when state = $3::projects.state then state_since else $5::date end
       ${dated ? `, ${dated} = $5::date` : ''}${back ? ', completed_on = null' : ''}
     where county = $1 and id = $2`,
    [project.county, id, step.to, given.progress, given.day],
  );
  await noteDeed(client, caller, caseOf(project), {
    verb,
    state: step.to,
    reason: verb === 'report' ? `${given.progress}%` : (said.reason ?? null),
  });
  return { before: project, state: step.to };
}

const dateColumn: Partial<Record<Verb, string>> = {
  start: 'started_on',
  complete: 'completed_on',
  accept: 'accepted_on',
  settle: 'settled_on',
  hand_over: 'handed_on',
  terminate: 'ended_on',
  discard: 'ended_on',
};

function givenFor(
  { needs = [] }: Transition<State, Verb>,
  said: StepBody,
  project: Project,
  today: string,
): { day: string; progress: number | null } {
  if (needs.includes('reason') && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  if (needs.includes('day') && !said.day) throw new Refusal('projects.refusal.day_needed');
  const progress = needs.includes('progress') ? (said.progress ?? null) : null;
  if (needs.includes('progress') && progress === null)
    throw new Refusal('projects.refusal.progress_needed');
  if (progress !== null && progress < project.progress)
    throw new Refusal('projects.refusal.progress_back', { progress: project.progress });
  const day = needs.includes('day') ? dayOf(said.day, today, project.stateSince) : today;
  return { day, progress };
}
