/** Writing rules: what an office drafts. */

import { isWithin } from '../../../kit/region-key.ts';
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import { localPayers, rulePayers } from '../../codes-allocation.ts';
import type { DraftAllocation } from '../../contract-allocation.ts';
import { noteRuleDeed } from '../approval.ts';
import { nameOf } from '../place-name.ts';

type Level = 'province' | 'city' | 'county' | 'town' | 'village';

/** Whose rule it is: 6:3:1 the province's, its local 1 the city's, units taken in by cities theirs or the province's. */
function mayRule({ kind, programme }: DraftAllocation, level: Level): boolean {
  if (kind === 'division') return programme === 'special_fund' && level === 'city';
  return level === 'province' || (level === 'city' && programme === 'self_included_fund');
}

/** @throws Refusal naming the first thing that does not fit. */
async function fits(client: Client, caller: Caller, said: DraftAllocation): Promise<void> {
  const { rows } = await client.query<{ level: Level }>(
    'select level from regions.region where key = $1',
    [caller.seat],
  );
  const level = rows[0]?.level;
  if (!level) throw new Error('an account without a home');
  if (!mayRule(said, level)) throw new Refusal('funds.refusal.rule_level');
  if (said.yearTo !== null && said.yearTo < said.yearFrom)
    throw new Refusal('funds.refusal.rule_years');
  const division = said.kind === 'division';
  if (division !== (said.average === null && said.amounts.length === 0))
    throw new Refusal(`funds.refusal.${division ? 'rule_division' : 'rule_amount'}`);
  boundsFit(said);
  await sharesFit(client, caller, said);
}

function boundsFit({ average, least, most, factors }: DraftAllocation): void {
  const sum = Object.values(factors).reduce((total, part) => total + part, 0);
  if (sum > 1000) throw new Refusal('funds.refusal.rule_factors');
  if (average === null) {
    if (sum > 0 || least !== null || most !== null)
      throw new Refusal('funds.refusal.rule_average_missing');
    return;
  }
  if (
    (least !== null && BigInt(least) > BigInt(average)) ||
    (most !== null && BigInt(most) < BigInt(average))
  )
    throw new Refusal('funds.refusal.rule_bounds', { count: '', place: '' });
}

async function sharesFit(client: Client, caller: Caller, said: DraftAllocation): Promise<void> {
  const allowed: readonly string[] =
    said.kind === 'division' ? localPayers : rulePayers[said.programme];
  const seen = new Set<string>();
  for (const { holdsIn, units, weights } of said.shares) {
    if (!isWithin(holdsIn, caller.seat)) throw new Refusal('funds.refusal.rule_share_place');
    const place = await nameOf(client, holdsIn);
    if (seen.size === seen.add(`${units} ${holdsIn}`).size)
      throw new Refusal('funds.refusal.rule_share_twice', { place });
    const payers = weights.map(({ payer }) => payer);
    if (!payers.every((payer) => allowed.includes(payer)) || new Set(payers).size < payers.length)
      throw new Refusal('funds.refusal.rule_payer', { place });
    if (weights.reduce((total, { weight }) => total + weight, 0) !== 10_000)
      throw new Refusal('funds.refusal.rule_share_sum', { place });
  }
}

/** A rule of the caller's office, drafted. */
export async function draftAllocation(
  client: Client,
  caller: Caller,
  id: string,
  said: DraftAllocation,
): Promise<void> {
  mustActForOwn(caller);
  await fits(client, caller, said);
  await client.query(
    `insert into funds.allocation (id, place_key, kind, programme, title, document, year_from, year_to, average, villages,
       rural_population, lifted_people, performance, least, most, drafted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [id, caller.seat, ...headOf(said), caller.account],
  );
  await fill(client, caller, id, said);
  await noteRuleDeed(client, caller, 'allocation', { id, office: caller.seat }, 'draft', 'drafted');
}

/** The rule as the form has it now. */
export async function amendAllocation(
  client: Client,
  caller: Caller,
  id: string,
  said: DraftAllocation,
): Promise<void> {
  await fits(client, caller, said);
  await client.query(
    `update funds.allocation set (kind, programme, title, document, year_from, year_to, average, villages,
       rural_population, lifted_people, performance, least, most) = row ($2::funds.allocation_kind, $3::funds.programme, $4,
       $5, $6::integer, $7::integer, $8::bigint, $9::integer, $10::integer, $11::integer, $12::integer, $13::bigint,
       $14::bigint)
     where id = $1`,
    [id, ...headOf(said)],
  );
  await client.query('delete from funds.allocation_share where allocation_id = $1', [id]);
  await client.query('delete from funds.allocation_amount where allocation_id = $1', [id]);
  await fill(client, caller, id, said);
}

/** @throws Refusal for an amount of something that is no town of the office. */
async function fill(
  client: Client,
  caller: Caller,
  id: string,
  { shares, amounts }: DraftAllocation,
): Promise<void> {
  const rows = shares.flatMap(({ holdsIn, units, weights }) =>
    weights.map((one) => ({ holdsIn, units, ...one })),
  );
  const filled = await client.query(
    `insert into funds.allocation_share (allocation_id, place_key, holds_in, units, payer, weight)
     select $1, $2, s."holdsIn", s.units, s.payer, s.weight
     from jsonb_to_recordset($3::jsonb)
       s ("holdsIn" bigint, units funds.unit_kind, payer funds.payer, weight integer)
     join regions.region r on r.key = s."holdsIn"`,
    [id, caller.seat, JSON.stringify(rows)],
  );
  if (filled.rowCount !== rows.length) throw new Refusal('funds.refusal.rule_share_place');
  const named = await client.query(
    `insert into funds.allocation_amount (county, allocation_id, place_key, amount)
     select r.county, $1, r.key, a.amount
     from jsonb_to_recordset($2::jsonb) a (place bigint, amount bigint)
     join regions.region r on r.key = a.place and r.level = 'town'
     join regions.region office on office.key = $3 and r.key between office.lo and office.hi`,
    [id, JSON.stringify(amounts), caller.seat],
  );
  if (named.rowCount !== amounts.length) throw new Refusal('funds.refusal.rule_amount_place');
}

const headOf = (said: DraftAllocation): unknown[] => [
  said.kind,
  said.programme,
  said.title.trim(),
  said.document.trim(),
  said.yearFrom,
  said.yearTo,
  said.average,
  said.factors.villages,
  said.factors.rural_population,
  said.factors.lifted_people,
  said.factors.performance,
  said.least,
  said.most,
];
