/** Posting: a checked paper becomes a document and its entries, all or nothing. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { rangesOf, within } from '../../../teams/store/scope.ts';
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
  }>(
    `select count(*)::integer as lines, coalesce(sum(l.amount), 0)::text as total,
       (select r.name from funds.paper_line x
        join funds.closing c on c.county = x.county and c.month = date_trunc('month', $2::date)::date
        join regions.place r on r.key = c.place_key
        where x.paper_id = $1 order by c.county limit 1) as shut,
       exists (select from funds.document d where d.number = $3) as known
     from funds.paper_line l where l.paper_id = $1`,
    [paper.id, paper.dated, paper.number],
  );
  const found = rows[0];
  if (!found || found.lines === 0) throw new Refusal('funds.refusal.no_lines');
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
  return rows[0]?.posted ?? 0;
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
  return rows[0]?.posted ?? 0;
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
  const { rows: offices } = await client.query<{ level: Parameters<typeof bookLevel>[0] }>(
    'select level from regions.region where key = $1',
    [caller.home],
  );
  const level = offices[0]?.level;
  if (!level) throw new Error('an account without a home');
  const scope = rangesOf(caller);
  const { rows } = await client.query<{
    count: number;
    total: string;
    source: string | null;
    sources: number;
  }>(
    `select count(*)::integer as count, coalesce(sum(e.amount), 0)::text as total, min(e.source) as source,
       count(distinct e.source)::integer as sources
     from funds.entry e where ${standing('$1', '$2', '$3', '$4')}`,
    [document.number, ...scope, said.entries],
  );
  const found = rows[0];
  if (!found || found.count === 0) throw new Refusal('funds.refusal.nothing_to_reverse');
  if (said.entries.length > 0 && found.count !== said.entries.length)
    throw new Refusal('funds.refusal.entry_reversed');
  if (found.sources > 1) throw new Refusal('funds.refusal.several_sources');
  await client.query(
    `insert into funds.paper (id, place_key, kind, level, number, title, payer, payer_key, source, programme, measure, year,
       function_code, budget_code, dated, amount, reverses, explanation, registered_by)
     select $1, $2, 'reversal', $3, d.number || ' 冲红' || (select count(*) + 1 from funds.paper p where p.reverses = d.id
         and p.state <> 'discarded'), d.title, d.payer, d.payer_key, $4::funds.source, d.programme, d.measure, d.year,
       d.function_code, d.budget_code, $5, $6, d.id, $7, $8
     from funds.document d where d.id = $9`,
    [
      id,
      caller.home,
      bookLevel(level),
      found.source,
      said.dated,
      found.total,
      said.reason.trim(),
      caller.account,
      document.id,
    ],
  );
  await client.query(
    `insert into funds.paper_line (county, id, paper_id, place_key, amount, note, reverses)
     select e.county, gen_random_uuid(), $5, e.place_key, e.amount, e.note, e.id
     from funds.entry e where ${standing('$1', '$2', '$3', '$4')}`,
    [document.number, ...scope, said.entries, id],
  );
  await noteDeed(
    client,
    { id, office: caller.home },
    'register',
    'drafted',
    said.reason.trim(),
    caller,
  );
  return { amount: found.total, office: caller.home };
}

/** Entries e of a document that are none themselves taken back, all or those named. */
const standing = (number: string, lo: string, hi: string, named: string) => `
  e.document_number = ${number} and e.reverses is null and ${within('e.place_key', lo, hi)}
  and (cardinality(${named}::uuid[]) = 0 or e.id = any (${named}::uuid[]))
  and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)`;
