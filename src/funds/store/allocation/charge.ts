/** Charging a rule for a budget year: what it says of each town becomes due (应配), by the difference to what is due already. */
import { createHash } from 'node:crypto';
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { ChargeAllocation } from '../../contract-allocation.ts';
import type { DueLine, RuleProblem } from '../../rules-allocation.ts';
import { bookLevel, usualSource } from '../../rules-papers.ts';
import { nameOf } from '../place-name.ts';
import type { Allocation } from './allocation.ts';
import { tried } from './numbers.ts';

/** @throws Refusal naming the first thing the rule cannot say, and the first town. */
export async function mustSayAll(client: Client, problems: readonly RuleProblem[]): Promise<void> {
  const [first] = problems;
  if (!first) return;
  throw new Refusal(`funds.refusal.rule_${first.code}`, {
    count: first.towns.length,
    place: await nameOf(client, first.towns[0] ?? ''),
  });
}

/** The numbers of a rule as one: another amount of any town and payer, another payer or town makes it another. */
export function splitOf(lines: readonly DueLine[]): string {
  const told = lines.map((line) => `${line.town} ${line.payer} ${line.payerPlace} ${line.amount}`);
  return createHash('sha256').update(told.sort().join('\n')).digest('hex');
}

/**
 * Books the differences and keeps what was said. Entries are never changed: where less is due than stands, what stands is
 * reversed and booked anew. Done twice it books nothing.
 * @returns how many entries
 * @throws Refusal when a later version holds, the rule cannot say all, or the numbers are not those the caller saw
 */
export async function charge(
  client: Client,
  caller: Caller,
  of: Allocation,
  { year, split }: ChargeAllocation,
  today: string,
): Promise<number> {
  // Two rules about the same money are charged one after the other, each on what the other left.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `funds.charge:${of.programme}:${of.office.slice(0, 2)}`,
  ]);
  await mustBeLast(client, of, year);
  const { lines, problems } = await tried(client, caller, of, year);
  await mustSayAll(client, problems);
  if (splitOf(lines) !== split) throw new Refusal('funds.refusal.rule_numbers_changed', {}, 409);
  const entries = await bookDifferences(client, caller, of, year, lines, today);
  await keep(client, of, year, lines);
  return entries;
}

async function mustBeLast(client: Client, of: Allocation, year: number): Promise<void> {
  const { rows } = await client.query<{ title: string }>(
    `select later.title from funds.allocation a
     join funds.allocation later on later.place_key = a.place_key and later.kind = a.kind
       and later.programme = a.programme and later.state = 'approved' and later.approved_at > a.approved_at
     where a.id = $1 and $2 between later.year_from and coalesce(later.year_to, $2)
     order by later.approved_at desc limit 1`,
    [of.id, year],
  );
  if (rows[0]) throw new Refusal('funds.refusal.rule_newer', { year, title: rows[0].title });
}

interface Change {
  county: string;
  place: string;
  payer: string;
  payerPlace: string;
  source: string;
  amount: string;
  document: string;
  reverses: string | null;
}

/** What must be booked so that what is said is due: more as it is, less as reversals and anew. In the order of counties. */
async function changesOf(
  client: Client,
  of: Allocation,
  year: number,
  lines: readonly DueLine[],
): Promise<Change[]> {
  const { rows } = await client.query<Change>(
    `with wanted as (
       select r.county, w.town as place_key, w.payer, w."payerPlace" as payer_key, w.source, w.amount
       from jsonb_to_recordset($1::jsonb)
         w (town bigint, payer funds.payer, "payerPlace" bigint, source funds.source, amount bigint)
       join regions.region r on r.key = w.town
     ), standing as (
       select county, place_key, payer, payer_key, source, sum(amount)::bigint as amount
       from funds.entry
       where measure = 'due' and programme = $2 and year = $3 and place_key between $4 and $5
         and ($6 = 'payers' or payer in ('assisted_city', 'county'))
       group by county, place_key, payer, payer_key, source having sum(amount) <> 0
     ), change as (
       select county, place_key, payer, payer_key, source, coalesce(w.amount, 0) as want, coalesce(s.amount, 0) as have
       from wanted w full join standing s using (county, place_key, payer, payer_key, source)
       where coalesce(w.amount, 0) <> coalesce(s.amount, 0)
     ), booking as (
       select county, place_key, payer, payer_key, source, want - have as amount, $7::text as document, null::uuid as reverses
       from change where want > have
       union all
       select county, place_key, payer, payer_key, source, want, $7::text, null from change where want < have and want > 0
       union all
       select e.county, e.place_key, e.payer, e.payer_key, e.source, -e.amount, e.document_number, e.id
       from change c
       join funds.entry e on (e.county, e.place_key, e.payer, e.payer_key, e.source)
         = (c.county, c.place_key, c.payer, c.payer_key, c.source)
         and e.measure = 'due' and e.programme = $2 and e.year = $3 and e.reverses is null
       where c.want < c.have
         and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)
     )
     select county, place_key::text as place, payer, payer_key::text as "payerPlace", source, amount::text as amount, document,
       reverses
     from booking order by county, place_key, payer, reverses nulls last`,
    [
      JSON.stringify(lines.map((line) => ({ ...wireOf(line), source: usualSource[line.payer] }))),
      of.programme,
      year,
      of.lo,
      of.hi,
      of.kind,
      of.document,
    ],
  );
  return rows;
}

const wireOf = (line: DueLine) => ({ ...line, amount: line.amount.toString() });

/** A province's four thousand entries at once took 16 s; a statement may take six. */
const ENTRIES_AT_ONCE = 300;

/** Whole counties one after the other, so that accounts are locked in the order in which everybody locks them. */
function inPortions(changes: readonly Change[]): Change[][] {
  const portions: Change[][] = [];
  for (const of of Map.groupBy(changes, ({ county }) => county).values()) {
    const last = portions.at(-1);
    if (last && last.length + of.length <= ENTRIES_AT_ONCE) last.push(...of);
    else portions.push([...of]);
  }
  return portions;
}

async function bookDifferences(
  client: Client,
  caller: Caller,
  of: Allocation,
  year: number,
  lines: readonly DueLine[],
  today: string,
): Promise<number> {
  const changes = await changesOf(client, of, year, lines);
  for (const portion of inPortions(changes)) {
    await client.query(
      `select funds.book(array_agg(row(gen_random_uuid(), county, place, amount, 'due', payer, "payerPlace", source,
         $2::funds.level, $3::funds.programme, 'rule', $4, document, $5::date, null, reverses)::funds.booking), $6)
       from jsonb_to_recordset($1::jsonb) c (county text, place bigint, payer funds.payer, "payerPlace" bigint,
         source funds.source, amount bigint, document text, reverses uuid)`,
      [JSON.stringify(portion), bookLevel(of.level), of.programme, year, today, caller.account],
    );
  }
  return changes.length;
}

/** What the version said for the year, in place of what it said when it was charged before. */
async function keep(
  client: Client,
  of: Allocation,
  year: number,
  lines: readonly DueLine[],
): Promise<void> {
  await client.query('delete from funds.allocation_line where allocation_id = $1 and year = $2', [
    of.id,
    year,
  ]);
  const { rowCount } = await client.query(
    `insert into funds.allocation_line (county, allocation_id, place_key, year, payer, payer_key, amount)
     select r.county, $1, l.town, $2, l.payer, l."payerPlace", l.amount
     from jsonb_to_recordset($3::jsonb) l (town bigint, payer funds.payer, "payerPlace" bigint, amount bigint)
     join regions.region r on r.key = l.town`,
    [of.id, year, JSON.stringify(lines.map(wireOf))],
  );
  if (rowCount !== lines.length) throw new Error(`${rowCount} of ${lines.length} lines kept`);
}
