/** Batches: a list of households, the file a bank pays by, its answer line by line, and what the receipt spends of it. */
import { createHash } from 'node:crypto';
import { classifiedMark } from '../../kit/classified.ts';
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Classified, Refusal } from '../../platform/http/endpoint.ts';
import { stepFor, stepsFor } from '../../projects/rules.ts';
import { asSeen, mustBeStep } from '../../projects/store/events.ts';
import { type Project, projectFor } from '../../projects/store/project.ts';
import { moveRequest, type Request, requestsOf } from '../../projects/store/requests.ts';
import { rowsOf, textOf } from '../../reconciliation/reading/file-text.ts';
import type {
  AnswerTaken,
  BatchDeed,
  BatchPage,
  BatchRow,
  MakeBatch,
  TakeAnswer,
} from '../contract.ts';
import { type BatchState, type BatchVerb, batchSteps, columnsOf, readAnswer } from '../rules.ts';
import { bankFile } from '../sheet.ts';
import { givingProject, noticed } from './awards.ts';

export interface Batch extends BatchRow {
  county: string;
  project: string;
  maker: string | null;
  request: string | null;
  requestAmount: string | null;
}

const columns = `
  b.county, b.id, b.project_id as project, b.number, b.state, b.count, b.amount::text as amount, b.sha256, b.paid_count as "paidCount",
  b.paid_amount::text as "paidAmount", b.made_on::text as "madeOn", maker.display_name as "madeBy", b.made_by::text as maker, b.request_id::text as request, q.amount::text as "requestAmount",
  b.checked_on::text as "checkedOn", checker.display_name as "checkedBy", b.answered_on::text as "answeredOn", q.receipt,
  q.paid_on::text as "paidOn", ${instant('b.changed_at')} as "changedAt"`;
const joins = `
  left join access.account maker on maker.id = b.made_by
  left join access.account checker on checker.id = b.checked_by
  left join projects.request q on q.county = b.county and q.id = b.request_id`;

export const rowOf = ({
  county: _,
  project: __,
  maker: ___,
  request: ____,
  requestAmount: _____,
  ...row
}: Batch): BatchRow => row;

export async function batchesOf(client: Client, { county, id }: Project): Promise<Batch[]> {
  const { rows } = await client.query<Batch>(
    `select ${columns} from subsidies.batch b ${joins} where b.county = $1 and b.project_id = $2 order by b.number`,
    [county, id],
  );
  return rows;
}

/** The batch with its project, the project locked where that is asked for. @throws Absent out of reach. */
export async function batchFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<{ project: Project; batch: Batch }> {
  const { rows: found } = await client.query<{ project: string; town: string }>(
    'select project_id as project, place_key::text as town from subsidies.batch where id = $1',
    [id],
  );
  if (!found[0] || !inRanges(found[0].town, caller.ranges)) throw new Absent();
  const project = await projectFor(client, caller, found[0].project, held);
  const batch = (await batchesOf(client, project)).find((one) => one.id === id);
  if (!batch) throw new Absent();
  return { project, batch };
}

const standingOf = ({ town, above }: Project, { state, maker }: Batch) => ({
  ...{ town, above, state: state as BatchState },
  makers: maker === null ? [] : [maker],
});

export async function linesOf(
  client: Client,
  { county, id, number }: Pick<Batch, 'county' | 'id' | 'number'>,
): Promise<BatchPage['lines']> {
  const { rows } = await client.query<BatchPage['lines'][number]>(
    `select l.position, l.head, l.village, l.item, l.account_tail as "accountTail", l.amount::text as amount, l.result, l.reason,
       (select min(o.number) from subsidies.batch_line t join subsidies.batch o on o.county = t.county and o.id = t.batch_id
         where t.county = l.county and t.award_id = l.award_id and o.number > $3 and o.state <> 'discarded') as again
     from subsidies.batch_line l where l.county = $1 and l.batch_id = $2 order by l.position`,
    [county, id, number],
  );
  return rows;
}

/**
 * Requests a batch may be paid by: the one it names. While it names none, those of exactly its sum that are not paid, whose
 * payee is not the contractor, and which no other batch names.
 */
async function requestsFor(client: Client, project: Project, batch: Batch): Promise<Request[]> {
  const { rows } = await client.query<{ id: string }>(
    `select q.id from projects.request q
     join projects.contract c on c.county = q.county and c.id = q.contract_id
     where q.county = $1 and q.project_id = $2 and q.id = coalesce($3::uuid, q.id) and ($3::uuid is not null or (
       q.state not in ('paid', 'discarded') and q.amount = $4::bigint and q.payee <> c.contractor
       and not exists (select from subsidies.batch o where o.county = q.county and o.request_id = q.id)))`,
    [project.county, project.id, batch.request, batch.amount],
  );
  const named = rows.map(({ id }) => id);
  return (await requestsOf(client, project)).filter(({ id }) => named.includes(id));
}

/** @throws Refusal when the request chosen is none the batch may be paid by. */
async function requestChosen(
  client: Client,
  project: Project,
  batch: Batch,
  chosen: string | null | undefined,
): Promise<Request> {
  const found = await requestsFor(client, project, batch);
  const request = found.find(({ id }) => id === (batch.request ?? chosen));
  if (!request) throw new Refusal('subsidies.refusal.request_needed');
  return request;
}

export async function batchPage(
  client: Client,
  caller: Caller,
  { project, batch }: { project: Project; batch: Batch },
): Promise<BatchPage> {
  const requests = ['listed', 'answered'].includes(batch.state)
    ? await requestsFor(client, project, batch)
    : [];
  return {
    ...rowOf(batch),
    requestAmount: batch.requestAmount,
    ...{ project: project.id, projectName: project.name, projectNumber: project.number },
    ...{ town: project.town, townName: project.townName },
    deeds: stepsFor(batchSteps, standingOf(project, batch), caller)
      .filter(({ verb }) => verb !== 'receipt' || batch.paidAmount !== '0')
      .map(({ verb, needs = [] }) => ({ verb, needs: [...needs] })),
    requests: requests.map(({ id, askedOn, payee, amount }) => ({ id, askedOn, payee, amount })),
    lines: await linesOf(client, batch),
  };
}

/** A list of households that are checked and noticed, or failed before. @throws Refusal naming what bars it */
export async function makeBatch(
  client: Client,
  caller: Caller,
  id: string,
  said: MakeBatch,
  today: string,
): Promise<Project> {
  const project = await givingProject(client, caller, said.project);
  const { rows } = await client.query<{ ready: boolean; noticed: boolean }>(
    `select a.state in ('checked', 'failed') as ready, ${noticed('$4')} as noticed from subsidies.award a
     where a.county = $1 and a.project_id = $2 and a.id = any ($3::uuid[])`,
    [project.county, project.id, said.awards, today],
  );
  if (rows.length !== said.awards.length) throw new Absent();
  if (rows.some(({ ready }) => !ready)) throw new Refusal('subsidies.refusal.award_state', {}, 409);
  if (rows.some((row) => !row.noticed)) throw new Refusal('subsidies.refusal.not_noticed');
  await client.query(
    `insert into subsidies.batch (county, id, project_id, place_key, number, count, amount, made_on, made_by)
     select $1, $2, $3, $4, 1 + (select count(*) from subsidies.batch b where b.county = $1 and b.project_id = $3), count(*),
       sum(a.amount), $6, $7
     from subsidies.award a where a.county = $1 and a.id = any ($5::uuid[])`,
    [project.county, id, project.id, project.town, said.awards, today, caller.account],
  );
  await client.query(
    `insert into subsidies.batch_line (county, id, batch_id, award_id, place_key, position, head, village, item, account_tail, amount)
     select a.county, gen_random_uuid(), $2, a.id, a.place_key, row_number() over (order by a.village_key, a.id), a.head, v.name,
       a.item, a.account_tail, a.amount
     from subsidies.award a join regions.place v on v.key = a.village_key where a.county = $1 and a.id = any ($3::uuid[])`,
    [project.county, id, said.awards],
  );
  await setAwards(client, { county: project.county, id }, `state = 'listed', reason = null`);
  return project;
}

const setAwards = (client: Client, { county, id }: { county: string; id: string }, set: string) =>
  client.query(
    `update subsidies.award a set ${set}, changed_at = clock_timestamp() from subsidies.batch_line l
     where l.county = $1 and l.batch_id = $2 and a.county = l.county and a.id = l.award_id`,
    [county, id],
  );

export async function moveBatch(
  client: Client,
  caller: Caller,
  id: string,
  verb: Exclude<BatchVerb, 'answer'>,
  said: BatchDeed,
  today: string,
): Promise<{ project: Project; before: Batch; state: BatchState }> {
  const { project, batch } = await batchFor(client, caller, id, 'held');
  const step = mustBeStep(stepFor(batchSteps, verb, standingOf(project, batch), caller));
  asSeen(batch, said.seen);
  if (step.needs?.includes('reason') && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  const key = [project.county, id];
  if (verb === 'check') {
    const request = await requestChosen(client, project, batch, said.request);
    const hash = createHash('sha256')
      .update(bankFile(await linesOf(client, batch)))
      .digest('hex');
    await client.query(
      `update subsidies.batch set checked_by = $3, checked_on = $4, sha256 = $5, request_id = $6 where county = $1 and id = $2`,
      [...key, caller.account, today, hash, request.id],
    );
  }
  if (verb === 'discard')
    await setAwards(
      client,
      batch,
      `state = case when exists (select from subsidies.batch_line t where t.county = a.county and t.award_id = a.id
         and t.result = 'failed') then 'failed' else 'checked' end::subsidies.award_state`,
    );
  if (verb === 'receipt') {
    const paid = BigInt(batch.paidAmount ?? '0');
    if (paid === 0n) throw new Refusal('subsidies.refusal.nothing_paid');
    const request = await requestChosen(client, project, batch, said.request);
    if (request.state !== 'sent') throw new Refusal('subsidies.refusal.request_not_sent');
    const deed = { ...said, seen: request.changedAt };
    await moveRequest(client, caller, request.id, 'receipt', deed, today, paid);
    await client.query('update subsidies.batch set request_id = $3 where county = $1 and id = $2', [
      ...[...key, request.id],
    ]);
  }
  await client.query(
    'update subsidies.batch set state = $3, changed_at = clock_timestamp() where county = $1 and id = $2',
    [...key, step.to],
  );
  return { project, before: batch, state: step.to };
}

/** Takes a bank's answer in whole; where anything is wrong nothing is taken, and all that is wrong is said. */
export async function takeAnswer(
  client: Client,
  caller: Caller,
  id: string,
  said: TakeAnswer,
  today: string,
): Promise<{ project: Project; answer: AnswerTaken }> {
  const { project, batch } = await batchFor(client, caller, id, 'held');
  const step = mustBeStep(stepFor(batchSteps, 'answer', standingOf(project, batch), caller));
  asSeen(batch, said.seen);
  const given = textOf(Buffer.from(said.file, 'base64'));
  if ('fault' in given)
    throw new Refusal(
      given.fault === 'workbook' ? 'subsidies.refusal.workbook' : 'subsidies.refusal.not_text',
    );
  const mark = classifiedMark(given.text);
  if (mark) throw new Classified('body/file', mark);
  const rows = rowsOf(given.text).map(({ line, cells }) => ({ line, cells: [...(cells ?? [])] }));
  const found = columnsOf(rows.map(({ cells }) => cells));
  if (!found) throw new Refusal('subsidies.refusal.no_heads');
  const lines = await linesOf(client, batch);
  const { faults, answered } = readAnswer(lines, rows.slice(found.at + 1), found.columns);
  const count = (result: string) => answered.filter((one) => one.result === result).length;
  if (faults.length > 0)
    return { project, answer: { taken: false, paid: 0, failed: 0, faults: faults.slice(0, 500) } };
  const key = [project.county, id];
  await client.query(
    `update subsidies.batch_line l set result = a.result, reason = a.reason
     from jsonb_to_recordset($3::jsonb) a (position integer, result subsidies.result, reason text)
     where l.county = $1 and l.batch_id = $2 and l.position = a.position`,
    [...key, JSON.stringify(answered)],
  );
  await setAwards(
    client,
    batch,
    `state = l.result::text::subsidies.award_state, reason = l.reason`,
  );
  await client.query(
    `update subsidies.batch b set state = $3, answered_on = $4, answered_by = $5, changed_at = clock_timestamp(),
       paid_count = l.count, paid_amount = l.amount, request_id = case when l.count > 0 then b.request_id end
     from (select count(*) as count, coalesce(sum(amount), 0) as amount from subsidies.batch_line
       where county = $1 and batch_id = $2 and result = 'paid') l
     where b.county = $1 and b.id = $2`,
    [...key, step.to, today, caller.account],
  );
  return {
    project,
    answer: { taken: true, paid: count('paid'), failed: count('failed'), faults: [] },
  };
}
