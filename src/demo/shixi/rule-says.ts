// What a rule of supervision says of one object, by its own statement and values, as a page asks before it is handed in.
import type { Client } from '../../platform/db/pool.ts';
import { definitionOf } from '../../supervision/definitions/all.ts';
import { askedOf, defaultsOf } from '../../supervision/definitions/definition.ts';
import type { Row } from '../rows.ts';

export type Said = Pick<
  Row<'supervision.finding'>,
  'object_kind' | 'object_id' | 'project_id' | 'facts'
> & { amount: string; evidence: Record<string, string | null>[] };

export interface About {
  county: string;
  project: string;
  contract: string;
  request?: string;
}

/** @throws Error when the rule finds nothing: the story says it does */
export async function ruleSays(
  client: Client,
  code: string,
  today: string,
  { county, project, contract, request }: About,
): Promise<Said> {
  const rule = definitionOf(code);
  if (!rule) throw new RangeError(`no rule ${code}`);
  const { rows } = await client.query<Said>(
    `select h.object_kind, h.object_id, h.project_id, h.amount::text as amount, h.facts, h.evidence
     from (${rule.sql(askedOf(rule, true))}) h
     where ($1::jsonb, $2::date, $3::text, $4::uuid, $5::uuid) is not null and $6::uuid is not distinct from $6::uuid`,
    [
      ...[JSON.stringify({ [code]: defaultsOf(rule) }), today, county],
      ...[project, contract, request ?? null],
    ],
  );
  const said = rows[0];
  if (!said) throw new Error(`${code} finds nothing about ${request ?? contract}`);
  return said;
}
