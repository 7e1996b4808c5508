/** Households of a project's subsidy: entered by one person, checked by another, listed once their notice is over. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { type Project, projectFor } from '../../projects/store/project.ts';
import { mustBeOwnTown } from '../../projects/store/write.ts';
import type { AddAwards, AmendAward, AwardRow, DecideAwards } from '../contract.ts';
import { amountOf } from '../rules.ts';

/** States in which a project gives money to households. */
const giving = ['contracted', 'building'];

/** The caller's own project, held, while it gives. @throws Absent, Refusal */
export async function givingProject(client: Client, caller: Caller, id: string): Promise<Project> {
  const project = await projectFor(client, caller, id, 'held');
  mustBeOwnTown(project.town, caller);
  if (!giving.includes(project.state))
    throw new Refusal('subsidies.refusal.project_state', {}, 409);
  return project;
}

/** Whether an award was noticed after it was checked, the notice over and every objection answered; $today is a parameter. */
export const noticed = (today: string) => `(a.checked_on is not null and exists (
  select from projects.notice n where n.county = a.county and n.project_id = a.project_id and n.stage = 'subsidy'
    and n.posted_on >= a.checked_on and n.ends_on < ${today}::date
    and not exists (select from projects.objection o where o.county = n.county and o.notice_id = n.id and o.answer is null)))`;

export async function awardsOf(
  client: Client,
  caller: Caller,
  project: Project,
  wanted: { after: readonly string[]; limit: number },
  today: string,
): Promise<AwardRow[]> {
  const decides = caller.permissions.has('projects.decide');
  const office = caller.seat === project.town || caller.seat === project.above;
  const { rows } = await client.query<AwardRow>(
    `select a.id, a.village_key::text as village, v.name as "villageName", a.head, a.item, a.standard::text as standard, a.quantity,
       a.amount::text as amount, a.account_tail as "accountTail", a.state, a.reason, maker.display_name as "registeredBy",
       checker.display_name as "checkedBy", a.checked_on::text as "checkedOn", ${instant('a.changed_at')} as "changedAt",
       a.state = 'applied' and $5 and a.registered_by is distinct from $6::uuid as "mayCheck",
       (a.state = 'failed' or a.state = 'checked') and ${noticed('$7')} as "mayList"
     from subsidies.award a
     join regions.place v on v.key = a.village_key
     left join access.account maker on maker.id = a.registered_by
     left join access.account checker on checker.id = a.checked_by
     where a.county = $1 and a.project_id = $2 and ${withinText('a.place_key', '$3', '$4')}
       and (a.village_key, a.id) > ($8::bigint, $9::uuid)
     order by a.village_key, a.id limit $10`,
    [
      ...[project.county, project.id, ...boundsOf(caller.ranges), decides && office],
      ...[caller.account, today, ...wanted.after, wanted.limit + 1],
    ],
  );
  return rows;
}

/** @throws Refusal when a village lies in another town. */
async function mustBeVillages(client: Client, town: string, villages: string[]): Promise<void> {
  const { rows } = await client.query(
    `select 1 from unnest($1::bigint[]) v (key)
     where not exists (select from regions.region r where r.key = v.key and r.parent = $2::bigint) limit 1`,
    [villages, town],
  );
  if (rows.length > 0) throw new Refusal('subsidies.refusal.village_elsewhere');
}

export async function addAwards(
  client: Client,
  caller: Caller,
  projectId: string,
  { awards }: AddAwards,
): Promise<Project> {
  const project = await givingProject(client, caller, projectId);
  await mustBeVillages(
    client,
    project.town,
    awards.map(({ village }) => village),
  );
  const rows = awards.map((award) => ({
    ...award,
    amount: amountIn(award),
    item: award.item.trim(),
  }));
  await client.query(
    `insert into subsidies.award (county, id, project_id, place_key, village_key, head, item, standard, quantity, amount,
       account_tail, registered_by)
     select $1, a.id, $2, $3, a.village, a.head, a.item, a.standard, a.quantity, a.amount, a."accountTail", $5
     from jsonb_to_recordset($4::jsonb) a (id uuid, village bigint, head text, item text, standard bigint, quantity integer,
       amount bigint, "accountTail" text)`,
    [project.county, project.id, project.town, JSON.stringify(rows), caller.account],
  );
  return project;
}

const amountIn = ({ standard, quantity }: { standard: string; quantity: number }): string => {
  const amount = amountOf(BigInt(standard), quantity);
  if (amount <= 0n) throw new Refusal('subsidies.refusal.nothing');
  return amount.toString();
};

/**
 * An application as it should be. After a failure a corrected name or account keeps the notice; another sum or village does not.
 */
export async function amendAward(
  client: Client,
  caller: Caller,
  id: string,
  said: AmendAward,
): Promise<{ project: Project; before: object }> {
  const { rows: found } = await client.query<{ project: string; town: string }>(
    'select project_id as project, place_key::text as town from subsidies.award where id = $1',
    [id],
  );
  if (!found[0] || !inRanges(found[0].town, caller.ownRanges)) throw new Absent();
  const project = await givingProject(client, caller, found[0].project);
  await mustBeVillages(client, project.town, [said.village]);
  const { rows } = await client.query<{
    state: string;
    seen: string;
    head: string;
    amount: string;
  }>(
    `select state, ${instant('changed_at')} as seen, head, amount::text as amount from subsidies.award where county = $1 and id = $2`,
    [project.county, id],
  );
  const before = rows[0];
  if (!before || !['applied', 'refused', 'failed'].includes(before.state))
    throw new Refusal('subsidies.refusal.award_state', {}, 409);
  if (before.seen !== said.seen) throw new Refusal('projects.refusal.changed_since', {}, 409);
  await client.query(
    `update subsidies.award set village_key = $3, head = $4, item = $5, standard = $6, quantity = $7, amount = $8, account_tail = $9,
       checked_on = case when state = 'failed' and (village_key, item, amount) = ($3::bigint, $5, $8::bigint) then checked_on end,
       state = 'applied', reason = null, registered_by = $10, checked_by = null, changed_at = clock_timestamp()
     where county = $1 and id = $2`,
    [
      ...[project.county, id, said.village, said.head, said.item.trim(), said.standard],
      ...[said.quantity, amountIn(said), said.accountTail, caller.account],
    ],
  );
  return { project, before: { head: before.head, amount: before.amount } };
}

const moves = {
  check: { from: ['applied'], to: 'checked' },
  refuse: { from: ['applied'], to: 'refused' },
  discard: { from: ['applied', 'refused', 'checked', 'failed'], to: 'discarded' },
} as const;

/** One decision about several households, all or none. @throws Refusal for the first reason that bars it */
export async function decideAwards(
  client: Client,
  caller: Caller,
  projectId: string,
  said: DecideAwards,
  today: string,
): Promise<Project> {
  const project = await projectFor(client, caller, projectId, 'held');
  const { from, to } = moves[said.verb];
  if (said.verb === 'discard') mustBeOwnTown(project.town, caller);
  else if (caller.seat !== project.town && caller.seat !== project.above)
    throw new Refusal('projects.refusal.other_office');
  else if (!caller.permissions.has('projects.decide'))
    throw new Refusal('projects.refusal.no_right');
  if (!giving.includes(project.state))
    throw new Refusal('subsidies.refusal.project_state', {}, 409);
  if (said.verb !== 'check' && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  const { rows } = await client.query<{ state: string; own: boolean }>(
    `select state, registered_by is not distinct from $4::uuid as own from subsidies.award
     where county = $1 and project_id = $2 and id = any ($3::uuid[])`,
    [project.county, project.id, said.awards, caller.account],
  );
  if (rows.length !== said.awards.length) throw new Absent();
  if (rows.some(({ state }) => !(from as readonly string[]).includes(state)))
    throw new Refusal('subsidies.refusal.award_state', {}, 409);
  if (said.verb !== 'discard' && rows.some(({ own }) => own))
    throw new Refusal('projects.refusal.same_person');
  await client.query(
    `update subsidies.award set state = $4, reason = $5, changed_at = clock_timestamp(),
       checked_by = case when $6 then $7::uuid else checked_by end,
       checked_on = case when $6 then coalesce(checked_on, $8::date) else checked_on end
     where county = $1 and project_id = $2 and id = any ($3::uuid[])`,
    [
      ...[project.county, project.id, said.awards, to, said.reason?.trim() || null],
      ...[said.verb === 'check', caller.account, today],
    ],
  );
  return project;
}

/** Where an award lies, and the state it was left in. */
export async function awardLeft(
  client: Client,
  id: string,
): Promise<{ place: string; seen: string; project: string; state: string }> {
  const { rows } = await client.query<{
    place: string;
    seen: string;
    project: string;
    state: string;
  }>(
    `select place_key::text as place, ${instant('changed_at')} as seen, project_id as project, state
     from subsidies.award where id = $1`,
    [id],
  );
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** Whether its project has the same item of the same household, entered apart from this; two of one name differ in their accounts. */
export async function enteredBefore(client: Client, id: string): Promise<boolean> {
  const { rows } = await client.query(
    `select from subsidies.award a
     join subsidies.award b on b.county = a.county and b.project_id = a.project_id and b.village_key = a.village_key
       and b.head = a.head and b.item = a.item and b.account_tail = a.account_tail and b.id <> a.id
     where a.id = $1 and b.state <> 'discarded' limit 1`,
    [id],
  );
  return rows.length > 0;
}

/** Discards an application that is still as it was entered. @throws Refusal when it was decided or amended since */
export async function discardUntouched(
  client: Client,
  caller: Caller,
  { id, seen, reason }: { id: string; seen: string; reason: string },
  today: string,
): Promise<void> {
  const { project } = await awardLeft(client, id);
  await projectFor(client, caller, project, 'held');
  const left = await awardLeft(client, id);
  if (left.state !== 'applied' || left.seen !== seen)
    throw new Refusal('projects.refusal.changed_since', {}, 409);
  await decideAwards(client, caller, project, { awards: [id], verb: 'discard', reason }, today);
}
