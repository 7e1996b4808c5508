/** Posting: a checked paper becomes a document and its entries, all or nothing. */

import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import type { ReverseDocument } from '../../contract-papers.ts';
import { bookLevel, instrumentOf } from '../../rules-papers.ts';
import type { Paper } from './paper.ts';
import { noteDeed } from './write.ts';

/**
 * What must hold before a paper is handed in, and once more before it is posted.
 * @throws Refusal naming what is missing: lines, a sum that closes, a day that has come, an open month, a free number.
 */
export async function mustClose(client: Client, paper: Paper, today: string): Promise<void> {
  const { rows } = await client.query<{
    lines: number;
    total: string;
    shut: string | null;
    known: boolean;
    spent: boolean;
  }>(
    `select count(*)::integer as lines, coalesce(sum(l.amount), 0)::text as total,
       (select r.name from funds.paper_line x
        join funds.closing c on c.county = x.county and c.month = date_trunc('month', $2::date)::date
        join regions.place r on r.key = c.place_key
        where x.paper_id = $1 order by c.county limit 1) as shut,
       exists (select from funds.document d where d.number = $3) as known,
       $4 = 'spent' and exists (select from funds.paper_line x
         join funds.entry e on e.county = x.county and e.document_number = $3 and e.measure = 'spent' and e.reverses is null
         where x.paper_id = $1
           and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)) as spent
     from funds.paper_line l where l.paper_id = $1`,
    [paper.id, paper.dated, paper.number, paper.measure],
  );
  const found = rows[0];
  if (!found || paper.lineCount === 0) throw new Refusal('funds.refusal.no_lines');
  if (found.lines !== paper.lineCount) throw new Refusal('funds.refusal.lines_elsewhere');
  if (found.total !== paper.amount) {
    const gap = BigInt(paper.amount) - BigInt(found.total);
    throw new Refusal(gap > 0n ? 'funds.refusal.lines_below' : 'funds.refusal.lines_above', {
      gap: yuan(gap < 0n ? -gap : gap),
    });
  }
  if (paper.dated > today) throw new Refusal('funds.refusal.day_to_come', { today });
  if (found.shut !== null)
    throw new Refusal('funds.refusal.month_closed', {
      place: found.shut,
      month: paper.dated.slice(0, 7),
    });
  if (found.known && paper.kind === 'booking')
    throw new Refusal('funds.refusal.number_known', { number: paper.number });
  if (found.spent && paper.kind === 'booking')
    throw new Refusal('funds.refusal.receipt_spent', { number: paper.number });
}

/** Fen as yuan with two decimals, for a sentence. */
function yuan(fen: bigint): string {
  const text = fen.toString().padStart(3, '0');
  return `${text.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${text.slice(-2)}`;
}

/** Posts the entries of a paper and, for a booking, its document. @returns how many entries. */
export async function postPaper(client: Client, caller: Caller, paper: Paper): Promise<number> {
  if (paper.kind === 'reversal') return postReversal(client, caller, paper);
  await client.query(
    `insert into funds.document (id, number, title, payer, payer_key, programme, measure, year, amount, function_code,
       budget_code, issued_on, recorded_by)
     select id, number, title, payer, payer_key, programme, measure, year, amount, function_code, budget_code, dated, $2
     from funds.paper where id = $1`,
    [paper.id, caller.account],
  );
  const { rows } = await client.query<{ posted: number }>(
    `select funds.book(array_agg(row(l.id, l.county, l.place_key, l.amount, p.measure, p.payer, p.payer_key, p.source,
         p.level, p.programme, $3::funds.instrument, p.year, p.number, p.dated, l.note, null)::funds.booking
         order by l.place_key), $2) as posted
     from funds.paper p join funds.paper_line l on l.paper_id = p.id
     where p.id = $1`,
    [paper.id, caller.account, instrumentOf(paper.measure, paper.programme)],
  );
  if (paper.measure === 'spent') await mustLeaveBoundMoney(client, paper);
  return allOf(rows[0]?.posted, paper);
}

/** @throws Error when not every line was posted. */
function allOf(posted: number | undefined, { id, lineCount }: Paper): number {
  if (posted !== lineCount) throw new Error(`${posted} of ${lineCount} lines of ${id} posted`);
  return posted;
}

async function postReversal(client: Client, caller: Caller, paper: Paper): Promise<number> {
  const { rows } = await client.query<{ posted: number }>(
    `select funds.book(array_agg(row(l.id, e.county, e.place_key, -e.amount, e.measure, e.payer, e.payer_key, e.source,
         e.level, e.programme, e.instrument, e.year, e.document_number, p.dated, p.explanation, e.id)::funds.booking
         order by e.place_key, e.id), $2) as posted
     from funds.paper p
     join funds.paper_line l on l.paper_id = p.id
     join funds.entry e on e.county = l.county and e.id = l.reverses
     where p.id = $1`,
    [paper.id, caller.account],
  );
  if (paper.measure === 'received') await mustLeaveBoundMoney(client, paper);
  return allOf(rows[0]?.posted, paper);
}

/** @throws Refusal when what a reversal or a grant takes is spoken for, by projects first; its accounts are locked by then. */
async function mustLeaveBoundMoney(client: Client, paper: Paper): Promise<void> {
  const { rows } = await client.query<{ place: string }>(
    `select place.name as place
     from (select distinct l.county, l.place_key, p.source, p.programme, p.year
           from funds.paper p join funds.paper_line l on l.paper_id = p.id where p.id = $1) q
     join regions.place place on place.key = q.place_key
     where funds.bound_of(q.county, q.place_key, q.source, q.programme, q.year)
       > (select coalesce(sum(a.balance), 0) from funds.account a where a.county = q.county and a.holder = 'place'
            and a.place_key = q.place_key and a.measure = 'received'
            and (a.source, a.programme, a.year) = (q.source, q.programme, q.year))
     limit 1`,
    [paper.id],
  );
  if (rows[0])
    throw new Refusal(
      paper.kind === 'booking' ? 'funds.refusal.bound_elsewhere' : 'funds.refusal.held_by_projects',
      rows[0],
    );
}

/**
 * Drafts the paper that takes entries of a document back (冲红).
 * @throws Refusal when there is nothing left to take back, or an entry named is none of its that stand.
 */
export async function draftReversal(
  client: Client,
  caller: Caller,
  id: string,
  document: { id: string; number: string },
  said: ReverseDocument,
): Promise<{ amount: string; office: string }> {
  mustActForOwn(caller);
  const { rows: offices } = await client.query<{ level: Parameters<typeof bookLevel>[0] }>(
    'select level from regions.region where key = $1',
    [caller.seat],
  );
  const level = offices[0]?.level;
  if (!level) throw new Error('an account without a home');
  await client.query(
    `insert into funds.paper (id, place_key, kind, level, number, title, payer, payer_key, source, programme, measure, year,
       function_code, budget_code, dated, amount, reverses, explanation, registered_by)
     select $1, $2, 'reversal', $3, '冲红 ' || d.number, d.title, d.payer, d.payer_key,
       (select min(e.source) from funds.entry e where e.document_number = d.number), d.programme, d.measure, d.year,
       d.function_code, d.budget_code, $4, d.amount, d.id, $5, $6
     from funds.document d where d.id = $7`,
    [
      id,
      caller.seat,
      bookLevel(level),
      said.dated,
      said.reason.trim(),
      caller.account,
      document.id,
    ],
  );
  // The lines say what is taken back: the paper's own, as its number may stand elsewhere, too; amount and source follow from them.
  const { rows } = await client.query<{ amount: string }>(
    `insert into funds.paper_line (county, id, paper_id, place_key, amount, note, reverses, pledge_id)
     select e.county, gen_random_uuid(), $4, e.place_key, e.amount, e.note, e.id, own.pledge_id
     from funds.entry e join funds.document d on d.id = $5
     left join funds.paper_line own on own.county = e.county and own.id = e.id and own.paper_id = d.id
     where (own.id is not null or not exists (select from funds.paper_line o where o.paper_id = d.id))
       and e.document_number = d.number and e.reverses is null
       and (e.measure, e.programme, e.year) = (d.measure, d.programme, d.year)
       and ${withinText('e.place_key', '$1', '$2')}
       and (cardinality($3::uuid[]) = 0 or e.id = any ($3::uuid[]))
       and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)
     returning amount::text as amount`,
    [...boundsOf(caller.ownRanges), said.entries, id, document.id],
  );
  if (rows.length === 0) throw new Refusal('funds.refusal.nothing_to_reverse');
  if (said.entries.length > 0 && rows.length !== said.entries.length)
    throw new Refusal('funds.refusal.entry_reversed');
  const amount = rows.reduce((total, row) => total + BigInt(row.amount), 0n).toString();
  const { rows: taken } = await client.query<{ sources: number; last: string }>(
    `update funds.paper p set amount = $2, lines = $3, source = t.source
     from (select min(e.source) as source, count(distinct e.source)::integer as sources, max(e.booked_on)::text as last
           from funds.paper_line l join funds.entry e on e.county = l.county and e.id = l.reverses
           where l.paper_id = $1) t
     where p.id = $1 returning t.sources, t.last`,
    [id, amount, rows.length],
  );
  const found = taken[0];
  if (!found) throw new Error('the reversal is gone');
  if (found.sources > 1) throw new Refusal('funds.refusal.several_sources');
  if (said.dated < found.last) throw new Refusal('funds.refusal.before_entry', { day: found.last });
  await noteDeed(
    client,
    { id, office: caller.seat },
    'register',
    'drafted',
    said.reason.trim(),
    caller,
  );
  return { amount, office: caller.seat };
}
