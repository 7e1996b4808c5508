/** Reading what a copy may say: the views of `disclosed` and nothing else, under the caller's scope. */
import type { Client } from '../../platform/db/pool.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import { Absent } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import type { Kind } from '../codes.ts';
import type { Facts } from '../content/facts.ts';

export interface Asked {
  kind: Kind;
  /** The place that publishes. */
  place: string;
  object: string | null;
  year: number;
}

const money = (project: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('payer', m.payer, 'source', m.source, 'year', m.year, 'amount', m.amount::text)
     order by m.year, m.payer, m.source) from (select payer, source, year, sum(amount)::bigint as amount
       from disclosed.project_money where project_id = ${project} group by payer, source, year) m), '[]')`;
const villages = (keys: string) =>
  `coalesce((select jsonb_agg(v.name order by v.key) from regions.place v where v.key = any (${keys})), '[]')`;

const statements: Record<Kind, string> = {
  project: `
    select p.id, p.county, p.place_key::text as place, place.name as "placeName", p.year, p.made_up as "madeUp",
      p.number, p.name, p.task, p.content, p.implementer, ${villages('p.villages')} as villages, p.households, p.people,
      p.benefit_link as "benefitLink", p.target, p.result, p.planned_from as "plannedFrom", p.planned_to as "plannedTo",
      p.progress, p.state, p.started_on as "startedOn", p.completed_on as "completedOn", p.accepted_on as "acceptedOn",
      p.updated_on as "updatedOn", ${money('p.id')} as money,
      coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'contractor', c.contractor, 'registered', c.registered,
         'signedOn', c.signed_on, 'amount', c.amount::text, 'paid', c.paid::text) order by c.signed_on, c.number)
       from disclosed.contract c where c.project_id = p.id), '[]') as contracts
    from disclosed.project p join regions.place place on place.key = p.place_key
    where p.id = $1 and p.place_key between $2 and $3 and $4::integer > 0
      and p.state in ('planned', 'preparing', 'contracted', 'building', 'completed', 'accepted', 'settled', 'handed_over')`,
  notice: `
    select n.id, n.county, n.place_key::text as place, place.name as "placeName", p.year, n.made_up or p.made_up as "madeUp",
      n.stage, n.posted_on as "postedOn", n.ends_on as "endsOn", n.place_posted as "placePosted",
      jsonb_build_object('number', p.number, 'name', p.name, 'content', p.content, 'implementer', p.implementer,
        'villages', ${villages('p.villages')}, 'money', ${money('p.id')}) as project
    from disclosed.notice n join disclosed.project p on p.id = n.project_id
    join regions.place place on place.key = n.place_key
    where n.id = $1 and n.place_key between $2 and $3 and $4::integer > 0`,
  document: `
    select d.id, at.county, at.key::text as place, at.name as "placeName", d.year, d.made_up as "madeUp", d.number, d.title,
      d.payer, payer.name as "payerName", d.programme, d.measure, d.issued_on as "issuedOn", lines.lines
    from disclosed.document d
    join regions.place at on at.key = $5
    join regions.place payer on payer.key = d.payer_key
    cross join lateral (
      select jsonb_agg(jsonb_build_object('placeName', place.name, 'measure', l.measure, 'amount', l.amount::text)
        order by l.place_key, l.measure) as lines
      from disclosed.document_line l join regions.place place on place.key = l.place_key
      where l.document_number = d.number and l.place_key between $2 and $3 and l.amount <> 0
    ) lines
    where d.id = $1 and lines.lines is not null and $4::integer > 0`,
  plan: `
    select p.id, p.county, p.place_key::text as place, place.name as "placeName", p.year, p.made_up as "madeUp", p.programme,
      p.version, p.kind, p.title, p.approved_on as "approvedOn", p.reference,
      coalesce((select jsonb_agg(jsonb_build_object('placeName', at.name, 'document', l.document_number, 'source', l.source,
         'task', l.task, 'project', l.project_name, 'amount', l.amount::text) order by l.position)
       from disclosed.plan_line l join regions.place at on at.key = l.place_key where l.plan_id = p.id), '[]') as lines
    from disclosed.plan p join regions.place place on place.key = p.place_key
    where p.id = $1 and p.place_key between $2 and $3 and $4::integer > 0`,
  use_of_money: `
    select $1::text as id, at.county, at.key::text as place, at.name as "placeName", $4::integer as year,
      exists (select from platform.setting where name = 'demonstration') as "madeUp",
      coalesce((select jsonb_agg(to_jsonb(s) order by s.source) from (
        select u.source, coalesce(sum(u.amount) filter (where u.measure = 'received'), 0)::text as received,
          coalesce(sum(u.amount) filter (where u.measure = 'committed'), 0)::text as committed,
          coalesce(sum(u.amount) filter (where u.measure = 'spent'), 0)::text as spent
        from disclosed.use_of_money u where u.place_key between $2 and $3 and u.year = $4 group by u.source) s), '[]') as sources,
      coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'name', p.name, 'budget', m.amount::text,
          'contracted', c.amount::text, 'paid', c.paid::text) order by p.number)
        from disclosed.project p
        join lateral (select sum(m.amount) as amount from disclosed.project_money m
          where m.project_id = p.id and m.year = $4 and m.programme <> 'self_raised') m
          on m.amount is not null
        cross join lateral (select coalesce(sum(u.amount) filter (where u.measure = 'committed'), 0) as amount,
            coalesce(sum(u.amount) filter (where u.measure = 'spent'), 0) as paid
          from disclosed.project_use u where u.project_id = p.id and u.year = $4) c
        where p.place_key between $2 and $3), '[]') as projects
    from regions.place at where at.key = $5`,
};

/**
 * The facts of one object as they may be published by a place.
 * @throws Absent when it is not there for this place, or not yet to be published
 */
export async function factsFor(client: Client, caller: Caller, asked: Asked): Promise<Facts> {
  const facts = await factsIn(client, await placeFor(client, caller, asked.place), asked);
  if (!facts) throw new Absent();
  return facts;
}

export async function factsIn(
  client: Client,
  { key, lo, hi }: { key: string; lo: string; hi: string },
  { kind, object, year }: Pick<Asked, 'kind' | 'object' | 'year'>,
): Promise<Facts | null> {
  const five = kind === 'document' || kind === 'use_of_money';
  const { rows } = await client.query<Facts['of']>(statements[kind], [
    ...[object, lo, hi, year],
    ...(five ? [key] : []),
  ]);
  return rows[0] ? ({ kind, of: rows[0] } as Facts) : null; // each statement answers the facts of its kind
}

/** Names of people on record in the county: none of them may stand in a copy. */
export async function namesIn(client: Client, county: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct name from teams.person where place_key / 1000000 = $1::bigint limit 20000`,
    [county],
  );
  return rows.map(({ name }) => name);
}
