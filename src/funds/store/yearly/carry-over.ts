/** Carrying over: what is left of a county's quota on the last day of a year, divided, drafted and approved. */

import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import {
  cursorParts,
  limitOf,
  type Paging,
  paged,
  type Rows,
  uuid,
  zeroId,
} from '../../../teams/store/paging.ts';
import type {
  CarryOverLine,
  CarryOverPage,
  CarryOverRow,
  DraftCarryOver,
} from '../../contract-yearly.ts';
import { dividedAtYearEnd } from '../../rules/carry-over.ts';
import { ruleVerbsFor } from '../../rules-approval.ts';
import { makersOf, noteRuleDeed, ruleEvents } from '../approval.ts';

export interface CarryOver extends Omit<CarryOverRow, 'verbs'> {
  makers: string[];
}

const columns = `
  c.id, c.place_key::text as office, office.name as "officeName", c.year, c.state, c.document,
  coalesce(drafter.display_name, '') as "draftedBy", approver.display_name as "approvedBy", ${makersOf('carry_over')} as makers,
  ${instant('c.changed_at')} as "changedAt", s.left, s.carried, s.surplus`;
const joins = `
  join regions.place office on office.key = c.place_key
  left join access.account drafter on drafter.id = c.drafted_by
  left join access.account approver on approver.id = c.approved_by
  cross join lateral (
    select coalesce(sum(l.received - l.spent), 0)::bigint::text as left, coalesce(sum(l.carried), 0)::bigint::text as carried,
      coalesce(sum(l.surplus), 0)::bigint::text as surplus
    from funds.carry_over_line l where l.carry_over_id = c.id
  ) s`;

/** @throws Absent when there is none in the caller's ranges. @param held locked until the end of the transaction */
export async function carryOverFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<CarryOver> {
  if (held) await client.query('select from funds.carry_over where id = $1 for update', [id]);
  const { rows } = await client.query<CarryOver>(
    `select ${columns} from funds.carry_over c ${joins} where c.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found || !inRanges(found.office, caller.ranges)) throw new Absent();
  return found;
}

export const carryOverRow = ({ makers, ...row }: CarryOver, caller: Caller): CarryOverRow => ({
  ...row,
  verbs: ruleVerbsFor({ ...row, makers }, caller).filter((verb) => verb !== 'charge'),
});

const yearPlaceAndId = new RegExp(`^([0-9]{4})~([0-9]{12})~(${uuid})$`);

/** Those of counties under a place, the last year first. */
export async function carryOversUnder(
  client: Client,
  caller: Caller,
  place: { lo: string; hi: string },
  paging: Paging,
): Promise<Rows<CarryOver>> {
  const limit = limitOf(paging);
  const after = cursorParts(paging, yearPlaceAndId, ['2999', '0', zeroId]);
  const { rows } = await client.query<CarryOver>(
    `select ${columns} from funds.carry_over c ${joins}
     where c.place_key between $1 and $2 and ${withinText('c.place_key', '$3', '$4')}
       and (c.year < $5::integer or c.year = $5::integer and (c.place_key, c.id) > ($6::bigint, $7::uuid))
     order by c.year desc, c.place_key, c.id limit $8`,
    [place.lo, place.hi, ...boundsOf(caller.ranges), ...after, limit + 1],
  );
  return paged(rows, limit, (last) => `${last.year}~${last.office}~${last.id}`);
}

const lineColumns = `
  l.place_key::text as place, town.name as "placeName", l.source, l.programme, l.year, l.payer, payer.name as "payerName",
  l.received::text as received, l.committed::text as committed, l.spent::text as spent, l.carried::text as carried,
  l.surplus::text as surplus, l.first_received_on::text as "firstReceivedOn"`;

export async function carryOverPage(
  client: Client,
  caller: Caller,
  of: CarryOver,
): Promise<CarryOverPage> {
  const { rows } = await client.query<CarryOverLine>(
    `select ${lineColumns} from funds.carry_over_line l
     join regions.place town on town.key = l.place_key join regions.place payer on payer.key = l.payer_key
     where l.carry_over_id = $1 and ${withinText('l.place_key', '$2', '$3')}
     order by l.place_key, l.year, l.programme, l.source, l.payer, l.payer_key`,
    [of.id, ...boundsOf(caller.ranges)],
  );
  return {
    ...carryOverRow(of, caller),
    lines: rows,
    events: await ruleEvents(client, 'carry_over', of.id),
  };
}

/** Names a line, and what it had on the last day of the year. */
interface Found {
  place_key: string;
  source: CarryOverLine['source'];
  programme: CarryOverLine['programme'];
  year: number;
  payer: CarryOverLine['payer'];
  payer_key: string;
  received: string;
  committed: string;
  spent: string;
  first_received_on: string | null;
}

/** Lines of fiscal money with something left at the end of a year, each divided. */
export async function leftAtYearEnd(client: Client, county: string, year: number) {
  const { rows } = await client.query<Found>(
    `select e.place_key::text as place_key, e.source, e.programme, e.year, e.payer, e.payer_key::text as payer_key,
       coalesce(sum(e.amount) filter (where e.measure = 'received'), 0)::bigint::text as received,
       coalesce(sum(e.amount) filter (where e.measure = 'committed'), 0)::bigint::text as committed,
       coalesce(sum(e.amount) filter (where e.measure = 'spent'), 0)::bigint::text as spent,
       min(e.booked_on) filter (where e.measure = 'received' and e.reverses is null and not exists (
         select from funds.entry u where u.county = e.county and u.reverses = e.id))::text as first_received_on
     from funds.entry e
     where e.county = $1 and e.booked_on <= make_date($2, 12, 31) and e.year <= $2 and e.programme <> 'self_raised'
       and e.measure in ('received', 'committed', 'spent')
     group by e.place_key, e.source, e.programme, e.year, e.payer, e.payer_key
     having coalesce(sum(e.amount) filter (where e.measure = 'received'), 0)
       > coalesce(sum(e.amount) filter (where e.measure = 'spent'), 0)
     order by e.place_key, e.year, e.programme, e.source, e.payer, e.payer_key`,
    [county, year],
  );
  return rows.map((row) => {
    const { carried, surplus } = dividedAtYearEnd({
      ...{ received: BigInt(row.received), committed: BigInt(row.committed) },
      spent: BigInt(row.spent),
    });
    return { ...row, carried: carried.toString(), surplus: surplus.toString() };
  });
}

/** @throws Refusal when the office keeps no county's books, the year runs, or nothing is left. */
export async function draftCarryOver(
  client: Client,
  caller: Caller,
  id: string,
  { year, document }: DraftCarryOver,
  today: string,
): Promise<void> {
  mustActForOwn(caller);
  const { rows } = await client.query<{ county: string; level: string }>(
    'select county, level from regions.region where key = $1',
    [caller.seat],
  );
  // A city without counties keeps the books of one.
  if (`${rows[0]?.county}000000` !== caller.seat || rows[0]?.level === 'province')
    throw new Refusal('funds.refusal.carry_county');
  if (today <= `${year}-12-31`) throw new Refusal('funds.refusal.carry_year_runs', { year });
  await client.query(
    'insert into funds.carry_over (id, place_key, year, document, drafted_by) values ($1, $2, $3, $4, $5)',
    [id, caller.seat, year, document.trim(), caller.account],
  );
  await takeLines(client, { id, office: caller.seat, year });
  await noteRuleDeed(client, caller, 'carry_over', { id, office: caller.seat }, 'draft', 'drafted');
}

/** Takes the lines from the ledger as it stands now, in place of those it had. */
export async function takeLines(
  client: Client,
  { id, office, year }: { id: string; office: string; year: number },
): Promise<void> {
  const county = office.slice(0, 6);
  const lines = await leftAtYearEnd(client, county, year);
  if (lines.length === 0) throw new Refusal('funds.refusal.carry_nothing', { year });
  await client.query('delete from funds.carry_over_line where carry_over_id = $1', [id]);
  await client.query(
    `insert into funds.carry_over_line (county, carry_over_id, place_key, source, programme, year, payer, payer_key, into_year,
       received, committed, spent, carried, surplus, first_received_on)
     select $1, $2, l.place_key, l.source, l.programme, l.year, l.payer, l.payer_key, $3, l.received, l.committed, l.spent,
       l.carried, l.surplus, l.first_received_on
     from jsonb_to_recordset($4::jsonb) l (place_key bigint, source funds.source, programme funds.programme, year integer,
       payer funds.payer, payer_key bigint, received bigint, committed bigint, spent bigint, carried bigint, surplus bigint,
       first_received_on date)`,
    [county, id, year + 1, JSON.stringify(lines)],
  );
}

/**
 * Before it is handed in and approved: the ledger still says what its lines say. Waits for whoever posts just now.
 * @throws Refusal when it does not.
 */
export async function mustStillHold(client: Client, of: CarryOver): Promise<void> {
  const county = of.office.slice(0, 6);
  await client.query("select pg_advisory_xact_lock(hashtextextended('funds.closing:' || $1, 0))", [
    county,
  ]);
  const { rows: kept } = await client.query<Record<string, unknown>>(
    `select place_key::text as place_key, source, programme, year, payer, payer_key::text as payer_key, received::text as received,
       committed::text as committed, spent::text as spent, first_received_on::text as first_received_on, carried::text as carried,
       surplus::text as surplus
     from funds.carry_over_line l where carry_over_id = $1
     order by l.place_key, l.year, l.programme, l.source, l.payer, l.payer_key`,
    [of.id],
  );
  const now = await leftAtYearEnd(client, county, of.year);
  if (JSON.stringify(kept) !== JSON.stringify(now))
    throw new Refusal('funds.refusal.carry_changed', {}, 409);
}

/**
 * Before it is approved: every month of the year, and of the county's books before it, is closed, so that nothing changes
 * what is approved. Call it behind mustStillHold, which waits for whoever posts or closes.
 * @throws Refusal naming the first month that is open.
 */
export async function mustBeClosed(client: Client, { office, year }: CarryOver): Promise<void> {
  const { rows } = await client.query<{ month: string }>(
    `select to_char(m.month, 'YYYY-MM') as month
     from generate_series(
       date_trunc('month', least(make_date($2, 1, 1), (select min(booked_on) from funds.entry where county = $1))::timestamp),
       make_date($2, 12, 1)::timestamp, interval '1 month') m (month)
     where not exists (select from funds.closing c where c.county = $1 and c.month = m.month::date)
     order by m.month limit 1`,
    [office.slice(0, 6), year],
  );
  if (rows[0]) throw new Refusal('funds.refusal.carry_open', rows[0]);
}

export async function approveLines(client: Client, id: string): Promise<void> {
  await client.query('update funds.carry_over_line set approved = true where carry_over_id = $1', [
    id,
  ]);
}
