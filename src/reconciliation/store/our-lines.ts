/**
 * Our side of a run, in one place: what the ledger says of an office, a programme and a period. Another room whose facts
 * are held against exports adds its part here.
 */
import type { SourceKind } from '../codes.ts';

/** What of the ledger an export of a kind is held against, and with which sign: a bank sees both directions. */
const measured: Record<SourceKind, string> = {
  payment_detail: `case e.measure when 'spent' then 1 end`,
  quota_ledger: `case e.measure when 'received' then 1 end`,
  bank_statement: `case e.measure when 'received' then 1 when 'spent' then -1 end`,
};

/** One spelling of a number: brackets, dashes, full-width digits and blanks alike, no zeros before it, as spreadsheets drop them. */
export const plainNumber = (column: string): string => `
  ltrim(upper(translate(${column}, '[]【】［］（）()－—–０１２３４５６７８９' || E' \\t\\u3000\\u00a0',
    '〔〕〔〕〔〕〔〕〔〕---0123456789')), '0') collate "C"`;

/**
 * Entries of one number and day as one line; an entry and its reversal within the period net out before.
 * Columns: key, number, plain, dated, amount, budget_code, payee, note, entries.
 * Parameters: $1 and $2 the office's range, $3 programme, $4 and $5 first and last day.
 */
export const ourLines = (kind: SourceKind): string => `
  select e.plain || '~' || e.booked_on as key, min(e.document_number) as number, e.plain, e.booked_on as dated,
    sum(e.amount)::bigint as amount, coalesce(min(d.budget_code), '') as budget_code, coalesce(min(q.payee), '') as payee,
    min(e.note) as note, count(*)::integer as entries
  from (
    select s.*, ${plainNumber('s.document_number')} as plain
    from (
      select e.county, e.document_number, e.booked_on, e.note, e.amount * (${measured[kind]}) as amount,
        count(*) over (partition by e.county, coalesce(e.reverses, e.id)) as sides
      from funds.entry e
      where e.place_key between $1 and $2 and e.programme = $3::funds.programme
        and e.booked_on between $4::date and $5::date and (${measured[kind]}) is not null
    ) s where s.sides = 1
  ) e
  left join funds.document d on d.number = e.document_number
  left join projects.request q on q.county = e.county and q.receipt = e.document_number
  group by e.plain, e.booked_on
  having sum(e.amount) <> 0`;

/**
 * Payments that were checked or sent and not yet paid, which stand apart and count nowhere.
 * Columns: number (of the contract), dated, amount. Parameters as above.
 */
export const ourRequests = `
  select c.number, q.asked_on as dated, q.amount
  from projects.request q
  join projects.contract c on c.county = q.county and c.id = q.contract_id
  where q.place_key between $1 and $2 and q.state in ('checked', 'sent') and q.asked_on between $4::date and $5::date
    and exists (select from projects.budget b where b.county = q.county and b.project_id = q.project_id
      and b.programme = $3::funds.programme)`;

/**
 * Their side: lines of one number and day as one, those without a number each alone.
 * Columns as above. Parameters: $4 and $5 first and last day, $6 the source.
 */
export const theirLines = `
  select t.key, min(t.number) as number, t.plain, t.dated, sum(t.amount)::bigint as amount,
    min(t.budget_code) as budget_code, min(t.payee) as payee, min(t.purpose) as note, count(*)::integer as entries
  from (
    select l.*, case when l.plain = '' then l.id::text else l.plain || '~' || l.dated end as key
    from (
      select l.*, ${plainNumber('l.number')} as plain
      from reconciliation.line l
      where l.source_id = $6::uuid and l.dated between $4::date and $5::date
    ) l
  ) t
  group by t.key, t.plain, t.dated
  having sum(t.amount) <> 0`;
