/** Contracts of a project and what changes them: registered, checked by a second person, then committed in the ledger. */

import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type {
  AmendContract,
  ContractDeed,
  ContractRow,
  RegisterContract,
} from '../contract-money.ts';
import {
  type ContractState,
  type ContractVerb,
  contractSteps,
  missingFor,
  stepFor,
  stepsFor,
} from '../rules.ts';
import { aboveSpent } from '../rules-money.ts';
import { bookAsPaid, bookingDay, bookOverSources, mustBeUnused, takeBack } from './book.ts';
import { budgetOf, contractLines, lockQuotas, releaseBudget } from './budget.ts';
import { asSeen, dayOf, mustBeStep, noteDeed, nothingMissing } from './events.ts';
import { factsOf, type Project, projectFor } from './project.ts';
import { mustBeOwnTown } from './write.ts';

export interface Contract extends Omit<ContractRow, 'deeds'> {
  makers: string[];
}

/** Contracts that are committed in the ledger. */
const committed: readonly string[] = ['in_force', 'ending', 'ended'];

const columns = `
  c.id, c.kind, c.changes, c.number, c.contractor, c.contractor_code as "contractorCode",
  c.contractor_founded::text as "contractorFounded", c.signed_on::text as "signedOn",
  c.amount::text as amount, c.retention, c.retained_to::text as "retainedTo", c.state,
  c.ended_on::text as "endedOn", c.ended_amount::text as "endedAmount",
  maker.display_name as "registeredBy", checker.display_name as "checkedBy", ${instant('c.changed_at')} as "changedAt",
  array(select distinct v.by::text from projects.event v where v.county = c.county and v.project_id = c.project_id
    and v.case_id = c.id and v.by is not null
    and v.verb = any (case when c.state = 'ending' then array['end'] else array['register', 'amend', 'submit'] end)) as makers`;
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
  handler: project.handler,
});

export function contractRow(contract: Contract, project: Project, caller: Caller): ContractRow {
  const { makers: _, ...row } = contract;
  // What changes a contract ends with it, and is with the same contractor.
  const steps = stepsFor(contractSteps, standingOf(project, contract), caller).filter(
    ({ verb }) => (verb !== 'end' && verb !== 'correct') || contract.kind === 'main',
  );
  return {
    ...row,
    deeds: steps.map(({ verb, needs = [] }) => ({
      verb,
      needs: [
        ...needs,
        ...(verb === 'check' || verb === 'confirm' ? ['booked'] : []),
        ...(verb === 'correct' ? ['founded'] : []),
      ],
      missing: [],
    })),
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

/** @throws Refusal for a day to come; one after the signing is taken as the licence says, and is a finding. */
function mustBeFounded(day: string | null, today: string): void {
  if (day !== null && day > today) throw new Refusal('projects.refusal.founded_to_come', { today });
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
  mustBeFounded(said.contractorFounded, today);
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
       contractor_founded, signed_on, amount, retention, retained_to, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
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
  said.contractorFounded,
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
  mustBeFounded(said.contractorFounded, today);
  await client.query(
    `update projects.contract set (number, contractor, contractor_code, contractor_founded, signed_on, amount, retention, retained_to,
       state, changed_at) = row (case when kind = 'main' then $3 else number end, $4, $5, $6::date, $7::date, $8::bigint, $9::integer,
         $10::date, $11::projects.contract_state, clock_timestamp())
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
  said: ContractDeed,
  today: string,
): Promise<{ project: Project; before: Contract; state: ContractState }> {
  const { project, contract } = await contractFor(client, caller, id);
  const step = mustBeStep(stepFor(contractSteps, verb, standingOf(project, contract), caller));
  asSeen(contract, said.seen);
  if (step.needs?.includes('reason') && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  if (verb === 'submit' || verb === 'check') await mustFit(client, project, contract);
  const corrected = verb === 'correct' ? correctedDay(contract, said, today) : null;
  if (verb === 'end') dayOf(said.day ?? undefined, today, contract.signedOn);
  if (verb === 'end' && !said.day) throw new Refusal('projects.refusal.day_needed');
  if (verb === 'end' || verb === 'confirm') await mustEnd(client, project, contract);
  if (verb === 'check') {
    const on = await bookingDay(client, project, contract.signedOn, said.bookedOn, today);
    if (contract.kind === 'main')
      nothingMissing(
        missingFor({ guards: ['notice_award'] }, await factsOf(client, project), today),
      );
    await commit(client, caller, project, contract, on);
  }
  let endedAmount: bigint | null = null;
  if (verb === 'confirm') {
    const day = contract.endedOn ?? contract.signedOn;
    const on = await bookingDay(client, project, day, said.bookedOn, today);
    endedAmount = await releaseContract(client, caller, project, contract, on);
    await releaseWhenOver(client, project);
  }
  await client.query(
    `update projects.contract set state = $3, changed_at = clock_timestamp(),
       checked_by = case when $4 then $5::uuid when $3::projects.contract_state in ('in_force', 'ending', 'ended') then checked_by end,
       ended_on = case when $3::projects.contract_state in ('ending', 'ended') then coalesce($6::date, ended_on) end,
       ended_amount = $7::bigint, contractor_founded = coalesce($8::date, contractor_founded)
     where county = $1 and id = $2`,
    [
      ...[project.county, id, step.to, verb === 'check', caller.account],
      ...[verb === 'end' ? said.day : null, endedAmount?.toString() ?? null, corrected],
    ],
  );
  await noteDeed(client, caller, caseOf(project, id), {
    verb,
    state: step.to,
    reason:
      [corrected && `${contract.contractorFounded ?? '—'} → ${corrected}`, said.reason]
        .filter(Boolean)
        .join(' ') || null,
  });
  return { project, before: contract, state: step.to };
}

/** @throws Refusal for a change of another contract, and a day that is missing, to come, or what stands already. */
function correctedDay(
  { kind, contractorFounded }: Contract,
  { founded }: ContractDeed,
  today: string,
): string {
  if (kind !== 'main') throw new Refusal('projects.refusal.founded_of_main');
  if (!founded) throw new Refusal('projects.refusal.founded_needed');
  mustBeFounded(founded, today);
  if (founded === contractorFounded) throw new Refusal('projects.refusal.founded_same');
  return founded;
}

/**
 * What each contract in force is worth now: what was paid of it when it ended, its last change, or what was signed.
 * @returns by the id of the main contract
 */
export function worthNow(contracts: readonly Contract[]): Map<string, bigint> {
  const worth = new Map<string, bigint>();
  const inForce = contracts.filter(({ state }) => committed.includes(state));
  for (const one of inForce) if (one.kind === 'main') worth.set(one.id, BigInt(one.amount));
  for (const kind of ['variation', 'settlement'] as const)
    for (const one of inForce.filter((it) => it.kind === kind).toSorted(byCheck))
      if (one.changes) worth.set(one.changes, BigInt(one.amount));
  for (const { id, endedAmount } of inForce) if (endedAmount) worth.set(id, BigInt(endedAmount));
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
  on: string,
): Promise<void> {
  await lockQuotas(client, project.county, project.id);
  const { number } = contract;
  const booking = { measure: 'committed', number, on, note: project.name } as const;
  // A change takes the standing commitment back and books the new whole: no source below what was paid of it.
  if (contract.kind === 'main') await mustBeUnused(client, project, number, 'committed');
  else await takeBack(client, caller, project, booking);
  const own = await contractLines(client, project, contract.changes ?? contract.id);
  const lines = (await budgetOf(client, project)).map((line) => {
    const [amount, committed] = [BigInt(line.amount), BigInt(line.committed)];
    const spent = own.find(({ id }) => id === line.id)?.spent ?? 0n;
    return { id: line.id, amount, spent, left: amount - committed - spent };
  });
  const parts = aboveSpent(BigInt(contract.amount), lines);
  await bookOverSources(client, caller, project, parts, booking);
}

/** @throws Refusal while something of the contract is open, or where it cannot be ended. */
async function mustEnd(client: Client, project: Project, contract: Contract): Promise<void> {
  if (contract.kind !== 'main') throw new Refusal('projects.refusal.ends_main');
  const changes = (await contractsOf(client, project)).filter((one) => one.changes === contract.id);
  if (changes.some(({ state }) => ['drafted', 'submitted', 'returned'].includes(state)))
    throw new Refusal('projects.missing.contract_open');
  if (changes.some(({ kind, state }) => kind === 'settlement' && state === 'in_force'))
    throw new Refusal('projects.refusal.settled_already');
  const { rows } = await client.query(
    `select 1 from projects.request where county = $1 and contract_id = $2 and state not in ('paid', 'discarded') limit 1`,
    [project.county, contract.id],
  );
  if (rows.length > 0) throw new Refusal('projects.missing.requests_open');
}

/** Releases what a contract commits and nobody was paid. @returns fen it stays committed with */
async function releaseContract(
  client: Client,
  caller: Caller,
  project: Project,
  { id, number }: Pick<Contract, 'id' | 'number'>,
  on: string,
): Promise<bigint> {
  await lockQuotas(client, project.county, project.id);
  const booking = { measure: 'committed', number, on, note: project.name } as const;
  await takeBack(client, caller, project, booking);
  return bookAsPaid(client, caller, project, { id, number }, on);
}

/** Where a contract ended and a request of it came to its end after that: what it commits follows what was paid. */
export async function followPayments(
  client: Client,
  caller: Caller,
  project: Project,
  contractId: string,
  today: string,
): Promise<void> {
  const contract = (await contractsOf(client, project)).find(({ id }) => id === contractId);
  if (contract?.state !== 'ended') return;
  const { rows } = await client.query<{ paid: string; open: boolean }>(
    `select coalesce(sum(amount) filter (where state = 'paid'), 0)::bigint::text as paid,
       coalesce(bool_or(state not in ('paid', 'discarded')), false) as open
     from projects.request where county = $1 and contract_id = $2`,
    [project.county, contractId],
  );
  if (rows[0]?.open || rows[0]?.paid === contract.endedAmount) return;
  const worth = await releaseContract(client, caller, project, contract, today);
  await client.query(
    'update projects.contract set ended_amount = $3, changed_at = clock_timestamp() where county = $1 and id = $2',
    [project.county, contractId, worth.toString()],
  );
  await releaseWhenOver(client, project);
}

/** What a contract of a project that is over does not commit any more is not held in the quota either. */
async function releaseWhenOver(client: Client, project: Project): Promise<void> {
  if (['settled', 'handed_over', 'terminated'].includes(project.state))
    await releaseBudget(client, project);
}
