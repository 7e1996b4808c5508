/** Rules about the ledger: money that lies, money spent in a rush. */
import { entryRow, found, type RuleDefinition } from './definition.ts';

export const moneyRules: readonly RuleDefinition[] = [
  {
    code: 'idle_money',
    parameters: [
      { name: 'after', unit: 'days', value: 365 },
      { name: 'least', unit: 'fen', value: 10_000_000 },
    ],
    ...{ blocking: false, replyDays: null },
    sql: (at) => `
      select ${found({
        ...{ kind: `'account'`, alias: 'a', project: 'null', amount: 'a.balance' },
        facts: `'days', $2::date - first.since, 'year', a.year`,
        evidence: `jsonb_build_array(jsonb_build_object('kind', 'account', 'id', a.id, 'place', a.place_key::text,
          'code', 'funds.source.' || a.source, 'amount', a.balance::text, 'day', first.since))`,
      })}
      from funds.account a
      join (
        select e.county, e.debit_account, min(e.booked_on) as since
        from funds.entry e
        where e.measure = 'received' and e.amount > 0
          and not exists (select from funds.entry back where back.county = e.county and back.reverses = e.id)
        group by e.county, e.debit_account
      ) first on first.county = a.county and first.debit_account = a.id
      where a.holder = 'place' and a.measure = 'received' and a.balance >= ${at.number('least')}
        and first.since < $2::date - ${at.number('after')}::integer`,
  },
  {
    code: 'rush_spending',
    parameters: [
      { name: 'last', unit: 'days', value: 31 },
      { name: 'share', unit: 'percent', value: 50 },
      { name: 'least', unit: 'fen', value: 10_000_000 },
    ],
    ...{ blocking: false, replyDays: null },
    sql: (at) => `
      with spent as (
        select e.county, e.place_key, extract(year from e.booked_on)::integer as year, sum(e.amount) as whole,
          sum(e.amount) filter (where late.so) as late,
          count(*) filter (where late.so) as count,
          (jsonb_agg(${entryRow('e')} order by e.booked_on, e.id) filter (where late.so)) as evidence
        from funds.entry e
        cross join lateral (
          select e.booked_on > make_date(extract(year from e.booked_on)::integer, 12, 31) - ${at.number('last')}::integer as so
        ) late
        where e.measure = 'spent'
        group by e.county, e.place_key, extract(year from e.booked_on)::integer
      )
      select ${found({
        ...{ kind: `'town'`, alias: 's', project: 'null', amount: 's.late' },
        object: `md5(concat_ws('/', s.place_key, s.year))::uuid`,
        facts: `'year', s.year, 'percent', round(s.late * 100 / s.whole), 'count', s.count`,
        evidence: 's.evidence',
      })}
      from spent s
      where s.whole >= ${at.number('least')} and s.late * 100 > s.whole * ${at.number('share')}
        and make_date(s.year, 12, 31) < $2::date`,
  },
];
