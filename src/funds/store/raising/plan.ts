/** Reading plans: one, a list, what stands in one. */

import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import type { PlanPage, PlanRow } from '../../contract-raising.ts';
import { ruleVerbsFor } from '../../rules-approval.ts';
import { behindOf, instalmentsMet } from '../../rules-raising.ts';
import { makersOf, ruleEvents } from '../approval.ts';
import { providedBy } from './provided.ts';

/** A plan as it stands in the database, locked or not. */
export interface Plan extends Omit<PlanRow, 'verbs'> {
  makers: string[];
}

const columns = `
  c.id, c.payer, c.programme, c.year, c.state, c.title, c.document, c.place_key::text as office,
  office.name as "officeName", coalesce(drafter.display_name, '') as "draftedBy", approver.display_name as "approvedBy",
  ${makersOf('raising_plan')} as makers, ${instant('c.changed_at')} as "changedAt",
  (select coalesce(sum(i.amount), 0)::bigint::text from funds.raising_instalment i where i.plan_id = c.id) as amount`;
const joins = `
  join regions.place office on office.key = c.place_key
  left join access.account drafter on drafter.id = c.drafted_by
  left join access.account approver on approver.id = c.approved_by`;

/**
 * The plan, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function planFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Plan> {
  if (held) await client.query('select from funds.raising_plan where id = $1 for update', [id]);
  const { rows } = await client.query<Plan>(
    `select ${columns} from funds.raising_plan c ${joins} where c.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found || !inRanges(found.office, caller.ranges)) throw new Absent();
  return found;
}

/** Charging is of rules alone. */
export const planRow = ({ makers, ...plan }: Plan, caller: Caller): PlanRow => ({
  ...plan,
  verbs: ruleVerbsFor({ ...plan, makers }, caller).filter((verb) => verb !== 'charge'),
});

/** Plans of cities under a place, the one changed last first; one more than asked. */
export async function plansUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    state: string | null;
    before: readonly string[];
    limit: number;
  },
): Promise<Plan[]> {
  const { rows } = await client.query<Plan>(
    `select ${columns} from funds.raising_plan c ${joins}
     where c.place_key between $1 and $2 and ${withinText('c.place_key', '$3', '$4')}
       and ($5::funds.rule_state is null or c.state = $5::funds.rule_state)
       and (c.changed_at, c.id) < ($6::timestamptz, $7::uuid)
     order by c.changed_at desc, c.id desc limit $8`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.state,
      ...wanted.before,
      wanted.limit + 1,
    ],
  );
  return rows;
}

/** A plan with its instalments beside what was provided to a day. */
export async function planPage(
  client: Client,
  caller: Caller,
  plan: Plan,
  today: string,
): Promise<PlanPage> {
  const { rows } = await client.query<{ dueOn: string; amount: string; note: string | null }>(
    `select due_on::text as "dueOn", amount::text as amount, note from funds.raising_instalment
     where plan_id = $1 order by due_on`,
    [plan.id],
  );
  const { due, provided } = await providedBy(client, caller, plan, today);
  const notes = new Map(rows.map(({ dueOn, note }) => [dueOn, note]));
  const met = instalmentsMet(
    rows.map(({ dueOn, amount }) => ({ dueOn, amount: BigInt(amount) })),
    BigInt(provided),
    today,
  );
  const toDate = met
    .filter(({ dueOn }) => dueOn <= today)
    .reduce((sum, { amount }) => sum + amount, 0n);
  return {
    ...planRow(plan, caller),
    due,
    planned: plan.amount,
    plannedToDate: toDate.toString(),
    provided,
    behind: behindOf(toDate, BigInt(provided)).toString(),
    instalments: met.map(({ dueOn, amount, planned, state }) => ({
      ...{ dueOn, amount: amount.toString(), planned: planned.toString() },
      ...{ note: notes.get(dueOn) ?? null, met: state },
    })),
    events: await ruleEvents(client, 'raising_plan', plan.id),
  };
}
