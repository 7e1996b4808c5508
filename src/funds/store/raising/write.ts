/** Writing plans: what a city drafts. */

import { levelOfKey } from '../../../kit/region-key.ts';
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import type { DraftPlan } from '../../contract-raising.ts';
import { noteRuleDeed } from '../approval.ts';

/** @throws Refusal when the office is no city, or two instalments fall on one day. */
function fits(caller: Caller, { instalments }: DraftPlan): void {
  if (levelOfKey(caller.seat) !== 'city') throw new Refusal('funds.refusal.plan_level');
  if (new Set(instalments.map(({ dueOn }) => dueOn)).size < instalments.length)
    throw new Refusal('funds.refusal.plan_day_twice');
}

/** A plan of the caller's city, drafted. */
export async function draftPlan(
  client: Client,
  caller: Caller,
  id: string,
  said: DraftPlan,
): Promise<void> {
  mustActForOwn(caller);
  fits(caller, said);
  await client.query(
    `insert into funds.raising_plan (id, place_key, payer, programme, year, title, document, drafted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, caller.seat, ...headOf(said), caller.account],
  );
  await fill(client, caller, id, said);
  await noteRuleDeed(
    client,
    caller,
    'raising_plan',
    { id, office: caller.seat },
    'draft',
    'drafted',
  );
}

/** The plan as the form has it now. */
export async function amendPlan(
  client: Client,
  caller: Caller,
  id: string,
  said: DraftPlan,
): Promise<void> {
  fits(caller, said);
  await client.query(
    `update funds.raising_plan set (payer, programme, year, title, document)
       = row ($2::funds.payer, $3::funds.programme, $4::integer, $5, $6) where id = $1`,
    [id, ...headOf(said)],
  );
  await client.query('delete from funds.raising_instalment where plan_id = $1', [id]);
  await fill(client, caller, id, said);
}

async function fill(
  client: Client,
  caller: Caller,
  id: string,
  { instalments }: DraftPlan,
): Promise<void> {
  await client.query(
    `insert into funds.raising_instalment (plan_id, place_key, due_on, amount, note)
     select $1, $2, i."dueOn", i.amount, i.note
     from jsonb_to_recordset($3::jsonb) i ("dueOn" date, amount bigint, note text)`,
    [id, caller.seat, JSON.stringify(instalments)],
  );
}

const headOf = ({ payer, programme, year, title, document }: DraftPlan): unknown[] => [
  payer,
  programme,
  year,
  title.trim(),
  document.trim(),
];
