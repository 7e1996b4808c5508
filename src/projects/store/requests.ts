/** Requests for payment: held against contract, retained part, progress and quota; spent is what the treasury's receipt says. */

import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type {
  AmendRequest,
  MoneyDeed,
  MoneyHint,
  RegisterRequest,
  RequestRow,
} from '../contract-money.ts';
import {
  missingFor,
  type RequestState,
  type RequestVerb,
  requestSteps,
  stepFor,
  stepsFor,
} from '../rules.ts';
import { type InvoicePaper, invoiceOnFile } from '../rules-corrections.ts';
import { aheadOfProgress, type ContractStanding, requestHindrance } from '../rules-money.ts';
import {
  bookingDay,
  bookOverSources,
  firstOpenDay,
  mustBeUnused,
  paymentParts,
  takeBack,
} from './book.ts';
import { mustBeLeft } from './budget.ts';
import { type Contract, contractsOf, followPayments, worthNow } from './contracts.ts';
import { asSeen, dayOf, mustBeStep, noteDeed, nothingMissing } from './events.ts';
import { claimInvoice, invoicesOf } from './papers.ts';
import { factsOf, type Project, projectFor } from './project.ts';
import { mustBeOwnTown } from './write.ts';

/** Constraints a receipt and its reversal meet, with the refusals they stand for. */
export const receiptConstraints = {
  request_receipt: 'projects.refusal.receipt_taken',
  account_not_overdrawn: 'projects.refusal.quota_spent',
  entry_month_open: 'projects.refusal.month_closed',
  entry_reverses_once: 'projects.refusal.changed_since',
};

export interface Request extends Omit<RequestRow, 'deeds' | 'hints'> {
  makers: string[];
  /** Whether its dossier was put together as it stands now. */
  dossier: boolean;
  /** Another request of the county with the same invoice, or with the same payee and amount within thirty days. */
  sameInvoice: string | null;
  sameAmount: string | null;
}

const others = `q.county = o.county and o.id <> q.id and o.state not in ('discarded', 'returned', 'drafted')`;
/** A dossier of what the request was before it was last checked, or with a scan that was withdrawn since, does not leave. */
export const dossierMade = `
  exists (select from dossiers.dossier d where d.county = q.county and d.request_id = q.id and d.made_at >= q.changed_at
    and not exists (select from dossiers.dossier_part t join dossiers.file f on f.county = t.county and f.id = t.file_id
      where t.county = d.county and t.dossier_id = d.id and f.withdrawn_at is not null))`;
const columns = `
  q.id, q.contract_id as contract, c.number as "contractNumber", q.kind, q.amount::text as amount, q.invoice, q.payee,
  q.account_tail as "accountTail", q.asked_on::text as "askedOn", q.state, q.explanation, q.receipt,
  q.paid_on::text as "paidOn", maker.display_name as "registeredBy", checker.display_name as "checkedBy",
  ${instant('q.changed_at')} as "changedAt", ${dossierMade} as dossier,
  (select p.name from projects.request o join projects.project p on p.county = o.county and p.id = o.project_id
    where ${others} and o.invoice_plain = q.invoice_plain
    order by o.asked_on limit 1) as "sameInvoice",
  (select p.name from projects.request o join projects.project p on p.county = o.county and p.id = o.project_id
    where ${others} and o.place_key = q.place_key and o.payee = q.payee and o.amount = q.amount
      and o.asked_on between q.asked_on - 30 and q.asked_on + 30 order by o.asked_on limit 1) as "sameAmount",
  array(select distinct v.by::text from projects.event v where v.county = q.county and v.project_id = q.project_id
    and v.case_id = q.id and v.by is not null
    and v.verb = any (case when q.state = 'paid' then array['receipt'] else array['register', 'amend', 'submit'] end)) as makers`;
const joins = `
  join projects.contract c on c.county = q.county and c.id = q.contract_id
  left join access.account maker on maker.id = q.registered_by
  left join access.account checker on checker.id = q.checked_by`;

export async function requestsOf(client: Client, { county, id }: Project): Promise<Request[]> {
  const { rows } = await client.query<Request>(
    `select ${columns} from projects.request q ${joins} where q.county = $1 and q.project_id = $2
     order by q.asked_on, q.id`,
    [county, id],
  );
  return rows;
}

const standingOf = (project: Project, request: Pick<Request, 'state' | 'makers'>) => ({
  town: project.town,
  above: project.above,
  state: request.state as RequestState,
  makers: request.makers,
  handler: project.handler,
});

/** What asks for an explanation before it goes on. */
function hintsOf(request: Request, contract: ContractStanding): MoneyHint[] {
  if (request.state === 'paid' || request.state === 'discarded') return [];
  const hints: MoneyHint[] = [];
  if (aheadOfProgress(request.kind, BigInt(request.amount), contract))
    hints.push({ code: 'ahead_of_progress', about: `${contract.progress}%` });
  if (request.sameInvoice) hints.push({ code: 'same_invoice', about: request.sameInvoice });
  if (request.sameAmount) hints.push({ code: 'same_amount', about: request.sameAmount });
  return hints;
}

/** How a request's contract stands, the request itself left out. */
function contractStanding(
  project: Project,
  contracts: readonly Contract[],
  requests: readonly Request[],
  request: Request,
): ContractStanding {
  const main = contracts.find(({ id }) => id === request.contract);
  const counted = ['submitted', 'checked', 'sent', 'paid'];
  const others = requests
    .filter((one) => one.contract === request.contract && one.id !== request.id)
    .filter(({ state }) => counted.includes(state));
  const sum = (some: readonly Request[]) =>
    some.reduce((total, { amount }) => total + BigInt(amount), 0n);
  return {
    asked: sum(others.filter(({ kind }) => kind !== 'retention')),
    retainedAsked: sum(others.filter(({ kind }) => kind === 'retention')),
    retainedTo: main?.retainedTo ?? null,
    amount: worthNow(contracts).get(request.contract) ?? 0n,
    // An ended contract keeps nothing back: it is worth what was paid.
    retention: main?.state === 'ended' ? 0 : (main?.retention ?? 0),
    progress: project.progress,
    accepted: ['accepted', 'settled', 'handed_over'].includes(project.state),
    settled:
      project.light ||
      contracts.some(
        ({ kind, state, changes }) =>
          kind === 'settlement' && state === 'in_force' && changes === request.contract,
      ),
  };
}

export function requestRows(
  project: Project,
  contracts: readonly Contract[],
  requests: readonly Request[],
  { papers, invoices }: { papers: readonly string[]; invoices: readonly InvoicePaper[] },
  caller: Caller,
): RequestRow[] {
  return requests.map((request) => {
    const { makers: _, sameInvoice: __, sameAmount: ___, dossier, ...row } = request;
    return {
      ...row,
      deeds: stepsFor(requestSteps, standingOf(project, request), caller).map((step) => ({
        verb: step.verb,
        needs: [...(step.needs ?? []), ...(step.verb === 'receipt' ? ['receipt', 'booked'] : [])],
        missing: project.light
          ? []
          : [
              ...(step.guards ?? []).filter((guard) => guard === 'dossier' && !dossier),
              ...(step.evidence ?? [])
                .filter((kind) =>
                  kind === 'invoice'
                    ? !invoiceOnFile(request, requests, invoices)
                    : !papers.includes(kind),
                )
                .map((kind) => `paper_${kind}`),
            ],
      })),
      hints: hintsOf(request, contractStanding(project, contracts, requests, request)),
    };
  });
}

/**
 * The request with its project locked, and itself: a scan of its dossier may be on the way out.
 * @throws Absent out of reach
 */
async function requestFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<{
  project: Project;
  request: Request;
  requests: Request[];
  standing: ContractStanding;
}> {
  const { rows: found } = await client.query<{ project: string; town: string }>(
    'select project_id as project, place_key::text as town from projects.request where id = $1',
    [id],
  );
  if (!found[0] || !inRanges(found[0].town, caller.ranges)) throw new Absent();
  const project = await projectFor(client, caller, found[0].project, 'held');
  // A statement of its own: what is read after it sees what was written while it waited.
  await client.query('select from projects.request where id = $1 for update', [id]);
  const requests = await requestsOf(client, project);
  const request = requests.find((one) => one.id === id);
  if (!request) throw new Absent();
  const contracts = await contractsOf(client, project);
  return {
    ...{ project, request, requests },
    standing: contractStanding(project, contracts, requests, request),
  };
}

export async function registerRequest(
  client: Client,
  caller: Caller,
  id: string,
  projectId: string,
  said: RegisterRequest,
  today: string,
): Promise<Project> {
  const project = await projectFor(client, caller, projectId, 'held');
  mustBeOwnTown(project.town, caller);
  const contract = (await contractsOf(client, project)).find(({ id: of }) => of === said.contract);
  if (contract?.state === 'ending' || contract?.state === 'ended')
    throw new Refusal('projects.refusal.contract_ended');
  if (contract?.kind !== 'main' || contract.state !== 'in_force')
    throw new Refusal('projects.refusal.contract_first');
  mustBeUnderWay(project);
  dayOf(said.askedOn, today, contract.signedOn);
  await client.query(
    `insert into projects.request (county, id, project_id, contract_id, place_key, kind, amount, invoice, payee,
       account_tail, asked_on, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [project.county, id, project.id, said.contract, project.town, ...headOf(said), caller.account],
  );
  await noteDeed(client, caller, caseOf(project, id), { verb: 'register', state: 'drafted' });
  return project;
}

/** States in which money is asked for. */
const underWay = ['contracted', 'building', 'completed', 'accepted', 'settled', 'handed_over'];

function mustBeUnderWay({ state }: Project): void {
  if (!underWay.includes(state)) throw new Refusal('projects.refusal.state', {}, 409);
}

const headOf = (said: AmendRequest | RegisterRequest) => [
  said.kind,
  said.amount,
  said.invoice?.trim() ?? null,
  said.payee.trim(),
  said.accountTail,
  said.askedOn,
];
const caseOf = (project: Project, id: string) => ({
  ...{ county: project.county, project: project.id, town: project.town, id },
  kind: 'request' as const,
});

export async function amendRequest(
  client: Client,
  caller: Caller,
  id: string,
  said: AmendRequest,
  today: string,
): Promise<{ project: Project; before: Request; state: RequestState }> {
  const { project, request } = await requestFor(client, caller, id);
  const step = mustBeStep(stepFor(requestSteps, 'amend', standingOf(project, request), caller));
  asSeen(request, said.seen);
  dayOf(said.askedOn, today);
  await client.query(
    `update projects.request set (kind, amount, invoice, payee, account_tail, asked_on, state, changed_at)
       = row ($3::projects.request_kind, $4::bigint, $5, $6, $7, $8::date, $9::projects.request_state, clock_timestamp())
     where county = $1 and id = $2`,
    [project.county, id, ...headOf(said), step.to],
  );
  await noteDeed(client, caller, caseOf(project, id), { verb: 'amend', state: step.to });
  return { project, before: request, state: step.to };
}

/**
 * Moves a request a step on; the treasury's receipt spends it in the ledger.
 * @param paid what of it was really paid, where a receipt says less than was asked for
 */
export async function moveRequest(
  client: Client,
  caller: Caller,
  id: string,
  verb: RequestVerb,
  said: MoneyDeed,
  today: string,
  paid?: bigint,
): Promise<{ project: Project; before: Request; state: RequestState }> {
  const { project, request, requests, standing } = await requestFor(client, caller, id);
  const step = mustBeStep(stepFor(requestSteps, verb, standingOf(project, request), caller));
  asSeen(request, said.seen);
  if (step.needs?.includes('reason') && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  const facts = await factsOf(client, project);
  const invoices = await invoicesOf(client, project);
  nothingMissing(
    missingFor(
      step,
      {
        ...facts,
        dossier: request.dossier,
        evidence: facts.evidence.filter(
          (kind) => kind !== 'invoice' || invoiceOnFile(request, requests, invoices),
        ),
      },
      today,
    ),
  );
  let { explanation } = request;
  if (verb === 'submit') explanation = said.explanation?.trim() || null;
  if (verb === 'submit' || verb === 'check' || verb === 'send') mustBeUnderWay(project);
  if (verb === 'submit' || verb === 'check') {
    await claimInvoice(client, project, id);
    await mustFit(client, project, request, standing, today);
    const hints = hintsOf(request, standing);
    if (hints.length > 0 && explanation === null)
      throw new Refusal('projects.refusal.explain_first', { count: hints.length });
  }
  const receipt = verb === 'receipt' ? said.receipt?.trim() : null;
  if (verb === 'receipt') {
    if (paid === undefined) await mustBeNoBatch(client, project, id);
    if (!receipt) throw new Refusal('projects.refusal.receipt_needed');
    if (!said.day) throw new Refusal('projects.refusal.day_needed');
    const day = dayOf(said.day, today, request.askedOn);
    const on = await bookingDay(client, project, day, said.bookedOn, today);
    await mustBeUnused(client, project, receipt, 'spent');
    if (paid !== undefined && paid > BigInt(request.amount))
      throw new Refusal('projects.refusal.above_contract');
    const parts = await paymentParts(
      client,
      project,
      request.contract,
      paid ?? BigInt(request.amount),
    );
    await bookOverSources(client, caller, project, parts, {
      ...{ measure: 'spent', number: receipt, on, note: project.name },
    });
  }
  if (verb === 'reverse' && request.receipt && request.paidOn) {
    const on = await firstOpenDay(client, project.town, request.paidOn);
    await takeBack(client, caller, project, {
      ...{ measure: 'spent', number: request.receipt, on, note: said.reason?.trim() ?? '' },
    });
  }
  await client.query(
    `update projects.request set state = $3::projects.request_state, changed_at = clock_timestamp(), explanation = $4,
       checked_by = case when $5 then $6::uuid when $3::projects.request_state in ('returned', 'drafted') then null else checked_by end,
       receipt = $7, paid_on = $8, amount = coalesce($9::bigint, amount),
       invoice_claim = case when $3::projects.request_state in ('submitted', 'checked', 'sent', 'paid') then invoice_claim end
     where county = $1 and id = $2`,
    [
      project.county,
      id,
      step.to,
      explanation,
      verb === 'check',
      caller.account,
      receipt ?? null,
      verb === 'receipt' ? said.day : null,
      verb === 'receipt' ? (paid?.toString() ?? null) : null,
    ],
  );
  await noteDeed(client, caller, caseOf(project, id), {
    verb,
    state: step.to,
    reason:
      [verb === 'reverse' ? request.receipt : null, said.reason ?? receipt]
        .filter(Boolean)
        .join(' ') || null,
  });
  if (verb === 'discard' || verb === 'receipt')
    await followPayments(client, caller, project, request.contract, today);
  return { project, before: request, state: step.to };
}

/** @throws Refusal when a batch of subsidies names the request: its receipt spends what the bank paid, on the batch's page. */
async function mustBeNoBatch(client: Client, { county }: Project, id: string): Promise<void> {
  const { rows } = await client.query<{ number: number }>(
    'select number from subsidies.batch where county = $1 and request_id = $2',
    [county, id],
  );
  if (rows[0]) throw new Refusal('projects.refusal.receipt_of_batch', rows[0]);
}

/** @throws Refusal when contract, retained part or quota does not allow it. */
async function mustFit(
  client: Client,
  project: Project,
  request: Request,
  standing: ContractStanding,
  today: string,
): Promise<void> {
  const why = requestHindrance(request.kind, BigInt(request.amount), standing, today);
  if (why !== null) throw new Refusal(`projects.refusal.${why}`);
  await mustBeLeft(client, project, request.id);
}
