/** One project with everything that hangs on it. */

import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { ProjectPage } from '../contract.ts';
import { adjustable, mayTransfer } from '../rules-corrections.ts';
import { adjustmentsOf } from './adjustments.ts';
import { budgetOf } from './budget.ts';
import { contractRow, contractsOf } from './contracts.ts';
import { invoicesOf } from './papers.ts';
import { factsOf, openSteps, type Project, rowOf } from './project.ts';
import { requestRows, requestsOf } from './requests.ts';

type Own = Pick<
  ProjectPage,
  | 'category'
  | 'content'
  | 'implementer'
  | 'villages'
  | 'households'
  | 'people'
  | 'lifted'
  | 'monitored'
  | 'benefitLink'
  | 'benefitNote'
  | 'land'
  | 'environment'
  | 'target'
  | 'result'
  | 'startedOn'
  | 'completedOn'
  | 'acceptedOn'
  | 'settledOn'
  | 'handedOn'
>;

export async function projectPage(
  client: Client,
  caller: Caller,
  project: Project,
  today: string,
): Promise<ProjectPage> {
  const key = [project.county, project.id];
  const one = await client.query<Own>(
    `select p.category, p.content, p.implementer, p.households, p.people, p.lifted, p.monitored,
       p.benefit_link as "benefitLink", p.benefit_note as "benefitNote", p.land, p.environment, p.target, p.result,
       p.started_on::text as "startedOn", p.completed_on::text as "completedOn", p.accepted_on::text as "acceptedOn",
       p.settled_on::text as "settledOn", p.handed_on::text as "handedOn",
       coalesce((select jsonb_agg(jsonb_build_object('key', v.key::text, 'name', v.name) order by v.key)
         from regions.place v where v.key = any (p.villages)), '[]') as villages
     from projects.project p where p.county = $1 and p.id = $2`,
    key,
  );
  const own = one.rows[0];
  if (!own) throw new Error('the project is gone');
  const shortfalls = await client.query<ProjectPage['shortfalls'][number]>(
    `select id, name, closed_on::text as "closedOn" from projects.shortfall where county = $1 and project_id = $2
     order by found_on, name`,
    key,
  );
  const notices = await client.query<ProjectPage['notices'][number]>(
    `select n.id, n.stage, n.posted_on::text as "postedOn", n.ends_on::text as "endsOn", n.place_posted as "placePosted",
       coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'receivedOn', o.received_on, 'said', o.said,
           'answer', o.answer, 'answeredOn', o.answered_on) order by o.received_on, o.id)
         from projects.objection o where o.county = n.county and o.notice_id = n.id), '[]') as objections
     from projects.notice n where n.county = $1 and n.project_id = $2 order by n.posted_on, n.id`,
    key,
  );
  const documents = await client.query<ProjectPage['documents'][number]>(
    `select d.id, d.kind, d.title, d.number, d.dated::text as dated, a.display_name as by
     from projects.document d left join access.account a on a.id = d.by
     where d.county = $1 and d.project_id = $2 order by d.dated, d.id`,
    key,
  );
  const events = await client.query<ProjectPage['events'][number]>(
    `select v.kind, v.verb, v.state, v.reason, a.display_name as by, ${instant('v.at')} as at,
       case v.kind when 'contract' then c.number when 'request' then q.kind::text end as about
     from projects.event v
     left join access.account a on a.id = v.by
     left join projects.contract c on c.county = v.county and c.id = v.case_id
     left join projects.request q on q.county = v.county and q.id = v.case_id
     where v.county = $1 and v.project_id = $2 order by v.at, v.id`,
    key,
  );
  const adjustments = await adjustmentsOf(client, project, caller);
  const contracts = await contractsOf(client, project);
  const requests = await requestsOf(client, project);
  const { evidence: papers } = await factsOf(client, project);
  return {
    ...rowOf(project),
    ...own,
    handledBy: project.handledBy,
    mayTransfer: mayTransfer(project, caller),
    steps: await openSteps(client, caller, project, today),
    mayWrite: caller.seat === project.town && caller.permissions.has('projects.write'),
    shortfalls: shortfalls.rows,
    budgetLines: await budgetOf(client, project),
    mayAdjust:
      caller.seat === project.town &&
      caller.permissions.has('projects.write') &&
      adjustable.includes(project.state) &&
      !adjustments.some(({ state }) => state === 'submitted'),
    adjustments,
    contracts: contracts.map((contract) => contractRow(contract, project, caller)),
    requests: requestRows(
      project,
      contracts,
      requests,
      { papers, invoices: await invoicesOf(client, project) },
      caller,
    ),
    notices: notices.rows,
    documents: documents.rows,
    events: events.rows,
  };
}
