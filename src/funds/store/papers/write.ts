/** Writing papers: what is registered, and each deed on it with its line in the paper's history. */

import { refusingUnseen } from '../../../platform/as-seen.ts';
import type { Client } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/new-id.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import type { FundsPaperState, FundsPaperVerb } from '../../../schema.gen.ts';
import type { RegisterPaper } from '../../contract-papers.ts';
import {
  bookLevel,
  hindrance,
  payerLevel,
  payersOf,
  paysOwnArea,
  sourceFits,
  transitionOf,
} from '../../rules-papers.ts';
import { nameOf } from '../place-name.ts';
import type { Paper } from './paper.ts';

/**
 * Checks what a form says against the rules and the places it names.
 * @throws Refusal naming the first thing that does not fit; a place out of reach by its line alone.
 */
export async function fits(client: Client, caller: Caller, said: RegisterPaper): Promise<void> {
  if (!payersOf[said.measure].includes(said.payer))
    throw new Refusal('funds.refusal.payer_of_measure');
  if (!sourceFits(said.source, said.programme))
    throw new Refusal('funds.refusal.source_of_programme');
  const twice = firstTwice(said.lines.map(({ place }) => place));
  if (twice !== undefined)
    throw new Refusal('funds.refusal.place_twice', { place: await nameOf(client, twice) });
  const { rows } = await client.query<{ lo: string; hi: string; level: string }>(
    'select lo::text as lo, hi::text as hi, level from regions.region where key = $1',
    [said.payerPlace],
  );
  const payer = rows[0];
  const wanted = payerLevel[said.payer];
  if (!payer || (wanted !== null && payer.level !== wanted))
    throw new Refusal('funds.refusal.payer_place');
  if (said.measure !== 'received' && said.payerPlace !== caller.seat)
    throw new Refusal('funds.refusal.payer_registers');
  // What an emergency shows is not there to book for.
  const outside = said.lines.findIndex(({ place }) => !inRanges(place, caller.ownRanges));
  if (outside >= 0) throw new Refusal('funds.refusal.line_place', { line: outside + 1 });
  const foreign = said.lines.find(({ place }) => place < payer.lo || place > payer.hi);
  if (paysOwnArea(said.payer) && foreign)
    throw new Refusal('funds.refusal.payer_area', { place: await nameOf(client, foreign.place) });
}

/** Puts the paper's lines and tasks in place of those it had. @throws Refusal for a place that is neither town nor county. */
export async function fill(
  client: Client,
  { id, office, lineCount }: { id: string; office: string; lineCount: number },
  said: Pick<RegisterPaper, 'lines' | 'tasks'>,
): Promise<void> {
  const gone = await client.query('delete from funds.paper_line where paper_id = $1', [id]);
  if (gone.rowCount !== lineCount) throw new Refusal('funds.refusal.lines_elsewhere');
  await client.query('delete from funds.paper_task where paper_id = $1', [id]);
  await addLines(client, { id, office }, said);
  await client.query('update funds.paper set lines = $2 where id = $1', [id, said.lines.length]);
}

async function addLines(
  client: Client,
  { id, office }: { id: string; office: string },
  { lines, tasks }: Pick<RegisterPaper, 'lines' | 'tasks'>,
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into funds.paper_line (county, id, paper_id, place_key, amount, note)
     select r.county, uuidv7(), $1, r.key, l.amount, l.note
     from jsonb_to_recordset($2::jsonb) l (place bigint, amount bigint, note text)
     join regions.region r on r.key = l.place and r.level in ('town', 'county')`,
    [id, JSON.stringify(lines)],
  );
  if (rowCount !== lines.length) throw new Refusal('funds.refusal.line_level');
  if (tasks.length === 0) return;
  await client.query(
    `insert into funds.paper_task (id, paper_id, place_key, position, name, binding, target)
     select gen_random_uuid(), $1, $2, t.position, t.name, t.binding, t.target
     from rows from (jsonb_to_recordset($3::jsonb) as (name text, binding boolean, target text))
       with ordinality t (name, binding, target, position)`,
    [id, office, JSON.stringify(tasks)],
  );
}

/** A paper of the caller's office, drafted. @returns when it was changed last: now */
export async function registerPaper(
  client: Client,
  caller: Caller,
  id: string,
  said: RegisterPaper,
): Promise<string> {
  mustActForOwn(caller);
  await fits(client, caller, said);
  const { rows } = await client.query<{ level: Parameters<typeof bookLevel>[0] }>(
    'select level from regions.region where key = $1',
    [caller.seat],
  );
  const office = rows[0];
  if (!office) throw new Error('an account without a home');
  const { rows: made } = await client.query<{ changedAt: string }>(
    `insert into funds.paper as p (id, place_key, kind, level, number, title, payer, payer_key, source, programme, measure,
       year, function_code, budget_code, dated, amount, registered_by, lines)
     values ($1, $2, 'booking', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     returning ${instant('p.changed_at')} as "changedAt"`,
    [
      ...[id, caller.seat, bookLevel(office.level), ...headOf(said), caller.account],
      said.lines.length,
    ],
  );
  await addLines(client, { id, office: caller.seat }, said);
  await noteDeed(client, { id, office: caller.seat }, 'register', 'drafted', null, caller);
  return made[0]?.changedAt ?? '';
}

/** The paper as the form has it now. */
export async function amendPaper(
  client: Client,
  caller: Caller,
  paper: Paper,
  said: RegisterPaper,
): Promise<void> {
  if (paper.kind === 'reversal') throw new Refusal('funds.refusal.reversal_fixed');
  if (paper.pledge !== null) throw new Refusal('funds.refusal.pledge_fixed');
  await fits(client, caller, said);
  await client.query(
    `update funds.paper set (number, title, payer, payer_key, source, programme, measure, year, function_code, budget_code,
       dated, amount) = row ($2, $3, $4::funds.payer, $5::bigint, $6::funds.source, $7::funds.programme, $8::funds.measure,
       $9::integer, $10, $11, $12::date, $13::bigint)
     where id = $1`,
    [paper.id, ...headOf(said)],
  );
  await fill(client, paper, said);
}

function headOf(said: RegisterPaper): unknown[] {
  return [
    documentNumber(said.number),
    said.title.trim(),
    said.payer,
    said.payerPlace,
    said.source,
    said.programme,
    said.measure,
    said.year,
    said.functionCode,
    said.budgetCode,
    said.dated,
    said.amount,
  ];
}

export const asSeen = refusingUnseen('funds.refusal.changed_since');

/** @throws Refusal when the verb is not the caller's to do now. */
export function mayDo(verb: FundsPaperVerb, paper: Paper, caller: Caller): FundsPaperState {
  const why = hindrance(verb, { ...paper, place: paper.office }, caller);
  if (why !== null)
    throw new Refusal(`funds.refusal.${why}`, {}, why === 'paper_state' ? 409 : 422);
  return transitionOf(verb).to;
}

/** Moves a paper on and keeps who did it and why. */
export async function moveOn(
  client: Client,
  caller: Caller,
  paper: Paper,
  verb: FundsPaperVerb,
  more: { reason?: string | null; explanation?: string | null } = {},
): Promise<FundsPaperState> {
  const to = mayDo(verb, paper, caller);
  await client.query(
    `update funds.paper set state = $2, changed_at = clock_timestamp(),
       explanation = case when $3 then $4 else explanation end,
       checked_by = case when $5 then $6::uuid end, checked_at = case when $5 then clock_timestamp() end
     where id = $1`,
    [paper.id, to, verb === 'submit', more.explanation ?? null, verb === 'check', caller.account],
  );
  await noteDeed(client, paper, verb, to, more.reason ?? null, caller);
  return to;
}

export async function noteDeed(
  client: Client,
  paper: { id: string; office: string },
  verb: FundsPaperVerb,
  state: FundsPaperState,
  reason: string | null,
  caller: Caller,
): Promise<void> {
  await client.query(
    `insert into funds.paper_event (id, paper_id, place_key, verb, state, reason, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [newId(), paper.id, paper.office, verb, state, reason, caller.account],
  );
}

/** A document's number with the brackets and blanks such numbers have, so that one document has one number. */
export const documentNumber = (text: string): string =>
  text
    .trim()
    .replaceAll(/[[［【(（](?=20\d\d)/g, '〔')
    .replaceAll(/(?<=〔20\d\d)[\]］】)）]/g, '〕')
    .replaceAll(/\s+/g, ' ');

function firstTwice(keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return keys.find((key) => seen.size === seen.add(key).size);
}
