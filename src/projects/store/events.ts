/** What was done to a project and its cases: one row a deed. */
import { refusingUnseen } from '../../platform/as-seen.ts';
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import type { ProjectsCaseKind } from '../../schema.gen.ts';
import type { Hindrance } from '../rules.ts';

export interface Case {
  county: string;
  project: string;
  town: string;
  kind: ProjectsCaseKind;
  id: string;
}

export async function noteDeed(
  client: Client,
  caller: Caller,
  about: Case,
  deed: { verb: string; state: string; reason?: string | null },
): Promise<void> {
  await client.query(
    `insert into projects.event (county, id, project_id, place_key, kind, case_id, verb, state, reason, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [
      about.county,
      newId(),
      about.project,
      about.town,
      about.kind,
      about.id,
      deed.verb,
      deed.state,
      deed.reason?.trim() || null,
      caller.account,
    ],
  );
}

export const asSeen = refusingUnseen('projects.refusal.changed_since');

/** @throws Refusal saying why a verb is not the caller's to do now. */
export function mustBeStep<Step extends object>(step: Step | Hindrance): Step {
  if (typeof step === 'string')
    throw new Refusal(`projects.refusal.${step}`, {}, step === 'state' ? 409 : 422);
  return step;
}

/** @throws Refusal naming the first thing that stands in the way. */
export function nothingMissing(missing: readonly string[]): void {
  const [first] = missing;
  if (first !== undefined) throw new Refusal(`projects.missing.${first}`);
}

/** The business day of a deed: given or today, not before the last one and not to come. */
export function dayOf(given: string | null | undefined, today: string, since?: string): string {
  const day = given ?? today;
  if (day > today) throw new Refusal('projects.refusal.day_to_come', { today });
  if (since !== undefined && day < since)
    throw new Refusal('projects.refusal.day_before', { day: since });
  return day;
}
