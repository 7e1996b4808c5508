/** Runs: one, a list, its page, and the deeds that move it on. */

import { refusingUnseen } from '../../platform/as-seen.ts';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { RunState, RunVerb } from '../codes.ts';
import type { OpenRun, RunPage, RunRow } from '../contract-runs.ts';
import { hindrance, making, transitionOf, verbsFor } from '../rules/run-verbs.ts';
import { programmeFits, statementOf } from '../rules/statement.ts';
import { type Matter, sidesOf, summedItems } from './match.ts';
import { ourLines, ourRequests, theirLines } from './our-lines.ts';
import { ownSource } from './sources.ts';

/** A run as it stands in the database, locked or not. */
export interface Run extends Omit<RunRow, 'verbs' | 'open' | 'counts' | 'finishedBy'>, Matter {
  kind: RunRow['kind'];
  makers: string[];
  parts: Part[];
  finisherName: string | null;
  programme: RunRow['programme'];
}

const columns = `
  r.id, r.source_id as source, s.name as "sourceName", s.kind, r.programme, r.starts_on::text as "from", r.ends_on::text as "to",
  r.days_apart as "daysApart", r.state, r.round, r.place_key::text as office, office.name as "officeName",
  region.lo::text as lo, region.hi::text as hi, r.parts, finisher.display_name as "finisherName",
  confirmer.display_name as "confirmedBy", array(select distinct e.by::text from reconciliation.run_event e
    where e.run_id = r.id and e.verb::text in (${making.map((verb) => `'${verb}'`).join(', ')})) as makers,
  ${instant('r.matched_at')} as "matchedAt", ${instant('r.changed_at')} as "changedAt"`;
const joins = `
  join reconciliation.source s on s.id = r.source_id
  join regions.place office on office.key = r.place_key
  join regions.region region on region.key = r.place_key
  left join access.account finisher on finisher.id = r.finished_by
  left join access.account confirmer on confirmer.id = r.confirmed_by`;

/**
 * The run, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function runFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Run> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from reconciliation.run where id = $1 for update', [id]);
  const { rows } = await client.query<Run>(
    `select ${columns} from reconciliation.run r ${joins} where r.id = $1`,
    [id],
  );
  const run = rows[0];
  if (!run || !inRanges(run.office, caller.ranges)) throw new Absent();
  return run;
}

interface Part {
  result: RunRow['counts'] extends Record<infer R, number> ? R : never;
  reason: RunPage['statement']['parts'][number]['reason'];
  count: number;
  ours: string;
  theirs: string;
}

/** Items of a run by result and what was said to them, as they are: what is finished rests on no sum that was kept. */
async function partsOf(client: Client, run: string): Promise<Part[]> {
  const { rows } = await client.query<Part>(`${summedItems} order by result, reason`, [run]);
  return rows;
}

export async function runsUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    state: string | null;
    before: readonly string[];
    limit: number;
  },
): Promise<Run[]> {
  const { rows } = await client.query<Run>(
    `select ${columns} from reconciliation.run r ${joins}
     where r.place_key between $1 and $2 and ${withinText('r.place_key', '$3', '$4')}
       and case when $5::text is null then r.state <> 'discarded' else r.state::text = $5 end
       and (r.changed_at, r.id) < ($6::timestamptz, $7::uuid)
     order by r.changed_at desc, r.id desc limit $8`,
    [
      ...[wanted.lo, wanted.hi, ...boundsOf(caller.ranges), wanted.state],
      ...[...wanted.before, wanted.limit + 1],
    ],
  );
  return rows;
}

/** The row of a run by the sums that are kept with it: a page of runs reads none of their items. */
export function rowOf(run: Run, caller: Caller, parts: readonly Part[] = run.parts): RunRow {
  const of = (result: Part['result']) =>
    parts.filter((part) => part.result === result).reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ id: run.id, source: run.source, sourceName: run.sourceName, kind: run.kind },
    ...{ programme: run.programme, from: run.from, to: run.to, daysApart: run.daysApart },
    ...{ state: run.state, office: run.office, officeName: run.officeName },
    finishedBy: run.state === 'finished' || run.state === 'confirmed' ? run.finisherName : null,
    ...{ confirmedBy: run.confirmedBy, matchedAt: run.matchedAt, changedAt: run.changedAt },
    counts: {
      matched: of('matched'),
      amount_differs: of('amount_differs'),
      ours_only: of('ours_only'),
      theirs_only: of('theirs_only'),
      ambiguous: of('ambiguous'),
    },
    open: openOf(parts),
    verbs: verbsFor(run, caller),
  };
}

const openOf = (parts: readonly Part[]): number =>
  parts
    .filter(({ result, reason }) => result !== 'matched' && reason === null)
    .reduce((sum, { count }) => sum + count, 0);

interface Balance {
  count: number;
  amount: string;
}

/** What our books, our requests and their lines say just now. */
async function balancesOf(
  client: Client,
  run: Run,
): Promise<{ ours: Balance; theirs: Balance; requested: Balance }> {
  const sides = sidesOf(run);
  const asked = (text: string, values: unknown[]) =>
    client.query<Balance>(
      `select count(*)::integer as count, coalesce(sum(amount), 0)::text as amount from (${text}) side`,
      values,
    );
  const ours = await asked(ourLines(run.kind), sides.slice(0, 5));
  const theirs = await asked(
    theirLines.replaceAll('$4', '$1').replaceAll('$5', '$2').replaceAll('$6', '$3'),
    sides.slice(3),
  );
  const requested = await asked(ourRequests, sides.slice(0, 5));
  const none = { count: 0, amount: '0' };
  return {
    ours: ours.rows[0] ?? none,
    theirs: theirs.rows[0] ?? none,
    requested: requested.rows[0] ?? none,
  };
}

export async function statementOfRun(
  client: Client,
  run: Run,
): Promise<Pick<RunPage, 'statement' | 'requested'> & { row: (caller: Caller) => RunRow }> {
  const parts = await partsOf(client, run.id);
  const { ours, theirs, requested } = await balancesOf(client, run);
  const amountOf = ({ result, ours, theirs }: Part): bigint =>
    result === 'matched' ? BigInt(ours) : BigInt(theirs) - BigInt(ours);
  const sum = (...results: Part['result'][]) => {
    const found = parts.filter(({ result }) => results.includes(result));
    return {
      count: found.reduce((so, { count }) => so + count, 0),
      ours: found.reduce((so, part) => so + BigInt(part.ours), 0n),
      theirs: found.reduce((so, part) => so + BigInt(part.theirs), 0n),
    };
  };
  // What is left to a person stands on its side until somebody judged it.
  const [matched, single, differs] = [
    sum('matched'),
    sum('ours_only', 'theirs_only', 'ambiguous'),
    sum('amount_differs'),
  ];
  const sides = await client.query<{ ours: number; theirs: number }>(
    `select count(ours_key)::integer as ours, count(theirs_key)::integer as theirs from reconciliation.item
     where run_id = $1 and result in ('ours_only', 'theirs_only', 'ambiguous')`,
    [run.id],
  );
  const counted = sides.rows[0] ?? { ours: 0, theirs: 0 };
  const pairs = matched.count + differs.count;
  const { adjusted, gap, closes } = statementOf({
    ours: BigInt(ours.amount),
    theirs: BigInt(theirs.amount),
    theirsOnly: single.theirs,
    oursOnly: single.ours,
    differs: differs.theirs - differs.ours,
  });
  // Two changes may make up for each other in the sum.
  const whole =
    ours.count === pairs + counted.ours &&
    theirs.count === pairs + counted.theirs &&
    BigInt(ours.amount) === matched.ours + differs.ours + single.ours;
  return {
    row: (caller) => rowOf(run, caller, parts),
    requested,
    statement: {
      ours,
      theirs,
      matched: { count: matched.count, amount: matched.ours.toString() },
      theirsOnly: { count: counted.theirs, amount: single.theirs.toString() },
      oursOnly: { count: counted.ours, amount: single.ours.toString() },
      differs: { count: differs.count, amount: (differs.theirs - differs.ours).toString() },
      adjusted: adjusted.toString(),
      gap: gap.toString(),
      closes: closes && whole && run.round > 0,
      parts: parts
        .filter(({ result }) => result !== 'matched')
        .map((part) => ({
          ...{ result: part.result, reason: part.reason, count: part.count },
          amount: amountOf(part).toString(),
        })),
    },
  };
}

export async function runPage(client: Client, caller: Caller, run: Run): Promise<RunPage> {
  const { row, statement, requested } = await statementOfRun(client, run);
  const events = await client.query<RunPage['events'][number]>(
    `select e.verb, e.state, e.reason, a.display_name as by, ${instant('e.at')} as at
     from reconciliation.run_event e join access.account a on a.id = e.by
     where e.run_id = $1 order by e.at desc, e.id limit 200`,
    [run.id],
  );
  return { ...row(caller), statement, requested, events: events.rows };
}

/** A run of the caller's office over one of its sources. */
export async function openRun(
  client: Client,
  caller: Caller,
  id: string,
  said: OpenRun,
): Promise<void> {
  mustActForOwn(caller);
  const source = await ownSource(client, caller, said.source);
  if (said.to < said.from) throw new Refusal('reconciliation.refusal.period');
  if (!programmeFits(source.kind, said.programme))
    throw new Refusal('reconciliation.refusal.programme_of_source');
  await client.query(
    `insert into reconciliation.run (id, place_key, source_id, programme, starts_on, ends_on, days_apart, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, caller.seat, said.source, said.programme],
      ...[said.from, said.to, said.daysApart, caller.account],
    ],
  );
  await noteDeed(client, caller, { id, office: caller.seat }, 'open', 'in_work', null);
}

/** @throws Refusal when the verb is not the caller's to do now. */
export function mayDo(verb: RunVerb, run: Run, caller: Caller): RunState {
  const why = hindrance(verb, run, caller);
  if (why !== null)
    throw new Refusal(`reconciliation.refusal.${why}`, {}, why === 'run_state' ? 409 : 422);
  mustActForOwn(caller);
  return transitionOf(verb).to;
}

export const asSeen = refusingUnseen('reconciliation.refusal.changed_since');

/** Moves a run on and keeps who did it and why. */
export async function moveOn(
  client: Client,
  caller: Caller,
  run: Run,
  verb: RunVerb,
  reason: string | null = null,
): Promise<RunState> {
  const to = mayDo(verb, run, caller);
  await client.query(
    `update reconciliation.run set state = $2::reconciliation.run_state, changed_at = clock_timestamp(),
       finished_by = case when $3::text = 'finish' then $4::uuid when $2::reconciliation.run_state <> 'in_work' then finished_by end,
       confirmed_by = case when $3::text = 'confirm' then $4::uuid end
     where id = $1`,
    [run.id, to, verb, caller.account],
  );
  await noteDeed(client, caller, run, verb, to, reason);
  return to;
}

async function noteDeed(
  client: Client,
  caller: Caller,
  run: { id: string; office: string },
  verb: RunVerb,
  state: RunState,
  reason: string | null,
): Promise<void> {
  await client.query(
    `insert into reconciliation.run_event (id, run_id, place_key, verb, state, reason, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [newId(), run.id, run.office, verb, state, reason, caller.account],
  );
}
