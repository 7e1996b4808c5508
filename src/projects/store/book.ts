/** Bookings of projects in the ledger: what a contract commits, what a receipt spends. */
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { overSources } from '../rules-money.ts';
import { contractLines } from './budget.ts';
import { dayOf } from './events.ts';
import type { Project } from './project.ts';

interface Booking {
  measure: 'committed' | 'spent';
  number: string;
  on: string;
  note: string;
}

/** Books parts of an amount, each on a source of a project's budget. */
export async function bookOverSources(
  client: Client,
  caller: Caller,
  project: Project,
  parts: readonly { line: { id: string }; amount: bigint }[],
  { measure, number, on, note }: Booking,
): Promise<void> {
  const lines = parts.map((part) => ({
    ...{ id: newId(), budget: part.line.id, amount: part.amount.toString() },
  }));
  await client.query(
    `select funds.book_of_towns(array_agg(row(l.id, b.county, b.place_key, l.amount, $3::funds.measure, b.payer, b.payer_key, b.source,
         case when $3 = 'spent' then 'county' else 'town' end::funds.level, b.programme,
         case when $3 = 'spent' then case when b.programme = 'self_raised' then 'bank_receipt' else 'treasury_receipt' end
           else 'contract' end::funds.instrument,
         b.year, $4::text, $5::date, $6::text, null)::funds.booking order by l.id), $7::uuid)
     from jsonb_to_recordset($2::jsonb) l (id uuid, budget uuid, amount bigint)
     join projects.budget b on b.county = $1 and b.id = l.budget`,
    [project.county, JSON.stringify(lines), measure, number, on, note, caller.account],
  );
}

/** A payment over what its own contract commits of each source and nobody was paid. @throws Refusal where that is less. */
export async function paymentParts(
  client: Client,
  project: Project,
  contract: string,
  amount: bigint,
) {
  const lines = (await contractLines(client, project, contract)).map((line) => ({
    ...{ id: line.id, amount: line.amount, left: line.committed - line.spent },
  }));
  const left = lines.reduce((sum, line) => sum + (line.left > 0n ? line.left : 0n), 0n);
  if (amount > left) throw new Refusal('projects.refusal.above_contract');
  return overSources(amount, lines);
}

/** Takes back what stands under the number of a contract or a receipt (冲红). @returns fen taken back. */
export async function takeBack(
  client: Client,
  caller: Caller,
  project: Project,
  { measure, number, on, note }: Booking,
): Promise<bigint> {
  const { rows } = await client.query<{ amount: string }>(
    `with standing as (
       select e.* from funds.entry e
       where e.county = $1 and e.place_key = $2 and e.document_number = $3 and e.measure = $7::funds.measure and e.reverses is null
         and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)
     ), booked as (
       select funds.book_of_towns(array_agg(row(gen_random_uuid(), s.county, s.place_key, -s.amount, s.measure, s.payer, s.payer_key,
           s.source, s.level, s.programme, s.instrument, s.year, s.document_number, greatest(s.booked_on, $4::date), $5::text, s.id)::funds.booking
           order by s.id), $6::uuid) as posted
       from standing s having count(*) > 0
     )
     select coalesce(sum(s.amount), 0)::bigint::text as amount from standing s, booked`,
    [project.county, project.town, number, on, note, caller.account, measure],
  );
  return BigInt(rows[0]?.amount ?? '0');
}

/** Commits under a contract's number what was paid of it, source by source. @returns fen committed. */
export async function bookAsPaid(
  client: Client,
  caller: Caller,
  project: Project,
  contract: { id: string; number: string },
  on: string,
): Promise<bigint> {
  const { rows } = await client.query<{ amount: string }>(
    `with paid as (
       select e.county, e.place_key, e.payer, e.payer_key, e.source, e.programme, e.year, sum(e.amount)::bigint as amount
       from projects.request q
       join funds.entry e on e.county = q.county and e.place_key = q.place_key and e.document_number = q.receipt
         and e.measure = 'spent'
       where q.county = $1 and q.contract_id = $2 and q.state = 'paid'
       group by e.county, e.place_key, e.payer, e.payer_key, e.source, e.programme, e.year having sum(e.amount) > 0
     ), booked as (
       select funds.book_of_towns(array_agg(row(gen_random_uuid(), p.county, p.place_key, p.amount, 'committed', p.payer, p.payer_key,
           p.source, 'town', p.programme, 'contract', p.year, $3::text, $4::date, $5::text, null)::funds.booking), $6::uuid) as posted
       from paid p having count(*) > 0
     )
     select coalesce(sum(p.amount), 0)::bigint::text as amount from paid p left join booked on true`,
    [project.county, contract.id, contract.number, on, project.name, caller.account],
  );
  return BigInt(rows[0]?.amount ?? '0');
}

/**
 * The day a deed is booked on: its own, or a later one where the month of its own is closed.
 * @throws Refusal for a day before the deed, to come, or in a month that is closed, naming the first day that is open.
 */
export async function bookingDay(
  client: Client,
  { town }: Project,
  day: string,
  given: string | null | undefined,
  today: string,
): Promise<string> {
  const on = dayOf(given ?? day, today, day);
  const open = await firstOpenDay(client, town, on);
  if (open !== on)
    throw new Refusal('projects.refusal.month_shut', { month: on.slice(0, 7), day: open });
  return on;
}

/** The first day from a day on whose month the town's county has not closed. */
export async function firstOpenDay(client: Client, town: string, from: string): Promise<string> {
  const { rows } = await client.query<{ day: string | null }>(
    'select funds.open_day($1, $2)::text as day',
    [town, from],
  );
  const day = rows[0]?.day;
  if (!day) throw new Error('no month is open');
  return day;
}

/** @throws Refusal when the town's ledger has something standing under this number already. */
export async function mustBeUnused(
  client: Client,
  { county, town }: Project,
  number: string,
  measure: 'committed' | 'spent',
): Promise<void> {
  const { rows } = await client.query(
    `select 1 from funds.entry e where county = $1 and place_key = $2 and document_number = $3
       and measure = $4::funds.measure and reverses is null
       and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id) limit 1`,
    [county, town, number, measure],
  );
  if (rows.length > 0)
    throw new Refusal(
      measure === 'spent' ? 'projects.refusal.receipt_taken' : 'projects.refusal.number_taken',
    );
}
