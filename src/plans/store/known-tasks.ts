/** What the documents of a county's money ask of it. */
import type { Client } from '../../platform/db/pool.ts';
import type { TaskRow } from '../contract.ts';
import type { Account } from './plan.ts';

/** Tasks of the lists that came with documents the county received by, as far as they are papers of its own: the same for every reader. */
export async function knownTasks(
  client: Client,
  { county, lo, hi, programme, year }: Account,
): Promise<TaskRow[]> {
  const { rows } = await client.query<TaskRow>(
    `select t.name, bool_or(t.binding) as binding, p.number as document
     from funds.paper_task t join funds.paper p on p.id = t.paper_id and p.state = 'posted'
       and p.place_key between $2 and $3
     where p.number in (select e.document_number from funds.entry e
       where e.county = $1 and e.place_key between $2 and $3 and e.measure = 'received' and e.programme = $4 and e.year = $5)
     group by t.name, p.number order by min(p.dated), p.number, min(t.position), t.name`,
    [county, lo, hi, programme, year],
  );
  return rows;
}
