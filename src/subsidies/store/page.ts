/** The subsidies of a project at a glance. */
import type { Client } from '../../platform/db/pool.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { Project } from '../../projects/store/project.ts';
import type { SubsidyPage } from '../contract.ts';
import { batchesOf, rowOf } from './batches.ts';

export async function subsidyPage(
  client: Client,
  caller: Caller,
  project: Project,
  today: string,
): Promise<SubsidyPage> {
  const key = [project.county, project.id];
  const states = await client.query<SubsidyPage['states'][number]>(
    `select state, count(*)::integer as count, sum(amount)::bigint::text as amount from subsidies.award
     where county = $1 and project_id = $2 group by state order by state`,
    key,
  );
  const notices = await client.query<NonNullable<SubsidyPage['notice']>>(
    `select n.posted_on::text as "postedOn", n.ends_on::text as "endsOn", n.ends_on < $3::date and not exists (
         select from projects.objection o where o.county = n.county and o.notice_id = n.id and o.answer is null) as over
     from projects.notice n where n.county = $1 and n.project_id = $2 and n.stage = 'subsidy'
     order by n.posted_on desc, n.id desc limit 1`,
    [...key, today],
  );
  const unnoticed = await client.query<{ count: number }>(
    `select count(*)::integer as count from subsidies.award a
     where a.county = $1 and a.project_id = $2 and a.state = 'checked' and not exists (
       select from projects.notice n where n.county = a.county and n.project_id = a.project_id
         and n.stage = 'subsidy' and n.posted_on >= a.checked_on)`,
    key,
  );
  return {
    ...{ state: project.state, unnoticed: unnoticed.rows[0]?.count ?? 0 },
    ...{ project: project.id, projectName: project.name, number: project.number },
    ...{ town: project.town, townName: project.townName },
    mayWrite: caller.seat === project.town && caller.permissions.has('projects.write'),
    states: states.rows,
    notice: notices.rows[0] ?? null,
    batches: (await batchesOf(client, project)).map(rowOf),
  };
}
