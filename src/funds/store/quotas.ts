/** The quota book of a place: per town, source, payer, programme and budget year what came, what is left, and how old it is. */
import { addMonths, daysBetween } from '../../kit/period.ts';
import type { Client } from '../../platform/db/pool.ts';
import { cursorParts, limitOf, type Paging, paged, type Rows } from '../../teams/store/paging.ts';
import type { QuotaRow } from '../contract-reading.ts';

interface Wanted extends Paging {
  programme?: string | undefined;
  year?: string | undefined;
  open?: string | undefined;
}

type Line = Omit<QuotaRow, 'age' | 'recallOn'> & { account: string; months: number | null };

const lineCursor = /^([0-9]{12})~([0-9]{4})~([a-z_]{1,40})~([a-z_]{1,40})$/;
const first = ['000000000000', '0', '', ''] as const;

/** A page is cut between accounts, never within one: an account's payers, mostly one, stay together. */
export async function quotasOf(
  client: Client,
  place: { lo: string; hi: string },
  wanted: Wanted,
  today: string,
): Promise<Rows<QuotaRow>> {
  const limit = limitOf(wanted);
  const [after, year, programme, source] = cursorParts(wanted, lineCursor, first);
  const { rows } = await client.query<Line>({
    name: 'quotas-of-place',
    text,
    values: [
      place.lo,
      place.hi,
      after,
      year,
      programme,
      source,
      wanted.programme ?? null,
      wanted.year ?? null,
      wanted.open ?? null,
      limit + 1,
      today,
    ],
  });
  const accounts = [...Map.groupBy(rows, (row) => row.account).values()];
  const { rows: kept, next } = paged(accounts, limit, ([first]) =>
    first ? `${first.place}~${first.year}~${first.programme}~${first.source}` : '',
  );
  return { rows: kept.flat().map((line) => aged(line, today)), next };
}

/** Only what is left has an age and may be taken back. */
function aged({ account, months, ...line }: Line, today: string): QuotaRow {
  const since = BigInt(line.balance) > 0n ? line.firstReceivedOn : null;
  return {
    ...line,
    id: `${account} ${line.payer} ${line.payerKey}`,
    age: since === null ? null : daysBetween(since, today),
    recallOn: since === null || months === null ? null : addMonths(since, months),
    recallDocument: since === null ? null : line.recallDocument,
  };
}

const text = `
  select a.id as account, a.id::text as id, a.place_key::text as place, town.name as "placeName",
    case when town.level = 'town' then above.name else '' end as "countyName", a.source, q.payer,
    q.payer_key::text as "payerKey", coalesce(p.name, '') as "payerName", a.programme, a.year,
    q.received::text as received, coalesce(c.committed, 0)::text as committed, q.spent::text as spent,
    (q.received - q.spent)::text as balance,
    carry.carried::text as carried, carry.surplus::text as surplus, carry.into_year as "carriedInto", q.first_received_on as "firstReceivedOn", rule.months,
    rule.document as "recallDocument"
  from (
    select * from funds.account
    where holder = 'place' and measure = 'received' and place_key between $1 and $2
      and (place_key, year, programme::text collate "C", source::text collate "C") > ($3::bigint, $4::integer, $5, $6)
      and ($7::text is null or programme::text = $7) and ($8::integer is null or year = $8)
      and ($9::text is null or balance > 0)
    order by place_key, year, programme::text collate "C", source::text collate "C" limit $10
  ) a
  cross join lateral (
    select payer, payer_key, sum(came)::bigint as received, sum(went)::bigint as spent,
      min(booked_on) filter (where counts) as first_received_on
    from (
      select e.payer, e.payer_key, e.amount as came, 0 as went, e.booked_on, e.reverses is null and not exists (
          select from funds.entry u where u.county = e.county and u.reverses = e.id) as counts
      from funds.entry e where e.county = a.county and e.debit_account = a.id
      union all
      select e.payer, e.payer_key, 0, e.amount, e.booked_on, false
      from funds.entry e where e.county = a.county and e.credit_account = a.id
    ) moved group by payer, payer_key
  ) q
  left join funds.account bound on bound.county = a.county and bound.holder = 'place' and bound.place_key = a.place_key
    and bound.payer_key is null and bound.source = a.source and bound.programme = a.programme
    and bound.measure = 'committed' and bound.year = a.year
  left join lateral (
    select sum(e.amount)::bigint as committed from funds.entry e
    where e.county = a.county and e.debit_account = bound.id and e.payer = q.payer and e.payer_key = q.payer_key
  ) c on true
  left join lateral (
    select l.carried, l.surplus, l.into_year from funds.carry_over_line l
    where l.county = a.county and l.place_key = a.place_key and l.source = a.source and l.programme = a.programme
      and l.year = a.year and l.payer = q.payer and l.payer_key = q.payer_key and l.approved
    order by l.into_year desc limit 1
  ) carry on true
  join regions.place town on town.key = a.place_key
  left join regions.place above on above.key = town.parent
  left join regions.place p on p.key = q.payer_key
  left join funds.recall_rule rule on rule.programme = a.programme and rule.valid_from <= $11::date
    and (rule.valid_to is null or rule.valid_to > $11::date)
  order by a.place_key, a.year, a.programme::text collate "C", a.source::text collate "C", q.payer, q.payer_key`;
