/** What cities owe and provided in a budget year, beside what they planned. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import type { ScopedPlace } from '../../../regions/in-scope.ts';
import type { RaisingRow } from '../../contract-raising.ts';
import { behindOf } from '../../rules-raising.ts';

/** What counts as provided: remitted of an assisting city, received of the local ones (`measureOf`). */
const provides = `measure = case payer when 'assisting_city' then 'remitted' else 'received' end::funds.measure`;

export async function providedBy(
  client: Client,
  caller: Caller,
  {
    office,
    payer,
    programme,
    year,
  }: { office: string; payer: string; programme: string; year: number },
  on: string,
): Promise<{ due: string; provided: string }> {
  const { rows } = await client.query<{ due: string; provided: string }>(
    `select coalesce(sum(amount) filter (where measure = 'due'), 0)::bigint::text as due,
       coalesce(sum(amount) filter (where ${provides} and booked_on <= $5::date), 0)::bigint::text as provided
     from funds.entry
     where payer_key = $1 and payer = $2::funds.payer and programme = $3::funds.programme and year = $4
       and ${withinText('place_key', '$6', '$7')}`,
    [office, payer, programme, year, on, ...boundsOf(caller.ranges)],
  );
  return rows[0] ?? { due: '0', provided: '0' };
}

/** Every city within a place that owes, provided or planned something of a year, in the order of codes. */
export async function raisingUnder(
  client: Client,
  caller: Caller,
  place: ScopedPlace,
  year: number,
  on: string,
): Promise<RaisingRow[]> {
  const { rows } = await client.query<Omit<RaisingRow, 'behind'>>(
    `with plan as (
       select distinct on (p.place_key, p.payer, p.programme) p.id, p.place_key, p.payer, p.programme
       from funds.raising_plan p
       where p.state = 'approved' and p.year = $3 and p.place_key between $1 and $2
         and ${withinText('p.place_key', '$5', '$6')}
       order by p.place_key, p.payer, p.programme, p.approved_at desc, p.id
     ), planned as (
       select plan.*, sum(i.amount)::bigint as planned,
         coalesce(sum(i.amount) filter (where i.due_on <= $4::date), 0)::bigint as to_date
       from plan join funds.raising_instalment i on i.plan_id = plan.id
       group by plan.id, plan.place_key, plan.payer, plan.programme
     ), money as (
       select e.payer, e.payer_key as place_key, e.programme,
         coalesce(sum(e.amount) filter (where measure = 'due'), 0)::bigint as due,
         coalesce(sum(e.amount) filter (where ${provides} and booked_on <= $4::date), 0)::bigint as provided
       from funds.entry e
       where e.year = $3 and e.measure in ('due', 'remitted', 'received')
         and e.payer in ('assisting_city', 'assisted_city', 'own_city') and e.payer_key between $1 and $2
         and ${withinText('e.place_key', '$5', '$6')}
       group by e.payer, e.payer_key, e.programme
     )
     select payer, place_key::text as "payerPlace", p.name as "payerName", programme,
       coalesce(money.due, 0)::text as due, coalesce(planned.planned, 0)::text as planned,
       coalesce(planned.to_date, 0)::text as "plannedToDate", coalesce(money.provided, 0)::text as provided,
       planned.id as plan
     from money full join planned using (payer, place_key, programme)
     join regions.place p on p.key = place_key
     order by payer, place_key, programme`,
    [place.lo, place.hi, year, on, ...boundsOf(caller.ranges)],
  );
  return rows.map((row) => ({
    ...row,
    behind: behindOf(BigInt(row.plannedToDate), BigInt(row.provided)).toString(),
  }));
}
