/** What the lines of a plan are chosen from. */
import type { Client } from '../../platform/db/pool.ts';
import type { Choices, TaskRow } from '../contract.ts';
import { type Account, projectsOf } from './contents.ts';
import type { Plan } from './plan.ts';

export async function choicesFor(
  client: Client,
  plan: Plan,
  named: readonly string[],
): Promise<Choices> {
  const towns = await client.query<Choices['towns'][number]>(
    `select r.key::text as place, place.name from regions.region r join regions.place place on place.key = r.key
     where r.key between $1 and $2 and r.level = 'town' order by r.key`,
    [plan.lo, plan.hi],
  );
  const { projects, budgets } = await projectsOf(client, plan, named);
  const nameOf = new Map(towns.rows.map(({ place, name }) => [place, name]));
  return {
    towns: towns.rows,
    projects: projects.map(({ id, number, name, place, state, bindingTask }) => ({
      ...{ id, number, name, place, placeName: nameOf.get(place) ?? place, state, bindingTask },
      budget: budgets
        .filter(({ project }) => project === id)
        .map(({ payer, payerPlace, source, amount }) => ({ payer, payerPlace, source, amount })),
    })),
    tasks: await knownTasks(client, plan),
  };
}

/** Tasks of the lists that came with documents the county received by, as far as its papers are known here. */
export async function knownTasks(
  client: Client,
  { county, lo, hi, programme, year }: Account,
): Promise<TaskRow[]> {
  const { rows } = await client.query<TaskRow>(
    `select distinct on (t.name) t.name, t.binding, p.number as document
     from funds.paper_task t join funds.paper p on p.id = t.paper_id and p.state = 'posted'
     where p.number in (select e.document_number from funds.entry e
       where e.county = $1 and e.place_key between $2 and $3 and e.measure = 'received' and e.programme = $4 and e.year = $5)
     order by t.name, p.dated, t.position`,
    [county, lo, hi, programme, year],
  );
  return rows;
}
