/** What matching found, row by row; and what people do to it: pair, take apart, explain. */
import { countyOfKey } from '../../kit/region-key.ts';
import type { Client } from '../../platform/db/pool.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { ItemRow } from '../contract-runs.ts';
import { reasonsFor, wantsNote } from '../rules/statement.ts';
import { keepSums } from './match.ts';
import type { Run } from './runs.ts';

const columns = `
  i.id, i.result, i.basis, i.cluster, i.day::text as day,
  i.ours_key as "oursKey", i.ours_number as "oursNumber", i.ours_on::text as "oursOn", i.ours_amount::text as "oursAmount",
  i.ours_note as "oursNote", i.ours_entries as "oursEntries",
  i.theirs_key as "theirsKey", i.theirs_number as "theirsNumber", i.theirs_on::text as "theirsOn",
  i.theirs_amount::text as "theirsAmount", i.theirs_payee as "theirsPayee", i.theirs_lines as "theirsLines",
  i.reason, i.note, a.display_name as "explainedBy"`;

export interface WantedItems {
  result?: string | undefined;
  only?: 'differences' | 'open' | undefined;
  /** Cluster, day and id of the one before. */
  after: readonly string[];
  limit: number;
}

/** Items in the order of what they might belong to, then their days; one more than asked. */
export async function itemsOf(
  client: Client,
  run: string,
  wanted: WantedItems,
): Promise<ItemRow[]> {
  const { rows } = await client.query<ItemRow>(
    `select ${columns} from reconciliation.item i left join access.account a on a.id = i.explained_by
     where i.run_id = $1 and ($2::text is null or i.result::text = $2)
       and ($3::text is null or (i.result <> 'matched' and ($3 = 'differences' or i.reason is null)))
       and (i.cluster, i.day, i.id) > ($4::text, $5::date, $6::uuid)
     order by i.cluster, i.day, i.id limit $7`,
    [run, wanted.result ?? null, wanted.only ?? null, ...wanted.after, wanted.limit + 1],
  );
  return rows;
}

/** @throws Refusal when one of the two is not there alone any more */
export async function pair(
  client: Client,
  caller: Caller,
  run: Run,
  said: { ours: string; theirs: string; reason: string },
): Promise<void> {
  const { rows } = await client.query<{ ours: number; theirs: number }>(
    `select count(*) filter (where ours_key = $2)::integer as ours, count(*) filter (where theirs_key = $3)::integer as theirs
     from reconciliation.item where run_id = $1 and result in ('ours_only', 'theirs_only', 'ambiguous')
       and (ours_key = $2 or theirs_key = $3)`,
    [run.id, said.ours, said.theirs],
  );
  if (rows[0]?.ours !== 1 || rows[0].theirs !== 1)
    throw new Refusal('reconciliation.refusal.not_alone', {}, 409);
  await rule(client, caller, run, { ...said, together: true });
}

/** Takes a pair apart, or leaves a line to be judged alone; from now on only a person joins it to another. @throws Absent when there is no such item */
export async function part(
  client: Client,
  caller: Caller,
  run: Run,
  { item, reason }: { item: string; reason: string },
): Promise<void> {
  const { rows } = await client.query<{ ours: string; theirs: string }>(
    `select coalesce(ours_key, '') as ours, coalesce(theirs_key, '') as theirs from reconciliation.item
     where run_id = $1 and id = $2 and result in ('matched', 'amount_differs', 'ambiguous')`,
    [run.id, item],
  );
  if (!rows[0]) throw new Absent();
  await rule(client, caller, run, { ...rows[0], reason, together: false });
}

async function rule(
  client: Client,
  caller: Caller,
  run: Run,
  said: { ours: string; theirs: string; reason: string; together: boolean },
): Promise<void> {
  await client.query(
    `insert into reconciliation.ruling (county, id, place_key, run_id, ours_key, theirs_key, together, reason, by, at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
    [
      ...[countyOfKey(run.office), run.office, run.id, said.ours, said.theirs],
      ...[said.together, said.reason.trim(), caller.account],
    ],
  );
}

/**
 * Says why items differ, or takes back what was said.
 * @throws Absent when one of them is gone; Refusal when the reason does not fit, or says nothing without a note
 */
export async function explain(
  client: Client,
  caller: Caller,
  run: Run,
  said: { items: readonly string[]; reason: ItemRow['reason']; note: string | null },
): Promise<void> {
  const { rows } = await client.query<{ result: ItemRow['result'] }>(
    'select result from reconciliation.item where run_id = $1 and id = any ($2::uuid[])',
    [run.id, said.items],
  );
  if (rows.length !== said.items.length) throw new Absent();
  const note = said.note?.trim() || null;
  for (const { result } of rows) {
    if (result === 'ambiguous') throw new Refusal('reconciliation.refusal.judge_first');
    if (result === 'matched') throw new Refusal('reconciliation.refusal.nothing_to_explain');
    if (said.reason !== null && !reasonsFor[result].includes(said.reason))
      throw new Refusal('reconciliation.refusal.reason_fits_not');
  }
  if (said.reason !== null && wantsNote(said.reason) && note === null)
    throw new Refusal('reconciliation.refusal.note_needed');
  await client.query(
    `update reconciliation.item set reason = $3, note = $4, explained_by = $5, explained_at = clock_timestamp()
     where run_id = $1 and id = any ($2::uuid[])`,
    [run.id, said.items, said.reason, said.reason === null ? null : note, caller.account],
  );
  await keepSums(client, run.id);
}
