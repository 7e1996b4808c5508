/** Which version of each rule holds on a day. */
import type { Pool } from '../../platform/db/pool.ts';
import { definitions } from '../definitions/all.ts';
import { defaultsOf, type RuleDefinition, type Values } from '../definitions/definition.ts';

export interface InForce {
  definition: RuleDefinition;
  version: number;
  values: Values;
  enabled: boolean;
  blocking: boolean;
  replyDays: number | null;
}

interface Row {
  code: string;
  version: number;
  parameters: Record<string, number | string[]>;
  enabled: boolean;
  blocking: boolean;
  replyDays: number | null;
}

/** Every rule as it holds; version 0 is the definition's own. Values a version leaves out are the definition's. */
export async function rulesInForce(on: Pick<Pool, 'query'>, today: string): Promise<InForce[]> {
  const { rows } = await on.query<Row>({
    name: 'supervision-in-force',
    text: `select distinct on (code) code, version, parameters, enabled, blocking, reply_days as "replyDays"
      from supervision.rule where valid_from <= $1 and (valid_to is null or valid_to > $1)
      order by code, version desc`,
    values: [today],
  });
  const set = new Map(rows.map((row) => [row.code, row]));
  return definitions.map((definition) => {
    const row = set.get(definition.code);
    return {
      definition,
      version: row?.version ?? 0,
      values: { ...defaultsOf(definition), ...row?.parameters },
      enabled: row?.enabled ?? true,
      blocking: row?.blocking ?? definition.blocking,
      replyDays: row ? row.replyDays : definition.replyDays,
    };
  });
}

/** The values as the statements read them: by code. */
export const valuesOf = (rules: readonly InForce[]): string =>
  JSON.stringify(Object.fromEntries(rules.map((one) => [one.definition.code, one.values])));
