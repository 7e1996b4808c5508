/** Matching: one statement over all entries and all lines of a run. */
import type { Client } from '../../platform/db/pool.ts';
import type { SourceKind } from '../codes.ts';
import { ourLines, theirLines } from './our-lines.ts';

/** What a run is about. */
export interface Matter {
  id: string;
  kind: SourceKind;
  source: string;
  programme: string;
  from: string;
  to: string;
  daysApart: number;
  /** Region key of the office, and its range. */
  office: string;
  lo: string;
  hi: string;
  /** How often it was matched. */
  round: number;
}

/**
 * Holds our lines against theirs, keys in order of their strength, and puts what comes out in place of what was found
 * before. What a person paired stays paired, what a person took apart is left to a person, and what was said to a
 * difference that is still the same stays said.
 */
export async function match(client: Client, run: Matter): Promise<void> {
  // What a step leaves over cannot be estimated, and a nested loop over a hundred thousand lines would not end.
  await client.query(`set local enable_nestloop = off; set local work_mem = '64MB'`);
  await client.query({
    text: statement(run.kind),
    values: [...sidesOf(run), run.id, run.daysApart, run.office, run.round + 1],
  });
  await client.query('set local enable_nestloop = on');
  await client.query('delete from reconciliation.item where run_id = $1 and round <= $2', [
    run.id,
    run.round,
  ]);
  await client.query(
    'update reconciliation.run set round = round + 1, matched_at = clock_timestamp() where id = $1',
    [run.id],
  );
  await keepSums(client, run.id);
}

/** Items of the run $1 by result and what was said to them. */
export const summedItems = `
  select result, reason, count(*)::integer as count, coalesce(sum(ours_amount), 0)::text as ours,
    coalesce(sum(theirs_amount), 0)::text as theirs
  from reconciliation.item where run_id = $1 group by result, reason`;

/** Keeps the sums of a run with it, for the list of runs; after every change of its items. */
export async function keepSums(client: Client, run: string): Promise<void> {
  await client.query(
    `update reconciliation.run set parts = coalesce(
       (select jsonb_agg(to_jsonb(p) order by p.result, p.reason) from (${summedItems}) p), '[]') where id = $1`,
    [run],
  );
}

/** Office, programme, period, source: the parameters of both sides. */
export const sidesOf = (run: Omit<Matter, 'round' | 'id'>): unknown[] => [
  run.lo,
  run.hi,
  run.programme,
  run.from,
  run.to,
  run.source,
];

const columns = (of: string) =>
  ['ours', 'key', 'number', 'plain', 'dated', 'amount', 'budget_code', 'payee', 'note', 'entries']
    .map((name) => `${of}.${name}`)
    .join(', ');
const of = (side: 'ours' | 'theirs') => (side === 'ours' ? 's.ours' : 'not s.ours');
const count = (side: 'ours' | 'theirs') => `count(*) filter (where ${of(side)}) over w`;
const other = (what: string) =>
  `case when s.ours then ${what} filter (where not s.ours) over w else ${what} filter (where s.ours) over w end`;
const nearby = `order by s.dated range between make_interval(days => $8) preceding and make_interval(days => $8) following`;

/**
 * Lines of equal amount, equal in a column and not far apart: a pair where each has the other alone. A window and no
 * join: a thousand equal amounts would meet a thousand others.
 */
const near = (from: string, column: 'budget_code' | 'payee') => `
    select s.*, count(*) over (partition by s.label) = 2 and s.label is not null as fits
    from (
      select s.*, case when s.candidates <> 1 then null when s.ours then s.key || '|' || s.candidate
        else s.candidate || '|' || s.key end as label
      from (
        select ${columns('s')}, ${other('count(*)')} as candidates, ${other('max(s.key)')} as candidate
        from ${from} s where s.${column} <> ''
        window w as (partition by s.amount, s.${column} ${nearby})
      ) s
    ) s`;
const rest = (from: string, tried: string, column: string) => `
    select ${columns('s')} from ${tried} s where not s.fits
    union all select ${columns('s')} from ${from} s where s.${column} = ''`;

/** Exported for the benchmark, which asks how it is planned. */
export const statement = (kind: SourceKind): string => `
  with ruled as (
    select distinct on (r.ours_key, r.theirs_key) r.ours_key, r.theirs_key, r.together, r.reason
    from reconciliation.ruling r where r.run_id = $7
    order by r.ours_key, r.theirs_key, r.at desc, r.id desc
  ), held as (
    select ours_key as key, true as ours, max(theirs_key) filter (where together) as partner, max(reason) filter (where together) as said
    from ruled group by ours_key
    union all
    select theirs_key, false, max(ours_key) filter (where together), null from ruled group by theirs_key
  ), side as materialized (
    select ${columns('s')}, h.key is not null as held, h.said,
      case when s.ours then s.key || '|' || h.partner else h.partner || '|' || s.key end as ruling
    from (
      select true as ours, o.* from (${ourLines(kind)}) o
      union all
      select false, t.* from (${theirLines}) t
    ) s
    left join held h on h.key = s.key and h.ours = s.ours
  ), paired as (
    -- A pair of which one line is gone is none.
    select s.*, s.ruling is not null and count(*) over (partition by s.ruling) = 2 as fits from side s where s.held
  ), one as materialized (
    -- Of one number and day each side has one line.
    select s.*, count(*) over (partition by s.plain, s.dated, s.amount) = 2 as fits
    from side s where not s.held and s.plain <> ''
  ), two as materialized (
    select ${columns('s')}, ${count('ours')} as some, ${count('theirs')} as others
    from one s where not s.fits window w as (partition by s.plain, s.amount)
  ), three as materialized (
    select ${columns('s')}, ${count('ours')} as some, ${count('theirs')} as others
    from two s where s.some = 0 or s.others = 0 window w as (partition by s.plain)
  ), loose as materialized (
    select ${columns('s')} from three s where s.some = 0 or s.others = 0
    union all select ${columns('s')} from side s where not s.held and s.plain = ''
  ), four as materialized (${near('loose', 'budget_code')}
  ), not_four as materialized (${rest('loose', 'four', 'budget_code')}
  ), five as materialized (${near('not_four', 'payee')}
  ), not_five as (${rest('not_four', 'five', 'payee')}
  ), alone as (
    -- Amount and day by themselves say too little: a person looks.
    select s.*, ${count('ours')} > 0 and ${count('theirs')} > 0 as maybe
    from not_five s window w as (partition by s.amount ${nearby})
  ), line as (
    select ${columns('s')}, case when s.fits then 'p' || s.ruling end as label, 'person' as basis, '' as cluster, s.said from paired s
    union all
    select ${columns('s')}, '1' || s.plain || '~' || s.dated, 'number', '', null from one s where s.fits
    union all
    select ${columns('s')}, case when (s.some, s.others) = (1, 1) then '2' || s.plain || '~' || s.amount end, 'number',
      case when (s.some, s.others) = (1, 1) then '' else left(s.plain, 100) end, null
    from two s where s.some > 0 and s.others > 0
    union all
    select ${columns('s')}, case when (s.some, s.others) = (1, 1) then '3' || s.plain end, 'number',
      case when (s.some, s.others) = (1, 1) then '' else left(s.plain, 100) end, null
    from three s where s.some > 0 and s.others > 0
    union all select ${columns('s')}, '4' || s.label, 'near', '', null from four s where s.fits
    union all select ${columns('s')}, '5' || s.label, 'near', '', null from five s where s.fits
    union all select ${columns('s')}, null, null, case when s.maybe then s.amount::text else '' end, null from alone s
  ), found as (
    select max(s.basis) as basis, max(s.cluster) as cluster, min(s.dated) as day, max(s.said) as said,
      max(s.key) filter (where s.ours) as ours_key, max(s.number) filter (where s.ours) as ours_number,
      max(s.dated) filter (where s.ours) as ours_on, max(s.amount) filter (where s.ours) as ours_amount,
      max(s.note) filter (where s.ours) as ours_note, max(s.entries) filter (where s.ours) as ours_entries,
      max(s.key) filter (where not s.ours) as theirs_key, max(s.number) filter (where not s.ours) as theirs_number,
      max(s.dated) filter (where not s.ours) as theirs_on, max(s.amount) filter (where not s.ours) as theirs_amount,
      max(s.payee) filter (where not s.ours) as theirs_payee, max(s.entries) filter (where not s.ours) as theirs_lines
    from line s group by coalesce(s.label, case when s.ours then 'o' else 't' end || s.key)
  ), judged as (
    select f.*, case
        when f.ours_key is not null and f.theirs_key is not null
          then case when f.ours_amount = f.theirs_amount then 'matched' else 'amount_differs' end
        when f.cluster <> '' then 'ambiguous'
        when f.theirs_key is null then 'ours_only' else 'theirs_only'
      end::reconciliation.result as result
    from found f
  )
  insert into reconciliation.item (county, id, place_key, run_id, round, result, basis, cluster, day,
    ours_key, ours_number, ours_on, ours_amount, ours_note, ours_entries,
    theirs_key, theirs_number, theirs_on, theirs_amount, theirs_payee, theirs_lines,
    reason, note, explained_by, explained_at)
  select left($9::text, 6), gen_random_uuid(), $9::bigint, $7, $10::integer, f.result,
    case when f.result in ('matched', 'amount_differs') then f.basis::reconciliation.basis end, f.cluster, f.day,
    f.ours_key, f.ours_number, f.ours_on, f.ours_amount, f.ours_note, f.ours_entries,
    f.theirs_key, nullif(f.theirs_number, ''), f.theirs_on, f.theirs_amount, nullif(f.theirs_payee, ''), f.theirs_lines,
    old.reason, coalesce(old.note, f.said), old.explained_by, old.explained_at
  from judged f
  left join reconciliation.item old on old.run_id = $7 and old.round = $10::integer - 1 and old.explained_at is not null and old.result = f.result
    and coalesce(old.ours_key, '') = coalesce(f.ours_key, '') and coalesce(old.theirs_key, '') = coalesce(f.theirs_key, '')
    and coalesce(old.ours_amount, 0) = coalesce(f.ours_amount, 0) and coalesce(old.theirs_amount, 0) = coalesce(f.theirs_amount, 0)`;
