/** Rules about who gets the money and who decides: accounts of payees, the same person on both sides. */
import { found, type RuleDefinition, requestRow } from './definition.ts';

export const peopleRules: readonly RuleDefinition[] = [
  {
    code: 'shared_account',
    parameters: [{ name: 'within', unit: 'days', value: 365 }],
    ...{ blocking: false, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'request'`, alias: 'r', project: 'r.project_id', amount: 'r.amount' },
        facts: `'tail', r.account_tail, 'count', o.payees`,
        evidence: `jsonb_build_array(${requestRow('r')}) || o.evidence`,
      })}
      from (
        select r.county, r.id, count(distinct o.payee) + 1 as payees, jsonb_agg(${requestRow('o')} order by o.asked_on, o.id) as evidence
        from projects.request r
        join projects.request o on o.county = r.county and o.place_key = r.place_key and o.account_tail = r.account_tail
          and o.payee <> r.payee and abs(o.asked_on - r.asked_on) <= ${at.number('within')} and ${at.counts('request', 'o')}
          and ${at.one ? 'true' : '(o.asked_on, o.id) < (r.asked_on, r.id)'}
        where ${at.counts('request', 'r')} and ${at.only('request', 'r')}
        group by r.county, r.id
      ) o
      join projects.request r on r.county = o.county and r.id = o.id`,
  },
  {
    code: 'changed_account',
    parameters: [{ name: 'within', unit: 'days', value: 365 }],
    ...{ blocking: false, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'request'`, alias: 'r', project: 'r.project_id', amount: 'r.amount' },
        facts: `'payee', r.payee, 'tail', r.account_tail, 'before', o.account_tail`,
        evidence: `jsonb_build_array(${requestRow('r')}, ${requestRow('o')})`,
      })}
      from (
        select r.*, lag(r.id) over (partition by r.county, r.payee order by r.asked_on, r.id) as before
        from projects.request r
        where r.account_tail is not null and ${at.counts('request', 'r')}
          ${at.one ? 'and r.county = $3 and r.payee = (select a.payee from projects.request a where a.county = $3 and a.id = $6::uuid)' : ''}
      ) r
      join projects.request o on o.county = r.county and o.id = r.before
      where o.account_tail <> r.account_tail and r.asked_on - o.asked_on <= ${at.number('within')} and ${at.only('request', 'r')}`,
  },
  {
    code: 'same_person',
    parameters: [{ name: 'within', unit: 'minutes', value: 10 }],
    ...{ blocking: false, replyDays: null, people: true },
    sql: (at) => `
      with made as (
        select e.* from projects.event e where e.by is not null and e.verb in ('register', 'amend', 'submit', 'propose')
      ), decided as (
        select e.* from projects.event e where e.by is not null and e.verb in ('check', 'pass', 'approve', 'accept')
      ), pair as (
        select d.county, d.place_key, d.project_id, d.kind, d.case_id, m.by as maker, d.by as checker,
          case when m.by = d.by then 'account' when a.person_id = b.person_id then 'person' else 'device' end as how,
          d.at
        from decided d
        join made m on m.county = d.county and m.project_id = d.project_id and m.kind = d.kind and m.case_id = d.case_id and m.at <= d.at
        join access.account a on a.id = m.by
        join access.account b on b.id = d.by
        where m.by = d.by or a.person_id = b.person_id
          or (d.at - m.at <= make_interval(mins => ${at.number('within')}::integer) and exists (
            select from access.session s join access.session t on t.address = s.address and t.agent = s.agent
            where s.account_id = m.by and t.account_id = d.by
              and m.at between s.created_at and coalesce(s.ended_at, s.expires_at)
              and d.at between t.created_at and coalesce(t.ended_at, t.expires_at)))
      ), one as (
        select p.county, p.place_key, p.project_id, p.kind, p.case_id, min(p.how) as how, max(p.at) as at,
          array_agg(distinct p.maker) || array_agg(distinct p.checker) as people
        from pair p group by p.county, p.place_key, p.project_id, p.kind, p.case_id
      )
      select ${found({
        ...{ kind: 'o.kind::text', alias: 'o', object: 'o.case_id', project: 'o.project_id' },
        amount: '0',
        facts: `'how', o.how`,
        evidence: `jsonb_build_array(jsonb_build_object('kind', o.kind, 'id', o.case_id, 'place', o.place_key::text, 'name', p.number || ' ' || p.name,
          'project', p.id, 'day', (o.at at time zone 'Asia/Shanghai')::date))`,
        about: 'array(select distinct unnest(o.people))',
      })}
      from one o join projects.project p on p.county = o.county and p.id = o.project_id`,
  },
];
