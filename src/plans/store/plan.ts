/** Reading plans: one, and the list county by county. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { PlanPage, PlanRow } from '../contract.ts';

/** A plan as it stands in the database, locked or not. */
export interface Plan extends PlanRow {
  county: string;
  lo: string;
  hi: string;
  /** The place right above the county. */
  above: string | null;
  /** Accounts that drafted, amended or handed it in. */
  makers: string[];
  basis: string | null;
  basedOn: string | null;
  registeredBy: string | null;
  approvedBy: string | null;
  approvedOn: string | null;
  reference: string | null;
  filedOn: string | null;
}

/** Whose money, for which programme and year. */
export type Account = Pick<Plan, 'county' | 'place' | 'lo' | 'hi' | 'programme' | 'year'>;

/** What was received by account: a receipt moves its balance up, spending moves it on. */
const columns = `
  p.county, p.id, p.place_key::text as place, office.name as "placeName", r.lo::text as lo, r.hi::text as hi,
  r.parent::text as above, p.programme, p.year, p.version, p.kind, p.based_on as "basedOn", p.title, p.basis, p.state,
  p.state in ('approved', 'filed') and not exists (select from plans.plan later
    where (later.county, later.place_key, later.programme, later.year) = (p.county, p.place_key, p.programme, p.year)
      and later.state in ('approved', 'filed') and later.version > p.version) as "inForce",
  coalesce((select sum(a.balance) from funds.account a
    where a.county = p.county and a.holder = 'place' and a.place_key between r.lo and r.hi
      and a.programme = p.programme and a.year = p.year and a.measure in ('received', 'spent')), 0)::text as received,
  coalesce((select sum(l.amount) from plans.line l where l.county = p.county and l.plan_id = p.id
    and l.project_id is not null), 0)::text as arranged,
  coalesce((select sum(l.amount) from plans.line l where l.county = p.county and l.plan_id = p.id
    and l.project_id is null), 0)::text as reserved,
  registrar.display_name as "registeredBy", approver.display_name as "approvedBy", p.approved_on::text as "approvedOn",
  p.reference, p.filed_on::text as "filedOn",
  array(select distinct e.by::text from plans.event e where e.county = p.county and e.plan_id = p.id
    and e.verb in ('draft', 'adjust', 'amend', 'submit')) as makers,
  ${instant('p.changed_at')} as "changedAt"`;
const joins = `
  join regions.region r on r.key = p.place_key
  join regions.place office on office.key = p.place_key
  left join access.account registrar on registrar.id = p.registered_by
  left join access.account approver on approver.id = p.approved_by`;

/**
 * The plan, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function planFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Plan> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from plans.plan where id = $1 for update', [id]);
  const { rows } = await client.query<Plan>(
    `select ${columns} from plans.plan p ${joins} where p.id = $1`,
    [id],
  );
  const plan = rows[0];
  if (!plan || !inRanges(plan.place, caller.ranges)) throw new Absent();
  return plan;
}

export function rowOf(plan: Plan): PlanRow {
  return {
    id: plan.id,
    place: plan.place,
    placeName: plan.placeName,
    programme: plan.programme,
    year: plan.year,
    version: plan.version,
    kind: plan.kind,
    title: plan.title,
    state: plan.state,
    inForce: plan.inForce,
    received: plan.received,
    arranged: plan.arranged,
    reserved: plan.reserved,
    changedAt: plan.changedAt,
  };
}

/** Plans under a place: counties in the order of their codes, years and versions the latest first; one more than asked. */
export async function plansUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    programme: string | null;
    year: string | null;
    state: string | null;
    after: readonly string[];
    limit: number;
  },
): Promise<Plan[]> {
  const { rows } = await client.query<Plan>(
    `select ${columns} from plans.plan p ${joins}
     where p.place_key between $1 and $2 and ${withinText('p.place_key', '$3', '$4')}
       and ($5::text is null or p.programme::text = $5) and ($6::integer is null or p.year = $6)
       and ($7::text is null or p.state::text = $7)
       and (p.place_key, -p.year, p.programme::text collate "C", -p.version, p.id)
         > ($8::bigint, -$9::integer, $10, -$11::integer, $12::uuid)
     order by p.place_key, -p.year, p.programme::text collate "C", -p.version, p.id limit $13`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.programme,
      wanted.year,
      wanted.state,
      ...wanted.after,
      wanted.limit + 1,
    ],
  );
  return rows;
}

/** Every version of a plan's county, programme and year that was not discarded, the first one first. */
export async function versionsOf(client: Client, plan: Plan): Promise<PlanPage['versions']> {
  const { rows } = await client.query<PlanPage['versions'][number]>(
    `select id, version, kind, state from plans.plan
     where county = $1 and place_key = $2 and programme = $3 and year = $4 and state <> 'discarded' order by version`,
    [plan.county, plan.place, plan.programme, plan.year],
  );
  return rows;
}
