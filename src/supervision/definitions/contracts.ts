/** Rules about contracts: in parts, close to a limit, always the same supplier, or one founded just before. */
import { contractRow, found, type RuleDefinition } from './definition.ts';

export const contractRules: readonly RuleDefinition[] = [
  {
    code: 'split_contract',
    parameters: [
      { name: 'limit', unit: 'fen', value: 10_000_000, least: 100 },
      { name: 'within', unit: 'days', value: 60 },
      { name: 'least_count', unit: 'count', value: 2, least: 2 },
    ],
    ...{ blocking: false, replyDays: 7, inline: true },
    sql: (at) => {
      const [limit, within] = [at.number('limit'), at.number('within')];
      const small = (one: string) =>
        `${one}.kind = 'main' and ${one}.amount < ${limit} and ${at.counts('contract', one)}`;
      const same = (one: string) =>
        `${one}.county = c.county and ${one}.place_key = c.place_key and ${one}.contractor = c.contractor`;
      // At night a group begins where nothing of it went before within the days.
      const first = at.one
        ? 'projects.contract c'
        : `(select c.*, c.signed_on - lag(c.signed_on) over (partition by c.county, c.place_key, c.contractor order by c.signed_on, c.id) as since
            from projects.contract c where ${small('c')}) c`;
      return `
      select ${found({
        ...{ kind: `'contract'`, alias: 'c', project: 'c.project_id', amount: 'o.whole' },
        facts: `'count', o.parts, 'contractor', c.contractor, 'limitFen', ${limit}::text`,
        evidence: 'o.evidence',
      })}
      from (
        select c.county, c.id, count(*) as parts, sum(o.amount) as whole, jsonb_agg(${contractRow('o')} order by o.signed_on, o.id) as evidence
        from ${first}
        join projects.contract o on ${same('o')} and ${small('o')} and o.signed_on <= c.signed_on + ${within}::integer
          and o.signed_on >= c.signed_on${at.one ? ` - ${within}::integer` : ''}
        where ${small('c')} and ${at.only('contract', 'c')}
          ${at.one ? '' : `and coalesce(c.since, 9999) > ${within}`}
        group by c.county, c.id
      ) o
      join projects.contract c on c.county = o.county and c.id = o.id
      where o.parts >= ${at.number('least_count')} and o.whole >= ${limit}`;
    },
  },
  {
    code: 'threshold_hugging',
    parameters: [
      { name: 'limit', unit: 'fen', value: 10_000_000, least: 100 },
      { name: 'from', unit: 'percent', value: 85 },
    ],
    ...{ blocking: false, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'contract'`, alias: 'c', project: 'c.project_id', amount: 'c.amount' },
        facts: `'percent', c.amount * 100 / ${at.number('limit')}, 'limitFen', ${at.number('limit')}::text`,
        evidence: `jsonb_build_array(${contractRow('c')})`,
      })}
      from projects.contract c
      join projects.project p on p.county = c.county and p.id = c.project_id
      where c.kind = 'main' and not p.light and c.amount < ${at.number('limit')}
        and c.amount * 100 >= ${at.number('limit')} * ${at.number('from')}
        and ${at.counts('contract', 'c')} and ${at.only('contract', 'c')}`,
  },
  {
    code: 'supplier_concentration',
    parameters: [
      { name: 'share', unit: 'percent', value: 60 },
      { name: 'least_count', unit: 'count', value: 4 },
    ],
    ...{ blocking: false, replyDays: null },
    sql: (at) => `
      with own as (
        select c.county, c.place_key, extract(year from c.signed_on)::integer as year, c.contractor, count(*) as contracts,
          sum(c.amount) as amount, jsonb_agg(${contractRow('c')} order by c.signed_on, c.id) as evidence,
          sum(count(*)) over town as town_contracts, sum(sum(c.amount)) over town as town_amount
        from projects.contract c
        where c.kind = 'main' and ${at.counts('contract', 'c')}
        group by c.county, c.place_key, extract(year from c.signed_on)::integer, c.contractor
        window town as (partition by c.county, c.place_key, extract(year from c.signed_on)::integer)
      )
      select ${found({
        ...{ kind: `'supplier'`, alias: 'o', project: 'null', amount: 'o.amount' },
        object: `md5(concat_ws('/', o.place_key, o.year, o.contractor))::uuid`,
        facts: `'contractor', o.contractor, 'year', o.year, 'count', o.contracts, 'all', o.town_contracts,
          'percent', round(o.amount * 100 / o.town_amount)`,
        evidence: 'o.evidence',
      })}
      from own o
      where o.contracts > 1 and o.town_contracts >= ${at.number('least_count')}
        and o.amount * 100 > o.town_amount * ${at.number('share')}`,
  },
  {
    code: 'young_supplier',
    parameters: [
      { name: 'younger', unit: 'days', value: 180, least: 1 },
      { name: 'least', unit: 'fen', value: 10_000_000 },
    ],
    ...{ blocking: false, replyDays: 7, inline: true },
    // Whose day of founding nobody entered is not found: an age is never guessed.
    sql: (at) => `
      select ${found({
        ...{ kind: `'contract'`, alias: 'c', project: 'c.project_id', amount: 'c.amount' },
        facts: `'contractor', c.contractor, 'founded', c.contractor_founded, 'signed', c.signed_on`,
        evidence: `jsonb_build_array(${contractRow('c')})`,
      })}
      from projects.contract c
      where c.kind = 'main' and c.amount >= ${at.number('least')}
        and c.signed_on - c.contractor_founded < ${at.number('younger')}
        and ${at.counts('contract', 'c')} and ${at.only('contract', 'c')}`,
  },
];
