/** Reading rules: one, a list, and all that stands in one. */

import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import type { RulePayer } from '../../codes-allocation.ts';
import type { AllocationPage, AllocationRow } from '../../contract-allocation.ts';
import type { Share } from '../../rules-allocation.ts';
import { ruleVerbsFor } from '../../rules-approval.ts';
import { makersOf, ruleEvents } from '../approval.ts';

/** A rule as it stands in the database, locked or not. */
export interface Allocation extends Omit<AllocationRow, 'verbs'> {
  makers: string[];
  factors: AllocationPage['factors'];
  least: string | null;
  most: string | null;
  /** Range of the office: where it holds. */
  lo: string;
  hi: string;
  level: 'province' | 'city' | 'county' | 'town' | 'village';
}

/** Rules of offices in the caller's ranges, and approved ones of the offices above. Parameters: ranges, home. */
const visible = `(
  select a.* from funds.allocation a where ${withinText('a.place_key', '$1', '$2')}
  union select o.* from funds.rules_over($3) o)`;
const columns = `
  c.id, c.kind, c.programme, c.state, c.title, c.document, c.year_from as "yearFrom", c.year_to as "yearTo",
  c.average::text as average, c.least::text as least, c.most::text as most,
  jsonb_build_object('villages', c.villages, 'rural_population', c.rural_population, 'lifted_people', c.lifted_people,
    'performance', c.performance) as factors,
  c.place_key::text as office, office.name as "officeName", office.lo::text as lo, office.hi::text as hi, office.level,
  coalesce(drafter.display_name, '') as "draftedBy", approver.display_name as "approvedBy", ${makersOf('allocation')} as makers,
  ${instant('c.changed_at')} as "changedAt"`;
const joins = `
  join regions.place office on office.key = c.place_key
  left join access.account drafter on drafter.id = c.drafted_by
  left join access.account approver on approver.id = c.approved_by`;
const scopeOf = (caller: Caller) => [...boundsOf(caller.ranges), caller.home];

/**
 * The rule, locked until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none that the caller may see; held: none in the caller's ranges.
 */
export async function allocationFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<Allocation> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from funds.allocation where id = $1 for update', [id]);
  const { rows } = await client.query<Allocation>(
    `select ${columns} from ${visible} c ${joins} where c.id = $4`,
    [...scopeOf(caller), id],
  );
  const found = rows[0];
  if (!found || (held && !isAbove(found, caller))) throw new Absent();
  return found;
}

/** Whether the office lies in the caller's ranges: who tries its numbers and reads its history. */
export const isAbove = ({ office }: { office: string }, caller: Caller): boolean =>
  inRanges(office, caller.ranges);

export function allocationRow(of: Allocation, caller: Caller): AllocationRow {
  const above = isAbove(of, caller);
  return {
    id: of.id,
    kind: of.kind,
    programme: of.programme,
    state: of.state,
    title: of.title,
    document: of.document,
    yearFrom: of.yearFrom,
    yearTo: of.yearTo,
    average: of.average,
    office: of.office,
    officeName: of.officeName,
    draftedBy: above ? of.draftedBy : '',
    approvedBy: above ? of.approvedBy : null,
    changedAt: of.changedAt,
    verbs: ruleVerbsFor(of, caller),
  };
}

/** Rules that hold in a place or were made below it, the one changed last first; one more than asked. */
export async function allocationsUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    state: string | null;
    before: readonly string[];
    limit: number;
  },
): Promise<Allocation[]> {
  const { rows } = await client.query<Allocation>(
    `select ${columns} from ${visible} c ${joins}
     where (c.place_key between $4 and $5 or $4 between office.lo and office.hi)
       and ($6::funds.rule_state is null or c.state = $6::funds.rule_state)
       and (c.changed_at, c.id) < ($7::timestamptz, $8::uuid)
     order by c.changed_at desc, c.id desc limit $9`,
    [...scopeOf(caller), wanted.lo, wanted.hi, wanted.state, ...wanted.before, wanted.limit + 1],
  );
  return rows;
}

interface ShareRow {
  holdsIn: string;
  placeName: string;
  units: Share['units'];
  weights: { payer: RulePayer; weight: number }[];
}

/** Who bears how much, the widest place first. */
async function shareRows(client: Client, caller: Caller, id: string): Promise<ShareRow[]> {
  const { rows } = await client.query<ShareRow>(
    `select s.holds_in::text as "holdsIn", p.name as "placeName", s.units,
       jsonb_agg(jsonb_build_object('payer', s.payer, 'weight', s.weight) order by s.payer) as weights
     from (select * from funds.allocation_share where allocation_id = $1
           union select * from funds.shares_over($2, $1)) s
     join regions.place p on p.key = s.holds_in
     group by s.holds_in, p.name, p.level, s.units order by p.level, s.holds_in, s.units`,
    [id, caller.home],
  );
  return rows;
}

export async function sharesOf(client: Client, caller: Caller, id: string): Promise<Share[]> {
  const rows = await shareRows(client, caller, id);
  return rows.map(({ holdsIn, units, weights }) => ({
    holdsIn,
    units,
    weights: Object.fromEntries(weights.map(({ payer, weight }) => [payer, weight])),
  }));
}

export async function allocationPage(
  client: Client,
  caller: Caller,
  of: Allocation,
): Promise<AllocationPage> {
  const amounts = await client.query<AllocationPage['amounts'][number]>(
    `select a.place_key::text as place, p.name as "placeName", a.amount::text as amount
     from funds.allocation_amount a join regions.place p on p.key = a.place_key
     where a.allocation_id = $1 order by a.place_key`,
    [of.id],
  );
  const charged = await client.query<{ year: number }>(
    'select distinct year from funds.allocation_line where allocation_id = $1 order by 1',
    [of.id],
  );
  return {
    ...allocationRow(of, caller),
    factors: of.factors,
    least: of.least,
    most: of.most,
    shares: await shareRows(client, caller, of.id),
    amounts: amounts.rows,
    charged: charged.rows.map(({ year }) => year),
    events: await ruleEvents(client, 'allocation', of.id),
  };
}
