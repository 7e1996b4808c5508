/** Deeds on rules and plans: whether they may be done, and their line in the history. */

import { refusingUnseen } from '../../platform/as-seen.ts';
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { FundsRuleState, FundsRuleVerb } from '../../schema.gen.ts';
import type { RuleEvent } from '../contract-allocation.ts';
import { type RuleCase, ruleHindrance, ruleTransitionOf } from '../rules-approval.ts';

/** Which case: its table and its column in the history. */
export type CaseTable = 'allocation' | 'raising_plan' | 'carry_over';
const eventColumn = {
  ...{ allocation: 'allocation_id', raising_plan: 'plan_id' },
  carry_over: 'carry_over_id',
} as const;

export interface HeldCase extends RuleCase {
  id: string;
  changedAt: string;
}

/** @throws Refusal when the verb is not the caller's to do now. */
export function mayDoRule(verb: FundsRuleVerb, of: RuleCase, caller: Caller): FundsRuleState {
  mustActForOwn(caller);
  const why = ruleHindrance(verb, of, caller);
  if (why !== null) throw new Refusal(`funds.refusal.${why}`, {}, why === 'rule_state' ? 409 : 422);
  return ruleTransitionOf(verb).to;
}

export const ruleAsSeen = refusingUnseen('funds.refusal.rule_changed');

/** Moves a rule or plan on and keeps who did it and why. */
export async function moveRuleOn(
  client: Client,
  caller: Caller,
  table: CaseTable,
  of: HeldCase,
  verb: FundsRuleVerb,
  more: { reason?: string; year?: number } = {},
): Promise<FundsRuleState> {
  const to = mayDoRule(verb, of, caller);
  await client.query(
    `update funds.${table} set state = $2, changed_at = clock_timestamp(),
       approved_by = case when $3 then $4::uuid else approved_by end,
       approved_at = case when $3 then clock_timestamp() else approved_at end
     where id = $1`,
    [of.id, to, verb === 'approve', caller.account],
  );
  await noteRuleDeed(client, caller, table, of, verb, to, more);
  return to;
}

export async function noteRuleDeed(
  client: Client,
  caller: Caller,
  table: CaseTable,
  of: { id: string; office: string },
  verb: FundsRuleVerb,
  state: FundsRuleState,
  { reason, year }: { reason?: string; year?: number } = {},
): Promise<void> {
  await client.query(
    `insert into funds.rule_event (id, ${eventColumn[table]}, place_key, verb, state, year, reason, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), of.id, of.office, verb, state, year ?? null, reason ?? null, caller.account],
  );
}

/** What was done to it, in order; nothing for those below the office. */
export async function ruleEvents(
  client: Client,
  table: CaseTable,
  id: string,
): Promise<RuleEvent[]> {
  const { rows } = await client.query<RuleEvent>(
    `select e.verb, e.state, e.year, e.reason, coalesce(a.display_name, '') as by, ${instant('e.at')} as at
     from funds.rule_event e left join access.account a on a.id = e.by
     where e.${eventColumn[table]} = $1 order by e.at, e.id`,
    [id],
  );
  return rows;
}

/** Accounts that drafted, amended or handed it in, as a column of the case `c`. */
export const makersOf = (table: CaseTable): string =>
  `array(select distinct e.by::text from funds.rule_event e where e.${eventColumn[table]} = c.id
     and e.verb in ('draft', 'amend', 'submit'))`;
