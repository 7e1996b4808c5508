/** Contracts of a project and what changes them: registered, checked by a second person, then committed in the ledger. */

import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { AmendContract, ContractRow, MoneyDeed, RegisterContract } from '../contract-money.ts';
import {
  type ContractState,
  type ContractVerb,
  contractSteps,
  missingFor,
  stepFor,
  stepsFor,
} from '../rules.ts';
import { bookOverSources, mustBeUnused, takeBack } from './book.ts';
import { budgetOf, lockQuotas } from './budget.ts';
import { asSeen, dayOf, mustBeStep, noteDeed, nothingMissing } from './events.ts';
import { factsOf, type Project, projectFor } from './project.ts';
import { mustBeOwnTown } from './write.ts';

export interface Contract extends Omit<ContractRow, 'deeds'> {
  makers: string[];
}

const columns = `
  c.id, c.kind, c.changes, c.number, c.contractor, c.contractor_code as "contractorCode", c.signed_on::text as "signedOn",
  c.amount::text as amount, c.retention, c.retained_to::text as "retainedTo", c.state,
  maker.display_name as "registeredBy", checker.display_name as "checkedBy", ${instant('c.changed_at')} as "changedAt",
  array(select distinct v.by::text from projects.event v where v.county = c.county and v.project_id = c.project_id
    and v.case_id = c.id and v.verb in ('register', 'amend', 'submit') and v.by is not null) as makers`;
const joins = `
  left join access.account maker on maker.id = c.registered_by
  left join access.account checker on checker.id = c.checked_by`;

export async function contractsOf(client: Client, { county, id }: Project): Promise<Contract[]> {
  const { rows } = await client.query<Contract>(
    `select ${columns} from projects.contract c ${joins} where c.county = $1 and c.project_id = $2
     order by coalesce(c.changes, c.id), c.signed_on, c.id`,
    [county, id],
  );
  return rows;
}

const standingOf = (project: Project, contract: Pick<Contract, 'state' | 'makers'>) => ({
  town: project.town,
  above: project.above,
  state: contract.state as ContractState,
  makers: contract.makers,
});

export function contractRow(contract: Contract, project: Project, caller: Caller): ContractRow {
  const { makers: _, ...row } = contract;
  const steps = stepsFor(contractSteps, standingOf(project, contract), caller);
  return {
    ...row,
    deeds: steps.map(({ verb, needs = [] }) => ({ verb, needs: [...needs], missing: [] })),
  };
}

/** The contract with its project, both locked: the project first. @throws Absent out of reach. */
async function contractFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<{ project: Project; contract: Contract }> {
  const { rows: found } = await client.query<{ project: string; town: string }>(
    'select project_id as project, place_key::text as town from projects.contract where id = $1',
    [id],
  );
  if (!found[0] || !inRanges(found[0].town, caller.ranges)) throw new Absent();
  const project = await projectFor(client, caller, found[0].project, 'held');
  const { rows } = await client.query<Contract>(
    `select ${columns} from projects.contract c ${joins} where c.county = $1 and c.id = $2`,
    [project.county, id],
  );
  const contract = rows[0];
  if (!contract) throw new Absent();
  return { project, contract };
}

/** States in which a project's contracts are written. */
const open = ['planned', 'preparing', 'contracted', 'building', 'completed', 'accepted'];

export async function registerContract(
  client: Client,
  caller: Caller,
  id: string,
  projectId: string,
  said: RegisterContract,
  today: string,
): Promise<Project> {
  const project = await projectFor(client, caller, projectId, 'held');
  mustBeOwnTown(project.town, caller);
  if (!open.includes(project.state)) throw new Refusal('projects.refusal.state', {}, 409);
  dayOf(said.signedOn, today);
  let number = said.number.trim();
  if ((said.kind === 'main') !== (said.changes === null))
    throw new Refusal('projects.refusal.changes_which');
  if (said.changes !== null) {
    const changed = (await contractsOf(client, project)).find(
      (one) => one.id === said.changes && one.kind === 'main' && one.state === 'in_force',
    );
    if (!changed) throw new Refusal('projects.refusal.changes_which');
    if (said.kind === 'settlement' && project.state !== 'accepted')
      throw new Refusal('projects.refusal.settles_accepted');
    number = changed.number;
  }
  await client.query(
    `insert into projects.contract (county, id, project_id, place_key, kind, changes, number, contractor, contractor_code,
       signed_on, amount, retention, retained_to, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      project.county,
      id,
      project.id,
      project.town,
      said.kind,
      said.changes,
      number,
      ...headOf(said),
      caller.account,
    ],
  );
  await noteDeed(client, caller, caseOf(project, id), { verb: 'register', state: 'drafted' });
  return project;
}

const headOf = (said: AmendContract | RegisterContract) => [
  said.contractor.trim(),
  said.contractorCode,
  said.signedOn,
  said.amount,
  said.retention,
  said.retainedTo,
];
const caseOf = (project: Project, id: string) => ({
  ...{ county: project.county, project: project.id, town: project.town, id },
  kind: 'contract' as const,
});

export async function amendContract(
  client: Client,
  caller: Caller,
  id: string,
  said: AmendContract,
  today: string,
): Promise<{ project: Project; before: Contract; state: ContractState }> {
  const { project, contract } = await contractFor(client, caller, id);
  const step = mustBeStep(stepFor(contractSteps, 'amend', standingOf(project, contract), caller));
  asSeen(contract, said.seen);
  dayOf(said.signedOn, today);
  await client.query(
    `update projects.contract set (number, contractor, contractor_code, signed_on, amount, retention, retained_to, state,
       changed_at) = row (case when kind = 'main' then $3 else number end, $4, $5, $6::date, $7::bigint, $8::integer,
         $9::date, $10::projects.contract_state, clock_timestamp())
     where county = $1 and id = $2`,
    [project.county, id, said.number.trim(), ...headOf(said), step.to],
  );
  await noteDeed(client, caller, caseOf(project, id), { verb: 'amend', state: step.to });
  return { project, before: contract, state: step.to };
}

/** Moves a contract a step on; checking commits it in the ledger. */
export async function moveContract(
  client: Client,
  caller: Caller,
  id: string,
  verb: ContractVerb,
  said: MoneyDeed,
  today: string,
): Promise<{ project: Project; before: Contract; state: ContractState }> {
  const { project, contract } = await contractFor(client, caller, id);
  const step = mustBeStep(stepFor(contractSteps, verb, standingOf(project, contract), caller));
  asSeen(contract, said.seen);
  if (step.needs?.includes('reason') && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  if (verb === 'submit' || verb === 'check') await mustFit(client, project, contract);
  if (verb === 'check') {
    dayOf(contract.signedOn, today);
    if (contract.kind === 'main')
      nothingMissing(
        missingFor({ guards: ['notice_award'] }, await factsOf(client, project), today),
      );
    await commit(client, caller, project, contract);
  }
  await client.query(
    `update projects.contract set state = $3, changed_at = clock_timestamp(),
       checked_by = case when $4 then $5::uuid end
     where county = $1 and id = $2`,
    [project.county, id, step.to, verb === 'check', caller.account],
  );
  await noteDeed(client, caller, caseOf(project, id), {
    verb,
    state: step.to,
    reason: said.reason ?? null,
  });
  return { project, before: contract, state: step.to };
}

/**
 * What each contract in force is worth now: its last change, or what was signed.
 * @returns by the id of the main contract
 */
export function worthNow(contracts: readonly Contract[]): Map<string, bigint> {
  const worth = new Map<string, bigint>();
  const inForce = contracts.filter(({ state }) => state === 'in_force');
  for (const one of inForce) if (one.kind === 'main') worth.set(one.id, BigInt(one.amount));
  for (const kind of ['variation', 'settlement'] as const)
    for (const one of inForce.filter((it) => it.kind === kind).toSorted(byCheck))
      if (one.changes) worth.set(one.changes, BigInt(one.amount));
  return worth;
}
const byCheck = (a: Contract, b: Contract) => (a.changedAt < b.changedAt ? -1 : 1);

/** @throws Refusal when all contracts together would be above the budget, or a change below what was asked for. */
async function mustFit(client: Client, project: Project, contract: Contract): Promise<void> {
  const contracts = await contractsOf(client, project);
  const settled = contracts.some(
    (one) =>
      one.kind === 'settlement' &&
      one.state === 'in_force' &&
      one.changes === contract.changes &&
      contract.changes !== null,
  );
  if (settled) throw new Refusal('projects.refusal.settled_already');
  if (contract.changes !== null) {
    const changed = contracts.find(({ id }) => id === contract.changes);
    if (changed && contract.signedOn < changed.signedOn)
      throw new Refusal('projects.refusal.day_before', { day: changed.signedOn });
  }
  const worth = worthNow(contracts);
  worth.set(contract.changes ?? contract.id, BigInt(contract.amount));
  const total = [...worth.values()].reduce((sum, one) => sum + one, 0n);
  if (total > BigInt(project.budget)) throw new Refusal('projects.refusal.above_budget');
  const { rows } = await client.query<{ asked: string }>(
    `select coalesce(sum(amount), 0)::bigint::text as asked from projects.request
     where county = $1 and contract_id = $2 and state in ('submitted', 'checked', 'sent', 'paid')`,
    [project.county, contract.changes ?? contract.id],
  );
  if (BigInt(rows[0]?.asked ?? '0') > BigInt(contract.amount))
    throw new Refusal('projects.refusal.below_asked');
}

async function commit(
  client: Client,
  caller: Caller,
  project: Project,
  contract: Contract,
): Promise<void> {
  await lockQuotas(client, project.county, project.id);
  const [number, on] = [contract.number, contract.signedOn];
  // A change takes the standing commitment back and books the new whole, so that every source gets its share of it.
  if (contract.kind === 'main') await mustBeUnused(client, project, number, 'committed');
  else await takeBack(client, caller, project, number, on, project.name);
  await bookOverSources(
    client,
    caller,
    project,
    await budgetOf(client, project),
    BigInt(contract.amount),
    { measure: 'committed', number, on, note: project.name },
  );
}
