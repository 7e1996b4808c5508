/**
 * What a rule of supervision is: a code, parameters with defaults and units, and one statement over sets that gives every
 * object it finds. The same statement runs over everything at night, over a place in a trial and over one object as a hint.
 */
import type { objectKinds } from '../codes.ts';

export type Unit = 'days' | 'minutes' | 'percent' | 'points' | 'fen' | 'count' | 'words';
export interface Parameter {
  name: string;
  unit: Unit;
  value: number | readonly string[];
  /** Bounds of its own, where those of the unit are too wide. */
  least?: number;
  most?: number;
}
/** What a value may be; of a list how long. Beyond, a rule finds nothing or everything. */
const bounds: Record<Unit, readonly [least: number, most: number]> = {
  days: [0, 3_650],
  minutes: [1, 1_440],
  percent: [1, 100],
  points: [0, 100],
  fen: [0, 1_000_000_000_000],
  count: [1, 1_000],
  words: [1, 100],
};
export const boundsOf = ({ unit, least, most }: Parameter) => ({
  least: least ?? bounds[unit][0],
  most: most ?? bounds[unit][1],
});
export type Values = Readonly<Record<string, number | readonly string[]>>;

export interface RuleDefinition {
  code: string;
  parameters: readonly Parameter[];
  /** Whether a dossier waits for an explanation unless a version says otherwise. */
  blocking: boolean;
  /** Days the owner has to answer unless a version says otherwise; null: assigned by hand. */
  replyDays: number | null;
  /** About deeds of people: hidden from them and their offices, and never a hint. */
  people?: true;
  /** Asked before something is handed in. */
  inline?: true;
  sql(at: Asked): string;
}

type Kind = (typeof objectKinds)[number];
type OneKind = Extract<Kind, 'project' | 'contract' | 'request'>;

/** How a statement is asked. Parameters: $1 all rules' values, $2 today; of one object $3 county, $4 project, $5 contract, $6 request. */
export interface Asked {
  /** About one object, which may still be a draft, or about everything that was handed in. */
  one: boolean;
  /** A number of the rule as bigint. */
  number(name: string): string;
  /** A list of the rule as a set of rows w (word). */
  words(name: string): string;
  /** Keeps to the one object asked about. */
  only(kind: OneKind, alias: string): string;
  /** Keeps rows that belong to a project to the one asked about: what is grouped is not grouped for all. */
  within(alias: string): string;
  /** Whether a request or a contract counts: handed in, or the one asked about. */
  counts(kind: 'contract' | 'request', alias: string): string;
}

const parameterOf: Record<OneKind, string> = { project: '$4', contract: '$5', request: '$6' };
const handedIn = {
  contract: `in ('submitted', 'in_force', 'ending', 'ended')`,
  request: `in ('submitted', 'checked', 'sent', 'paid')`,
};

export function askedOf({ code, parameters }: RuleDefinition, one: boolean): Asked {
  const known = (name: string) => {
    if (!parameters.some((p) => p.name === name)) throw new Error(`${code} has no ${name}`);
    return `$1::jsonb -> '${code}'`;
  };
  return {
    one,
    number: (name) => `(${known(name)} ->> '${name}')::bigint`,
    words: (name) => `jsonb_array_elements_text(${known(name)} -> '${name}') w (word)`,
    only: (kind, alias) =>
      one ? `${alias}.county = $3 and ${alias}.id = ${parameterOf[kind]}::uuid` : 'true',
    within: (alias) => (one ? `${alias}.county = $3 and ${alias}.project_id = $4::uuid` : 'true'),
    counts: (kind, alias) =>
      one
        ? `(${alias}.state ${handedIn[kind]} or ${alias}.id = ${parameterOf[kind]}::uuid)`
        : `${alias}.state ${handedIn[kind]}`,
  };
}

/** The defaults of a rule, which hold where there is no version of it. */
export const defaultsOf = ({ parameters }: RuleDefinition): Values =>
  Object.fromEntries(parameters.map(({ name, value }) => [name, value]));

/** The columns every statement gives, in this order. */
export function found(row: {
  kind: string;
  alias: string;
  object?: string;
  project: string;
  amount: string;
  facts: string;
  evidence: string;
  about?: string;
}): string {
  const { kind, alias, object = `${alias}.id`, project, amount, facts, evidence, about } = row;
  return `${alias}.county, ${alias}.place_key, ${kind}::supervision.object_kind as object_kind, ${object} as object_id,
    ${project}::uuid as project_id, (${amount})::bigint as amount, jsonb_build_object(${facts}) as facts,
    ${evidence} as evidence, ${about ?? `'{}'::uuid[]`} as about`;
}

/** A row of evidence, as a jsonb value of the statement. */
const row = (kind: string, alias: string, name: string, more: string) =>
  `jsonb_build_object('kind', '${kind}', 'id', ${alias}.id, 'place', ${alias}.place_key::text, 'name', ${name}, ${more})`;

export const projectRow = (p: string) =>
  row('project', p, `${p}.number || ' ' || ${p}.name`, `'project', ${p}.id`);
export const contractRow = (c: string) =>
  row(
    'contract',
    c,
    `${c}.number || ' ' || ${c}.contractor`,
    `'project', ${c}.project_id, 'amount', ${c}.amount::text, 'day', ${c}.signed_on`,
  );
export const requestRow = (r: string) =>
  row(
    'request',
    r,
    `concat_ws(' ', ${r}.payee, ${r}.invoice)`,
    `'project', ${r}.project_id, 'amount', ${r}.amount::text, 'day', coalesce(${r}.paid_on, ${r}.asked_on)`,
  );
export const assetRow = (a: string) =>
  row(
    'asset',
    a,
    `concat_ws(' ', ${a}.name, ${a}.register_number)`,
    `'project', ${a}.project_id, 'amount', ${a}.value::text, 'day', ${a}.taken_over_on`,
  );
export const documentRow = (d: string) =>
  row('document', d, `${d}.title`, `'project', ${d}.project_id, 'day', ${d}.dated`);
export const entryRow = (e: string) =>
  row(
    'entry',
    e,
    `e.document_number`,
    `'amount', ${e}.amount::text, 'day', ${e}.booked_on`,
  ).replaceAll('e.document_number', `${e}.document_number`);

/** Budgets of projects, `budget` fen each: at night those of all, grouped. */
export const budgets = (at: Asked) =>
  `(select b.county, b.project_id, sum(b.amount)::bigint as budget from projects.budget b where ${at.within('b')}
    group by b.county, b.project_id)`;

/** Main contracts that count with the fen they are worth now, as their last variation or settlement in force has it. */
export const worths = (at: Asked) =>
  `(select c.*, coalesce(c.ended_amount, v.amount, c.amount) as worth
    from projects.contract c
    left join (
      select distinct on (v.county, v.changes) v.county, v.changes, v.amount from projects.contract v
      where v.state = 'in_force' and v.changes is not null and ${at.within('v')}
      order by v.county, v.changes, v.signed_on desc, v.id desc
    ) v on v.county = c.county and v.changes = c.id
    where c.kind = 'main' and coalesce(c.ended_amount, 1) > 0 and ${at.within('c')} and ${at.counts('contract', 'c')})`;

/** Requests that count, by contract: fen asked for and paid, since when, and their rows. */
export const asks = (at: Asked) =>
  `(select r.county, r.project_id, r.contract_id, sum(r.amount)::bigint as asked, min(r.paid_on) as paid_since,
      sum(r.amount) filter (where r.state = 'paid') as paid, jsonb_agg(${requestRow('r')} order by r.asked_on, r.id) as evidence
    from projects.request r where ${at.within('r')} and ${at.counts('request', 'r')}
    group by r.county, r.project_id, r.contract_id)`;
