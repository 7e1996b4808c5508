/** An adjustment beside the version it changes. */
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { Comparison, LineRow } from '../contract.ts';
import { lineKey } from '../rules-closing.ts';
import { compared } from '../rules-comparison.ts';
import { linesOf } from './contents.ts';
import { type Plan, planFor, rowOf } from './plan.ts';

/** @throws Refusal when the plan is a first version. */
export async function comparisonOf(
  client: Client,
  caller: Caller,
  plan: Plan,
): Promise<Comparison> {
  if (plan.basedOn === null) throw new Refusal('plans.refusal.first_version');
  const before = await planFor(client, caller, plan.basedOn);
  const rows = compared(
    await linesOf(client, before),
    await linesOf(client, plan),
    ({ amount: _, ...line }: LineRow) => lineKey(line),
  );
  return {
    plan: rowOf(plan),
    before: rowOf(before),
    rows: rows.map((row) => ({
      ...row,
      before: row.before.toString(),
      after: row.after.toString(),
    })),
  };
}
