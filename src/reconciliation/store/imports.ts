/** Taking files in, whole or not at all, and taking them back. */

import { countyOfKey } from '../../kit/region-key.ts';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { ImportRow, Preview, SourceRow } from '../contract.ts';
import type { FileRead } from '../reading/read-file.ts';

/** Lines of the file beside what was taken in before: the nth of those that say the same. Parameters: $1 lines, $2 source, $3 county. */
const fresh = `
  select l.row, l.number, l.dated, l.amount, l.payee, l.budget_code, l.purpose, l.nth
  from jsonb_to_recordset($1::jsonb) l (row integer, number text, dated date, amount bigint, payee text, budget_code text,
    purpose text, nth integer)
  where not exists (select from reconciliation.line k
    where k.county = $3 and k.source_id = $2 and k.dated = l.dated and k.number = l.number and k.amount = l.amount
      and k.payee = l.payee and k.nth = l.nth)`;

interface Sum {
  lines: number;
  amount: string;
  from: string | null;
  to: string | null;
}
const nothing: Sum = { lines: 0, amount: '0', from: null, to: null };

function added(a: Sum, b: Sum): Sum {
  const days = [a.from, b.from, a.to, b.to].filter((day) => day !== null).sort();
  return {
    lines: a.lines + b.lines,
    amount: (BigInt(a.amount) + BigInt(b.amount)).toString(),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}
const summed = `count(*)::integer as lines, coalesce(sum(amount), 0)::text as amount,
  min(dated)::text as "from", max(dated)::text as "to"`;

/** What of a file is new, and every fault: of its own, days to come, and lines in a period that is reconciled already. */
export async function previewOf(
  client: Client,
  source: SourceRow,
  read: FileRead,
  today: string,
): Promise<Preview> {
  let sum = nothing;
  const fixed: Preview['faults'] = [];
  let barred = 0;
  // One batch at a time: a hundred thousand lines at once would stand in memory three times over.
  for (const lines of read.batches) {
    const values = [lines, source.id, countyOfKey(source.office), today];
    const { rows } = await client.query<Sum & { barred: Preview['faults'] | null }>(
      `with fresh as materialized (${fresh})
       select ${summed}, (
         select jsonb_agg(jsonb_build_object('line', f.row, 'text', f.dated,
           'what', case when f.dated > $4::date then 'date_to_come' else 'period_fixed' end) order by f.row)
         from fresh f
         where f.dated > $4::date
           or exists (select from reconciliation.run r where r.source_id = $2 and r.state in ('finished', 'confirmed')
             and f.dated between r.starts_on and r.ends_on)
       ) as barred from fresh`,
      values,
    );
    sum = added(sum, rows[0] ?? nothing);
    const found = rows[0]?.barred ?? [];
    barred += found.length;
    fixed.push(...found.slice(0, 2_000 - fixed.length));
  }
  return {
    lines: sum.lines,
    amount: sum.amount,
    from: sum.from ?? read.from,
    to: sum.to ?? read.to,
    leftOut: read.lines - sum.lines,
    zeros: read.zeros,
    totals: read.totals,
    repeats: read.repeats,
    faulty: read.faulty + barred,
    faults: [...read.faults, ...fixed].sort((a, b) => a.line - b.line),
    sample: read.sample,
  };
}

/** Whoever takes in or takes back lines of a source waits for whoever finishes a run of it. */
export const holdSource = (client: Client, source: string) =>
  client.query(
    `select pg_advisory_xact_lock(hashtextextended('reconciliation.source:' || $1, 0))`,
    [source],
  );

/**
 * Takes a file in. The source is held by the caller of this.
 * @throws Refusal when a line has a fault, or none is new
 */
export async function takeIn(
  client: Client,
  caller: Caller,
  source: SourceRow,
  { id, name, read, today }: { id: string; name: string; read: FileRead; today: string },
): Promise<Preview> {
  const preview = await previewOf(client, source, read, today);
  if (preview.faulty > 0)
    throw new Refusal('reconciliation.refusal.faulty', { count: preview.faulty });
  if (preview.lines === 0) throw new Refusal('reconciliation.refusal.nothing_new');
  await client.query(
    `insert into reconciliation.import_file (id, place_key, source_id, name, lines, left_out, amount, starts_on, ends_on,
       taken_by, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [
      ...[id, source.office, source.id, name.trim(), preview.lines, preview.leftOut],
      ...[preview.amount, preview.from, preview.to, caller.account],
    ],
  );
  for (const lines of read.batches) await addLines(client, source, id, lines);
  return preview;
}

/** @param lines as JSON, those taken in before among them */
export async function addLines(
  client: Client,
  source: { id: string; office: string },
  file: string,
  lines: string,
): Promise<void> {
  await client.query(
    `insert into reconciliation.line (county, id, place_key, source_id, import_id, row, number, dated, amount, payee,
       budget_code, purpose, nth)
     select $3, gen_random_uuid(), $4::bigint, $2::uuid, $5::uuid, f.row, f.number, f.dated, f.amount, f.payee, f.budget_code, f.purpose,
       f.nth
     from (${fresh}) f`,
    [lines, source.id, countyOfKey(source.office), source.office, file],
  );
  await client.query(
    `insert into reconciliation.brought_again (county, line_id, import_id, place_key, row)
     select k.county, k.id, $4::uuid, k.place_key, min(l.row)
     from jsonb_to_recordset($1::jsonb) l (row integer, number text, dated date, amount bigint, payee text, nth integer)
     join reconciliation.line k on k.county = $3 and k.source_id = $2 and k.dated = l.dated and k.number = l.number
       and k.amount = l.amount and k.payee = l.payee and k.nth = l.nth and k.import_id <> $4
     group by k.county, k.id, k.place_key`,
    [lines, source.id, countyOfKey(source.office), file],
  );
}

/**
 * Takes the lines of a file away, but hands on what another standing file brought as well: to the one taken in first.
 * Files that get lines that way have them and their days from then on.
 */
async function takeAway(client: Client, { id, county }: { id: string; county: string }) {
  await client.query(
    'delete from reconciliation.brought_again where county = $2 and import_id = $1',
    [id, county],
  );
  const { rows } = await client.query<{ handed: number }>(
    `with heir as (
       select distinct on (b.line_id) b.line_id, b.import_id, b.row
       from reconciliation.brought_again b
       join reconciliation.line l on l.county = b.county and l.id = b.line_id and l.import_id = $1
       join reconciliation.import_file f on f.id = b.import_id and f.withdrawn_at is null
       where b.county = $2
       order by b.line_id, f.taken_at, f.id
     ), line as (
       update reconciliation.line l set import_id = heir.import_id, row = heir.row
       from heir where l.county = $2 and l.id = heir.line_id
       returning l.id, l.import_id, l.amount, l.dated
     ), gone as (
       delete from reconciliation.brought_again b using heir
       where b.county = $2 and b.line_id = heir.line_id and b.import_id = heir.import_id
     ), file as (
       update reconciliation.import_file f set lines = f.lines + n.lines, left_out = f.left_out - n.lines,
         amount = f.amount + n.amount, starts_on = least(f.starts_on, n.first_on), ends_on = greatest(f.ends_on, n.last_on)
       from (select import_id, count(*)::integer as lines, sum(amount)::bigint as amount, min(dated) as first_on,
           max(dated) as last_on from line group by import_id) n
       where f.id = n.import_id
     )
     select count(*)::integer as handed from line`,
    [id, county],
  );
  const { rowCount } = await client.query(
    'delete from reconciliation.line where county = $2 and import_id = $1',
    [id, county],
  );
  return { lines: rowCount ?? 0, handed: rows[0]?.handed ?? 0 };
}

const fixedRun = `exists (select from reconciliation.run r where r.source_id = f.source_id and r.state in ('finished', 'confirmed')
  and r.starts_on <= f.ends_on and r.ends_on >= f.starts_on)`;
const columns = `
  f.id, f.name, f.source_id as source, s.name as "sourceName", s.kind, office.name as "officeName", f.lines,
  f.left_out as "leftOut", f.amount::text as amount, f.starts_on::text as "from", f.ends_on::text as "to",
  coalesce(a.display_name, '') as "takenBy", to_char(f.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "takenAt",
  f.withdrawn_at is not null as withdrawn, f.reason`;
const joins = `
  join reconciliation.source s on s.id = f.source_id
  join regions.place office on office.key = f.place_key
  left join access.account a on a.id = f.taken_by`;

export async function importsUnder(
  client: Client,
  caller: Caller,
  wanted: { lo: string; hi: string; before: readonly string[]; limit: number },
): Promise<ImportRow[]> {
  const { rows } = await client.query<ImportRow>(
    `select ${columns}, f.withdrawn_at is null and f.place_key = $8::bigint and $9 and not ${fixedRun} as "mayWithdraw"
     from reconciliation.import_file f ${joins}
     where f.place_key between $1 and $2 and ${withinText('f.place_key', '$3', '$4')}
       and (f.taken_at, f.id) < ($5::timestamptz, $6::uuid)
     order by f.taken_at desc, f.id desc limit $7`,
    [
      ...[wanted.lo, wanted.hi, ...boundsOf(caller.ranges), ...wanted.before, wanted.limit + 1],
      ...[caller.seat, caller.permissions.has('funds.register')],
    ],
  );
  return rows;
}

/**
 * Takes a file back: its lines go unless another file brought them too, what was said of it stays.
 * @throws Absent, or Refusal when it was taken back already or a finished run rests on it
 */
export async function withdraw(
  client: Client,
  caller: Caller,
  id: string,
  reason: string,
): Promise<{ name: string; lines: number; handed: number; office: string }> {
  mustActForOwn(caller);
  interface Found {
    name: string;
    source: string;
    office: string;
  }
  const { rows } = await client.query<Found>(
    'select name, source_id as source, place_key::text as office from reconciliation.import_file where id = $1 for update',
    [id],
  );
  const file = rows[0];
  if (!file || !inRanges(file.office, caller.ranges)) throw new Absent();
  if (file.office !== caller.seat) throw new Refusal('reconciliation.refusal.other_office');
  await holdSource(client, file.source);
  const { rows: now } = await client.query<{ withdrawn: boolean; fixed: boolean }>(
    `select f.withdrawn_at is not null as withdrawn, ${fixedRun} as fixed from reconciliation.import_file f where f.id = $1`,
    [id],
  );
  if (now[0]?.withdrawn) throw new Refusal('reconciliation.refusal.withdrawn', {}, 409);
  if (now[0]?.fixed) throw new Refusal('reconciliation.refusal.rests_on_it');
  const taken = await takeAway(client, { id, county: countyOfKey(file.office) });
  await client.query(
    `update reconciliation.import_file set withdrawn_by = $2, withdrawn_at = clock_timestamp(), reason = $3 where id = $1`,
    [id, caller.account, reason],
  );
  return { name: file.name, ...taken, office: file.office };
}
