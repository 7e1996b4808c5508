/** What a town hands over when somebody leaves: everything of its projects that is still open. */
import type { Client } from '../../../platform/db/pool.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import type { HandoverPack } from '../../contract-lists.ts';
import { columns, joins, type Project, rowOf } from '../project.ts';

/** No town has more of anything open; the pack is one document, not a list that goes on. */
const most = 500;
const named = 'p.id as project, p.name as "projectName"';
const ofTown = 'p.county = $1 and p.place_key = $2';
const key = ({ county, key: town }: ScopedPlace) => [county, town];

export async function handoverOf(
  client: Client,
  town: ScopedPlace,
  today: string,
): Promise<HandoverPack> {
  const names = await client.query<{ townName: string; countyName: string }>(
    `select town.name as "townName", above.name as "countyName" from regions.place town
     join regions.place above on above.key = town.parent where town.key = $1`,
    [town.key],
  );
  const name = names.rows[0];
  if (!name) throw new Error('the town is gone');
  const projects = await client.query<Project>(
    `select ${columns} from projects.project p ${joins}
     where ${ofTown} and p.state not in ('handed_over', 'terminated', 'discarded')
     order by p.year, p.number, p.id limit ${most}`,
    key(town),
  );
  const assets = await client.query<HandoverPack['assets'][number]>(
    `select ${named}, a.id, a.name, a.taken_over_on::text as "takenOverOn"
     from projects.asset a join projects.project p on p.county = a.county and p.id = a.project_id
     where ${ofTown} and a.keeper is null and a.condition <> 'disposed' order by a.taken_over_on, a.id limit ${most}`,
    key(town),
  );
  const shortfalls = await client.query<HandoverPack['shortfalls'][number]>(
    `select s.id, s.kind, s.name, s.found_on::text as "foundOn", p.name as "projectName"
     from projects.shortfall s left join projects.project p on p.county = s.county and p.id = s.project_id
     where s.county = $1 and s.place_key = $2 and s.closed_on is null order by s.kind, s.found_on, s.id limit ${most}`,
    key(town),
  );
  return {
    ...name,
    projects: projects.rows.map(rowOf),
    contracts: await openContracts(client, town),
    requests: await openRequests(client, town),
    notices: await openNotices(client, town, today),
    shortfalls: shortfalls.rows,
    assets: assets.rows,
  };
}

/** Contracts in force that are not paid to the end, with what they are worth since their last change. */
async function openContracts(client: Client, town: ScopedPlace) {
  const { rows } = await client.query<HandoverPack['contracts'][number]>(
    `with standing as (
       select ${named}, c.id, c.number, c.contractor, c.retention, c.retained_to::text as "retainedTo",
         coalesce((select v.amount from projects.contract v where v.county = c.county and v.changes = c.id
           and v.state = 'in_force' order by v.kind = 'settlement' desc, v.changed_at desc limit 1), c.amount) as amount,
         (select coalesce(sum(q.amount), 0) from projects.request q where q.county = c.county and q.contract_id = c.id
           and q.state = 'paid') as paid, p.year, p.number as "of"
       from projects.contract c join projects.project p on p.county = c.county and p.id = c.project_id
       where ${ofTown} and c.kind = 'main' and c.state in ('in_force', 'ending')
     )
     select project, "projectName", id, number, contractor, retention, "retainedTo", amount::text as amount, paid::text as paid
     from standing where paid < amount order by year, "of", number, id limit ${most}`,
    key(town),
  );
  return rows;
}

async function openRequests(client: Client, town: ScopedPlace) {
  const { rows } = await client.query<HandoverPack['requests'][number]>(
    `select ${named}, q.id, q.kind, q.amount::text as amount, q.payee, q.asked_on::text as "askedOn", q.state,
       (q.changed_at at time zone 'Asia/Shanghai')::date::text as since
     from projects.request q join projects.project p on p.county = q.county and p.id = q.project_id
     where ${ofTown} and q.state not in ('paid', 'discarded') order by q.asked_on, q.id limit ${most}`,
    key(town),
  );
  return rows;
}

async function openNotices(client: Client, town: ScopedPlace, today: string) {
  const { rows } = await client.query<HandoverPack['notices'][number]>(
    `select * from (
       select ${named}, n.id, n.stage, n.ends_on::text as "endsOn",
         (select count(*)::integer from projects.objection o where o.county = n.county and o.notice_id = n.id
           and o.answer is null) as unanswered
       from projects.notice n join projects.project p on p.county = n.county and p.id = n.project_id
       where ${ofTown}
     ) n where n."endsOn" >= $3 or n.unanswered > 0 order by n."endsOn", n.id limit ${most}`,
    [...key(town), today],
  );
  return rows;
}
