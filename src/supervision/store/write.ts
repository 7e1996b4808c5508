/** Writing findings: what comes from outside, and each deed with its line in the history. */

import { refusingUnseen } from '../../platform/as-seen.ts';
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { SupervisionState, SupervisionVerb } from '../../schema.gen.ts';
import type { EnterProblem } from '../contract.ts';
import { type FindingDeed, isHidden, mayOwn, stepFor, type Transition } from '../rules.ts';
import type { Finding } from './findings.ts';

const asSeen = refusingUnseen('supervision.refusal.changed_since');

/** @throws Refusal when the verb is not the caller's to do now, or somebody changed the finding since. */
export function mayDo(
  verb: FindingDeed,
  finding: Finding,
  caller: Caller,
  today: string,
  seen: string,
): Transition {
  mustActForOwn(caller);
  const step = stepFor(verb, finding, caller, today);
  if (typeof step === 'string')
    throw new Refusal(`supervision.refusal.${step}`, {}, step === 'state' ? 409 : 422);
  asSeen(finding, seen);
  return step;
}

interface Given {
  said?: string | null;
  owner?: string;
  replyBy?: string | null;
}

/** Moves a finding on and keeps who did it for which office. */
export async function moveOn(
  client: Client,
  caller: Caller,
  finding: Finding,
  step: Transition,
  today: string,
  given: Given,
): Promise<SupervisionState> {
  const needs = step.needs ?? [];
  if (needs.includes('reply_by')) mustLieAhead(given.replyBy, today);
  const owner = given.owner ?? finding.owner;
  if (needs.includes('owner') && owner && isHidden(owner, finding.hiddenFrom))
    throw new Refusal('supervision.refusal.owner_about');
  if (
    needs.includes('owner') &&
    (!owner || !mayOwn(owner, finding.place, caller.seat, finding.hiddenFrom))
  )
    throw new Refusal('supervision.refusal.owner');
  const decides = step.verb === 'confirm' || step.verb === 'clear' || step.verb === 'close';
  const replyBy = needs.includes('reply_by') ? given.replyBy : null;
  await client.query(
    `update supervision.finding set state = $3, owner_key = $4::bigint, reply_by = coalesce($5::date, reply_by),
       decided_on = case when $6 then $7::date else decided_on end,
       decided_by_key = case when $6 then $8::bigint else decided_by_key end,
       decided_amount = case when $6 then amount else decided_amount end,
       decided_rows = case when $6 then evidence_rows else decided_rows end,
       appealed = appealed or $9, changed_at = clock_timestamp()
     where county = $1 and id = $2`,
    [
      ...[finding.county, finding.id, step.to, owner, replyBy],
      ...[decides, today, caller.seat, step.verb === 'appeal'],
    ],
  );
  await noteDeed(client, caller, finding, step.verb, step.to, {
    said: given.said ?? null,
    ...(needs.includes('owner') && owner ? { owner } : {}),
    replyBy: replyBy ?? null,
  });
  return step.to;
}

/** @throws Refusal when there is no day, or it is over. */
function mustLieAhead(day: string | null | undefined, today: string): void {
  if (!day || day < today) throw new Refusal('supervision.refusal.reply_by');
}

/** A problem from outside, given to the office that has to answer. */
export async function enterProblem(
  client: Client,
  caller: Caller,
  id: string,
  said: EnterProblem,
  today: string,
  county: string,
): Promise<void> {
  mustActForOwn(caller);
  if (!mayOwn(said.owner, said.place, caller.seat)) throw new Refusal('supervision.refusal.owner');
  mustLieAhead(said.replyBy, today);
  if (said.foundOn > today) throw new Refusal('supervision.refusal.found_on');
  if (said.project) await mustBeProject(client, said.project, said.place);
  await client.query(
    `insert into supervision.finding (county, id, place_key, source, paper, title, amount, project_id, state, found_on,
       owner_key, reply_by, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'assigned', $9, $10, $11, $12)`,
    [
      ...[county, id, said.place, said.source, said.paper.trim(), said.title.trim(), said.amount],
      ...[said.project, said.foundOn, said.owner, said.replyBy, caller.account],
    ],
  );
  await noteDeed(client, caller, { county, id, place: said.place }, 'register', 'assigned', {
    ...{ said: said.said?.trim() ?? null, owner: said.owner, replyBy: said.replyBy },
  });
}

async function mustBeProject(client: Client, project: string, place: string): Promise<void> {
  const { rowCount } = await client.query(
    'select from projects.project where id = $1 and place_key = $2',
    [project, place],
  );
  if (rowCount === 0) throw new Refusal('supervision.refusal.project');
}

async function noteDeed(
  client: Client,
  caller: Caller,
  { county, id, place }: Pick<Finding, 'county' | 'id' | 'place'>,
  verb: SupervisionVerb,
  state: SupervisionState,
  { said = null, owner, replyBy = null }: Given,
): Promise<void> {
  await client.query(
    `insert into supervision.event (county, id, finding_id, place_key, verb, state, said, owner_key, reply_by, by, office_key, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp())`,
    [
      ...[county, newId(), id, place, verb, state, said, owner ?? null, replyBy],
      ...[caller.account, caller.seat],
    ],
  );
}
