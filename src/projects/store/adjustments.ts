/** Adjustments of a budget that holds money in the quota: proposed with a reason, decided above; what was and what is are kept. */
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { AdjustmentDeed, AdjustmentRow, ProposeAdjustment } from '../contract.ts';
import { stepFor, stepsFor } from '../rules.ts';
import {
  type AdjustmentState,
  type AdjustmentVerb,
  adjustable,
  adjustmentSteps,
} from '../rules-corrections.ts';
import { budgetOf, mustBePayable, mustHaveQuota } from './budget.ts';
import { asSeen, mustBeStep, noteDeed } from './events.ts';
import { type Project, projectFor } from './project.ts';
import { mustBeOwnTown } from './write.ts';

type Adjustment = Omit<AdjustmentRow, 'deeds'> & { maker: string | null };

const select = `
  select j.id, j.state, j.reason, j.answer, j.proposed_on::text as "proposedOn", maker.display_name as "proposedBy",
    j.decided_on::text as "decidedOn", decider.display_name as "decidedBy", ${instant('j.changed_at')} as "changedAt",
    j.proposed_by::text as maker,
    (select jsonb_agg(jsonb_build_object('payer', l.payer, 'payerPlace', l.payer_key::text, 'payerName', p.name, 'source', l.source,
        'programme', l.programme, 'year', l.year, 'before', l.before::text, 'after', l.after::text) order by l.year, l.payer, l.id)
      from projects.adjustment_line l join regions.place p on p.key = l.payer_key
      where l.county = j.county and l.adjustment_id = j.id) as lines
  from projects.adjustment j
  left join access.account maker on maker.id = j.proposed_by
  left join access.account decider on decider.id = j.decided_by`;

const standingOf = ({ town, above, handler }: Project, { state, maker }: Adjustment) => ({
  ...{ town, above, handler, state },
  makers: maker === null ? [] : [maker],
});

export async function adjustmentsOf(
  client: Client,
  project: Project,
  caller: Caller,
): Promise<AdjustmentRow[]> {
  const { rows } = await client.query<Adjustment>(
    `${select} where j.county = $1 and j.project_id = $2 order by j.proposed_on, j.id`,
    [project.county, project.id],
  );
  return rows.map(({ maker, ...row }) => ({
    ...row,
    deeds: stepsFor(adjustmentSteps, standingOf(project, { ...row, maker }), caller).map(
      ({ verb, needs = [] }) => ({ verb, needs: [...needs], missing: [] }),
    ),
  }));
}

const caseOf = ({ county, id: project, town }: Project, id: string) => ({
  ...{ county, project, town, id },
  kind: 'adjustment' as const,
});

export async function proposeAdjustment(
  client: Client,
  caller: Caller,
  id: string,
  projectId: string,
  said: ProposeAdjustment,
  today: string,
): Promise<Project> {
  const project = await projectFor(client, caller, projectId, 'held');
  mustBeOwnTown(project.town, caller);
  if (!adjustable.includes(project.state)) throw new Refusal('projects.refusal.state', {}, 409);
  asSeen(project, said.seen);
  if (project.light && said.budget.some(({ programme }) => programme !== 'self_raised'))
    throw new Refusal('projects.refusal.light_self_raised');
  await mustBePayable(client, project.town, said.budget);
  await client.query(
    `insert into projects.adjustment (county, id, project_id, place_key, reason, proposed_on, proposed_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [project.county, id, project.id, project.town, said.reason.trim(), today, caller.account],
  );
  const { rows } = await client.query<{ changed: boolean }>(
    `insert into projects.adjustment_line (county, id, adjustment_id, place_key, payer, payer_key, source, programme, year, before, after)
     select $1, gen_random_uuid(), $2, $3, coalesce(b.payer, l.payer), coalesce(b.payer_key, l."payerPlace"),
       coalesce(b.source, l.source), coalesce(b.programme, l.programme), coalesce(b.year, l.year), coalesce(b.amount, 0),
       coalesce(l.amount, 0)
     from (select * from projects.budget where county = $1 and project_id = $4) b
     full join jsonb_to_recordset($5::jsonb) l (payer funds.payer, "payerPlace" bigint, source funds.source,
       programme funds.programme, year integer, amount bigint)
       on (l.payer, l."payerPlace", l.source, l.programme, l.year) = (b.payer, b.payer_key, b.source, b.programme, b.year)
     returning before <> after as changed`,
    [project.county, id, project.town, project.id, JSON.stringify(said.budget)],
  );
  if (!rows.some(({ changed }) => changed)) throw new Refusal('projects.refusal.adjusts_nothing');
  await mustCoverContracts(client, project, id);
  await noteDeed(client, caller, caseOf(project, id), {
    ...{ verb: 'adjust', state: 'submitted', reason: said.reason },
  });
  return project;
}

/** @throws Refusal when a source would have less than its contracts commit, or than was paid of it. */
async function mustCoverContracts(client: Client, project: Project, id: string): Promise<void> {
  const committed = (await budgetOf(client, project)).map((line) => ({
    ...{ budget: line.id, committed: line.committed, spent: line.spent },
  }));
  const { rows } = await client.query(
    `select 1 from jsonb_to_recordset($3::jsonb) c (budget uuid, committed bigint, spent bigint)
     join projects.budget b on b.county = $1 and b.id = c.budget
     join projects.adjustment_line l on l.county = b.county and l.adjustment_id = $2
       and (l.payer, l.payer_key, l.source, l.programme, l.year) = (b.payer, b.payer_key, b.source, b.programme, b.year)
     where l.after < greatest(c.committed, c.spent) limit 1`,
    [project.county, id, JSON.stringify(committed)],
  );
  if (rows.length > 0) throw new Refusal('projects.refusal.below_committed');
}

/** Decides an adjustment; approving puts the new budget in place of the old and holds it in the quotas. */
export async function moveAdjustment(
  client: Client,
  caller: Caller,
  id: string,
  verb: AdjustmentVerb,
  said: AdjustmentDeed,
  today: string,
): Promise<{
  project: Project;
  before: Pick<AdjustmentRow, 'state' | 'lines'>;
  state: AdjustmentState;
}> {
  const { rows: found } = await client.query<{ project: string; town: string }>(
    'select project_id as project, place_key::text as town from projects.adjustment where id = $1',
    [id],
  );
  if (!found[0] || !inRanges(found[0].town, caller.ranges)) throw new Absent();
  const project = await projectFor(client, caller, found[0].project, 'held');
  const { rows } = await client.query<Adjustment>(`${select} where j.county = $1 and j.id = $2`, [
    ...[project.county, id],
  ]);
  const adjustment = rows[0];
  if (!adjustment) throw new Absent();
  const step = mustBeStep(stepFor(adjustmentSteps, verb, standingOf(project, adjustment), caller));
  asSeen(adjustment, said.seen);
  if (step.needs?.includes('reason') && !said.reason?.trim())
    throw new Refusal('projects.refusal.reason_needed');
  if (verb === 'approve') await adjust(client, project, id);
  await client.query(
    `update projects.adjustment set state = $3, answer = $4, changed_at = clock_timestamp(),
       decided_by = case when $5 then $6::uuid end, decided_on = case when $5 then $7::date end
     where county = $1 and id = $2`,
    [
      ...[project.county, id, step.to, said.reason?.trim() || null],
      ...[verb !== 'withdraw', caller.account, today],
    ],
  );
  await noteDeed(client, caller, caseOf(project, id), {
    ...{ verb, state: step.to, reason: said.reason ?? null },
  });
  const { state, lines } = adjustment;
  return { project, before: { state, lines }, state: step.to };
}

async function adjust(client: Client, project: Project, id: string): Promise<void> {
  if (!adjustable.includes(project.state)) throw new Refusal('projects.refusal.state', {}, 409);
  await mustCoverContracts(client, project, id);
  const key = [project.county, id, project.id];
  const of = `l.county = $1 and l.adjustment_id = $2`;
  const same = `(b.payer, b.payer_key, b.source, b.programme, b.year) = (l.payer, l.payer_key, l.source, l.programme, l.year)`;
  await client.query(
    `delete from projects.budget b using projects.adjustment_line l
     where ${of} and b.county = $1 and b.project_id = $3 and ${same} and l.after = 0`,
    key,
  );
  await client.query(
    `insert into projects.budget as b (county, id, project_id, place_key, payer, payer_key, source, programme, year, amount, held)
     select l.county, gen_random_uuid(), $3, l.place_key, l.payer, l.payer_key, l.source, l.programme, l.year, l.after, l.after
     from projects.adjustment_line l where ${of} and l.after > 0
     on conflict (county, project_id, payer, payer_key, source, programme, year)
       do update set amount = excluded.amount, held = excluded.held`,
    key,
  );
  await mustHaveQuota(client, project.county, project.id);
  await client.query(
    'update projects.project set changed_at = clock_timestamp() where county = $1 and id = $2',
    [project.county, project.id],
  );
}
