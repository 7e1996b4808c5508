/** The budget of a project by source, and what of its quota is there for it. */

import { sourceFits } from '../../funds/rules-papers.ts';
import type { Client } from '../../platform/db/pool.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import type { BudgetLine, BudgetRow } from '../contract.ts';
import type { Project } from './project.ts';

/** Puts the lines in place of those it had. @throws Refusal for a source its programme does not hold. */
export async function fillBudget(
  client: Client,
  { county, id, town }: Pick<Project, 'county' | 'id' | 'town'>,
  lines: readonly BudgetLine[],
): Promise<void> {
  if (lines.some(({ source, programme }) => !sourceFits(source, programme)))
    throw new Refusal('projects.refusal.source_of_programme');
  await client.query('delete from projects.budget where county = $1 and project_id = $2', [
    county,
    id,
  ]);
  const { rowCount } = await client.query(
    `insert into projects.budget (county, id, project_id, place_key, payer, payer_key, source, programme, year, amount)
     select $1, gen_random_uuid(), $2, $3, l.payer, payer.key, l.source, l.programme, l.year, l.amount
     from jsonb_to_recordset($4::jsonb) l (payer funds.payer, "payerPlace" bigint, source funds.source,
       programme funds.programme, year integer, amount bigint)
     join regions.region payer on payer.key = l."payerPlace"`,
    [county, id, town, JSON.stringify(lines)],
  );
  if (rowCount !== lines.length) throw new Refusal('projects.refusal.payer_place');
}

export async function budgetOf(client: Client, { county, id }: Project): Promise<BudgetRow[]> {
  const ofEntries = (measure: 'committed' | 'spent', numbers: string) =>
    `(select coalesce(sum(e.amount), 0)::bigint::text from funds.entry e
      where e.county = b.county and e.place_key = b.place_key and e.measure = '${measure}' and e.payer = b.payer
        and e.payer_key = b.payer_key and e.source = b.source and e.programme = b.programme and e.year = b.year
        and e.document_number in (${numbers}))`;
  const { rows } = await client.query<BudgetRow>(
    `select b.id, b.payer, b.payer_key::text as "payerPlace", payer.name as "payerName", b.source, b.programme, b.year,
       b.amount::text as amount, b.held::text as held, q.available::text as left,
       ${ofEntries(
         'committed',
         `select c.number from projects.contract c where c.county = b.county
         and c.project_id = b.project_id and c.kind = 'main' and c.state = 'in_force'`,
       )} as committed,
       ${ofEntries(
         'spent',
         `select r.receipt from projects.request r where r.county = b.county
         and r.project_id = b.project_id and r.state = 'paid'`,
       )} as spent
     from projects.budget b
     join projects.quotas_of($1, $2) q on q.budget_id = b.id
     join regions.place payer on payer.key = b.payer_key
     where b.county = $1 and b.project_id = $2
     order by b.year, b.payer, b.id`,
    [county, id],
  );
  return rows;
}

/**
 * Holds the budget in its quotas. The accounts are locked first, so that two plans do not hold the same money.
 * @throws Refusal when a quota has not enough left.
 */
export async function holdBudget(client: Client, { county, id }: Project): Promise<void> {
  await lockQuotas(client, county, id);
  const { rows } = await client.query<{ short: string }>(
    `select (q.amount - q.available)::text as short from projects.quotas_of($1, $2) q
     where q.amount > q.available order by 1 limit 1`,
    [county, id],
  );
  if (rows[0]) throw new Refusal('projects.missing.quota');
  await client.query(
    'update projects.budget set held = amount where county = $1 and project_id = $2',
    [county, id],
  );
}

/** Locks the accounts of received money a project's budget draws on, in one order. */
export async function lockQuotas(client: Client, county: string, id: string): Promise<void> {
  await client.query(
    `select from funds.account a
     where a.county = $1 and a.holder = 'place' and a.measure = 'received' and exists (
       select from projects.budget b where b.county = a.county and b.project_id = $2 and b.place_key = a.place_key
         and b.source = a.source and b.programme = a.programme and b.year = a.year)
     order by a.id for update`,
    [county, id],
  );
}

/** Gives back what was held and not committed: after settlement, or where a project ends. */
export async function releaseBudget(client: Client, project: Project): Promise<void> {
  const lines = await budgetOf(client, project);
  await client.query(
    `update projects.budget b set held = least(b.amount, l.committed)
     from jsonb_to_recordset($2::jsonb) l (id uuid, committed bigint)
     where b.county = $1 and b.id = l.id`,
    [project.county, JSON.stringify(lines.map(({ id, committed }) => ({ id, committed })))],
  );
}
