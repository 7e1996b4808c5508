/** Rules as they are listed: what holds, what it found, its versions; and a new version. */
import { isOfAll } from '../../access/store/of-all.ts';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import { type Caller, type Lang, Refusal } from '../../platform/http/endpoint.ts';
import type { RuleRow, SetRule } from '../contract.ts';
import { boundsOf as valueBounds } from '../definitions/definition.ts';
import { lineOf, openStates } from '../rules.ts';
import { checkedRule } from './trial.ts';
import { rulesInForce } from './versions.ts';

interface Run {
  rule: string;
  today: string;
  at: string;
  version: number;
  tookMs: number;
  found: number;
  opened: number;
  reopened: number;
  gone: number;
}

export async function ruleRows(client: Client, caller: Caller, today: string): Promise<RuleRow[]> {
  const rules = await rulesInForce(client, today);
  const ofAll = await isOfAll(client, caller);
  const { rows: open } = await client.query<{ rule: string; open: number }>(
    `select f.rule, count(*)::integer as open from supervision.finding f
     where f.source = 'rule' and f.state = any ($1::supervision.state[]) and ${withinText('f.place_key', '$2', '$3')}
       and $4::uuid <> all (f.about) and not (f.hidden_from && $5::bigint[])
     group by f.rule`,
    [
      openStates,
      ...boundsOf(caller.ranges),
      caller.account,
      caller.role === 'auditor' ? [] : lineOf(caller.seat),
    ],
  );
  const { rows: runs } = await client.query<Run>(
    `select distinct on (rule) rule, today, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, version,
       took_ms as "tookMs", found, opened, reopened, gone
     from supervision.run order by rule, at desc`,
  );
  const { rows: versions } = await client.query<RuleRow['versions'][number] & { code: string }>(
    `select r.code, r.version, r.valid_from as "validFrom", r.valid_to as "validTo", r.basis, a.display_name as by
     from supervision.rule r left join access.account a on a.id = r.by order by r.code, r.version desc`,
  );
  return rules.map(({ definition, version, values, enabled, blocking, replyDays }) => {
    const run = runs.find(({ rule }) => rule === definition.code);
    return {
      ...{ code: definition.code, version, enabled, blocking, replyDays },
      values: values as RuleRow['values'], // the same lists, read only here
      people: definition.people === true,
      inline: definition.inline === true,
      parameters: definition.parameters.map((parameter) => ({
        ...{ name: parameter.name, unit: parameter.unit, ...valueBounds(parameter) },
        fallback: parameter.value as number | string[], // as above
      })),
      open: open.find(({ rule }) => rule === definition.code)?.open ?? 0,
      lastRun: run ? lastRun(run, ofAll) : null,
      versions: versions
        .filter(({ code }) => code === definition.code)
        .map(({ code: _, ...one }) => one),
    };
  });
}

const lastRun = (run: Run, ofAll: boolean): RuleRow['lastRun'] => ({
  today: run.today,
  at: run.at,
  version: run.version,
  tookMs: run.tookMs,
  counts: ofAll
    ? { found: run.found, opened: run.opened, reopened: run.reopened, gone: run.gone }
    : null,
});

/** @returns the number of the new version */
export async function setRule(
  client: Client,
  caller: Caller,
  today: string,
  id: string,
  code: string,
  said: SetRule,
  lang: Lang,
): Promise<number> {
  if (!(await isOfAll(client, caller))) throw new Refusal('supervision.refusal.rule_above');
  checkedRule(code, said.values, lang);
  if (said.validFrom < today || (said.validTo !== null && said.validTo <= said.validFrom))
    throw new Refusal('supervision.refusal.valid_from');
  await client.query(
    `select pg_advisory_xact_lock(hashtextextended('supervision.rule:' || $1, 0))`,
    [code],
  );
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(version), 0)::integer as version from supervision.rule where code = $1',
    [code],
  );
  const last = rows[0]?.version ?? 0;
  if (last !== said.seen) throw new Refusal('supervision.refusal.changed_since', {}, 409);
  await client.query(
    `insert into supervision.rule (id, code, version, parameters, enabled, blocking, reply_days, valid_from, valid_to, basis, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, code, last + 1, JSON.stringify(said.values), said.enabled, said.blocking],
      ...[said.replyDays, said.validFrom, said.validTo, said.basis.trim(), caller.account],
    ],
  );
  return last + 1;
}
