/** Rules about projects: budget, purpose, progress, what was to be made public, what comes after acceptance. */
import {
  asks,
  budgets,
  contractRow,
  documentRow,
  found,
  projectRow,
  type RuleDefinition,
  requestRow,
  worths,
} from './definition.ts';

/** Each stage of notices with the state a project cannot be in without it. */
const stages = `(values ('proposal', 'stocked'), ('plan', 'planned'), ('award', 'contracted'), ('acceptance', 'accepted')) need (stage, reached)`;
/** States from the library on, in their order; a returned or terminated project is none of them. */
const order = `array['stocked', 'planned', 'preparing', 'contracted', 'building', 'completed', 'accepted', 'settled', 'handed_over']`;

export const projectRules: readonly RuleDefinition[] = [
  {
    ...{ code: 'over_budget', parameters: [], blocking: true, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'r.asked - m.budget' },
        facts: `'budgetFen', m.budget::text, 'askedFen', r.asked::text`,
        evidence: `jsonb_build_array(${projectRow('p')}) || r.evidence`,
      })}
      from projects.project p
      join ${budgets(at)} m on m.county = p.county and m.project_id = p.id
      join (
        select r.county, r.project_id, sum(r.amount)::bigint as asked, jsonb_agg(${requestRow('r')} order by r.asked_on, r.id) as evidence
        from projects.request r where ${at.within('r')} and ${at.counts('request', 'r')}
        group by r.county, r.project_id
      ) r on r.county = p.county and r.project_id = p.id
      where r.asked > m.budget and ${at.only('project', 'p')}`,
  },
  {
    code: 'contract_over_budget',
    ...{ parameters: [], blocking: true, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'c.worth - m.budget' },
        facts: `'budgetFen', m.budget::text, 'contractFen', c.worth::text`,
        evidence: `jsonb_build_array(${projectRow('p')}) || c.evidence`,
      })}
      from projects.project p
      join ${budgets(at)} m on m.county = p.county and m.project_id = p.id
      join (
        select c.county, c.project_id, sum(c.worth)::bigint as worth, jsonb_agg(${contractRow('c')} order by c.signed_on, c.id) as evidence
        from ${worths(at)} c group by c.county, c.project_id
      ) c on c.county = p.county and c.project_id = p.id
      where c.worth > m.budget and ${at.only('project', 'p')}`,
  },
  {
    code: 'off_purpose',
    parameters: [
      {
        name: 'words',
        unit: 'words',
        value: [
          '办公楼',
          '办公经费',
          '津贴',
          '补贴发放',
          '奖金',
          '弥补亏损',
          '偿还债务',
          '化债',
          '公务用车',
          '购置车辆',
          '通讯设备',
          '城区道路',
          '担保',
          '楼堂馆所',
        ],
      },
    ],
    ...{ blocking: true, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'coalesce(m.budget, 0)' },
        facts: `'word', hit.word`,
        evidence: `jsonb_build_array(${projectRow('p')})`,
      })}
      from projects.project p
      left join ${budgets(at)} m on m.county = p.county and m.project_id = p.id
      cross join lateral (
        select string_agg(w.word, '、') as word from ${at.words('words')}
        where w.word <> '' and strpos(concat_ws(' ', p.name, p.category, p.content), w.word) > 0
      ) hit
      where hit.word is not null and p.state not in ('terminated', 'discarded') and ${at.only('project', 'p')}`,
  },
  {
    code: 'ahead_of_progress',
    parameters: [
      { name: 'margin', unit: 'points', value: 10 },
      { name: 'advance', unit: 'percent', value: 30 },
    ],
    ...{ blocking: true, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'contract'`, alias: 'c', project: 'c.project_id' },
        amount: 'r.asked - c.worth * p.progress / 100',
        facts: `'percent', r.asked * 100 / c.worth, 'progress', p.progress`,
        evidence: `jsonb_build_array(${projectRow('p')}, ${contractRow('c')}) || r.evidence`,
      })}
      from ${worths(at)} c
      join projects.project p on p.county = c.county and p.id = c.project_id
      join ${asks(at)} r on r.county = c.county and r.contract_id = c.id
      where p.accepted_on is null and r.asked * 100 > c.worth * (p.progress + ${at.number('margin')})
        and (p.started_on is not null or r.asked * 100 > c.worth * ${at.number('advance')})
        and ${at.only('contract', 'c')}`,
  },
  {
    code: 'slow_project',
    parameters: [{ name: 'late', unit: 'days', value: 30 }],
    ...{ blocking: false, replyDays: null },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'coalesce(m.budget, 0)' },
        facts: `'days', late.days, 'progress', p.progress`,
        evidence: `jsonb_build_array(${projectRow('p')})`,
      })}
      from projects.project p
      left join ${budgets(at)} m on m.county = p.county and m.project_id = p.id
      cross join lateral (
        select case when p.state = 'building' then $2::date - p.planned_to
          when p.state in ('planned', 'preparing', 'contracted') then $2::date - p.planned_from end as days
      ) late
      where late.days > ${at.number('late')} and ${at.only('project', 'p')}`,
  },
  {
    code: 'parked_money',
    parameters: [{ name: 'after', unit: 'days', value: 90 }],
    ...{ blocking: false, replyDays: 7 },
    sql: (at) => `
      select ${found({
        ...{ kind: `'contract'`, alias: 'c', project: 'c.project_id', amount: 'r.paid' },
        facts: `'days', $2::date - r.paid_since`,
        evidence: `jsonb_build_array(${projectRow('p')}, ${contractRow('c')}) || r.evidence`,
      })}
      from projects.contract c
      join projects.project p on p.county = c.county and p.id = c.project_id
      join ${asks(at)} r on r.county = c.county and r.contract_id = c.id
      where p.progress = 0 and p.accepted_on is null and r.paid_since < $2::date - ${at.number('after')}::integer
        and ${at.only('contract', 'c')}`,
  },
  {
    ...{ code: 'disclosure_gap', parameters: [], blocking: false, replyDays: 7, inline: true },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'coalesce(m.budget, 0)' },
        facts: `'count', gap.count`,
        evidence: `jsonb_build_array(${projectRow('p')}) || gap.evidence`,
      })}
      from projects.project p
      left join ${budgets(at)} m on m.county = p.county and m.project_id = p.id
      cross join lateral (
        select count(*) as count, jsonb_agg(jsonb_build_object('kind', 'notice', 'id', p.id,
          'place', p.place_key::text, 'code', 'projects.notice_stage.' || need.stage, 'project', p.id)
          order by array_position(${order}, need.reached)) as evidence
        from ${stages}
        where array_position(${order}, p.state::text) >= array_position(${order}, need.reached)
          and not exists (select from projects.notice n
            where n.county = p.county and n.project_id = p.id and n.stage::text = need.stage and n.ends_on < $2::date)
      ) gap
      where not p.light and gap.count > 0 and ${at.only('project', 'p')}`,
  },
  {
    code: 'asset_drift',
    parameters: [{ name: 'after', unit: 'days', value: 180 }],
    ...{ blocking: false, replyDays: null },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'coalesce(m.budget, 0)' },
        facts: `'days', $2::date - p.accepted_on`,
        evidence: `jsonb_build_array(${projectRow('p')})`,
      })}
      from projects.project p
      left join ${budgets(at)} m on m.county = p.county and m.project_id = p.id
      where p.state in ('accepted', 'settled') and p.accepted_on < $2::date - ${at.number('after')}::integer
        and ${at.only('project', 'p')}`,
  },
  {
    code: 'back_dated',
    parameters: [{ name: 'late', unit: 'days', value: 60 }],
    ...{ blocking: false, replyDays: 7 },
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: '0' },
        facts: `'count', d.count, 'days', d.days`,
        evidence: `jsonb_build_array(${projectRow('p')}) || d.evidence`,
      })}
      from (
        select d.county, d.project_id, count(*) as count, max((d.recorded_at at time zone 'Asia/Shanghai')::date - d.dated) as days,
          jsonb_agg(${documentRow('d')} order by d.dated, d.id) as evidence
        from projects.document d
        where d.kind in ('minutes', 'contract', 'progress', 'acceptance') and ${at.within('d')}
          and not d.made_up and (d.recorded_at at time zone 'Asia/Shanghai')::date - d.dated > ${at.number('late')}
        group by d.county, d.project_id
      ) d
      join projects.project p on p.county = d.county and p.id = d.project_id
      where ${at.only('project', 'p')}`,
  },
];
