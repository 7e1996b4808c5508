/** What waits for the caller's office: projects, contracts and requests in a state from which a step is its own. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { Board, Matter, Matters } from '../contract.ts';
import {
  contractSteps,
  type Office,
  projectSteps,
  requestSteps,
  type Transition,
} from '../rules.ts';
import { boardStates } from '../rules-board.ts';
import { adjustmentSteps } from '../rules-corrections.ts';
import { columns, joins, type Project, rowOf } from './project.ts';

/** The verb an office is waited for in a state: the first of the table that leads on. */
const waits = <S extends string>(steps: readonly Transition<S, string>[], office: Office) =>
  Object.fromEntries(
    steps
      .filter((step) => step.office === office || step.office === 'either')
      .filter(({ verb }) => !aside.has(verb))
      .flatMap(({ from, verb }) => from.map((state) => [state, verb]))
      .reverse(),
  );
const aside = new Set([
  ...['amend', 'withdraw', 'return', 'terminate', 'discard', 'recall', 'report'],
  ...['end', 'reverse', 'correct'],
]);

/** A page of one office's matters is one list, the most urgent first; beyond these it says how many there are. */
const most = 200;

export async function mattersOf(client: Client, caller: Caller): Promise<Matters> {
  const office = (await levelOf(client, caller.seat)) === 'town' ? 'town' : 'county';
  const { rows } = await client.query<Matter & { total: number }>(
    `with waiting as (
       select 'project' as kind, p.county, p.id as project, p.id as case_id, p.place_key, null as about, p.state::text as state,
         p.state_since as since, null::bigint as amount, $5::jsonb ->> p.state::text as verb
       from projects.project p where $5::jsonb ? p.state::text and ${withinText('p.place_key', '$1', '$2')}
       union all
       select 'contract', c.county, c.project_id, c.id, c.place_key, c.number, c.state::text,
         (c.changed_at at time zone 'Asia/Shanghai')::date, c.amount, $6::jsonb ->> c.state::text
       from projects.contract c where $6::jsonb ? c.state::text and ${withinText('c.place_key', '$1', '$2')}
       union all
       select 'request', q.county, q.project_id, q.id, q.place_key, q.kind::text, q.state::text,
         (q.changed_at at time zone 'Asia/Shanghai')::date, q.amount, $7::jsonb ->> q.state::text
       from projects.request q where $7::jsonb ? q.state::text and ${withinText('q.place_key', '$1', '$2')}
       union all
       select 'adjustment', j.county, j.project_id, j.id, j.place_key, null, j.state::text, j.proposed_on,
         (select sum(l.after)::bigint from projects.adjustment_line l where l.county = j.county and l.adjustment_id = j.id),
         $8::jsonb ->> j.state::text
       from projects.adjustment j where $8::jsonb ? j.state::text and ${withinText('j.place_key', '$1', '$2')}
     )
     select w.kind, w.project, p.name as "projectName", w.place_key::text as town, town.name as "townName", w.about, w.state,
       w.verb, w.since::text as since, (w.since + d.days)::text as due, w.amount::text as amount, handler.display_name as "handledBy",
       coalesce(p.handler = $9::uuid, false) as own,
       (count(*) over ())::integer as total
     from waiting w
     join projects.project p on p.county = w.county and p.id = w.project
     join regions.place town on town.key = w.place_key
     left join access.account handler on handler.id = p.handler
     left join projects.deadline_rule d on d.kind = w.kind::projects.case_kind and d.state = w.state and d.valid_from <= w.since
       and (d.valid_to is null or d.valid_to > w.since)
     where (case when $4 then w.place_key = $3::bigint else town.parent = $3::bigint end)
       and (w.kind <> 'project' or w.state not in ('handed_over'))
     order by due nulls last, w.since, w.case_id limit ${most}`,
    [
      ...boundsOf(caller.ownRanges),
      caller.seat,
      office === 'town',
      JSON.stringify(waits(projectSteps, office)),
      JSON.stringify(waits(contractSteps, office)),
      JSON.stringify(waits(requestSteps, office)),
      JSON.stringify(waits(adjustmentSteps, office)),
      caller.account,
    ],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

async function levelOf(client: Client, key: string): Promise<string | undefined> {
  const { rows } = await client.query<{ level: string }>(
    'select level from regions.region where key = $1',
    [key],
  );
  return rows[0]?.level;
}

/** Projects of a place by state: how many, their budget, and the latest of each. */
export async function boardOf(
  client: Client,
  caller: Caller,
  { lo, hi }: { lo: string; hi: string },
): Promise<Board> {
  const scope = [lo, hi, ...boundsOf(caller.ranges)];
  const where = `p.place_key between $1 and $2 and ${withinText('p.place_key', '$3', '$4')}`;
  const counts = await client.query<{
    state: Board['columns'][number]['state'];
    count: number;
    budget: string;
  }>(
    `select p.state, count(*)::integer as count, coalesce(sum(b.budget), 0)::bigint::text as budget
     from projects.project p
     left join lateral (select sum(b.amount) as budget from projects.budget b
       where b.county = p.county and b.project_id = p.id) b on true
     where ${where} group by p.state`,
    scope,
  );
  const cards = await client.query<Project>(
    `select ${columns} from (
       select p.*, row_number() over (partition by p.state order by p.changed_at desc, p.id) as nth
       from projects.project p where ${where}
     ) p ${joins} where p.nth <= 8 order by p.changed_at desc, p.id`,
    scope,
  );
  return {
    columns: boardStates.map((state) => {
      const found = counts.rows.find((row) => row.state === state);
      return {
        state,
        count: found?.count ?? 0,
        budget: found?.budget ?? '0',
        rows: cards.rows.filter((row) => row.state === state).map(rowOf),
      };
    }),
  };
}
