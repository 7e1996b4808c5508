/** A rule tried with other values over a place, beside the values in force. Nothing is written. */

import { plainYuan } from '../../kit/money.ts';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import { demonstratedSql } from '../../platform/demonstrated.ts';
import { type Caller, type Lang, Refusal } from '../../platform/http/endpoint.ts';
import type { Trial } from '../contract.ts';
import { definitionOf } from '../definitions/all.ts';
import {
  askedOf,
  type Parameter,
  type RuleDefinition,
  type Values,
  boundsOf as valueBounds,
} from '../definitions/definition.ts';
import { lineOf, mostEvidence } from '../rules.ts';
import { ruleWords } from '../words/rules.ts';
import { type Kept, shownEvidence } from './evidence.ts';
import { rulesInForce } from './versions.ts';

const most = 50;

/** @throws Refusal when there is no such rule, or a value is missing, of another kind, out of its bounds or unknown */
export function checkedRule(code: string, values: Values, lang: Lang): RuleDefinition {
  const definition = definitionOf(code);
  if (!definition) throw new Refusal('supervision.refusal.no_rule');
  const names = definition.parameters.map(({ name }) => name).sort();
  if (String(names) !== String(Object.keys(values).sort()))
    throw new Refusal('supervision.refusal.values');
  for (const parameter of definition.parameters) {
    const value = values[parameter.name];
    if (value === undefined || Array.isArray(parameter.value) !== Array.isArray(value))
      throw new Refusal('supervision.refusal.values');
    mustLieWithin(parameter, value, lang);
  }
  return definition;
}

/** @throws Refusal that says the bounds */
function mustLieWithin(parameter: Parameter, value: Values[string], lang: Lang): void {
  const { least, most } = valueBounds(parameter);
  const size = typeof value === 'number' ? value : value.length;
  if (size >= least && size <= most) return;
  const said = (key: string) => ruleWords[key]?.[lang] ?? key;
  const plain = (bound: number) =>
    parameter.unit === 'fen' ? plainYuan(String(bound)) : String(bound);
  throw new Refusal(`supervision.refusal.${parameter.unit === 'words' ? 'words_' : ''}bounds`, {
    name: said(`supervision.parameter.${parameter.name}`),
    unit: said(`supervision.unit.${parameter.unit}`),
    ...{ least: plain(least), most: plain(most) },
  });
}

interface HitRow extends Kept {
  place: string;
  placeName: string;
  by: 'both' | 'trial' | 'force';
}
interface Counts {
  trial: number;
  force: number;
  both: number;
  rows: HitRow[] | null;
}

export async function tryRule(
  client: Client,
  caller: Caller,
  today: string,
  asked: { rule: string; values: Values; lo: string; hi: string; lang: Lang },
): Promise<Trial> {
  const definition = checkedRule(asked.rule, asked.values, asked.lang);
  const held = (await rulesInForce(client, today)).find((one) => one.definition === definition);
  if (!held) throw new Refusal('supervision.refusal.no_rule');
  const began = performance.now();
  const { rows } = await client.query<Counts>(
    trialSql(definition.sql(askedOf(definition, false)), definition.code),
    [
      JSON.stringify({ [asked.rule]: asked.values }),
      today,
      JSON.stringify({ [asked.rule]: held.values }),
      ...[asked.lo, asked.hi, ...boundsOf(caller.ranges)],
      ...[caller.account, caller.role === 'auditor' ? [] : lineOf(caller.seat), most],
    ],
  );
  const { trial = 0, force = 0, both = 0, rows: hits } = rows[0] ?? {};
  return {
    ...{ trial, force, both, version: held.version },
    tookMs: Math.round(performance.now() - began),
    rows: (hits ?? []).map(({ evidence, ...hit }) => ({
      ...hit,
      evidence: shownEvidence(evidence, caller).rows,
    })),
  };
}

/** The rule twice, side by side by object. What is about the caller, or about an office the caller lies in, is not there. */
const trialSql = (found: string, code: string) => `
  with tried as materialized (${found}),
  held as materialized (${found.replaceAll('$1::jsonb', '$3::jsonb')}),
  hit as (
    select coalesce(t.place_key, h.place_key) as place_key, coalesce(t.object_id, h.object_id) as object_id,
      coalesce(t.amount, h.amount) as amount, coalesce(t.facts, h.facts) as facts, coalesce(t.evidence, h.evidence) as evidence,
      coalesce(t.about, h.about) as about,
      case when h.object_id is null then 'trial' when t.object_id is null then 'force' else 'both' end as by
    from tried t full join held h on h.county = t.county and h.object_id = t.object_id
  ), seen as (
    select hit.* from hit
    where $1::jsonb is not null and $3::jsonb is not null and $2::date is not null and place_key between $4::bigint and $5::bigint and ${withinText('place_key', '$6', '$7')}
      and ($8::uuid <> all (about))
      and not exists (select from access.account a where a.id = any (about) and a.home_key = any ($9::bigint[]))
      and (place_key >= 990000000000 or not ${demonstratedSql})
  ), top as (
    select s.place_key::text as place, p.name as "placeName", s.amount::text as amount, s.facts,
      jsonb_path_query_array(s.evidence, '$[0 to ${mostEvidence - 1}]') as evidence, s.by, s.object_id
    from seen s join regions.place p on p.key = s.place_key
    order by s.by = 'both', s.place_key, s.object_id limit $10
  )
  select count(*) filter (where by <> 'force')::integer as trial, count(*) filter (where by <> 'trial')::integer as force,
    count(*) filter (where by = 'both')::integer as both,
    (select jsonb_agg(jsonb_build_object('place', place, 'placeName', "placeName", 'amount', amount, 'facts', facts,
      'evidence', evidence, 'by', by)) from top) as rows
  from seen -- ${code}`;
