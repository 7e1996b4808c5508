/** The nightly run: every rule over everything, each in a transaction of its own. */

import type { Client, Pool } from '../../platform/db/pool.ts';
import { demonstratedSql } from '../../platform/demonstrated.ts';
import { newId } from '../../platform/new-id.ts';
import { askedOf } from '../definitions/definition.ts';
import { decidedStates, mostEvidence, ownedStates } from '../rules.ts';
import { type InForce, rulesInForce, valuesOf } from './versions.ts';

export interface RuleRun {
  rule: string;
  version: number;
  found: number;
  opened: number;
  reopened: number;
  gone: number;
  tookMs: number;
}

/** Codes of places begin with 11 to 82; 99 is for made-up ones. */
const madeUp = '990000000000';

/**
 * Runs every rule that is switched on. A demonstration's money lies on real places: there findings are opened on made-up
 * places alone.
 * @param jobs as zz_jobs
 * @param stopped asked between two rules
 * @returns what each found; null when another process is at it
 */
export async function runRules(
  jobs: Pool,
  today: string,
  stopped: () => boolean = () => false,
): Promise<RuleRun[] | null> {
  const rules = await rulesInForce(jobs, today);
  const { rows } = await jobs.query<{ from: string }>(
    `select case when ${demonstratedSql} then $1 else '0' end as from`,
    [madeUp],
  );
  const from = rows[0]?.from ?? '0';
  const lock = await jobs.connect();
  let broken: Error | undefined;
  try {
    const got = await lock.query<{ ours: boolean }>('select pg_try_advisory_lock(7280) as ours');
    if (!got.rows[0]?.ours) return null;
    // Each event asks for its finding: a plan made while there are none would read all of them for each that comes after.
    await lock.query('set plan_cache_mode = force_custom_plan');
    const runs: RuleRun[] = [];
    const failed: Error[] = [];
    for (const rule of rules) {
      if (!rule.enabled || stopped()) continue;
      // One rule whose values do not work must not keep the others from being asked.
      try {
        runs.push(await runRule(lock, rule, today, from));
      } catch (error) {
        failed.push(new Error(`rule ${rule.definition.code} failed`, { cause: error }));
      }
    }
    await lock.query('reset plan_cache_mode');
    await lock.query('select pg_advisory_unlock(7280)');
    if (failed.length > 0)
      throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
    return runs;
  } catch (error) {
    broken = error as Error; // closes the connection, and with it the lock
    throw error;
  } finally {
    lock.release(broken);
  }
}

async function runRule(
  client: Client,
  rule: InForce,
  today: string,
  from: string,
): Promise<RuleRun> {
  const began = performance.now();
  const { code, sql, people } = rule.definition;
  const { rows } = await client.query<Omit<RuleRun, 'rule' | 'version' | 'tookMs'>>(
    runSql(sql(askedOf(rule.definition, false))),
    [
      valuesOf([rule]),
      today,
      code,
      rule.version,
      people ? null : rule.replyDays,
      from,
      decidedStates,
      ownedStates,
    ],
  );
  const counts = rows[0] ?? { found: 0, opened: 0, reopened: 0, gone: 0 };
  const run = {
    ...{ rule: code, version: rule.version, ...counts },
    tookMs: Math.round(performance.now() - began),
  };
  await client.query(
    `insert into supervision.run (id, rule, version, parameters, today, found, opened, reopened, gone, took_ms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[newId(), code, rule.version, JSON.stringify(rule.values), today],
      ...[run.found, run.opened, run.reopened, run.gone, run.tookMs],
    ],
  );
  return run;
}

/**
 * One statement: what is found is opened or brought up to date, what was decided is opened anew where the amount or the rows
 * of evidence grew, what is no longer found is marked. Whoever it is about now is kept from it at once: an owner that may no
 * longer see it gives it back to be assigned anew. $5: days to answer, where the place's own office has to.
 */
const runSql = (found: string) => `
  with hit as materialized (
    select h.county, h.place_key, h.object_kind, h.object_id, h.project_id, h.amount, h.facts, h.about,
      jsonb_array_length(h.evidence) as rows, jsonb_path_query_array(h.evidence, '$[0 to ${mostEvidence - 1}]') as evidence,
      array(select distinct a.home_key from access.account a where a.id = any (h.about) order by 1) as hidden
    from (${found}) h where h.place_key >= $6::bigint and $1::jsonb is not null
  ), known as materialized (
    select hit.*, f.id, f.state,
      f.state = any ($7::supervision.state[]) and (hit.amount > coalesce(f.decided_amount, 0) or hit.rows > coalesce(f.decided_rows, 0)) as grown,
      f.state = any ($8::supervision.state[])
        and exists (select from regions.ancestor a where a.key = f.owner_key and a.ancestor = any (hit.hidden)) as ownerless
    from hit left join supervision.finding f on f.county = hit.county and f.rule = $3 and f.object_id = hit.object_id
  ), fresh as (
    insert into supervision.finding (county, id, place_key, source, rule, rule_version, object_kind, object_id, project_id, amount,
      facts, evidence, evidence_rows, state, found_on, owner_key, reply_by, about, hidden_from)
    select k.county, gen_random_uuid(), k.place_key, 'rule', $3, $4, k.object_kind, k.object_id, k.project_id, k.amount, k.facts,
      k.evidence, k.rows, (case when $5::integer is null then 'opened' else 'assigned' end)::supervision.state, $2::date,
      case when $5::integer is not null then k.place_key end, $2::date + $5::integer, k.about, k.hidden
    from known k where k.id is null
    on conflict (county, rule, object_id) do nothing
    returning county, id, place_key, state, owner_key, reply_by
  ), kept as (
    update supervision.finding f
    set amount = k.amount, facts = k.facts, evidence = k.evidence, evidence_rows = k.rows, rule_version = $4, gone_on = null,
      about = k.about, hidden_from = k.hidden,
      state = case when k.grown or k.ownerless then 'opened' else f.state end,
      owner_key = case when k.grown or k.ownerless then null else f.owner_key end,
      reply_by = case when k.grown or k.ownerless then null else f.reply_by end,
      appealed = f.appealed and not k.grown,
      changed_at = clock_timestamp()
    from known k
    where k.id is not null and f.county = k.county and f.id = k.id
      and (k.grown or f.gone_on is not null or (f.amount, f.facts, f.evidence, f.evidence_rows, f.about, f.hidden_from)
        is distinct from (k.amount, k.facts, k.evidence, k.rows, k.about, k.hidden))
    returning f.county, f.id, f.place_key, f.state, k.grown or k.ownerless as anew
  ), gone as (
    update supervision.finding f set gone_on = $2::date, changed_at = clock_timestamp()
    where f.rule = $3 and f.gone_on is null and f.place_key >= $6::bigint
      and not exists (select from hit where hit.county = f.county and hit.object_id = f.object_id)
    returning 1
  ), noted as (
    insert into supervision.event (county, id, finding_id, place_key, verb, state, owner_key, reply_by)
    select county, gen_random_uuid(), id, place_key, 'open'::supervision.verb, state, owner_key, reply_by from fresh
    union all
    select county, gen_random_uuid(), id, place_key, 'reopen', state, null, null from kept where anew
  )
  select (select count(*) from hit)::integer as found, (select count(*) from fresh)::integer as opened,
    (select count(*) from kept where anew)::integer as reopened, (select count(*) from gone)::integer as gone`;
