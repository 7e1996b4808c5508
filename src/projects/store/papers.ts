/** Notices with their objections, papers and shortfalls: what a town adds to its projects. */

import type { Static } from 'typebox';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type {
  AddDocument,
  AddShortfall,
  AnswerObjection,
  PostNotice,
  ShortfallRow,
  TakeObjection,
} from '../contract.ts';
import { type InvoicePaper, noticeFrom, noticeStates } from '../rules-corrections.ts';
import { dayOf } from './events.ts';
import { factsOf, type Project, projectFor } from './project.ts';
import { mustBeOwnTown } from './write.ts';

const over = ['terminated', 'discarded', 'handed_over'];

/** The caller's own project that is not over. @throws Absent, Refusal */
async function ownProject(client: Client, caller: Caller, id: string): Promise<Project> {
  const project = await projectFor(client, caller, id, 'held');
  mustBeOwnTown(project.town, caller);
  if (over.includes(project.state)) throw new Refusal('projects.refusal.state', {}, 409);
  return project;
}

export async function postNotice(
  client: Client,
  caller: Caller,
  id: string,
  projectId: string,
  said: Static<typeof PostNotice>,
  today: string,
): Promise<Project> {
  const project = await ownProject(client, caller, projectId);
  const { stage } = said;
  if (!noticeStates[stage].includes(project.state))
    throw new Refusal('projects.refusal.notice_state', {}, 409);
  const { notices } = await factsOf(client, project);
  dayOf(said.postedOn, today, noticeFrom(stage, project, notices));
  if (said.endsOn <= said.postedOn) throw new Refusal('projects.refusal.notice_days');
  await client.query(
    `insert into projects.notice (county, id, project_id, place_key, stage, posted_on, ends_on, place_posted, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      project.county,
      id,
      project.id,
      project.town,
      said.stage,
      said.postedOn,
      said.endsOn,
      said.placePosted.trim(),
      caller.account,
    ],
  );
  return project;
}

/** @throws Refusal when the caller is neither of the project's town nor of the office above, or the project is over. */
async function mustBeItsOffice(client: Client, caller: Caller, id: string): Promise<void> {
  const project = await projectFor(client, caller, id, 'held');
  if (caller.seat !== project.town && caller.seat !== project.above)
    throw new Refusal('projects.refusal.other_office');
  if (over.includes(project.state)) throw new Refusal('projects.refusal.state', {}, 409);
}

/** An objection to a notice; the town and the office above take it down. */
export async function takeObjection(
  client: Client,
  caller: Caller,
  id: string,
  noticeId: string,
  said: Static<typeof TakeObjection>,
  today: string,
): Promise<{ town: string }> {
  const { rows } = await client.query<{
    county: string;
    town: string;
    project: string;
    posted: string;
  }>(
    `select county, place_key::text as town, project_id as project, posted_on::text as posted from projects.notice where id = $1`,
    [noticeId],
  );
  const notice = rows[0];
  if (!notice || !inRanges(notice.town, caller.ownRanges)) throw new Absent();
  await mustBeItsOffice(client, caller, notice.project);
  const day = dayOf(said.receivedOn, today, notice.posted);
  await client.query(
    `insert into projects.objection (county, id, notice_id, place_key, received_on, said, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [notice.county, id, noticeId, notice.town, day, said.said.trim(), caller.account],
  );
  return notice;
}

export async function answerObjection(
  client: Client,
  caller: Caller,
  id: string,
  said: Static<typeof AnswerObjection>,
  today: string,
): Promise<{ town: string }> {
  const { rows } = await client.query<{
    county: string;
    town: string;
    project: string;
    received: string;
    answer: string | null;
  }>(
    `select o.county, o.place_key::text as town, n.project_id as project, o.received_on::text as received, o.answer
     from projects.objection o join projects.notice n on n.county = o.county and n.id = o.notice_id
     where o.id = $1 for update of o`,
    [id],
  );
  const objection = rows[0];
  if (!objection || !inRanges(objection.town, caller.ownRanges)) throw new Absent();
  await mustBeItsOffice(client, caller, objection.project);
  if (objection.answer !== null) throw new Refusal('projects.refusal.answered_already', {}, 409);
  const day = dayOf(said.answeredOn, today, objection.received);
  await client.query(
    `update projects.objection set answer = $3, answered_on = $4, answered_by = $5 where county = $1 and id = $2`,
    [objection.county, id, said.answer.trim(), day, caller.account],
  );
  return objection;
}

export async function addDocument(
  client: Client,
  caller: Caller,
  id: string,
  projectId: string,
  said: Static<typeof AddDocument>,
  today: string,
): Promise<Project> {
  const project = await projectFor(client, caller, projectId, 'held');
  // The county adds its review and its audit.
  if (caller.seat !== project.above) mustBeOwnTown(project.town, caller);
  if (over.includes(project.state)) throw new Refusal('projects.refusal.state', {}, 409);
  dayOf(said.dated, today);
  await client.query(
    `insert into projects.document (county, id, project_id, place_key, kind, title, number, dated, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      project.county,
      id,
      project.id,
      project.town,
      said.kind,
      said.title.trim(),
      said.number?.trim() ?? null,
      said.dated,
      caller.account,
    ],
  );
  return project;
}

/** Invoices on file, each once: a scan by the number typed with it, else its paper's, and its request; a paper without a scan. */
export async function invoicesOf(client: Client, { county, id }: Project): Promise<InvoicePaper[]> {
  const { rows } = await client.query<InvoicePaper>(
    `select d.number, null::text as request from projects.document d
     where d.county = $1 and d.project_id = $2 and d.kind = 'invoice'
       and not exists (select from dossiers.file f
         where f.county = d.county and f.document_id = d.id and f.withdrawn_at is null)
     union all
     select coalesce(f.number, d.number), f.request_id::text
     from dossiers.file f left join projects.document d on d.county = f.county and d.id = f.document_id
     where f.county = $1 and f.project_id = $2 and f.kind = 'invoice' and f.withdrawn_at is null`,
    [county, id],
  );
  return rows;
}

/** Takes the invoice for the request: the index refuses a second one, whoever may see the first. */
export async function claimInvoice(client: Client, { county }: Project, id: string): Promise<void> {
  await client.query(
    'update projects.request set invoice_claim = invoice_plain where county = $1 and id = $2',
    [county, id],
  );
}

export async function addShortfall(
  client: Client,
  caller: Caller,
  id: string,
  said: Static<typeof AddShortfall>,
  today: string,
): Promise<void> {
  mustBeOwnTown(said.town, caller);
  dayOf(said.foundOn, today);
  await client.query(
    `insert into projects.shortfall (county, id, place_key, kind, name, found_on, recorded_by)
     select county, $1, key, $3, $4, $5, $6 from regions.region where key = $2`,
    [id, said.town, said.kind, said.name.trim(), said.foundOn, caller.account],
  );
}

/** Shortfalls under a place, those that are open first; one more than asked. */
export async function shortfallsUnder(
  client: Client,
  caller: Caller,
  wanted: { lo: string; hi: string; kind: string | null; after: readonly string[]; limit: number },
): Promise<ShortfallRow[]> {
  const { rows } = await client.query<ShortfallRow>(
    `select s.id, s.place_key::text as town, town.name as "townName", s.kind, s.name, s.found_on::text as "foundOn",
       s.closed_on::text as "closedOn", s.project_id as project, p.name as "projectName"
     from projects.shortfall s
     join regions.place town on town.key = s.place_key
     left join projects.project p on p.county = s.county and p.id = s.project_id
     where s.place_key between $1 and $2 and ${withinText('s.place_key', '$3', '$4')}
       and ($5::projects.shortfall_kind is null or s.kind = $5::projects.shortfall_kind)
       and (s.place_key, s.id) > ($6::bigint, $7::uuid)
     order by s.place_key, s.id limit $8`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.kind,
      ...wanted.after,
      wanted.limit + 1,
    ],
  );
  return rows;
}
