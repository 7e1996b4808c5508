/** The budget of a project by source, and what of its quota is there for it. */

import { payerLevel, paysOwnArea, sourceFits } from '../../funds/rules-papers.ts';
import type { Client } from '../../platform/db/pool.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import type { BudgetLine, BudgetRow } from '../contract.ts';
import type { Project } from './project.ts';

/** Puts the lines in place of those it had. @throws Refusal for a line that does not fit its payer, place or programme. */
export async function fillBudget(
  client: Client,
  { county, id, town }: Pick<Project, 'county' | 'id' | 'town'>,
  lines: readonly BudgetLine[],
): Promise<void> {
  await mustBePayable(client, town, lines);
  await client.query('delete from projects.budget where county = $1 and project_id = $2', [
    county,
    id,
  ]);
  await client.query(
    `insert into projects.budget (county, id, project_id, place_key, payer, payer_key, source, programme, year, amount)
     select $1, gen_random_uuid(), $2, $3, l.payer, l."payerPlace", l.source, l.programme, l.year, l.amount
     from jsonb_to_recordset($4::jsonb) l (payer funds.payer, "payerPlace" bigint, source funds.source,
       programme funds.programme, year integer, amount bigint)`,
    [county, id, town, JSON.stringify(lines)],
  );
}

/**
 * Holds each line to its payer: what its programme holds, the level it pays from, and the area its money stays in.
 * @throws Refusal naming the first that does not fit
 */
export async function mustBePayable(
  client: Client,
  town: string,
  lines: readonly BudgetLine[],
): Promise<void> {
  if (lines.some(({ source, programme }) => !sourceFits(source, programme)))
    throw new Refusal('projects.refusal.source_of_programme');
  const { rows } = await client.query<{ key: string; level: string; above: boolean }>(
    `select key::text as key, level, $2::bigint between lo and hi as above from regions.region
     where key = any ($1::bigint[])`,
    [lines.map(({ payerPlace }) => payerPlace), town],
  );
  for (const { payer, payerPlace } of lines) {
    const place = rows.find(({ key }) => key === payerPlace);
    const level = payerLevel[payer];
    if (!place || (level !== null && place.level !== level) || (paysOwnArea(payer) && !place.above))
      throw new Refusal('projects.refusal.payer_place');
  }
}

/** What stands in the ledger on a line of the budget under some numbers. */
const ofEntries = (measure: 'committed' | 'spent', numbers: string) =>
  `(select coalesce(sum(e.amount), 0)::bigint::text from funds.entry e
    where e.county = b.county and e.place_key = b.place_key and e.measure = '${measure}' and e.payer = b.payer
      and e.payer_key = b.payer_key and e.source = b.source and e.programme = b.programme and e.year = b.year
      and e.document_number in (${numbers}))`;

export interface ContractLine {
  id: string;
  amount: bigint;
  committed: bigint;
  spent: bigint;
}

/** What one contract commits of each source of its project, and what was paid of it. */
export async function contractLines(
  client: Client,
  { county, id }: Project,
  contract: string,
): Promise<ContractLine[]> {
  const { rows } = await client.query<Record<keyof ContractLine, string>>(
    `select b.id, b.amount::text as amount,
       ${ofEntries(
         'committed',
         `select c.number from projects.contract c where c.county = b.county and c.id = $3
         and c.state in ('in_force', 'ending', 'ended')`,
       )} as committed,
       ${ofEntries(
         'spent',
         `select r.receipt from projects.request r where r.county = b.county
         and r.contract_id = $3 and r.state = 'paid'`,
       )} as spent
     from projects.budget b where b.county = $1 and b.project_id = $2
     order by b.year, b.payer, b.id`,
    [county, id, contract],
  );
  return rows.map((row) => ({
    ...{ id: row.id, amount: BigInt(row.amount) },
    ...{ committed: BigInt(row.committed), spent: BigInt(row.spent) },
  }));
}

export async function budgetOf(client: Client, { county, id }: Project): Promise<BudgetRow[]> {
  const { rows } = await client.query<BudgetRow>(
    `select b.id, b.payer, b.payer_key::text as "payerPlace", payer.name as "payerName", b.source, b.programme, b.year,
       b.amount::text as amount, b.held::text as held, q.available::text as left,
       ${ofEntries(
         'committed',
         `select c.number from projects.contract c where c.county = b.county
         and c.project_id = b.project_id and c.kind = 'main' and c.state in ('in_force', 'ending', 'ended')`,
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
  await mustHaveQuota(client, county, id);
  await client.query(
    'update projects.budget set held = amount where county = $1 and project_id = $2',
    [county, id],
  );
}

/** @throws Refusal when the quotas have not enough for the budget; their accounts are locked before they are asked. */
export async function mustHaveQuota(client: Client, county: string, id: string): Promise<void> {
  await lockQuotas(client, county, id);
  const { rows } = await client.query<{ short: string }>(
    `select (q.amount - q.available)::text as short from projects.quotas_of($1, $2) q
     where q.amount > q.available order by 1 limit 1`,
    [county, id],
  );
  if (rows[0]) throw new Refusal('projects.missing.quota');
}

/** Locks the accounts of received money a project's budget draws on, in one order. */
export async function lockQuotas(client: Client, county: string, id: string): Promise<void> {
  await client.query(
    `select funds.hold_received($1, array_agg(place_key), array_agg(source), array_agg(programme), array_agg(year))
     from projects.budget where county = $1 and project_id = $2`,
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

/** @throws Refusal when the quotas have not enough left for a request and those that wait before it. */
export async function mustBeLeft(client: Client, project: Project, request: string): Promise<void> {
  await lockQuotas(client, project.county, project.id);
  // What is there, less what other requests of the town already wait for out of the same quota.
  const { rows } = await client.query<{ short: boolean }>(
    `with waiting as (
       select q.id, q.contract_id, q.amount from projects.request q
       where q.county = $1 and q.place_key = $2 and (q.state in ('submitted', 'checked', 'sent') or q.id = $3)
     ), moved as (
       select c.id as contract_id, e.payer, e.payer_key, e.source, e.programme, e.year, e.amount
       from projects.contract c
       join funds.entry e on e.county = c.county and e.place_key = c.place_key and e.document_number = c.number
         and e.measure = 'committed'
       where c.county = $1 and c.id in (select contract_id from waiting)
       union all
       select r.contract_id, e.payer, e.payer_key, e.source, e.programme, e.year, -e.amount
       from projects.request r
       join funds.entry e on e.county = r.county and e.place_key = r.place_key and e.document_number = r.receipt
         and e.measure = 'spent'
       where r.county = $1 and r.contract_id in (select contract_id from waiting) and r.state = 'paid'
     ), open as (
       select contract_id, source, programme, year, sum(amount) as amount
       from moved group by contract_id, payer, payer_key, source, programme, year having sum(amount) > 0
     ), share as (
       select w.id, o.source, o.programme, o.year,
         w.amount::numeric * o.amount / sum(o.amount) over (partition by w.id) as amount
       from waiting w join open o using (contract_id)
     )
     select exists (
       select from share s
       left join funds.account a on a.county = $1 and a.holder = 'place' and a.place_key = $2 and a.payer_key is null
         and a.measure = 'received' and (a.source, a.programme, a.year) = (s.source, s.programme, s.year)
       group by s.source, s.programme, s.year, a.balance
       having bool_or(s.id = $3) and floor(sum(s.amount)) > coalesce(a.balance, 0)
     ) as short`,
    [project.county, project.town, request],
  );
  if (rows[0]?.short) throw new Refusal('projects.refusal.quota_spent');
}
