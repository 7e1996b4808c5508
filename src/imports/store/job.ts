/** Jobs of imports: one, a list, each step on. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, type Lang, Refusal } from '../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { SheetKind, Taken } from '../../platform/sheets/kind.ts';
import type { JobRow, PreviewThing } from '../contract.ts';
import { may, type State, type Verb, verbsFor } from '../rules.ts';

/** A job as it stands in the database, locked or not. */
export interface Job extends Omit<JobRow, 'kindName' | 'verbs'> {
  county: string;
  /** Account that took it in. */
  committedBy: string | null;
  /** Null once it was discarded: the workbook goes. */
  sha256: string | null;
  version: number | null;
  preview: PreviewThing[];
  /** What the template it was filled into was taken of. */
  taken: Taken;
  /** Digest of what its check found there already; null before a check. */
  found: string | null;
}

const columns = `
  j.county, j.id, j.kind, j.version, j.state, j.name, j.sha256, j.place_key::text as office, office.name as "officeName",
  j.lines, j.faulty, j.created, j.changed, j.amount::text as amount, j.preview, j.taken, j.found, a.display_name as by,
  j.committed_by as "committedBy",
  ${instant('j.uploaded_at')} as "uploadedAt", ${instant('j.changed_at')} as "changedAt"`;
const joins = `
  join regions.place office on office.key = j.place_key
  join access.account a on a.id = j.by`;

/**
 * The job, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function jobFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Job> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from imports.job where id = $1 for update', [id]);
  const { rows } = await client.query<Job>(
    `select ${columns} from imports.job j ${joins} where j.id = $1`,
    [id],
  );
  const job = rows[0];
  if (!job || !inRanges(job.office, caller.ranges)) throw new Absent();
  return job;
}

/** @throws Refusal when the job is another office's, or it is not the time for the verb. */
export async function jobToMove(
  client: Client,
  caller: Caller,
  id: string,
  verb: Verb,
): Promise<Job> {
  const job = await jobFor(client, caller, id, 'held');
  if (!isOwn(job, caller)) throw new Refusal('imports.refusal.other_office');
  if (!may(verb, job.state)) throw new Refusal('imports.refusal.state', {}, 409);
  return job;
}

/** What was booked is taken back by another person than who took it in, as by hand. */
export const mayUndo = (
  { committedBy }: Pick<Job, 'committedBy'>,
  { undoneBy }: SheetKind,
  { account, permissions }: Caller,
): boolean => !undoneBy || (committedBy !== account && permissions.has(undoneBy.permission));

const isOwn = ({ office }: Job, { seat, ownRanges }: Caller): boolean =>
  office === seat && inRanges(seat, ownRanges);

export const rowOf = (
  job: Job,
  kind: SheetKind | undefined,
  caller: Caller,
  lang: Lang,
): JobRow => {
  const { county: _, sha256: __, version: ___, preview: ____, taken: _____, ...more } = job;
  const { committedBy: ______, found: _______, ...row } = more;
  const mayWrite = isOwn(job, caller) && kind && caller.permissions.has(kind.permission);
  return {
    ...row,
    kindName: kind?.name[lang] ?? '',
    verbs: mayWrite
      ? verbsFor(job.state).filter((verb) => verb !== 'undo' || mayUndo(job, kind, caller))
      : [],
  };
};

/** Jobs of offices under a place, the one that moved last first; one more than asked. */
export async function jobsUnder(
  client: Client,
  caller: Caller,
  wanted: { lo: string; hi: string; before: readonly string[]; limit: number },
): Promise<Job[]> {
  const { rows } = await client.query<Job>(
    `select ${columns} from imports.job j ${joins}
     where j.place_key between $1 and $2 and ${withinText('j.place_key', '$3', '$4')}
       and (j.changed_at, j.id) < ($5::timestamptz, $6::uuid)
     order by j.changed_at desc, j.id desc limit $7`,
    [wanted.lo, wanted.hi, ...boundsOf(caller.ranges), ...wanted.before, wanted.limit + 1],
  );
  return rows;
}

/** @throws Refusal when the caller acts for other places and not for the own office just now. */
export async function addJob(
  client: Client,
  caller: Caller,
  job: { id: string; kind: string; name: string; sha256: string; size: number },
): Promise<void> {
  mustActForOwn(caller);
  const { seat, account } = caller;
  await client.query(
    `insert into imports.job (county, id, place_key, kind, name, sha256, size, by)
     select r.county, $2, r.key, $3, $4, $5, $6, $7 from regions.region r where r.key = $1`,
    [seat, job.id, job.kind, job.name, job.sha256, job.size, account],
  );
}

export type Moved = Partial<
  Pick<
    Job,
    | 'version'
    | 'lines'
    | 'taken'
    | 'found'
    | 'faulty'
    | 'created'
    | 'changed'
    | 'amount'
    | 'preview'
  >
>;

/** Moves a job on, with what became known of it. */
export async function moveJob(
  client: Client,
  caller: Caller,
  { county, id }: Job,
  state: State,
  more: Moved = {},
): Promise<void> {
  await client.query(
    `update imports.job set state = $3::imports.state, changed_at = clock_timestamp(), version = coalesce($4, version),
       lines = coalesce($5, lines), faulty = coalesce($6, faulty), created = coalesce($7, created),
       sha256 = case when $3::imports.state <> 'discarded' then sha256 end, changed = coalesce($8, changed),
       amount = coalesce($9, amount), preview = coalesce($10, preview), taken = coalesce($12, taken), found = coalesce($13, found),
       committed_by = case when $3::imports.state = 'committed' then $11::uuid else committed_by end,
       committed_at = case when $3::imports.state = 'committed' then clock_timestamp() else committed_at end,
       undone_by = case when $3::imports.state = 'undone' then $11::uuid end,
       undone_at = case when $3::imports.state = 'undone' then clock_timestamp() end
     where county = $1 and id = $2`,
    [
      county,
      id,
      state,
      more.version ?? null,
      more.lines ?? null,
      more.faulty ?? null,
      more.created ?? null,
      more.changed ?? null,
      more.amount ?? null,
      more.preview ? JSON.stringify(more.preview) : null,
      caller.account,
      more.taken ? JSON.stringify(more.taken) : null,
      more.found ?? null,
    ],
  );
}
