// A person decides an uncertain change of an edition that is not the tree yet.

import { sql } from 'kysely';
import type { Db } from '../platform/db/pool.ts';
import { type Caller, Refusal } from '../platform/http/endpoint.ts';
import { changeBetween } from './compare.ts';
import type { Decide, Decision } from './contract.ts';
import { decisionsOf, keepDecisions } from './decisions.ts';
import { editionClosed, inForce } from './rules.ts';
import { editions } from './store.ts';

/**
 * Keeps a person's decision beside those before.
 * @returns the place it is about and the decision that counted before
 * @throws Refusal when the edition or the change leaves nothing to decide
 */
export async function decide(
  db: Db,
  id: string,
  { edition, change, verdict, reason }: Decide,
  caller: Caller,
): Promise<{ place: string; before: Decision | undefined }> {
  const older = await comparedWith(db, edition);
  const found = await changeBetween(db, older, edition, caller.ranges, change);
  if (!found) throw new Refusal('regions.refusal.change_absent', { older, edition });
  if (found.row.confidence !== 'uncertain') {
    throw new Refusal('regions.refusal.change_not_uncertain');
  }
  // An upgrade has this lock alone. It is taken after the comparison, which takes a second; what the upgrade did
  // meanwhile is asked again.
  await sql`select pg_advisory_xact_lock_shared(7240)`.execute(db);
  await comparedWith(db, edition);
  const said = await decisionsOf(db, older, edition, [change]);
  const { account, name } = caller;
  await keepDecisions(db, older, edition, [
    { id, change, verdict, by: 'person', account, name, reason: reason.trim() },
  ]);
  return { place: found.key, before: said.get(change)?.[0] };
}

/** The edition in force, as long as the changes of this one can be decided. */
async function comparedWith(db: Db, edition: string): Promise<string> {
  const known = await editions(db);
  const now = inForce(known);
  const closed = editionClosed(
    known.find((row) => row.edition === edition),
    now,
  );
  if (closed) throw new Refusal(closed, { edition });
  return now?.edition ?? '';
}
