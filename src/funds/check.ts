/**
 * Proves the books: what must be true of all accounts and entries, each as one query that names the rows for which it is
 * not. It reads the tables alone and shares nothing with what posts.
 */
import type { Client, Pool } from '../platform/db/pool.ts';

export interface Fault {
  rule: string;
  county: string;
  /** The first row that breaks it: account, entry, document or paper. */
  row: string;
  /** What it says and what it should say. */
  is: string;
  should: string;
  /** How many rows break the rule. */
  count: number;
}

interface Rule {
  name: string;
  about: { zh: string; en: string };
  /** Columns county, row, is, should; in the order in which the first is named. */
  broken: string;
  /** The same for those who see the rows of some places alone: what lies elsewhere is no fault. */
  within?: string;
}

/** Places whose books are proved under somebody's scope. */
interface Within {
  lo: string;
  hi: string;
}

const documents = (of: string) => `
      select substr(d.payer_key::text, 1, 6) as county, 'document ' || d.number as row, coalesce(s.amount, 0)::text as is, d.amount::text as should
      from funds.document d
      left join (
        select document_number, sum(amount) as amount from funds.entry where reverses is null group by document_number
      ) s on s.document_number = d.number
      where ${of} d.amount <> coalesce(s.amount, 0)`;
const papers = (of: string) => `
      select l.county, 'paper ' || p.number as row,
        coalesce(concat_ws(' / ', e.amount, e.place_key, e.booked_on, e.document_number), 'no entry') as is,
        concat_ws(' / ', case when p.kind = 'reversal' then -l.amount else l.amount end, l.place_key, p.dated, p.number) as should
      from funds.paper p
      join funds.paper_line l on l.paper_id = p.id
      left join funds.entry e on e.county = l.county and e.id = l.id
      where p.state = 'posted' and (
        (e.place_key, e.booked_on, e.reverses, e.amount) is distinct from
          (l.place_key, p.dated, l.reverses, case when p.kind = 'reversal' then -l.amount else l.amount end)
        or (e.measure, e.payer, e.payer_key, e.source, e.programme, e.year) is distinct from
          (p.measure, p.payer, p.payer_key, p.source, p.programme, p.year)
        or (p.kind = 'booking' and (e.document_number, e.level) is distinct from (p.number, p.level)))
      union all
      select substr(p.place_key::text, 1, 6), 'paper ' || p.number, 'checked by its maker', 'a second person'
      from funds.paper p
      where p.state = 'posted' and exists (select from funds.paper_event v where v.paper_id = p.id
        and v.verb in ('register', 'amend', 'submit') and v.by = p.checked_by)
      union all
      select substr(p.place_key::text, 1, 6), 'paper ' || p.number, count(l.id) || ' lines, ' || coalesce(sum(l.amount), 0),
        p.lines || ' lines, ' || p.amount
      from funds.paper p left join funds.paper_line l on l.paper_id = p.id
      where ${of} p.state = 'posted'
      group by p.id having count(l.id) <> p.lines or sum(l.amount) is distinct from p.amount
      union all
      select substr(p.place_key::text, 1, 6), 'paper ' || p.number, 'no document of this head', 'its document'
      from funds.paper p left join funds.document d on d.id = p.id
      where p.state = 'posted' and p.kind = 'booking'
        and (d.number, d.payer, d.payer_key, d.programme, d.measure, d.year, d.amount, d.issued_on) is distinct from
          (p.number, p.payer, p.payer_key, p.programme, p.measure, p.year, p.amount, p.dated)`;
const nowhere = (unproved: string) => `
      select e.county, 'entry ' || e.id as row, coalesce(p.state::text, 'no paper') as is, 'a posted paper' as should
      from funds.entry e
      left join funds.paper_line l on l.county = e.county and l.id = e.id
      left join funds.paper p on p.id = l.paper_id
      where not e.made_up and e.measure in ('issued', 'remitted', 'received') and ${unproved}
      union all
      select e.county, 'entry ' || e.id, e.county, r.county
      from funds.entry e join regions.region r on r.key = e.place_key where r.county <> e.county`;

export const bookRules: readonly Rule[] = [
  {
    name: 'two_sides',
    about: {
      zh: '每笔分录借贷两方的账户与分录的地方、来源、资金类别、年度、环节相符',
      en: 'both accounts of an entry agree with its place, source, programme, year and measure',
    },
    broken: `
      select e.county, 'entry ' || e.id as row,
        concat_ws(' / ', d.measure, d.place_key, c.measure, c.place_key, c.payer_key) as is,
        concat_ws(' / ', e.measure, e.place_key, e.payer_key) as should
      from funds.entry e
      left join funds.account d on d.county = e.county and d.id = e.debit_account
      left join funds.account c on c.county = e.county and c.id = e.credit_account
      where (d.holder, d.place_key, d.measure) is distinct from ('place'::funds.holder, e.place_key, e.measure)
        or (d.source, d.programme, d.year) is distinct from (e.source, e.programme, e.year)
        or (c.source, c.programme, c.year) is distinct from (e.source, e.programme, e.year)
        or case when e.measure = 'spent'
             then (c.holder, c.place_key, c.measure) is distinct from ('place'::funds.holder, e.place_key, 'received'::funds.measure)
             else (c.holder, c.place_key, c.payer_key, c.measure)
               is distinct from ('payer'::funds.holder, (e.county || '000000')::bigint, e.payer_key, e.measure) end`,
  },
  {
    name: 'balances',
    about: {
      zh: '每个账户的余额等于它的分录之和',
      en: 'the balance of an account is the sum of its entries',
    },
    broken: `
      select a.county, 'account ' || a.id as row, a.balance::text as is, coalesce(s.amount, 0)::text as should
      from funds.account a
      left join (
        select county, account, sum(amount) as amount
        from (
          select county, debit_account as account, amount from funds.entry
          union all select county, credit_account, -amount from funds.entry
        ) side group by county, account
      ) s on s.county = a.county and s.account = a.id
      where a.balance <> coalesce(s.amount, 0)`,
  },
  {
    name: 'nothing_overdrawn',
    about: { zh: '到位资金没有超支', en: 'no money that was received is spent twice' },
    broken: `
      select a.county, 'account ' || a.id as row, a.balance::text as is, '>= 0' as should
      from funds.account a
      where a.holder = 'place' and a.measure = 'received' and (a.balance < 0 or not a.guarded)`,
  },
  {
    name: 'reversals',
    about: {
      zh: '冲红与原分录金额相反、账户相同，只冲一次',
      en: 'a reversal takes back exactly one entry, once',
    },
    broken: `
      select r.county, 'entry ' || r.id as row, r.amount::text as is, coalesce((-e.amount)::text, 'its entry') as should
      from funds.entry r
      left join funds.entry e on e.county = r.county and e.id = r.reverses
      where r.reverses is not null
        and (r.amount, r.debit_account, r.credit_account, r.measure, r.payer, r.payer_key, r.document_number, r.booked_on >= e.booked_on)
          is distinct from (-e.amount, e.debit_account, e.credit_account, e.measure, e.payer, e.payer_key, e.document_number, true)`,
  },
  {
    name: 'closed_months',
    about: {
      zh: '已结账的月份没有再入账',
      en: 'nothing was posted into a month after it was closed',
    },
    broken: `
      select e.county, 'entry ' || e.id as row, e.recorded_at::text as is, 'before ' || c.closed_at as should
      from funds.entry e
      join funds.closing c on c.county = e.county and c.month = date_trunc('month', e.booked_on)::date
      where e.recorded_at > c.closed_at`,
  },
  {
    name: 'documents',
    about: {
      zh: '指标文件金额等于它的分录之和（冲红前）',
      en: 'a document’s amount is the sum of its entries before reversals',
    },
    broken: documents(''),
    // Another payer's document may have lines elsewhere.
    within: documents(
      `d.payer_key between $1 and $2 and d.payer in ('central', 'province', 'assisted_city', 'county', 'own_city') and`,
    ),
  },
  {
    name: 'papers',
    about: {
      zh: '已入账的单据与分录逐行逐项相符，登记与复核不是一人',
      en: 'a posted paper agrees with its entries line by line and was checked by a second person',
    },
    broken: papers(''),
    // What a city remitted may have lines in places of others.
    within: papers(`p.measure <> 'remitted' and`),
  },
  {
    name: 'no_entry_of_nowhere',
    about: {
      zh: '下达、拨付、到位的分录都来自已入账的单据（演示数据除外），县与地方相符',
      en: 'what was issued, remitted or received came with a posted paper (but for made-up data), and stands in its own county',
    },
    broken: nowhere(`p.state is distinct from 'posted'`),
    // The paper of an office above is not there to be seen; its line is.
    within: nowhere(`(l.id is null or p.state <> 'posted')`),
  },
];

/** @returns the first broken row of each rule that does not hold; none when the books are sound. All rules see one moment. */
export async function checkBooks(pool: Pool): Promise<Fault[]> {
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const faults = await faultsIn(client);
    await client.query('commit');
    client.release();
    return faults;
  } catch (error) {
    client.release(true); // its transaction goes with it
    throw error;
  }
}

/** The same within a transaction that is under way, under its scope where the places are said. */
export async function faultsIn(client: Client, within?: Within): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const rule of bookRules) {
    const broken = within ? (rule.within ?? rule.broken) : rule.broken;
    const { rows } = await client.query<Omit<Fault, 'rule'>>(
      `with broken as (
         select * from (${broken}) b ${within ? "where (county || '000000')::bigint between $1::bigint and $2::bigint" : ''}
       )
       select county, "row", "is", should, (select count(*)::integer from broken) as count
       from broken order by county, "row" limit 1`,
      within ? [within.lo, within.hi] : [],
    );
    if (rows[0]) faults.push({ rule: rule.name, ...rows[0] });
  }
  return faults;
}
