/** Rules about assets: what stands in the list of assets and no longer agrees with what else is on record. */
import {
  type Asked,
  assetRow,
  contractRow,
  found,
  projectRow,
  type RuleDefinition,
  worths,
} from './definition.ts';

/** Projects with those of their assets `a` that `which` says, as evidence. */
const withAssets = (at: Asked, which: string, joined = '') => `
  select ${found({
    ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'a.value' },
    facts: `'count', a.count`,
    evidence: `jsonb_build_array(${projectRow('p')}) || a.evidence`,
  })}
  from projects.project p
  join (
    select a.county, a.project_id, count(*) as count, sum(a.value)::bigint as value,
      jsonb_agg(${assetRow('a')} order by a.taken_over_on, a.id) as evidence
    from projects.asset a ${joined}
    where a.condition <> 'disposed' and ${at.within('a')} and (${which})
    group by a.county, a.project_id
  ) a on a.county = p.county and a.project_id = p.id
  where ${at.only('project', 'p')}`;

export const assetRules: readonly RuleDefinition[] = [
  {
    code: 'asset_value',
    parameters: [
      { name: 'apart', unit: 'percent', value: 1 },
      { name: 'least', unit: 'fen', value: 100_000 },
    ],
    ...{ blocking: false, replyDays: null },
    // A project may leave several assets: all of them together are worth what was settled for it.
    sql: (at) => `
      select ${found({
        ...{ kind: `'project'`, alias: 'p', project: 'p.id', amount: 'abs(a.value - c.worth)' },
        facts: `'valueFen', a.value::text, 'worthFen', c.worth::text`,
        evidence: `jsonb_build_array(${projectRow('p')}) || a.evidence || c.evidence`,
      })}
      from projects.project p
      join (
        select a.county, a.project_id, sum(a.value)::bigint as value, jsonb_agg(${assetRow('a')} order by a.taken_over_on, a.id) as evidence
        from projects.asset a where ${at.within('a')} group by a.county, a.project_id
      ) a on a.county = p.county and a.project_id = p.id
      join (
        select c.county, c.project_id, sum(c.worth)::bigint as worth, jsonb_agg(${contractRow('c')} order by c.signed_on, c.id) as evidence
        from ${worths(at)} c group by c.county, c.project_id
      ) c on c.county = p.county and c.project_id = p.id
      where p.state in ('settled', 'handed_over') and abs(a.value - c.worth) >= ${at.number('least')}
        and abs(a.value - c.worth) * 100 > c.worth * ${at.number('apart')} and ${at.only('project', 'p')}`,
  },
  {
    code: 'asset_unkept',
    parameters: [{ name: 'after', unit: 'days', value: 30 }],
    ...{ blocking: false, replyDays: null },
    // A household keeps what is its own.
    sql: (at) =>
      withAssets(
        at,
        `a.taken_over_on < $2::date - ${at.number('after')}::integer
          and (a.kind <> 'household' and coalesce(btrim(a.keeper), '') = ''
            or a.kind = 'public' and coalesce(btrim(a.upkeep), '') = '')`,
      ),
  },
  {
    code: 'asset_idle',
    parameters: [
      { name: 'after', unit: 'days', value: 365, least: 1 },
      { name: 'yield', unit: 'percent', value: 1 },
    ],
    ...{ blocking: false, replyDays: null },
    // Income is entered by the year: a yield is asked of the last whole year alone, and only where something was entered of it.
    sql: (at) =>
      withAssets(
        at,
        `a.kind = 'operating'
          and (a.taken_over_on < $2::date - ${at.number('after')}::integer and (a.condition = 'idle' or not coalesce(i.earns, false))
            or a.taken_over_on <= make_date(extract(year from $2::date)::integer - 1, 1, 1)
              and i.last * 100 < a.value * ${at.number('yield')})`,
        `left join (
          select i.county, i.asset_id,
            coalesce(bool_or(i.income > 0 and i.year >= extract(year from $2::date - ${at.number('after')}::integer)), false) as earns,
            sum(i.income) filter (where i.year = extract(year from $2::date) - 1) as last
          from projects.asset_income i group by i.county, i.asset_id
        ) i on i.county = a.county and i.asset_id = a.id`,
      ),
  },
];
