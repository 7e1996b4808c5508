// Makes a loaded edition the tree from a day on: keys, begun and ended places, the chain above, what became of what.

import { sql } from 'kysely';
import type { Db } from '../platform/db/pool.ts';
import type { LineageRow, Plan, Region } from './editions/plan.ts';

export type Activation = {
  edition: string;
  /** First day whose questions use this tree. */
  from: string;
  plan: Plan;
  /** The edition in force until then; without one the codes are written with their keys (load.ts). */
  previous: string | null;
};

/** Set statements of the caller's transaction; nothing here is done row by row. */
export async function activate(
  tx: Db,
  { edition, from, plan, previous }: Activation,
): Promise<void> {
  if (plan.ended.length > 0) await end(tx, plan.ended, from);
  await begin(tx, plan.begun, from);
  if (previous) await giveKeys(tx, edition, previous, plan, from);
  if (plan.lineage.length > 0) await writeLineage(tx, edition, plan.lineage);
  await tx
    .updateTable('regions.edition')
    .set({ active_from: from })
    .where('edition', '=', edition)
    .execute();
}

async function giveKeys(
  tx: Db,
  edition: string,
  previous: string,
  { keys }: Plan,
  from: string,
): Promise<void> {
  await tx
    .updateTable('regions.code')
    .set({ valid_to: from })
    .where('edition', '=', previous)
    .execute();
  await sql`
    update regions.code c set key = given.key, valid_from = ${from}::date
    from unnest(${[...keys.keys()]}::text[], ${[...keys.values()]}::bigint[]) as given (code, key)
    where c.edition = ${edition} and c.code = given.code
  `.execute(tx);
}

async function begin(tx: Db, begun: readonly Region[], from: string): Promise<void> {
  await sql`
    insert into regions.region (key, parent, lo, hi, level, county, valid_from)
    select key, parent, lo, hi, level::regions.level, county, ${from}::date
    from unnest(
      ${begun.map(({ key }) => key)}::bigint[],
      ${begun.map(({ parent }) => parent)}::bigint[],
      ${begun.map(({ lo }) => lo)}::bigint[],
      ${begun.map(({ hi }) => hi)}::bigint[],
      ${begun.map(({ level }) => level)}::text[],
      ${begun.map(({ county }) => county)}::text[]
    ) as begun (key, parent, lo, hi, level, county)
  `.execute(tx);
  await sql`
    insert into regions.ancestor (key, ancestor, level)
    with recursive up as (
      select key, key as ancestor, level, parent from regions.region
      where key = any (${begun.map(({ key }) => key)}::bigint[])
      union all
      select up.key, above.key, above.level, above.parent
      from up join regions.region above on above.key = up.parent
    )
    select key, ancestor, level from up
  `.execute(tx);
}

/** A place that no longer exists has no tier and no flag either. */
async function end(tx: Db, ended: readonly string[], from: string): Promise<void> {
  await sql`
    update regions.region set valid_to = ${from}::date where key = any (${ended}::bigint[])
  `.execute(tx);
  await sql`
    update regions.tier set valid_to = ${from}::date
    where place_key = any (${ended}::bigint[]) and valid_to is null and valid_from < ${from}::date
  `.execute(tx);
  await sql`
    update regions.flag set valid_to = ${from}::date
    where place_key = any (${ended}::bigint[]) and valid_to is null and valid_from < ${from}::date
  `.execute(tx);
}

async function writeLineage(
  tx: Db,
  edition: string,
  lineage: readonly LineageRow[],
): Promise<void> {
  await sql`
    insert into regions.lineage (edition, change, old_key, new_key, old_code, new_code, evidence, confidence)
    select ${edition}, change::regions.change, old_key, new_key, old_code, new_code, evidence,
      confidence::regions.confidence
    from unnest(
      ${lineage.map(({ change }) => change)}::text[],
      ${lineage.map(({ oldKey }) => oldKey)}::bigint[],
      ${lineage.map(({ newKey }) => newKey)}::bigint[],
      ${lineage.map(({ oldCode }) => oldCode)}::text[],
      ${lineage.map(({ newCode }) => newCode)}::text[],
      ${lineage.map(({ evidence }) => JSON.stringify(evidence))}::text[],
      ${lineage.map(({ confidence }) => confidence)}::text[]
    ) as told (change, old_key, new_key, old_code, new_code, evidence, confidence)
  `.execute(tx);
}
