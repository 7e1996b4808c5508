/** Rules about requests for payment: before their time, twice, in parts. */
import {
  type Asked,
  contractRow,
  found,
  projectRow,
  type RuleDefinition,
  requestRow,
} from './definition.ts';

/** Another request handed in before; beside one that is asked about, any other. */
const another = ({ one, counts }: Asked) =>
  `o.id <> r.id and ${counts('request', 'o')} and ${one ? 'true' : '(o.asked_on, o.id) < (r.asked_on, r.id)'}`;

/** A request with all its others as evidence: a request `r` and its others `o` are the pairs that `which` says. */
const withOthers = (at: Asked, facts: string, which: string) => `
  select ${found({
    ...{ kind: `'request'`, alias: 'r', project: 'r.project_id', amount: 'r.amount' },
    facts,
    evidence: `jsonb_build_array(${requestRow('r')}) || o.evidence`,
  })}
  from (
    select r.county, r.id, count(*) as others, jsonb_agg(${requestRow('o')} order by o.asked_on, o.id) as evidence
    from projects.request r join projects.request o on ${which} and ${another(at)}
    where ${at.counts('request', 'r')} and ${at.only('request', 'r')}
    group by r.county, r.id
  ) o
  join projects.request r on r.county = o.county and r.id = o.id`;

export const paymentRules: readonly RuleDefinition[] = [
  {
    ...{ code: 'before_contract', parameters: [], blocking: true, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'request'`, alias: 'r', project: 'r.project_id', amount: 'r.amount' },
        facts: `'days', c.signed_on - least(r.asked_on, r.paid_on)`,
        evidence: `jsonb_build_array(${requestRow('r')}, ${contractRow('c')})`,
      })}
      from projects.request r
      join projects.contract c on c.county = r.county and c.id = r.contract_id
      where least(r.asked_on, r.paid_on) < c.signed_on and ${at.counts('request', 'r')} and ${at.only('request', 'r')}`,
  },
  {
    ...{ code: 'before_acceptance', parameters: [], blocking: true, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'request'`, alias: 'r', project: 'r.project_id', amount: 'r.amount' },
        facts: `'progress', p.progress`,
        evidence: `jsonb_build_array(${requestRow('r')}, ${projectRow('p')})`,
      })}
      from projects.request r
      join projects.project p on p.county = r.county and p.id = r.project_id
      where r.kind in ('final', 'retention') and coalesce(p.accepted_on, 'infinity') > coalesce(r.paid_on, r.asked_on)
        and ${at.counts('request', 'r')} and ${at.only('request', 'r')}`,
  },
  {
    code: 'duplicate_payment',
    parameters: [{ name: 'within', unit: 'days', value: 15 }],
    ...{ blocking: true, replyDays: 7, inline: true },
    sql: (at) =>
      withOthers(
        at,
        `'count', o.others`,
        `o.county = r.county and o.project_id = r.project_id and o.contract_id = r.contract_id and o.amount = r.amount
         and o.kind = r.kind and abs(o.asked_on - r.asked_on) <= ${at.number('within')}`,
      ),
  },
  {
    code: 'same_amount_twin',
    parameters: [
      { name: 'within', unit: 'days', value: 30 },
      { name: 'least', unit: 'fen', value: 1_000_000 },
    ],
    ...{ blocking: false, replyDays: 7, inline: true },
    sql: (at) =>
      withOthers(
        at,
        `'count', o.others, 'payee', r.payee`,
        `o.county = r.county and o.payee = r.payee and o.amount = r.amount and o.contract_id <> r.contract_id
         and r.amount >= ${at.number('least')} and abs(o.asked_on - r.asked_on) <= ${at.number('within')}`,
      ),
  },
  {
    ...{ code: 'duplicate_invoice', parameters: [], blocking: true, replyDays: 7, inline: true },
    sql: (at) =>
      withOthers(
        at,
        `'count', o.others, 'invoice', r.invoice`,
        // One county's through its index; at night those of all.
        `${at.one ? 'o.county = r.county and' : ''} o.invoice_plain = r.invoice_plain`,
      ),
  },
  {
    code: 'split_invoice',
    parameters: [
      { name: 'limit', unit: 'fen', value: 10_000_000, least: 100 },
      { name: 'within', unit: 'days', value: 7 },
      { name: 'least_count', unit: 'count', value: 2, least: 2 },
    ],
    ...{ blocking: false, replyDays: 7, inline: true },
    sql: (at) => {
      const [limit, within] = [at.number('limit'), at.number('within')];
      const small = (one: string) =>
        `${one}.amount < ${limit} and ${at.within(one)} and ${at.counts('request', one)}`;
      const same = (one: string) =>
        `${one}.county = r.county and ${one}.project_id = r.project_id and ${one}.contract_id = r.contract_id and ${one}.payee = r.payee`;
      // At night a group begins where nothing of it went before within the days.
      const first = at.one
        ? 'projects.request r'
        : `(select r.*, r.asked_on - lag(r.asked_on) over (partition by r.county, r.contract_id, r.payee order by r.asked_on, r.id) as since
            from projects.request r where ${small('r')}) r`;
      return `
      select ${found({
        ...{ kind: `'request'`, alias: 'r', project: 'r.project_id', amount: 'o.whole' },
        facts: `'count', o.parts, 'payee', r.payee, 'limitFen', ${limit}::text`,
        evidence: 'o.evidence',
      })}
      from (
        select r.county, r.id, count(*) as parts, sum(o.amount) as whole, jsonb_agg(${requestRow('o')} order by o.asked_on, o.id) as evidence
        from ${first}
        join projects.request o on ${same('o')} and ${small('o')} and o.asked_on <= r.asked_on + ${within}::integer
          and o.asked_on >= r.asked_on${at.one ? ` - ${within}::integer` : ''}
        where ${small('r')} and ${at.only('request', 'r')}
          ${at.one ? '' : `and coalesce(r.since, 9999) > ${within}`}
        group by r.county, r.id
      ) o
      join projects.request r on r.county = o.county and r.id = o.id
      where o.parts >= ${at.number('least_count')} and o.whole >= ${limit}`;
    },
  },
];
