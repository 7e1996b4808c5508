/** What the lines of a plan are chosen from. */
import type { Client } from '../../platform/db/pool.ts';
import type { Choices } from '../contract.ts';
import { projectsOf } from './contents.ts';
import { knownTasks } from './known-tasks.ts';
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
