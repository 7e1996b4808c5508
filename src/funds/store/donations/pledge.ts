/** Pledges: one, a list, what stands in the books of each, and per donor. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { instant } from '../../../platform/db/sql/instant.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import { beforeDay, limitOf, type Paging, paged, type Rows } from '../../../teams/store/paging.ts';
import type { Donations, PledgeBooking, PledgePage, PledgeRow } from '../../contract-donations.ts';

/** Entries of the pledge's lines, reversals included. By the lines, not their papers: those are the office's, a town sees none. */
const booked = `
  select e.measure, sum(e.amount)::bigint as amount
  from funds.paper_line l join funds.entry e on e.county = l.county and e.id = l.id
  where l.pledge_id = g.id
  group by e.measure`;
const sums = `
  cross join lateral (
    select coalesce(sum(amount) filter (where measure = 'received'), 0)::bigint as received,
      coalesce(sum(amount) filter (where measure = 'spent'), 0)::bigint as granted
    from (${booked}) b
  ) s`;
const amounts = `
  sum(g.amount)::bigint::text as amount, sum(s.received)::bigint::text as received,
  sum(greatest(g.amount - s.received, 0))::bigint::text as outstanding, sum(s.granted)::bigint::text as granted,
  sum(s.received - s.granted)::bigint::text as left`;
const columns = `
  g.id, g.place_key::text as place, town.name as "placeName", g.office_key::text as office, office.name as "officeName",
  g.donor_kind as "donorKind", g.donor, g.payer, payer.name as "payerName", g.source, g.year, g.pledged_on::text as "pledgedOn",
  g.document, d.purpose, g.amount::text as amount, s.received::text as received,
  greatest(g.amount - s.received, 0)::text as outstanding, s.granted::text as granted, (s.received - s.granted)::text as left`;
const joins = `
  join regions.place town on town.key = g.place_key
  join regions.place office on office.key = g.office_key
  join regions.place payer on payer.key = g.payer_key
  ${sums}
  cross join lateral (
    select purpose from funds.designation where pledge_id = g.id order by recorded_at desc, id desc limit 1
  ) d`;

/**
 * The pledge, locked against other bookings of it until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges.
 */
export async function pledgeFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<PledgeRow> {
  // Apart from the reading: what is read beside a lock that was waited for is older than the lock. Pledges are never changed.
  if (held)
    await client.query("select pg_advisory_xact_lock(hashtextextended('funds.pledge:' || $1, 0))", [
      id,
    ]);
  const { rows } = await client.query<PledgeRow>(
    `select ${columns} from funds.pledge g ${joins} where g.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found || !inRanges(found.place, caller.ranges)) throw new Absent();
  return found;
}

/** Pledges to a place and those below it, the latest first. */
export async function pledgesOf(
  client: Client,
  caller: Caller,
  place: { lo: string; hi: string },
  paging: Paging,
): Promise<Rows<PledgeRow>> {
  const limit = limitOf(paging);
  const [day, id] = beforeDay(paging);
  const { rows } = await client.query<PledgeRow>(
    `select ${columns} from (
       select * from funds.pledge g where g.place_key between $1 and $2 and ${withinText('g.place_key', '$3', '$4')}
         and (g.pledged_on, g.id) < ($5::date, $6::uuid)
       order by g.pledged_on desc, g.id desc limit $7) g ${joins}
     order by g.pledged_on desc, g.id desc`,
    [place.lo, place.hi, ...boundsOf(caller.ranges), day, id, limit + 1],
  );
  return paged(rows, limit, (row) => `${row.pledgedOn}~${row.id}`);
}

const totals = ['amount', 'received', 'outstanding', 'granted', 'left', 'goods'] as const;
type Total = (typeof totals)[number];
/** Of all donors, those that are not listed any more included. */
const allOf = (name: Total) =>
  `(coalesce(sum("${name}"::bigint) over (), 0))::bigint::text as "all_${name}"`;

/** Fen that projects of a place paid out of these books ($1 to $2, within the ranges): their receipts are no pledge's lines. */
const byProjects = `
  select coalesce(sum(e.amount), 0)::bigint from funds.account a
  join funds.entry e on e.county = a.county and e.debit_account = a.id
  where a.holder = 'place' and a.programme = 'self_raised' and a.measure = 'spent'
    and a.place_key between $1 and $2 and ${withinText('a.place_key', '$3', '$4')}
    and exists (select from projects.request q where q.county = e.county and q.place_key = e.place_key and q.receipt = e.document_number)`;

/** All of a place, and per donor; goods stand beside the money and are added to nothing. */
export async function donationsOf(
  client: Client,
  caller: Caller,
  place: { lo: string; hi: string },
): Promise<Donations> {
  const scope = [place.lo, place.hi, ...boundsOf(caller.ranges)];
  const projects = await client.query<{ paid: string }>(
    `select (${byProjects})::text as paid`,
    scope,
  );
  const paid = BigInt(projects.rows[0]?.paid ?? '0');
  const { rows } = await client.query<Donations['donors'][number] & Record<`all_${Total}`, string>>(
    `with money as (
       select g.donor_kind, g.donor, count(*)::integer as pledges, ${amounts}
       from funds.pledge g ${sums}
       where g.place_key between $1 and $2 and ${withinText('g.place_key', '$3', '$4')}
       group by g.donor_kind, g.donor
     ), things as (
       select donor_kind, donor, sum(value)::bigint::text as goods from funds.donated_goods g
       where state = 'confirmed' and g.place_key between $1 and $2 and ${withinText('g.place_key', '$3', '$4')}
       group by donor_kind, donor
     )
     select donor_kind as "donorKind", donor, coalesce(pledges, 0) as pledges,
       ${totals.map((name) => `coalesce("${name}", '0') as "${name}", ${allOf(name)}`).join(', ')}
     from money full join things using (donor_kind, donor)
     order by donor_kind, donor limit 1000`,
    scope,
  );
  const [first] = rows;
  const all = (name: Total) => first?.[`all_${name}`] ?? '0';
  return {
    ...(Object.fromEntries(totals.map((name) => [name, all(name)])) as Record<Total, string>),
    granted: (BigInt(all('granted')) + paid).toString(),
    left: (BigInt(all('left')) - paid).toString(),
    throughProjects: paid.toString(),
    donors: rows.map((row) => ({
      ...{ donorKind: row.donorKind, donor: row.donor, pledges: row.pledges },
      ...(Object.fromEntries(totals.map((name) => [name, row[name]])) as Record<Total, string>),
    })),
  };
}

/** A pledge and what it was for since when. */
export async function pledgePage(
  client: Client,
  caller: Caller,
  pledge: PledgeRow,
): Promise<PledgePage> {
  const designations = await client.query<PledgePage['designations'][number]>(
    `select d.purpose, d.consented_on::text as "consentedOn", d.consent, coalesce(a.display_name, '') as by,
       ${instant('d.recorded_at')} as at
     from funds.designation d left join access.account a on a.id = d.recorded_by
     where d.pledge_id = $1 order by d.recorded_at, d.id`,
    [pledge.id],
  );
  return {
    ...pledge,
    keeps: pledge.office === caller.seat && caller.permissions.has('funds.register'),
    designations: designations.rows,
  };
}

/** Papers of a pledge, the latest first. */
export async function bookingsOf(
  client: Client,
  caller: Caller,
  pledge: Pick<PledgeRow, 'id'>,
  paging: Paging,
): Promise<Rows<PledgeBooking>> {
  const limit = limitOf(paging);
  const { rows } = await client.query<PledgeBooking & { line: string }>(
    `select b.id, b.kind, b.state, b.number, b.use, b.day::text as dated, b.amount::text as amount, b.opens, b.line
     from (
       select l.paper_id as id, case when l.reverses is not null then 'reversal'
           when coalesce(e.measure, p.measure) = 'spent' then 'grant' else 'receipt' end as kind,
         coalesce(p.state, 'posted') as state, coalesce(p.number, d.number, '冲红 ' || e.document_number) as number,
         case when coalesce(e.measure, p.measure) = 'spent' then coalesce(p.title, d.title) end as use,
         coalesce(e.booked_on, p.dated) as day, l.amount, p.id is not null as opens, l.id as line
       from funds.paper_line l
       left join funds.entry e on e.county = l.county and e.id = l.id
       left join funds.paper p on p.id = l.paper_id and ${withinText('p.place_key', '$2', '$3')}
       left join funds.document d on d.id = l.paper_id
       where l.pledge_id = $1 and coalesce(e.id, p.id) is not null and ${withinText('l.place_key', '$2', '$3')}
     ) b
     where (b.day, b.line) < ($4::date, $5::uuid)
     order by b.day desc, b.line desc limit $6`,
    [pledge.id, ...boundsOf(caller.ranges), ...beforeDay(paging), limit + 1],
  );
  const { rows: found, next } = paged(rows, limit, (last) => `${last.dated}~${last.line}`);
  return { rows: found.map(({ line: _, ...row }) => row), next };
}
