/** Reading papers: one, a list, its lines, and what is to be looked at before it is posted. */

import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import type { Hint, PaperPage, PaperRow } from '../../contract-papers.ts';
import { goesBefore, verbsFor } from '../../rules-papers.ts';

/** A paper as it stands in the database, locked or not. */
export interface Paper extends Omit<PaperRow, 'verbs'> {
  /** Accounts that had a hand in it. */
  makers: string[];
  payerPlace: string;
  source: PaperPage['source'];
  level: string;
  functionCode: string | null;
  budgetCode: string | null;
  explanation: string | null;
  reverses: string | null;
  pledge: string | null;
  donor: string | null;
  purpose: string | null;
  /** How many lines it has, whoever looks. */
  lineCount: number;
}

const columns = `
  p.id, p.kind, p.state, p.number, p.title, p.payer, p.payer_key::text as "payerPlace", payer.name as "payerName",
  p.source, p.programme, p.measure, p.level, p.year, p.function_code as "functionCode", p.budget_code as "budgetCode",
  p.dated::text as dated, p.amount::text as amount, p.place_key::text as office, office.name as "officeName",
  p.explanation, p.reverses, p.lines as "lineCount", p.pledge_id as pledge, pledge.donor, p.purpose,
  coalesce(registrar.display_name, '') as "registeredBy", checker.display_name as "checkedBy",
  array(select distinct e.by::text from funds.paper_event e where e.paper_id = p.id
    and e.verb in ('register', 'amend', 'submit')) as makers,
  ${instant('p.changed_at')} as "changedAt"`;
const joins = `
  join regions.place payer on payer.key = p.payer_key
  join regions.place office on office.key = p.place_key
  left join access.account registrar on registrar.id = p.registered_by
  left join access.account checker on checker.id = p.checked_by
  left join funds.pledge on pledge.id = p.pledge_id`;

/**
 * The paper, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function paperFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Paper> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from funds.paper where id = $1 for update', [id]);
  const { rows } = await client.query<Paper>(
    `select ${columns} from funds.paper p ${joins} where p.id = $1`,
    [id],
  );
  const paper = rows[0];
  if (!paper || !inRanges(paper.office, caller.ranges)) throw new Absent();
  return paper;
}

export function rowOf(paper: Paper, caller: Caller): PaperRow {
  return {
    id: paper.id,
    kind: paper.kind,
    state: paper.state,
    number: paper.number,
    title: paper.title,
    payer: paper.payer,
    payerName: paper.payerName,
    programme: paper.programme,
    measure: paper.measure,
    year: paper.year,
    dated: paper.dated,
    amount: paper.amount,
    office: paper.office,
    officeName: paper.officeName,
    registeredBy: paper.registeredBy,
    checkedBy: paper.checkedBy,
    changedAt: paper.changedAt,
    // What a pledge says of a paper is not typed anew: it is discarded and registered again.
    verbs: verbsFor({ ...paper, place: paper.office }, caller).filter(
      (verb) => verb !== 'amend' || paper.pledge === null,
    ),
  };
}

/** Papers of offices under a place, the one changed last first; one more than asked. */
export async function papersUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    state: string | null;
    before: readonly string[];
    limit: number;
  },
): Promise<Paper[]> {
  const { rows } = await client.query<Paper>(
    `select ${columns} from funds.paper p ${joins}
     where p.place_key between $1 and $2 and ${withinText('p.place_key', '$3', '$4')}
       and ($5::funds.paper_state is null or p.state = $5::funds.paper_state)
       and (p.changed_at, p.id) < ($6::timestamptz, $7::uuid)
     order by p.changed_at desc, p.id desc limit $8`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.state,
      ...wanted.before,
      wanted.limit + 1,
    ],
  );
  return rows;
}

/** A paper with its lines in the order of their codes, tasks, hints and what was done to it. */
export async function paperPage(client: Client, caller: Caller, paper: Paper): Promise<PaperPage> {
  const scope = boundsOf(caller.ranges);
  const lines = await client.query<PaperPage['lines'][number]>(
    `select l.id, l.place_key::text as place, town.name as "placeName", county.name as "countyName",
       l.amount::text as amount, l.note
     from funds.paper_line l
     join regions.place town on town.key = l.place_key
     join regions.place county on county.key = case when town.level = 'county' then town.key else town.parent end
     where l.paper_id = $1 and ${withinText('l.place_key', '$2', '$3')}
     order by l.place_key, l.id`,
    [paper.id, ...scope],
  );
  const tasks = await client.query<PaperPage['tasks'][number]>(
    'select id, name, binding, target from funds.paper_task where paper_id = $1 order by position',
    [paper.id],
  );
  const events = await client.query<PaperPage['events'][number]>(
    `select e.verb, e.state, e.reason, coalesce(a.display_name, '') as by, ${instant('e.at')} as at
     from funds.paper_event e left join access.account a on a.id = e.by
     where e.paper_id = $1 order by e.at, e.id`,
    [paper.id],
  );
  const sum = lines.rows.reduce((total, { amount }) => total + BigInt(amount), 0n);
  return {
    ...rowOf(paper, caller),
    payerPlace: paper.payerPlace,
    source: paper.source,
    functionCode: paper.functionCode,
    budgetCode: paper.budgetCode,
    explanation: paper.explanation,
    reverses: paper.reverses,
    pledge: paper.pledge,
    donor: paper.donor,
    purpose: paper.purpose,
    linesAmount: sum.toString(),
    lines: lines.rows,
    tasks: tasks.rows,
    hints: paper.state === 'posted' ? [] : await hintsOf(client, caller, paper),
    events: events.rows,
  };
}

/**
 * What somebody should look at before the paper is posted:
 * above_before: more received than the payer issued or remitted; above_due: more provided than is due of all years so
 * far; same_again: the same place was booked the same amount within thirty days; no_due: nothing is due to the place.
 */
export async function hintsOf(client: Client, caller: Caller, paper: Paper): Promise<Hint[]> {
  if (paper.kind === 'reversal') return [];
  const { rows } = await client.query<Hint>(
    `with line as (
       select l.county, l.place_key, sum(l.amount)::bigint as amount
       from funds.paper_line l
       where l.paper_id = $1 and ${withinText('l.place_key', '$2', '$3')}
       group by l.county, l.place_key
     ), known as (
       select line.*,
         coalesce(sum(a.balance) filter (where a.measure = 'due'), 0) as due,
         coalesce(sum(a.balance) filter (where a.measure = $4::funds.measure), 0)
           + coalesce(sum(a.balance) filter (where a.measure = 'spent' and $4 = 'received'), 0) as booked,
         coalesce(sum(a.balance) filter (where a.measure = $5::funds.measure and a.year = $8), 0) as before,
         coalesce(sum(a.balance) filter (where a.measure in ('received', 'spent') and a.year = $8), 0) as received
       from line
       left join funds.account a on a.county = line.county and a.place_key = line.place_key and a.holder = 'place'
         and a.source = $6::funds.source and a.programme = $7::funds.programme and a.year <= $8
       group by line.county, line.place_key, line.amount
     ), found as (
       select 'above_before' as code, place_key, received + amount - before as amount from known
         where $4 = 'received' and $5 is not null and received + amount > before
       union all
       select 'above_due', place_key, booked + amount - due from known
         where $7 <> 'self_raised' and due > 0 and booked + amount > due
       union all
       select 'no_due', place_key, amount from known where $7 <> 'self_raised' and due <= 0
       union all
       select distinct 'same_again', k.place_key, k.amount from known k
         join funds.entry e on e.place_key = k.place_key and e.booked_on between $9::date - 30 and $9::date + 30
           and e.county = k.county and e.measure = $4::funds.measure and e.source = $6::funds.source
           and e.programme = $7::funds.programme and e.year = $8 and e.amount = k.amount
         where not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)
     )
     select found.code, count(*)::integer as count,
       (array_agg(place.name order by found.place_key))[1] as place,
       (array_agg(found.amount order by found.place_key))[1]::text as amount
     from found join regions.place place on place.key = found.place_key
     group by found.code order by found.code`,
    [
      paper.id,
      ...boundsOf(caller.ranges),
      paper.measure,
      paper.measure === 'received' ? goesBefore(paper.payer) : null,
      paper.source,
      paper.programme,
      paper.year,
      paper.dated,
    ],
  );
  return rows;
}
