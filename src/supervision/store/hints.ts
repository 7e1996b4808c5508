/** What the rules say of one object before it is handed in: the nightly definitions, kept to that object. */
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { hintKinds } from '../codes.ts';
import type { RuleHint } from '../contract.ts';
import { definitions } from '../definitions/all.ts';
import { askedOf } from '../definitions/definition.ts';
import { decidedStates } from '../rules.ts';
import { type Kept, shownEvidence } from './evidence.ts';
import { rulesInForce, valuesOf } from './versions.ts';

type HintKind = (typeof hintKinds)[number];

interface Ids {
  place: string;
  county: string;
  project: string;
  contract: string | null;
  request: string | null;
}
const idsSql: Record<HintKind, string> = {
  project: `select place_key::text as place, county, id as project, null as contract, null as request from projects.project where id = $1`,
  contract: `select place_key::text as place, county, project_id as project, coalesce(changes, id) as contract, null as request from projects.contract where id = $1`,
  request: `select place_key::text as place, county, project_id as project, contract_id as contract, id as request from projects.request where id = $1`,
};

/** All rules that are asked inline as one statement; a rule of another kind of object finds nothing. */
const hintsSql = definitions
  .filter(({ inline }) => inline)
  .map((one) => `select '${one.code}' as rule, h.* from (${one.sql(askedOf(one, true))}) h`)
  .join('\n  union all\n  ');

/**
 * Whether somebody decided on what is found already, and nothing was added since: on the object itself, or on another of
 * which it is part of the evidence, as of two that are twins.
 */
const decided = `
  exists (select from supervision.finding f
    where f.county = h.county and f.rule = h.rule and f.state = any ($7::supervision.state[])
      and coalesce(f.decided_rows, 0) >= h.rows
      and case when f.object_id = h.object_id then coalesce(f.decided_amount, 0) >= h.amount
        else f.evidence @> jsonb_build_array(jsonb_build_object('id', h.object_id)) end)`;

/** @throws Absent when there is no such object in the caller's ranges */
export async function hintsFor(
  client: Client,
  caller: Pick<Caller, 'ranges'>,
  today: string,
  kind: HintKind,
  id: string,
): Promise<RuleHint[]> {
  const { rows: ids } = await client.query<Ids>({
    name: `supervision-ids-${kind}`,
    text: idsSql[kind],
    values: [id],
  });
  const at = ids[0];
  if (!at || !inRanges(at.place, caller.ranges)) throw new Absent();
  const rules = await rulesInForce(client, today);
  const { rows } = await client.query<Kept & { rule: string; decided: boolean }>({
    name: 'supervision-hints',
    text: `
      select h.rule, h.amount::text as amount, h.facts, h.evidence, ${decided} as decided
      from (select found.*, jsonb_array_length(found.evidence) as rows from (${hintsSql}) found) h`,
    values: [
      ...[valuesOf(rules), today, at.county, at.project, at.contract, at.request],
      decidedStates,
    ],
  });
  return rows.flatMap(({ rule, amount, facts, evidence, decided }) => {
    const held = rules.find(({ definition }) => definition.code === rule);
    if (!held?.enabled) return [];
    const shown = shownEvidence(evidence, caller).rows;
    return [{ rule, amount, facts, evidence: shown, blocking: held.blocking, decided }];
  });
}
